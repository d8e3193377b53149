//! What is drawn can be seen: the contrast of words and of data with what they are drawn on, in every theme, by the
//! formula of WCAG 2. A canvas is one surface to any tool that looks at a page, so it is worked out from the model.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking, and a mix of two parts of a colour is one"
)]
#![allow(dead_code, reason = "of the cases only the reports are used")]

mod chart_cases;

use ben_monitor::{
    charts::{Align, ChartModel, Colour, Frame, Ink, Shape, TableMeasurer, TextMeasurer, Theme, resolve},
    disclosure::{for_own_eyes, handover},
    report::Wire,
};
use chart_cases::{Case, cases};

/// Of words, WCAG 1.4.3; none is large enough for less.
const WORDS: f64 = 4.5;
/// Of what is no word, WCAG 1.4.11.
const DATA: f64 = 3.0;

/// The themes of the command line, and those that the page's style sheet sets.
fn themes() -> Vec<(&'static str, Theme)> {
    vec![
        ("light", Theme::light()),
        ("dark", Theme::dark()),
        ("contrast", Theme::contrast()),
        ("page, light", of_page("light")),
        ("page, dark", of_page("dark")),
        ("page, contrast", of_page("contrast")),
    ]
}

/// A theme as `www/src/styles/tokens.ts` has it.
fn of_page(look: &str) -> Theme {
    let sheet = include_str!("../www/src/styles/tokens.ts");
    let own = sheet.split("data-theme=\"contrast\"").nth(1).expect("a block of the contrast theme");
    let colour = |token: &str| {
        let value = |sheet: &str| {
            let start = sheet.split(&format!("--_{token}:")).nth(1).unwrap_or_else(|| panic!("{token}"));
            start.split(';').next().unwrap_or_default().to_owned()
        };
        let value = if look == "contrast" { value(own) } else { value(sheet) };
        let found: Vec<Colour> = value.split(['(', ')', ',', ' ']).filter_map(Colour::from_hex).collect();
        *if look == "dark" { found.last() } else { found.first() }.unwrap_or_else(|| panic!("{token}"))
    };
    Theme {
        ink: colour("ink"),
        soft: colour("soft"),
        line: colour("line"),
        paper: colour("paper"),
        accent: colour("accent"),
        accent_soft: colour("accent-soft"),
        mark: colour("mark"),
        mark_soft: colour("mark-soft"),
        unknown: colour("unknown"),
        warn: colour("warn"),
        ..Theme::light()
    }
}

fn model(case: &Case) -> Option<ChartModel> {
    let released = if case.report.protection.is_none() {
        for_own_eyes(case.report.clone())
    } else {
        let mut bytes = Vec::new();
        case.report.put(&mut bytes);
        handover(&bytes).expect("a protected report")
    };
    resolve(&released, 0, &Frame { width: case.width, lang: case.lang }, &TableMeasurer)
}

fn luminance(Colour(red, green, blue): Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What lies below a point, of the shapes that were drawn before.
fn below(shapes: &[Shape], at: (f64, f64), theme: &Theme) -> Colour {
    shapes.iter().fold(theme.colour(Ink::Paper), |ground, shape| match shape {
        Shape::Rect { x, y, width, height, ink } => {
            let inside = (*x..=x + width).contains(&at.0) && (*y..=y + height).contains(&at.1);
            // A rule is no ground.
            if inside && width.min(*height) > 2.0 { theme.colour(*ink) } else { ground }
        }
        Shape::Area { points, ink, opacity } if is_inside(points, at) => {
            mixed(theme.colour(*ink), ground, *opacity)
        }
        _ => ground,
    })
}

fn mixed(top: Colour, ground: Colour, opacity: f64) -> Colour {
    let mix =
        |top: u8, ground: u8| (f64::from(top) * opacity + f64::from(ground) * (1.0 - opacity)).round() as u8;
    Colour(mix(top.0, ground.0), mix(top.1, ground.1), mix(top.2, ground.2))
}

/// By how often a line to the right meets the border.
fn is_inside(points: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).fold(false, |inside, (from, to)| {
        let meets =
            (from.1 > y) != (to.1 > y) && x < (to.0 - from.0) * (y - from.1) / (to.1 - from.1) + from.0;
        inside != meets
    })
}

#[test]
fn words_can_be_read_on_what_they_are_drawn_on() {
    let mut read = 0;
    for case in cases() {
        let Some(model) = model(&case) else { continue };
        for (place, shape) in model.shapes.iter().enumerate() {
            let Shape::Text { text, x, y, size, bold, ink, align } = shape else { continue };
            let width = TableMeasurer.width(text, *size, *bold);
            let left = match align {
                Align::Left => *x,
                Align::Center => x - width / 2.0,
                Align::Right => x - width,
            };
            for (name, theme) in themes() {
                for part in [0.02, 0.25, 0.5, 0.75, 0.98] {
                    let ground = below(&model.shapes[..place], (left + width * part, *y), &theme);
                    let found = contrast(theme.colour(*ink), ground);
                    assert!(found >= WORDS, "{} ({name}): {text:?} is {found:.2} to 1", case.name);
                    read += 1;
                }
            }
        }
    }
    assert!(read > 10_000, "{read}");
}

/// What is drawn in a lighter tone has its count in words beside it, which the reviewed drawings show.
#[test]
fn data_can_be_told_from_the_paper() {
    for (name, theme) in themes() {
        for ink in [Ink::Ink, Ink::Soft, Ink::Accent, Ink::Mark, Ink::Warn] {
            let found = contrast(theme.colour(ink), theme.colour(Ink::Paper));
            assert!(found >= DATA, "{name}: {ink:?} is {found:.2} to 1");
        }
    }
    for theme in [Theme::contrast(), of_page("contrast")] {
        for ink in [Ink::AccentSoft, Ink::MarkSoft, Ink::Unknown] {
            let found = contrast(theme.colour(ink), theme.colour(Ink::Paper));
            assert!(found >= DATA, "contrast: {ink:?} is {found:.2} to 1");
        }
    }
}

#[test]
fn the_formula_is_that_of_wcag() {
    let of = |one, other| (contrast(one, other) * 100.0).round() / 100.0;
    assert!((of(Colour(0, 0, 0), Colour(255, 255, 255)) - 21.0).abs() < 0.001);
    assert!((of(Colour(0x77, 0x77, 0x77), Colour(255, 255, 255)) - 4.48).abs() < 0.001);
}
