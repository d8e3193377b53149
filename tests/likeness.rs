//! What real misspellings are read as: never wrongly, and asked where it is not sure.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use ben_monitor::catalog::{Likeness, field, fold, likeness, nearest};
use proptest::prelude::*;

/// Field, written, code meant (`-` for none), `read` or `ask`.
fn answers() -> Vec<[&'static str; 4]> {
    let lines = include_str!("likeness/answers.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('|').collect::<Vec<_>>().try_into().expect("four parts")).collect()
}

#[test]
fn no_answer_is_read_wrongly() {
    let (mut right, mut wrong, mut asked, mut proposed) = (0, Vec::new(), 0, 0);
    let mut missed = Vec::new();
    for [id, written, meant, how] in answers() {
        let field = field(id).expect("in the catalog");
        let known = field.values.iter().any(|value| value.spellings.iter().any(|one| one == fold(written)));
        assert!(!known, "{written} needs no likeness");
        match nearest(field, &fold(written)) {
            Some((Likeness::Sure, code)) if code == meant => right += 1,
            Some((Likeness::Sure, code)) => wrong.push(format!("{id}: {written} is no {code}")),
            other => {
                asked += 1;
                proposed += usize::from(other.is_some_and(|(_, code)| code == meant));
                missed.extend((how == "read").then_some(written));
            }
        }
    }
    println!("read rightly {right}, wrongly {}, asked {asked} (rightly proposed {proposed})", wrong.len());
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(missed.is_empty(), "asked though it can be read: {missed:?}");
    assert!(right >= 150, "{right}");
}

#[test]
fn no_spelling_of_one_answer_is_read_as_another() {
    for field in ben_monitor::catalog::FIELDS {
        for value in field.values {
            for spelling in value.spellings.iter() {
                if let Some((Likeness::Sure, code)) = nearest(field, spelling) {
                    assert_eq!(code, value.code, "{}: {spelling}", field.id);
                }
            }
        }
    }
}

/// Typing errors by the book: the distance of optimal string alignment.
fn typing_errors(a: &[u8], b: &[u8]) -> usize {
    let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            d[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let cost = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(d[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    d[a.len()][b.len()]
}

proptest! {
    #[test]
    fn typing_errors_are_counted_by_the_book(a in "x[abc]{7,12}", b in "x[abc]{7,12}") {
        let errors = typing_errors(a.as_bytes(), b.as_bytes());
        let expected = match errors {
            0 => Some(Likeness::Sure),
            1 => likeness(&a, &b).filter(|like| *like <= Likeness::Close),
            2 => Some(Likeness::Near),
            _ => None,
        };
        prop_assert_eq!(likeness(&a, &b), expected, "{} errors", errors);
        prop_assert!(errors != 1 || expected.is_some());
    }

    #[test]
    fn any_text_is_compared(written in ".{0,90}", known in ".{0,90}") {
        let _ = likeness(&fold(&written), &fold(&known));
    }
}
