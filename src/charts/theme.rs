//! Which colour an [`Ink`] is. Data only: read from the page's style or one of three sets.

use plotters::style::RGBColor;
use serde::{Deserialize, Deserializer, de::Error as _};

use super::model::Ink;

/// The colours and letters of a drawing. As JSON: hex strings by name, and `fontFamily`.
///
/// ```
/// use ben_monitor::charts::Theme;
/// let theme: Theme = serde_json::from_str(r##"{ "accent": "#0b6672" }"##)?;
/// assert_eq!(theme, Theme::light());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Theme {
    /// Words and base lines.
    pub ink: Colour,
    /// Words that matter less.
    pub soft: Colour,
    /// Rules behind the data.
    pub line: Colour,
    /// The ground.
    pub paper: Colour,
    /// What the title speaks of.
    pub accent: Colour,
    /// Around what the title speaks of.
    pub accent_soft: Colour,
    /// Data.
    pub mark: Colour,
    /// Data in the background.
    pub mark_soft: Colour,
    /// Missing answers.
    pub unknown: Colour,
    /// A caution.
    pub warn: Colour,
    /// Families of letters as CSS names them.
    pub font_family: String,
}

/// A colour: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Default for Theme {
    fn default() -> Self {
        Self::light()
    }
}

impl Theme {
    /// Dark words on white.
    pub fn light() -> Self {
        Self {
            ink: Colour(0x1b, 0x24, 0x30),
            soft: Colour(0x5a, 0x66, 0x75),
            line: Colour(0xdf, 0xe3, 0xe8),
            paper: Colour(0xff, 0xff, 0xff),
            accent: Colour(0x0b, 0x66, 0x72),
            accent_soft: Colour(0x9c, 0xc7, 0xcc),
            mark: Colour(0x7d, 0x8b, 0x99),
            mark_soft: Colour(0xc9, 0xd1, 0xd9),
            unknown: Colour(0xb9, 0xbf, 0xc6),
            warn: Colour(0x8a, 0x4b, 0x00),
            font_family: "system-ui, \"Segoe UI\", \"DejaVu Sans\", sans-serif".to_owned(),
        }
    }

    /// Light words on near black.
    pub fn dark() -> Self {
        Self {
            ink: Colour(0xe8, 0xed, 0xf2),
            soft: Colour(0xa3, 0xaf, 0xbb),
            line: Colour(0x2e, 0x38, 0x43),
            paper: Colour(0x12, 0x18, 0x1f),
            accent: Colour(0x4f, 0xc3, 0xcf),
            accent_soft: Colour(0x24, 0x60, 0x6a),
            mark: Colour(0x83, 0x92, 0xa1),
            mark_soft: Colour(0x3c, 0x48, 0x54),
            unknown: Colour(0x4c, 0x57, 0x63),
            warn: Colour(0xf0, 0xb4, 0x5c),
            ..Self::light()
        }
    }

    /// Black on white, every tone at least 4.5 to 1 but the rules behind the data.
    pub fn contrast() -> Self {
        Self {
            ink: Colour(0, 0, 0),
            soft: Colour(0x26, 0x2b, 0x31),
            line: Colour(0x8a, 0x90, 0x97),
            accent: Colour(0x00, 0x4a, 0x54),
            accent_soft: Colour(0x5c, 0x9d, 0xa5),
            mark: Colour(0x59, 0x63, 0x6e),
            mark_soft: Colour(0x6f, 0x78, 0x82),
            unknown: Colour(0x70, 0x77, 0x80),
            warn: Colour(0x6e, 0x3a, 0x00),
            ..Self::light()
        }
    }

    /// Reads the colours as hex texts, in the order of the fields, and behind them the families of letters, with a
    /// space between: `#1b2430 #5a6675 … system-ui, sans-serif`.
    pub fn from_words(text: &str) -> Option<Self> {
        let mut words = text.splitn(11, ' ');
        let mut colour = || Colour::from_hex(words.next()?);
        Some(Self {
            ink: colour()?,
            soft: colour()?,
            line: colour()?,
            paper: colour()?,
            accent: colour()?,
            accent_soft: colour()?,
            mark: colour()?,
            mark_soft: colour()?,
            unknown: colour()?,
            warn: colour()?,
            font_family: words.next()?.to_owned(),
        })
    }

    /// Whether data have the colour of words, as where the system forces its own: then textures tell kinds of data
    /// apart.
    pub fn has_one_colour(&self) -> bool {
        self.mark == self.ink
    }

    /// The colour of one ink.
    pub fn colour(&self, ink: Ink) -> Colour {
        match ink {
            Ink::Ink => self.ink,
            Ink::Soft => self.soft,
            Ink::Line => self.line,
            Ink::Paper => self.paper,
            Ink::Accent => self.accent,
            Ink::AccentSoft => self.accent_soft,
            Ink::Mark => self.mark,
            Ink::MarkSoft => self.mark_soft,
            Ink::Unknown => self.unknown,
            Ink::Warn => self.warn,
        }
    }
}

impl Colour {
    /// Reads `#rgb` or `#rrggbb`; `None` for anything else.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let doubled: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let part = |from: usize| u8::from_str_radix(doubled.get(from..from + 2)?, 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    pub(super) fn rgb(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text).ok_or_else(|| D::Error::custom("a colour is #rgb or #rrggbb"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_short_and_long_hex_and_refuses_the_rest() {
        assert_eq!(Colour::from_hex("#0b6672"), Some(Colour(0x0b, 0x66, 0x72)));
        assert_eq!(Colour::from_hex(" #fff "), Some(Colour(255, 255, 255)));
        for wrong in ["", "#", "fff", "#ffff", "#12345g", "rgb(0,0,0)", "#éé"] {
            assert_eq!(Colour::from_hex(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn reads_all_colours_and_the_letters_behind_them() {
        let light = Theme::light();
        let Colour(red, green, blue) = light.ink;
        let words = format!(
            "#{red:02x}{green:02x}{blue:02x} #5a6675 #dfe3e8 #ffffff #0b6672 #9cc7cc #7d8b99 #c9d1d9 #b9bfc6 \
             #8a4b00 {}",
            light.font_family
        );
        assert_eq!(Theme::from_words(&words), Some(light));
        assert_eq!(Theme::from_words("#fff #fff serif"), None);
    }

    fn luminance(colour: Colour) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.03928 { value / 12.92 } else { (2.4 * ((value + 0.055) / 1.055).ln()).exp() }
        };
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2)
    }

    /// The contrast of WCAG 2, 1–21.
    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// A colour seen through another that lies over it.
    fn under(ground: Colour, over: Colour, opacity: f64) -> Colour {
        let part = |ground: u8, over: u8| {
            let mixed = f64::from(ground) * (1.0 - opacity) + f64::from(over) * opacity;
            (0..=u8::MAX).find(|value| f64::from(*value) >= mixed).unwrap_or(u8::MAX)
        };
        Colour(part(ground.0, over.0), part(ground.1, over.1), part(ground.2, over.2))
    }

    #[test]
    fn numbers_can_be_read_on_the_strongest_tone() {
        for theme in [Theme::light(), Theme::dark(), Theme::contrast()] {
            let ground = under(theme.paper, theme.accent, super::super::tint::STRONGEST);
            assert!(contrast(theme.ink, ground) >= 4.5, "{theme:?}");
        }
    }

    #[test]
    fn words_can_be_read_and_data_can_be_seen() {
        for theme in [Theme::light(), Theme::dark(), Theme::contrast()] {
            for ink in [Ink::Ink, Ink::Soft, Ink::Accent, Ink::Warn] {
                assert!(contrast(theme.colour(ink), theme.paper) >= 4.5, "{ink:?} of {theme:?}");
            }
            for ink in [Ink::Mark, Ink::Accent] {
                assert!(contrast(theme.colour(ink), theme.paper) >= 3.0, "{ink:?} of {theme:?}");
            }
        }
    }
}
