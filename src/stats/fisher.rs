//! Fisher's exact test for two by two counts, two-sided, as R's `fisher.test`
//! and scipy's `fisher_exact` have it: the chance, given both margins, of a
//! table that is at most as likely as the one found.

/// Two chances that differ less than this part are the same: R's rule, so that
/// rounding can't part two tables that are equally likely.
const EQUAL: f64 = 1.0 + 1e-7;
/// What is smaller than this part of what it is added to changes nothing.
const NOTHING: f64 = 1e-18;

/// The two-sided chance of a table that is at most as likely as
///
/// | | with | without |
/// |---|---|---|
/// | group | `with` | `without` |
/// | rest | `rest_with` | `rest_without` |
///
/// 1 when a row or a column is empty. For counts below 2³².
///
/// Chances are summed outward from the most likely table, each from its
/// neighbour by one multiplication, until they no longer matter: no factorials,
/// and about as many steps as the square root of the number of cases.
///
/// ```
/// use ben_monitor::stats::fisher_exact;
/// let tea = fisher_exact(3, 1, 1, 3); // R: 0.4857
/// assert!((tea - 34.0 / 70.0).abs() < 1e-12);
/// ```
pub fn fisher_exact(with: u64, without: u64, rest_with: u64, rest_without: u64) -> f64 {
    let [group, all_with] = [with + without, with + rest_with].map(|count| count as f64);
    let all = group + (rest_with + rest_without) as f64;
    let table = Margins { group, all_with, rest: all - group };
    let (least, most) = ((all_with - table.rest).max(0.0), group.min(all_with));
    let likely = ((group + 1.0) * (all_with + 1.0) / (all + 2.0)).floor().clamp(least, most);
    // How likely the table found is, where the most likely one is 1.
    let found = with as f64;
    let mut chance = 1.0;
    let mut at = likely;
    while at < found && chance > 0.0 {
        chance *= table.up(at);
        at += 1.0;
    }
    while at > found && chance > 0.0 {
        chance *= table.down(at);
        at -= 1.0;
    }
    if chance <= 0.0 {
        // Less than can be written, but never nothing: the table was found.
        return f64::MIN_POSITIVE;
    }
    let mut sum = Sum { limit: chance * EQUAL, extreme: 0.0, total: 0.0 };
    sum.add(1.0);
    let (mut at, mut height) = (likely, 1.0);
    while at < most && sum.matters(height) {
        height *= table.up(at);
        at += 1.0;
        sum.add(height);
    }
    (at, height) = (likely, 1.0);
    while at > least && sum.matters(height) {
        height *= table.down(at);
        at -= 1.0;
        sum.add(height);
    }
    (sum.extreme / sum.total).clamp(f64::MIN_POSITIVE, 1.0)
}

/// What all tables have in common.
struct Margins {
    group: f64,
    all_with: f64,
    rest: f64,
}

impl Margins {
    /// The chance of one more in the group with the trait, as a part of that of `at`.
    fn up(&self, at: f64) -> f64 {
        (self.group - at) * (self.all_with - at) / ((at + 1.0) * (self.rest - self.all_with + at + 1.0))
    }

    /// The chance of one less.
    fn down(&self, at: f64) -> f64 {
        at * (self.rest - self.all_with + at) / ((self.group - at + 1.0) * (self.all_with - at + 1.0))
    }
}

/// Chances of tables, as parts of that of the most likely one.
struct Sum {
    /// At most as likely as the one found.
    limit: f64,
    extreme: f64,
    total: f64,
}

impl Sum {
    fn add(&mut self, chance: f64) {
        self.total += chance;
        if chance <= self.limit {
            self.extreme += chance;
        }
    }

    /// Whether tables that are less likely than this one can still change a sum.
    fn matters(&self, chance: f64) -> bool {
        chance > 0.0 && (chance > self.limit * NOTHING || chance > self.total * NOTHING)
    }
}
