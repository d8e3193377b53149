//! Textures in the place of tones, for who sees but one colour: a bar of what is not known is an outline, one behind
//! another is striped.

use super::model::{ChartModel, Ink, Shape};

/// From one stripe to the next, in CSS pixels.
const STEP: f64 = 3.0;

/// The same drawing with textures; `line` is how thick their lines are.
#[inline(never)]
pub fn textured(mut model: ChartModel, line: f64) -> ChartModel {
    let mut shapes = Vec::new();
    for shape in model.shapes {
        match shape {
            Shape::Rect { x, y, width, height, ink: ink @ (Ink::Unknown | Ink::MarkSoft) } => {
                outlined((x, y, width, height), line, ink == Ink::MarkSoft, &mut shapes);
            }
            other => shapes.push(other),
        }
    }
    model.shapes = shapes;
    model
}

fn outlined((x, y, width, height): (f64, f64, f64, f64), line: f64, striped: bool, shapes: &mut Vec<Shape>) {
    let mut rule = |x: f64, y: f64, width: f64, height: f64| {
        shapes.push(Shape::Rect { x, y, width, height, ink: Ink::Ink });
    };
    rule(x, y, width, line);
    rule(x, y + height - line, width, line);
    rule(x, y, line, height);
    rule(x + width - line, y, line, height);
    let mut at = y + STEP;
    while striped && at < y + height - line {
        rule(x, at, width, line);
        at += STEP;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(shapes: Vec<Shape>) -> ChartModel {
        let words = String::new;
        let (title, subtitle, description) = (words(), words(), words());
        ChartModel { width: 80.0, height: 40.0, title, subtitle, description, shapes, marks: Vec::new() }
    }

    fn drawn(ink: Ink) -> Vec<Shape> {
        let bar = Shape::Rect { x: 10.0, y: 20.0, width: 50.0, height: 12.0, ink };
        textured(around(vec![bar]), 1.0).shapes
    }

    #[test]
    fn what_is_not_known_is_an_outline_and_what_is_behind_is_striped() {
        assert_eq!(drawn(Ink::Unknown).len(), 4);
        assert_eq!(drawn(Ink::MarkSoft).len(), 4 + 3);
        assert_eq!(drawn(Ink::Mark).len(), 1);
        for shape in drawn(Ink::MarkSoft) {
            let Shape::Rect { x, y, width, height, ink } = shape else { panic!("{shape:?}") };
            assert_eq!(ink, Ink::Ink);
            assert!(x >= 10.0 && x + width <= 60.0 && y >= 20.0 && y + height <= 32.0);
            assert!(width.min(height) <= 1.0, "a line");
        }
    }
}
