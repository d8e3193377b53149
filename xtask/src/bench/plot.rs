//! Draws how time and memory grow with cases, both axes by powers of ten: a straight line that rises one power for
//! each is growth in step with the cases.

use super::page::{Line, OURS};
use std::fmt::Write as _;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 260.0;

/// What is drawn of a line.
type Value = fn(&Line) -> Option<f64>;

/// Two charts, one below the other.
pub(super) fn growth(lines: &[Line]) -> String {
    let charts: [(&str, Value); 2] = [
        ("milliseconds from file to charts", |line| line.drawn),
        ("MiB, peak of the page", |line| line.memory),
    ];
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" font-family=\"sans-serif\" \
         font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        HEIGHT * 2.0
    );
    for (place, (title, value)) in charts.into_iter().enumerate() {
        let _written =
            write!(text, "<g transform=\"translate(0 {})\">", if place == 0 { 0.0 } else { HEIGHT });
        chart(title, lines, value, &mut text);
        text += "</g>\n";
    }
    text + "</svg>\n"
}

/// Where a number of cases and a value stand: both by powers of ten, from the first to the last of `across` and `up`.
struct Scale {
    across: (f64, f64),
    up: (f64, f64),
}

impl Scale {
    fn of(points: &[(f64, f64)]) -> Self {
        let ends = |of: &dyn Fn(&(f64, f64)) -> f64| {
            let powers = || points.iter().map(|point| of(point).log10());
            let (least, most) =
                (powers().fold(f64::INFINITY, f64::min), powers().fold(f64::NEG_INFINITY, f64::max));
            if least <= most { (least.floor(), most.ceil().max(least.floor() + 1.0)) } else { (0.0, 1.0) }
        };
        Self { across: ends(&|point| point.0), up: ends(&|point| point.1) }
    }

    fn x(&self, cases: f64) -> f64 {
        LEFT + (cases.log10() - self.across.0) / (self.across.1 - self.across.0) * (RIGHT - LEFT)
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (value.log10() - self.up.0) / (self.up.1 - self.up.0) * (BOTTOM - TOP)
    }

    /// A line and a number at each power of ten.
    fn axes(&self, text: &mut String) {
        for cases in powers(self.across) {
            let (at, below) = (self.x(cases), BOTTOM + 16.0);
            let _written = write!(
                text,
                "<path d=\"M{at:.1} {TOP}V{BOTTOM}\" stroke=\"#ddd\"/><text x=\"{at:.1}\" y=\"{below}\" \
                 text-anchor=\"middle\">{cases}</text>"
            );
        }
        for value in powers(self.up) {
            let (at, beside) = (self.y(value), LEFT - 6.0);
            let _written = write!(
                text,
                "<path d=\"M{LEFT} {at:.1}H{RIGHT}\" stroke=\"#ddd\"/><text x=\"{beside}\" y=\"{:.1}\" \
                 text-anchor=\"end\">{value}</text>",
                at + 4.0
            );
        }
    }

    /// As it would be if each case took as much as one of the most.
    fn in_step(&self, (cases, value): (f64, f64), text: &mut String) {
        let least = 10_f64.powf(self.across.0).max(cases * 10_f64.powf(self.up.0) / value);
        let (x, y) = (self.x(least), self.y(value * least / cases));
        let _written = write!(
            text,
            "<path d=\"M{x:.1} {y:.1}L{:.1} {:.1}\" stroke=\"#154273\" stroke-dasharray=\"4 4\" fill=\"none\"/>",
            self.x(cases),
            self.y(value)
        );
    }
}

fn chart(title: &str, lines: &[Line], value: Value, text: &mut String) {
    let points = |peer: &str| -> Vec<(f64, f64)> {
        let of = lines.iter().filter(|line| line.peer == peer);
        of.filter_map(|line| Some((line.rows, value(line)?))).filter(|(_, value)| *value > 0.0).collect()
    };
    let mut peers: Vec<&str> = Vec::new();
    for line in lines {
        // One whose figures are wrong has no times.
        if value(line).is_some() && !peers.contains(&line.peer.as_str()) {
            peers.push(&line.peer);
        }
    }
    let all: Vec<(f64, f64)> = peers.iter().flat_map(|peer| points(peer)).collect();
    let scale = Scale::of(&all);
    let _written = write!(text, "<text x=\"{LEFT}\" y=\"20\" font-size=\"13\">{title}</text>");
    scale.axes(text);
    let most = points(OURS).into_iter().reduce(|one, other| if other.0 > one.0 { other } else { one });
    most.into_iter().for_each(|most| scale.in_step(most, text));
    let mut colours = COLOURS.iter().cycle();
    for (place, peer) in (0_u32..).zip(peers) {
        let drawn: Vec<String> = points(peer)
            .iter()
            .map(|&(cases, value)| format!("{:.1},{:.1}", scale.x(cases), scale.y(value)))
            .collect();
        let (name, colour, thick) = match peer {
            OURS => ("BEN-monitor", "#154273", 3.0),
            _ => (peer, *colours.next().unwrap_or(&"#777777"), 1.2),
        };
        let (row, beside) = (TOP + 15.0 * f64::from(place), RIGHT + 12.0);
        let _written = write!(
            text,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thick}\"/>\
             <text x=\"{beside}\" y=\"{row}\" fill=\"{colour}\">{name}</text>",
            drawn.join(" ")
        );
    }
}

/// The powers of ten between two of them.
fn powers(ends: (f64, f64)) -> impl Iterator<Item = f64> {
    let powers = std::iter::successors(Some(ends.0), |power| Some(power + 1.0));
    powers.take_while(move |power| *power <= ends.1).map(|power| 10_f64.powf(power))
}

const COLOURS: [&str; 6] = ["#b45309", "#777777", "#0f766e", "#9f1239", "#6d28d9", "#4d7c0f"];
