//! How wide words are, and how they are broken or shortened to fit.
//!
//! Measuring is behind a trait: the page asks its canvas, everything else the
//! table below. Nothing here touches a backend or the host's page.

/// Tells how wide a line of words is drawn.
pub trait TextMeasurer {
    /// Width in CSS pixels of `text` in letters of `size` CSS pixels.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

/// Measures by a table of DejaVu Sans (as wide as Verdana): of the usual
/// families the widest, so what fits by this table fits everywhere.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableMeasurer;

/// Thousandths of the size, for the characters from space to `~`.
const NORMAL: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
    500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696,
    696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372,
    372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838,
    500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595,
    478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

impl TextMeasurer for TableMeasurer {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        text.chars().map(|character| thousandths(character, bold)).sum::<f64>() * size / 1000.0
    }
}

fn thousandths(character: char, bold: bool) -> f64 {
    let table = if bold { &BOLD } else { &NORMAL };
    let code = character as usize;
    if let Some(width) = code.checked_sub(32).and_then(|place| table.get(place)) {
        return f64::from(*width);
    }
    match character {
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{a0}' => 318.0,
        '\u{2009}' | '\u{202f}' => 200.0,
        '–' | '‘' | '’' => 500.0,
        'ì'..='ï' | '·' => {
            if bold {
                380.0
            } else {
                318.0
            }
        }
        // Letters beyond the table: as wide as the widest usual ones, so that they never overflow.
        '\u{a1}'..='\u{24f}' => 790.0,
        _ => 1000.0,
    }
}

/// Breaks words over at most `lines` lines of at most `width`; the last line is
/// shortened with `…` when not all fits.
pub(super) fn wrap(
    text: &str,
    width: f64,
    size: f64,
    bold: bool,
    lines: usize,
    measurer: &dyn TextMeasurer,
) -> Vec<String> {
    let fits = |line: &str| measurer.width(line, size, bold) <= width;
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    // Not at every white space: a no-break space holds `n = 37` together.
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.peek() {
        let longer = if line.is_empty() { (*word).to_owned() } else { format!("{line} {word}") };
        if fits(&longer) || (line.is_empty() && done.len() + 1 < lines) {
            line = longer;
            words.next();
        } else if done.len() + 1 < lines {
            done.push(std::mem::take(&mut line));
        } else {
            line = longer;
            line.extend(words.by_ref().skip(1).flat_map(|word| [" ", word]));
        }
    }
    done.push(line);
    done.into_iter().map(|line| shorten(&line, width, size, bold, measurer)).collect()
}

/// The words, or as many of their first characters as fit with `…` behind.
pub(super) fn shorten(text: &str, width: f64, size: f64, bold: bool, measurer: &dyn TextMeasurer) -> String {
    if measurer.width(text, size, bold) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let short: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if measurer.width(&short, size, bold) <= width {
            return short;
        }
    }
    "…".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FITS: f64 = 104.0;

    fn wrapped(text: &str, lines: usize) -> Vec<String> {
        wrap(text, FITS, 14.0, false, lines, &TableMeasurer)
    }

    #[test]
    fn a_character_is_measured_not_a_byte() {
        let measure = |text| TableMeasurer.width(text, 10.0, false);
        assert!((measure("e") - 6.15).abs() < 1e-9);
        assert!(measure("é") < 2.0 * measure("e"));
        assert!(TableMeasurer.width("Trauma", 14.0, true) > TableMeasurer.width("Trauma", 14.0, false));
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(wrapped("Trauma", 2), ["Trauma"]);
        assert_eq!(wrapped("", 2), [""]);
    }

    #[test]
    fn long_words_are_broken_and_then_shortened() {
        assert_eq!(wrapped("Overige psychiatrische", 2), ["Overige", "psychiatrische"]);
        assert_eq!(wrapped("Overige psychiatrische problematiek", 2), ["Overige", "psychiatrisc…"]);
        assert_eq!(wrapped("Meervoudigeproblematiekenzo voort", 2).len(), 2);
    }

    #[test]
    fn every_line_fits_whatever_the_words() {
        for text in
            ["x", "ééééééééééééééééééééé", "een twee drie vier vijf zes zeven", "1234567890123456 a b c"]
        {
            for lines in 1..4 {
                let broken = wrapped(text, lines);
                assert!(broken.len() <= lines);
                assert!(
                    broken.iter().all(|line| TableMeasurer.width(line, 14.0, false) <= FITS),
                    "{broken:?}"
                );
            }
        }
    }
}
