//! The drawings: reviewed snapshots of a fixed set of cases, and what must hold for any report.
//!
//! `UPDATE=1 cargo test --test charts` writes the snapshots and the gallery,
//! `tests/snapshots/charts/index.html`. A drawing that changed is written to
//! `tests/output` beside the reviewed one's name, to be looked at.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and the list of cases is long"
)]

mod chart_cases;

use std::{fmt::Write as _, fs, path::PathBuf};

use ben_monitor::{
    catalog::Lang,
    charts::{Align, ChartModel, Frame, Shape, TableMeasurer, TextMeasurer, Theme, resolve, svg},
    disclosure::for_own_eyes,
    report::{Indicator, SCHEMA},
};
use chart_cases::{Case, Look, cases, report_of};
use proptest::prelude::*;

fn model(indicator: &Indicator, width: f64, lang: Lang) -> Option<ChartModel> {
    let released = for_own_eyes(report_of(indicator.clone()));
    resolve(&released, 0, &Frame { width, lang }, &TableMeasurer)
}

fn theme(look: Look) -> Theme {
    let family = "\"DejaVu Sans\", Verdana, sans-serif".to_owned();
    let colours = match look {
        Look::Light => Theme::light(),
        Look::Dark => Theme::dark(),
        Look::Contrast => Theme::contrast(),
    };
    Theme { font_family: family, ..colours }
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn drawn(case: &Case) -> String {
    let model = model(&case.indicator, case.width, case.lang).expect("every case has a drawing");
    svg(&model, &theme(case.look)).expect("a string can be written")
}

#[test]
fn drawings_are_as_reviewed() {
    let reviewed = folder("snapshots/charts");
    let update = std::env::var_os("UPDATE").is_some();
    let mut changed = Vec::new();
    for case in cases() {
        let now = drawn(&case);
        let path = reviewed.join(format!("{}.svg", case.name));
        if update {
            fs::create_dir_all(&reviewed).unwrap();
            fs::write(&path, now).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(now.as_str()) {
            fs::create_dir_all(folder("output")).unwrap();
            fs::write(folder("output").join(format!("{}-changed.svg", case.name)), now).unwrap();
            changed.push(case.name);
        }
    }
    if update {
        fs::write(reviewed.join("index.html"), gallery()).unwrap();
    }
    assert!(changed.is_empty(), "changed: {changed:?}; look in tests/output, then UPDATE=1 to accept");
}

#[test]
fn the_gallery_shows_every_case() {
    let page = fs::read_to_string(folder("snapshots/charts/index.html")).unwrap();
    assert_eq!(page, gallery(), "UPDATE=1 writes it anew");
}

fn gallery() -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<title>BEN-monitor: drawings</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<h1>Drawings</h1>\n<p>Made by <code>UPDATE=1 cargo test --test charts</code>. All figures are invented.</p>\n",
    );
    for case in cases() {
        let Case { name, what, .. } = case;
        writeln!(page, "<h2 id=\"{name}\">{what}</h2>\n<p><img src=\"{name}.svg\" alt=\"{what}\"></p>")
            .unwrap();
    }
    page + "</html>\n"
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    for case in cases() {
        assert_eq!(drawn(&case), drawn(&case), "{}", case.name);
    }
}

#[test]
fn an_svg_has_a_name_and_a_description_and_is_an_image() {
    let case = cases().into_iter().next().unwrap();
    let text = drawn(&case);
    assert!(text.starts_with("<svg role=\"img\" width="), "{}", text.lines().next().unwrap());
    assert!(text.contains("viewBox=\"0 0 ") && text.contains("<title>") && text.contains("<desc>"));
    assert!(text.contains("font-family=\"&quot;DejaVu Sans&quot;"));
}

/// A box: left, top, right, bottom, and what it is.
type Bounds = (f64, f64, f64, f64, String);

fn text_boxes(model: &ChartModel) -> Vec<Bounds> {
    model
        .shapes
        .iter()
        .filter_map(|shape| {
            let Shape::Text { text, x, y, size, bold, align, .. } = shape else { return None };
            assert!(*size >= 12.0, "{text} is {size}");
            let width = TableMeasurer.width(text, *size, *bold);
            let left = match align {
                Align::Left => *x,
                Align::Center => x - width / 2.0,
                Align::Right => x - width,
            };
            // From the top of capitals to the foot of a `g`.
            Some((left, y - size * 0.42, left + width, y + size * 0.42, text.clone()))
        })
        .collect()
}

fn overlap(one: &Bounds, other: &Bounds) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

/// Nothing cut, nothing overlapping, every mark inside and large enough.
fn check(model: &ChartModel, about: &str) {
    let boxes = text_boxes(model);
    let inside = |(left, top, right, bottom): (f64, f64, f64, f64)| {
        left >= -0.01 && top >= -0.01 && right <= model.width + 0.01 && bottom <= model.height + 0.01
    };
    for (index, one) in boxes.iter().enumerate() {
        assert!(
            inside((one.0, one.1, one.2, one.3)),
            "{about}: cut off: {one:?} in {}×{}",
            model.width,
            model.height
        );
        for other in &boxes[index + 1..] {
            assert!(!overlap(one, other), "{about}: {one:?} lies over {other:?}");
        }
    }
    for shape in &model.shapes {
        let around = match shape {
            Shape::Rect { x, y, width, height, .. } => (*x, *y, x + width, y + height),
            Shape::Dot { x, y, radius, .. } => (x - radius, y - radius, x + radius, y + radius),
            Shape::Path { points, .. } | Shape::Area { points, .. } => {
                points.iter().fold((f64::MAX, f64::MAX, f64::MIN, f64::MIN), |around, (x, y)| {
                    (around.0.min(*x), around.1.min(*y), around.2.max(*x), around.3.max(*y))
                })
            }
            Shape::Text { .. } => continue,
        };
        assert!(inside(around), "{about}: outside: {shape:?} in {}×{}", model.width, model.height);
    }
    for mark in &model.marks {
        assert!(inside((mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)), "{about}: {mark:?}");
        assert!(mark.height >= 24.0 && mark.width > 0.0, "{about}: {mark:?}");
        assert!(!mark.label.is_empty(), "{about}: {mark:?}");
    }
}

const WIDTHS: [f64; 6] = [280.0, 320.0, 480.0, 720.0, 1160.0, 1600.0];

#[test]
fn the_cases_fit_at_every_width() {
    for case in cases() {
        for width in WIDTHS {
            let model = model(&case.indicator, width, case.lang).unwrap();
            check(&model, &format!("{} at {width}", case.name));
        }
    }
}

/// The row for the others, as read aloud, among how many marks.
fn others_aloud(name: &str) -> (usize, String) {
    let case = cases().into_iter().find(|case| case.name == name).expect("a case of the gallery");
    let marks = model(&case.indicator, case.width, case.lang).unwrap().marks;
    let rest = marks.iter().find(|mark| mark.code == "rest").expect("a mark for the others");
    (marks.len(), rest.label.clone())
}

#[test]
fn a_long_list_is_folded_and_says_so_aloud() {
    let towns = "15 andere: 49 van 182, 27%; zie de tabel".to_owned();
    assert_eq!(others_aloud("bars-folded"), (12, towns));
    let several = "nog 14 antwoorden, elk hoogstens 7%: zie de tabel".to_owned();
    assert_eq!(others_aloud("bars-folded-several-320"), (12, several));
}

#[test]
fn a_width_that_makes_no_sense_is_held() {
    let case = cases().into_iter().next().unwrap();
    for (asked, given) in [(0.0, 280.0), (-5.0, 280.0), (f64::NAN, 280.0), (1e9, 1600.0), (333.7, 333.0)] {
        assert_eq!(model(&case.indicator, asked, Lang::Nl).unwrap().width, given);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_report_fits_at_every_width(indicator in chart_cases::any_indicator(), english: bool, odd in 280..1600_u32) {
        let lang = if english { Lang::En } else { Lang::Nl };
        for width in WIDTHS.into_iter().chain([f64::from(odd)]) {
            let model = model(&indicator, width, lang).expect("these kinds are drawn");
            check(&model, &format!("{:?} at {width}", indicator.figures));
        }
    }
}

#[test]
fn the_schema_of_the_cases_is_the_one_in_force() {
    assert_eq!(report_of(cases().into_iter().next().unwrap().indicator).schema, SCHEMA);
}
