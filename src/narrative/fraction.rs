//! Fractions in words: which word holds for which share, as a table.
//!
//! Both languages stand side by side, so that they say the same. Choosing a
//! word is all that happens here; the sentence around it is made elsewhere.

/// From how many cases a share is said in words. Below it, "two thirds" of
/// three children says less than "2 of the 3".
pub(super) const WORDS_FROM: u64 = 10;

/// A word for a range of shares, with the verb's number in Dutch.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    /// Smallest share in thousandths, included.
    pub(super) from: u64,
    /// Largest share in thousandths, not included.
    pub(super) to: u64,
    /// The share that the word names, in thousandths; the tests hold that
    /// "bijna" and "minder dan" stay below it and "ruim" stays above it.
    pub(super) names: u64,
    /// Dutch, `{}` is the noun in the plural.
    pub(super) nl: &'static str,
    /// The Dutch verb is plural: "zes op de tien jeugdigen zijn", "een kwart is".
    pub(super) plural: bool,
    /// English, `{}` is the noun in the plural; the verb is always plural.
    pub(super) en: &'static str,
}

const fn one(from: u64, to: u64, names: u64, nl: &'static str, en: &'static str) -> Fraction {
    Fraction { from, to, names, nl, plural: false, en }
}

const fn more(from: u64, to: u64, names: u64, nl: &'static str, en: &'static str) -> Fraction {
    Fraction { from, to, names, nl, plural: true, en }
}

/// Every share above none and below all falls in exactly one of these.
#[rustfmt::skip]
pub(super) static FRACTIONS: [Fraction; 36] = [
    one(   0,  50,   50, "minder dan een op de twintig {}", "fewer than one in twenty {}"),
    one(  50,  95,  100, "minder dan een op de tien {}",    "fewer than one in ten {}"),
    one(  95, 105,  100, "een op de tien {}",               "one in ten {}"),
    one( 105, 140,  100, "ruim een op de tien {}",          "just over one in ten {}"),
    one( 140, 160,  143, "ongeveer een op de zeven {}",     "about one in seven {}"),
    one( 160, 175,  167, "ongeveer een op de zes {}",       "about one in six {}"),
    one( 175, 195,  200, "bijna een op de vijf {}",         "nearly one in five {}"),
    one( 195, 205,  200, "een op de vijf {}",               "one in five {}"),
    one( 205, 235,  200, "ruim een op de vijf {}",          "just over one in five {}"),
    one( 235, 245,  250, "bijna een kwart van de {}",       "nearly a quarter of the {}"),
    one( 245, 255,  250, "een kwart van de {}",             "a quarter of the {}"),
    one( 255, 290,  250, "ruim een kwart van de {}",        "just over a quarter of the {}"),
    more(290, 310,  300, "drie op de tien {}",              "three in ten {}"),
    one( 310, 328,  333, "bijna een derde van de {}",       "nearly a third of the {}"),
    one( 328, 339,  333, "een derde van de {}",             "a third of the {}"),
    one( 339, 385,  333, "ruim een derde van de {}",        "just over a third of the {}"),
    more(385, 420,  400, "vier op de tien {}",              "four in ten {}"),
    more(420, 450,  400, "ruim vier op de tien {}",         "just over four in ten {}"),
    one( 450, 495,  500, "bijna de helft van de {}",        "nearly half of the {}"),
    one( 495, 505,  500, "de helft van de {}",              "half of the {}"),
    one( 505, 560,  500, "ruim de helft van de {}",         "just over half of the {}"),
    more(560, 585,  600, "bijna zes op de tien {}",         "nearly six in ten {}"),
    more(585, 625,  600, "zes op de tien {}",               "six in ten {}"),
    one( 625, 655,  667, "bijna twee derde van de {}",      "nearly two thirds of the {}"),
    one( 655, 678,  667, "twee derde van de {}",            "two thirds of the {}"),
    one( 678, 695,  667, "ruim twee derde van de {}",       "just over two thirds of the {}"),
    more(695, 720,  700, "zeven op de tien {}",             "seven in ten {}"),
    one( 720, 745,  750, "bijna driekwart van de {}",       "nearly three quarters of the {}"),
    one( 745, 755,  750, "driekwart van de {}",             "three quarters of the {}"),
    one( 755, 785,  750, "ruim driekwart van de {}",        "just over three quarters of the {}"),
    more(785, 815,  800, "acht op de tien {}",              "eight in ten {}"),
    more(815, 865,  800, "ruim acht op de tien {}",         "just over eight in ten {}"),
    more(865, 895,  900, "bijna negen op de tien {}",       "nearly nine in ten {}"),
    more(895, 915,  900, "negen op de tien {}",             "nine in ten {}"),
    more(915, 950,  900, "ruim negen op de tien {}",        "just over nine in ten {}"),
    more(950, 1000, 1000, "vrijwel alle {}",                "nearly all {}"),
];

/// The word for `count` of `n`; none for nothing, for all, and for fewer than
/// [`WORDS_FROM`], which have their own sentences.
pub(super) fn fraction(count: u64, n: u64) -> Option<&'static Fraction> {
    if n < WORDS_FROM || count == 0 || count >= n {
        return None;
    }
    let (count, n) = (u128::from(count) * 1000, u128::from(n));
    FRACTIONS.iter().find(|word| count >= u128::from(word.from) * n && count < u128::from(word.to) * n)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FRACTIONS, WORDS_FROM, fraction};

    #[test]
    fn the_ranges_join_without_gap_or_overlap() {
        assert_eq!(FRACTIONS[0].from, 0);
        assert_eq!(FRACTIONS[FRACTIONS.len() - 1].to, 1000);
        for pair in FRACTIONS.windows(2) {
            assert_eq!(pair[0].to, pair[1].from, "{} / {}", pair[0].nl, pair[1].nl);
        }
    }

    #[test]
    fn a_word_never_stands_on_the_wrong_side_of_what_it_names() {
        for word in &FRACTIONS {
            let below = ["bijna", "minder dan", "vrijwel"].iter().any(|start| word.nl.starts_with(start));
            let above = word.nl.starts_with("ruim");
            let below_en = ["nearly", "fewer than"].iter().any(|start| word.en.starts_with(start));
            assert_eq!(below, below_en, "{}", word.nl);
            assert_eq!(above, word.en.starts_with("just over"), "{}", word.nl);
            if below {
                assert!(word.to <= word.names, "{}", word.nl);
            } else if above {
                assert!(word.from > word.names, "{}", word.nl);
            } else {
                assert!(word.from <= word.names && word.names < word.to, "{}", word.nl);
            }
            assert!(word.names.abs_diff(word.from) <= 60 || word.names <= 100, "{} is far off", word.nl);
        }
    }

    #[test]
    fn known_shares() {
        let said = |count, n| fraction(count, n).map(|word| word.nl);
        assert_eq!(said(23, 37), Some("zes op de tien {}"));
        assert_eq!(said(22, 46), Some("bijna de helft van de {}"));
        assert_eq!(said(11, 46), Some("bijna een kwart van de {}"));
        assert_eq!(said(13, 37), Some("ruim een derde van de {}"));
        assert_eq!(said(36, 37), Some("vrijwel alle {}"));
        assert_eq!(said(999_999, 1_000_000), Some("vrijwel alle {}"));
        assert_eq!(said(1, 1_000_000), Some("minder dan een op de twintig {}"));
        assert_eq!((said(0, 37), said(37, 37), said(2, 9)), (None, None, None));
    }

    proptest! {
        #[test]
        fn the_range_of_the_word_holds_the_share(n in WORDS_FROM..2_000_000, part in 0.0..1.0f64) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let count = (part * n as f64) as u64;
            prop_assume!(count > 0);
            let word = fraction(count, n).expect("every share has a word");
            prop_assert!(word.from * n <= count * 1000 && count * 1000 < word.to * n);
        }
    }
}
