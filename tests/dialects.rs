//! A file and the same file saved in another dialect give the same cases:
//! separator, quotes, encoding, line ends, ways of writing a day, and answers
//! in one cell or in a column each. And a case stays a case.

#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test fails loudly

use ben_monitor::{
    cases::{Cases, Column, Day},
    catalog::FIELDS,
    clean::{Cleaned, Cleaner},
    intake::{Intake, Limits},
};
use proptest::prelude::*;

const PROBLEMS: [&str; 5] = ["Trauma", "Hechting", "Suïcidaliteit", "ADHD", "Anders, namelijk"];
const REGIONS: [&str; 3] = ["Twente", "Súdwest-Fryslân", "Gooi en Vechtstreek"];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

#[derive(Debug, Clone)]
struct Case {
    referral: i16,
    closing: Option<i16>,
    age: Option<u16>,
    region: usize,
    boy: bool,
    /// A bit for each of [`PROBLEMS`]; `None` is not filled in.
    problems: Option<u8>,
}

#[derive(Debug, Clone)]
struct Dialect {
    separator: char,
    quote_all: bool,
    encoding: u8,
    line_end: &'static str,
    days: u8,
    answers: Answers,
    title: bool,
    total: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answers {
    /// All in one cell.
    Cell,
    /// A column each, headed by field and answer.
    Columns(&'static str, &'static str, u8),
    /// A column each, under a heading of the field.
    Levels(&'static str, &'static str),
}

fn case() -> impl Strategy<Value = Case> {
    (
        8000i16..9000,
        any::<bool>(),
        0i16..400,
        prop::option::of(4u16..19),
        0..3usize,
        any::<bool>(),
        prop::option::of(0u8..32),
    )
        .prop_map(|(referral, closed, days, age, region, boy, problems)| Case {
            referral,
            closing: closed.then_some(referral + days),
            age,
            region,
            boy,
            problems,
        })
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let marks = prop::sample::select(vec![
        ("ja", "nee"),
        ("1", "0"),
        ("j", "n"),
        ("WAAR", "ONWAAR"),
        ("true", "false"),
    ]);
    let answers = prop_oneof![
        Just(Answers::Cell),
        (marks.clone(), 0u8..5).prop_map(|((yes, no), head)| Answers::Columns(yes, no, head)),
        marks.prop_map(|(yes, no)| Answers::Levels(yes, no)),
    ];
    let written = (
        prop::sample::select(vec![';', ',', '\t', '|']),
        any::<bool>(),
        0u8..4,
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        0u8..5,
    );
    (written, answers, any::<bool>(), any::<bool>()).prop_map(
        |((separator, quote_all, encoding, line_end, days), answers, title, total)| Dialect {
            separator,
            quote_all,
            encoding,
            line_end,
            days,
            answers,
            title,
            total,
        },
    )
}

impl Dialect {
    fn day(&self, number: i16) -> String {
        let (year, month, day) = Day::from_number(number).parts();
        match self.days {
            0 => format!("{day:02}-{month:02}-{year}"),
            1 => format!("{year}-{month:02}-{day:02}"),
            2 => format!("{day}/{month}/{year} 0:00"),
            3 => format!("{day} {} {year}", MONTHS[month as usize - 1]),
            _ => (i32::from(number) + 36_526).to_string(),
        }
    }

    fn head(&self, field: &str) -> Vec<Vec<String>> {
        let own = ["nr", "aanmelddatum", "afsluitdatum", "leeftijd", "regio", "geslacht"];
        let mut lower: Vec<String> = own.map(str::to_owned).to_vec();
        let mut upper = vec![String::new(); own.len()];
        match self.answers {
            Answers::Cell => lower.push(field.to_owned()),
            Answers::Columns(_, _, head) => lower.extend(PROBLEMS.map(|answer| match head {
                0 => format!("{field}: {answer}"),
                1 => format!("{field}_{answer}").to_lowercase(),
                2 => format!("{field} - {answer}"),
                3 => format!("{field} ({answer})"),
                _ => format!("{field}[{answer}]"),
            })),
            Answers::Levels(..) => {
                upper.push(field.to_owned());
                upper.extend(PROBLEMS[1..].iter().map(|_| String::new()));
                lower.extend(PROBLEMS.map(str::to_owned));
                return vec![upper, lower];
            }
        }
        vec![lower]
    }

    fn row(&self, number: usize, case: &Case) -> Vec<String> {
        let mut cells = vec![
            format!("A-{number}"),
            self.day(case.referral),
            case.closing.map_or_else(String::new, |day| self.day(day)),
            case.age.map_or_else(String::new, |age| age.to_string()),
            REGIONS[case.region].to_owned(),
            if case.boy { "jongen" } else { "meisje" }.to_owned(),
        ];
        let held = |place: usize| case.problems.is_some_and(|bits| bits >> place & 1 == 1);
        match self.answers {
            Answers::Cell => {
                let all: Vec<_> =
                    (0..PROBLEMS.len()).filter(|&place| held(place)).map(|place| PROBLEMS[place]).collect();
                cells.push(if case.problems == Some(0) { "geen".to_owned() } else { all.join(", ") });
            }
            Answers::Columns(yes, no, _) | Answers::Levels(yes, no) => {
                let mark = |place| match case.problems {
                    None => "",
                    Some(_) if held(place) => yes,
                    Some(_) => no,
                };
                cells.extend((0..PROBLEMS.len()).map(|place| mark(place).to_owned()));
            }
        }
        cells
    }

    fn bytes(&self, cases: &[Case], field: &str) -> Vec<u8> {
        let mut rows = Vec::new();
        if self.title {
            rows.extend([vec!["Registratie RET".to_owned()], vec![String::new()]]);
        }
        rows.extend(self.head(field));
        rows.extend(cases.iter().enumerate().map(|(number, case)| self.row(number, case)));
        if self.total {
            rows.push(vec!["Totaal".to_owned(), cases.len().to_string()]);
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut text = String::new();
        for mut row in rows {
            row.resize(width, String::new());
            let cells: Vec<_> = row.iter().map(|cell| self.cell(cell)).collect();
            text.push_str(&cells.join(&self.separator.to_string()));
            text.push_str(self.line_end);
        }
        match self.encoding {
            0 => text.into_bytes(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => text
                .chars()
                .map(|letter| u8::try_from(u32::from(letter)).expect("is in Windows-1252"))
                .collect(),
            _ => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        }
    }

    fn cell(&self, cell: &str) -> String {
        if self.quote_all || cell.contains([';', ',', '\t', '|']) {
            format!("\"{cell}\"")
        } else {
            cell.to_owned()
        }
    }
}

fn read(bytes: &[u8]) -> Cleaned {
    let mut cleaner = Cleaner::new(0, "bestand.csv", None);
    let mut intake = Intake::new(Limits::default());
    intake.feed(bytes, &mut cleaner).expect("can be read");
    let reading = intake.finish(&mut cleaner).expect("can be read");
    cleaner.finish(&reading).expect("holds cases")
}

/// The plainest way of writing these cases.
fn plain(cases: &[Case], field: &str) -> Cases {
    let dialect = Dialect {
        separator: ';',
        quote_all: false,
        encoding: 0,
        line_end: "\n",
        days: 1,
        answers: Answers::Cell,
        title: false,
        total: false,
    };
    read(&dialect.bytes(cases, field)).cases
}

/// All answers; row numbers differ with the lines above the headings.
fn answers(cases: &Cases) -> Vec<Option<&Column>> {
    FIELDS.iter().map(|field| cases.column(field.id)).collect()
}

/// What people write where they should not.
fn odd_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "Totaal",
            "totaal 3",
            "3 zaken",
            "Bron: monitor",
            "* voorlopig",
            "leeftijd",
            "regio",
            "x",
            "12",
            "ja",
            "Trauma",
            "gem.",
            "aantal",
            "nr",
            "onbekend",
            "jongen",
            "aanmelddatum",
        ])
        .prop_map(str::to_owned),
        "[a-z0-9 :*-]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_same_cases_in_any_dialect(
        cases in prop::collection::vec(case(), 1..60),
        dialect in dialect(),
        field in prop::sample::select(vec!["Bijkomende problematiek", "Problematiek", "problematiek jeugdige"]),
    ) {
        let read = read(&dialect.bytes(&cases, field));
        prop_assert_eq!(read.cases.len(), cases.len(), "{:?}", read.findings);
        let plain = plain(&cases, field);
        prop_assert_eq!(answers(&read.cases), answers(&plain));
    }

    #[test]
    fn a_row_with_a_day_of_referral_is_a_case(
        rows in prop::collection::vec((prop::collection::vec(odd_cell(), 5), 8000i16..9000), 1..30),
    ) {
        let mut text = "nr;aanmelddatum;leeftijd;geslacht;bijkomende problematiek;opmerking\n".to_owned();
        for (cells, day) in &rows {
            let day = Day::from_number(*day).iso();
            text.push_str(&format!("{};{day};{}\n", cells[0], cells[1..].join(";")));
        }
        let cleaned = read(text.as_bytes());
        prop_assert_eq!(cleaned.cases.len(), rows.len(), "{:?}", cleaned.findings);
    }

    #[test]
    fn any_table_is_read_or_refused(
        rows in prop::collection::vec(prop::collection::vec(odd_cell(), 1..7), 0..40),
    ) {
        let text: Vec<_> = rows.iter().map(|row| row.join(";")).collect();
        let mut cleaner = Cleaner::new(0, "bestand.csv", None);
        let mut intake = Intake::new(Limits::default());
        if intake.feed(text.join("\n").as_bytes(), &mut cleaner).is_ok()
            && let Ok(reading) = intake.finish(&mut cleaner)
        {
            drop(cleaner.finish(&reading));
        }
    }
}
