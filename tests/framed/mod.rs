//! Pictures that leave the page: whole, within their frame, and valid XML whatever a file's headings hold.

use crate::chart_cases::cases;
use ben_monitor::{
    catalog::Lang,
    charts::{
        Align, Around, ChartModel, Frame, Shape, TableMeasurer, TextMeasurer, Theme, framed, resolve, svg,
    },
    disclosure::{Released, for_own_eyes, handover},
    report::{Report, Wire},
};

const WIDTH: f64 = 720.0;
const AROUND: Around<'_> = Around {
    mark: "INTERN: exacte cijfers, niet om te delen",
    foot: &["Bron: ijsselland-2024.csv · n: 186", "", "Klein aantal: wees voorzichtig."],
};

fn released(report: &Report) -> Released<Report> {
    if report.protection.is_none() {
        return for_own_eyes(report.clone());
    }
    let mut bytes = Vec::new();
    report.put(&mut bytes);
    handover(&bytes).expect("a protected report")
}

fn picture(report: &Report, lang: Lang, around: &Around<'_>) -> Option<ChartModel> {
    framed(&released(report), 0, &Frame { width: WIDTH, lang }, around, &TableMeasurer)
}

fn words(model: &ChartModel) -> Vec<&str> {
    let words = model.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}

#[test]
fn a_picture_says_what_it_is_and_holds_the_whole_drawing() {
    for case in cases() {
        let model = picture(&case.report, case.lang, &AROUND).expect("every case has a drawing");
        let words = words(&model);
        assert_eq!(words.first(), Some(&AROUND.mark), "{}", case.name);
        let said = words.join(" ");
        for part in [&model.title, &model.subtitle] {
            assert!(said.contains(part.as_str()), "{}: {part} is not in {said}", case.name);
        }
        assert!(said.contains(AROUND.foot[0]) && said.ends_with(AROUND.foot[2]), "{}: {said}", case.name);
        let inner = Frame { width: WIDTH - 48.0, lang: case.lang };
        let drawing = resolve(&released(&case.report), 0, &inner, &TableMeasurer).unwrap();
        assert!(model.shapes.len() > drawing.shapes.len());
        for shape in drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Text { .. })) {
            let Shape::Text { text, .. } = shape else { continue };
            assert!(words.contains(&text.as_str()), "{}: {text}", case.name);
        }
    }
}

#[test]
fn all_words_stand_within_the_picture() {
    for case in cases() {
        let model = picture(&case.report, case.lang, &AROUND).unwrap();
        for shape in &model.shapes {
            let Shape::Text { text, x, y, size, bold, align, .. } = shape else { continue };
            let width = TableMeasurer.width(text, *size, *bold);
            let left = match align {
                Align::Left => *x,
                Align::Center => x - width / 2.0,
                Align::Right => x - width,
            };
            let fits = left >= 0.0 && left + width <= model.width && y - size / 2.0 >= 0.0;
            assert!(fits && y + size / 2.0 <= model.height, "{}: {text}", case.name);
        }
    }
}

#[test]
fn a_picture_is_a_document_by_itself() {
    for case in cases() {
        let model = picture(&case.report, case.lang, &AROUND).unwrap();
        let text = svg(&model, &Theme::light()).unwrap();
        assert!(text.contains("<title>") && text.contains("xmlns=\"http://www.w3.org/2000/svg\""));
        for outside in ["href", "url(", "<image", "<style", "style=", "<script", "@import"] {
            assert!(!text.contains(outside), "{}: {outside}", case.name);
        }
        // Dark on white: the first thing drawn is the ground.
        let ground = text.lines().find(|line| line.starts_with("<rect")).unwrap();
        assert!(ground.contains("fill=\"#FFFFFF\"") && ground.contains("width=\"720\""), "{ground}");
    }
}

#[test]
fn what_a_file_holds_can_not_break_it() {
    let mut report = cases().remove(0).report;
    let hostile = "=<b>\u{1}\u{b}\u{ffff}&\"'</text>]]>";
    let around = Around { mark: hostile, foot: &[hostile] };
    report.indicators[0].words = None;
    let model = picture(&report, Lang::Nl, &around).unwrap();
    let text = svg(&ChartModel { title: hostile.to_owned(), ..model }, &Theme::light()).unwrap();
    assert!(!text.contains(['\u{1}', '\u{b}', '\u{ffff}']) && !text.contains("<b>"));
    let mut depth = 0_i32;
    for piece in text.split('<').skip(1) {
        let closes = piece.starts_with('/');
        let alone = piece.split('>').next().unwrap().ends_with('/');
        depth += if closes { -1 } else { i32::from(!alone) };
        assert!(depth >= 0, "{piece}");
    }
    assert_eq!(depth, 0, "every element ends");
}

#[test]
fn without_a_mark_the_title_comes_first() {
    let case = cases().remove(0);
    let model = picture(&case.report, case.lang, &Around { mark: "", foot: &[] }).unwrap();
    assert!(model.title.starts_with(words(&model)[0]));
}
