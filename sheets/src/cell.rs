//! What a cell says, as text: dates in ISO, numbers without needless zeros.

use calamine::{DataType, ExcelDateTime};

/// The text of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Text {
    /// Nothing.
    Empty,
    /// A formula that went wrong, such as `#N/A`: as good as nothing, and counted.
    Error,
    /// Words, as they stand.
    Words(String),
    /// A number, a date, a time or a yes or no, in one spelling.
    Figure(String),
}

/// Reads a value of any of the formats.
pub(crate) fn text(value: &impl DataType) -> Text {
    if let Some(words) = value.get_string() {
        return words_of(words);
    }
    if let Some(number) = value.get_float() {
        return Text::Figure(number_of(number));
    }
    if let Some(number) = value.get_int() {
        return Text::Figure(number.to_string());
    }
    if let Some(moment) = value.get_datetime() {
        return Text::Figure(moment_of(&moment));
    }
    if let Some(iso) = value.get_datetime_iso() {
        return Text::Figure(iso_of(iso));
    }
    if let Some(yes) = value.get_bool() {
        return Text::Figure(if yes { "ja" } else { "nee" }.to_owned());
    }
    if let Some(duration) = value.get_duration_iso() {
        return words_of(duration);
    }
    if value.is_error() { Text::Error } else { Text::Empty }
}

/// Words without the control characters that no text file has; line ends and tabs stay.
fn words_of(words: &str) -> Text {
    if words.is_empty() {
        return Text::Empty;
    }
    let odd = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    if ERRORS.contains(&words) {
        return Text::Error;
    }
    Text::Words(if words.contains(odd) { words.replace(odd, " ") } else { words.to_owned() })
}

/// Errors of formulas, as ODS writes them in a cell's text. Excel's own files hold them as a kind of value.
const ERRORS: [&str; 9] =
    ["#N/A", "#N/B", "#VALUE!", "#WAARDE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

/// Fifteen digits, as many as a spreadsheet keeps: 0.1 + 0.2 is 0.3.
fn number_of(number: f64) -> String {
    let shortest = number.to_string();
    if shortest.len() <= 16 || !number.is_finite() {
        return shortest;
    }
    format!("{number:.14e}").parse::<f64>().map_or(shortest, |rounded| rounded.to_string())
}

/// `2024-12-31`, with the time behind it unless it is midnight; a time alone as `13:45`.
fn moment_of(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = clock(hour, minute, second);
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return time.unwrap_or_else(|| "0:00".to_owned());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    time.map_or(date.clone(), |time| format!("{date} {time}"))
}

fn clock(hour: u8, minute: u8, second: u8) -> Option<String> {
    match (hour, minute, second) {
        (0, 0, 0) => None,
        (_, _, 0) => Some(format!("{hour}:{minute:02}")),
        _ => Some(format!("{hour}:{minute:02}:{second:02}")),
    }
}

/// `2024-12-31T00:00:00` as ODS writes it.
fn iso_of(iso: &str) -> String {
    match iso.split_once('T') {
        None => iso.to_owned(),
        Some((date, time)) if time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.' | b'Z')) => {
            date.to_owned()
        }
        Some((date, time)) => {
            let time = time.split('.').next().unwrap_or(time);
            let minutes = time.strip_suffix(":00").filter(|minutes| minutes.contains(':'));
            format!("{date} {}", minutes.unwrap_or(time))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, Data, ExcelDateTimeType};

    fn date(serial: f64, is_1904: bool) -> Text {
        text(&Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904)))
    }

    fn figure(text: &str) -> Text {
        Text::Figure(text.to_owned())
    }

    #[test]
    fn dates_of_both_epochs_are_iso() {
        // The same day in both epochs, and the days around the leap day that 1900 did not have.
        assert_eq!(date(45657.0, false), figure("2024-12-31"));
        assert_eq!(date(44195.0, true), figure("2024-12-31"));
        assert_eq!(date(1.0, false), figure("1900-01-01"));
        assert_eq!(date(59.0, false), figure("1900-02-28"));
        assert_eq!(date(61.0, false), figure("1900-03-01"));
        assert_eq!(date(366.0, false), figure("1900-12-31"));
        assert_eq!(date(367.0, false), figure("1901-01-01"));
        assert_eq!(date(1.0, true), figure("1904-01-02"));
    }

    #[test]
    fn a_time_is_kept_unless_it_is_midnight() {
        assert_eq!(date(45657.5625, false), figure("2024-12-31 13:30"));
        assert_eq!(date(0.5625, false), figure("13:30"));
        assert_eq!(text(&Data::DateTimeIso("2024-12-31T00:00:00".into())), figure("2024-12-31"));
        assert_eq!(text(&Data::DateTimeIso("2024-12-31T08:05:00".into())), figure("2024-12-31 08:05"));
        assert_eq!(text(&Data::DateTimeIso("2024-12-31".into())), figure("2024-12-31"));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(text(&Data::Float(12.0)), figure("12"));
        assert_eq!(text(&Data::Float(0.1 + 0.2)), figure("0.3"));
        assert_eq!(text(&Data::Float(-2.5)), figure("-2.5"));
        assert_eq!(text(&Data::Float(202_400_001.0)), figure("202400001"));
        assert_eq!(text(&Data::Int(7)), figure("7"));
        assert_eq!(text(&Data::Bool(true)), figure("ja"));
    }

    #[test]
    fn errors_are_no_text() {
        assert_eq!(text(&Data::Error(CellErrorType::NA)), Text::Error);
        assert_eq!(text(&Data::String("#N/A".into())), Text::Error);
        assert_eq!(text(&Data::Empty), Text::Empty);
        assert_eq!(text(&Data::String(String::new())), Text::Empty);
        assert_eq!(text(&Data::String("a\u{7}b\nc".into())), Text::Words("a b\nc".into()));
    }
}
