//! Texts that only the second part of a module uses go with it.
//!
//! Which bytes are one text is told by the linker's map. A text moves when the second part takes hold of it, and
//! nothing that stays can: no number in a function of the first part points at it or into it, and no word of memory
//! does but in a table that only the second part uses. Such a table of texts goes too, and so do the texts with gaps
//! that `format!` fills. Whatever else memory holds stays, and so does all that is in doubt.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// Shorter texts cost more to move than they weigh.
const SHORTEST: u32 = 12;
/// A table may be addressed from this many bytes before its start, when its first places are never asked for.
const BEFORE_TABLE: u32 = 128;
/// Bytes of an address.
const WORD: usize = 4;

/// Tables that hold tables, and so on: more than there are.
const DEEPEST: usize = 6;

/// By the start of a symbol: the symbols that point at it or into it, and `None` for what is no symbol.
type Holders = BTreeMap<u32, Vec<Option<Range<u32>>>>;

/// The numbers that functions hold, which may be addresses.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    first: BTreeSet<u32>,
    later: BTreeSet<u32>,
}

impl Numbers {
    /// Notes every number of a line of a function.
    pub(super) fn note(&mut self, line: &str, in_first: bool) {
        let numbers = if in_first { &mut self.first } else { &mut self.later };
        for start in ["i32.const ", "i64.const ", "offset=", "0x"] {
            for rest in line.split(start).skip(1) {
                let digits = rest.split([' ', ')']).next().unwrap_or_default();
                let number = match start {
                    "0x" => u64::from_str_radix(digits, 16).ok(),
                    _ => digits.parse::<i64>().ok().map(i64::cast_unsigned),
                };
                // Two addresses may be written as one number.
                let words = number.into_iter().flat_map(|number| [number & 0xffff_ffff, number >> 32]);
                numbers.extend(words.filter_map(|word| u32::try_from(word).ok()));
            }
        }
    }

    fn in_first(&self, range: Range<u32>) -> bool {
        self.first.range(range).next().is_some()
    }

    fn in_later(&self, range: Range<u32>) -> bool {
        self.later.range(range).next().is_some()
    }
}

/// The memory that a module starts with: its segments by address.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memory(BTreeMap<u32, Vec<u8>>);

impl Memory {
    /// Of the lines of a module; `None` when one is not understood.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        lines
            .iter()
            .filter(|line| line.starts_with(" (data "))
            .map(|line| segment(line))
            .collect::<Option<_>>()
            .map(Self)
    }

    /// What stays, and the texts that only the second part uses. `map`: as the linker wrote it.
    pub(super) fn split(&self, map: &str, numbers: &Numbers) -> (Self, Self) {
        let mut symbols = symbols(map);
        symbols.extend(self.merged(map));
        symbols.sort_by_key(|symbol| symbol.start);
        let holders = self.holders(&symbols);
        let is_later = |text: &Range<u32>| {
            let held = holders.get(&text.start).map(Vec::as_slice).unwrap_or_default();
            !numbers.in_first(text.clone())
                && (numbers.in_later(text.clone()) || !held.is_empty())
                && held.iter().all(|table| is_later_table(table.as_ref(), &holders, numbers, DEEPEST))
        };
        let tables: BTreeSet<u32> = holders.values().flatten().flatten().map(|table| table.start).collect();
        let goes = symbols.iter().filter(|symbol| {
            symbol.end - symbol.start >= SHORTEST
                && match tables.contains(&symbol.start) {
                    true => is_later_table(Some(symbol), &holders, numbers, DEEPEST),
                    false => self.bytes(symbol).is_some_and(is_text) && is_later(symbol),
                }
        });
        let goes: BTreeSet<u32> = goes.flat_map(Clone::clone).collect();
        (self.only(|at| !goes.contains(&at)), self.only(|at| goes.contains(&at)))
    }

    /// Who points at each symbol.
    fn holders(&self, symbols: &[Range<u32>]) -> Holders {
        let mut holders = Holders::new();
        for (start, bytes) in &self.0 {
            for (at, word) in (*start..).zip(bytes.windows(WORD)) {
                let address = word.try_into().map_or(0, u32::from_le_bytes);
                if let Some(held) = symbol_at(symbols, address) {
                    holders.entry(held.start).or_default().push(symbol_at(symbols, at).cloned());
                }
            }
        }
        holders
    }

    /// Texts that the linker brought together in a place of its own, each ending with a zero.
    fn merged(&self, map: &str) -> Vec<Range<u32>> {
        let mut texts = Vec::new();
        for line in map.lines().filter(|line| line.ends_with("<internal>:(.rodata)")) {
            let Some(all) = extent(line) else { continue };
            let mut start = all.start;
            for (end, byte) in (all.start + 1..).zip(self.bytes(&all).unwrap_or_default()) {
                if *byte == 0 {
                    texts.push(start..end);
                    start = end;
                }
            }
        }
        texts
    }

    fn bytes(&self, symbol: &Range<u32>) -> Option<&[u8]> {
        let (start, bytes) = self.0.range(..=symbol.start).next_back()?;
        let from = usize::try_from(symbol.start - start).ok()?;
        bytes.get(from..from + symbol.len())
    }

    fn only(&self, is_wanted: impl Fn(u32) -> bool) -> Self {
        let mut wanted: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        for (start, bytes) in &self.0 {
            let mut open = None;
            for (at, byte) in (*start..).zip(bytes) {
                open = is_wanted(at).then(|| open.unwrap_or(at));
                if let Some(from) = open {
                    wanted.entry(from).or_default().push(*byte);
                }
            }
        }
        Self(wanted)
    }

    /// As segments of a module's text.
    pub(super) fn written(&self) -> String {
        let mut text = String::new();
        for (start, bytes) in &self.0 {
            let _ = write!(text, " (data (i32.const {start}) \"");
            for byte in bytes {
                let _ = write!(text, "\\{byte:02x}");
            }
            text.push_str("\")\n");
        }
        text
    }
}

/// Whether only the second part can reach a table: through numbers of its own, or through such tables.
fn is_later_table(table: Option<&Range<u32>>, holders: &Holders, numbers: &Numbers, deepest: usize) -> bool {
    let Some(table) = table.filter(|_| deepest > 0) else { return false };
    let range = table.start.saturating_sub(BEFORE_TABLE)..table.end;
    let held = holders.get(&table.start).map(Vec::as_slice).unwrap_or_default();
    !numbers.in_first(range.clone())
        && (numbers.in_later(range) || !held.is_empty())
        && held.iter().all(|table| is_later_table(table.as_ref(), holders, numbers, deepest - 1))
}

/// Plain text, or text with gaps.
fn is_text(bytes: &[u8]) -> bool {
    let text = |bytes| std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(char::is_control));
    text(bytes) || pieces(bytes).is_some_and(|pieces| pieces.into_iter().all(text))
}

/// The pieces of a text with gaps, as rustc writes it for `format!`: each behind its length, gaps as a byte with the two
/// highest bits, the rest of which tells how many bytes say how to write what comes there, and a zero at the end.
fn pieces(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    loop {
        let (&kind, after) = rest.split_first()?;
        let (skipped, length) = match kind {
            0 => return after.is_empty().then_some(pieces),
            1..=0x7f => (0, kind.into()),
            0x80 => (2, usize::from(u16::from_le_bytes(after.get(..2)?.try_into().ok()?))),
            0xc0.. => {
                let two = (kind >> 1 & 7).count_ones();
                (usize::from(kind & 1) * 4 + usize::try_from(two).ok()? * 2, 0)
            }
            _ => return None,
        };
        pieces.push(after.get(skipped..skipped + length)?);
        rest = after.get(skipped + length..)?;
    }
}

/// Address and bytes of ` (data $name (i32.const 8) "a\00")`.
fn segment(line: &str) -> Option<(u32, Vec<u8>)> {
    let (_, rest) = line.split_once("(i32.const ")?;
    let (start, rest) = rest.split_once(") \"")?;
    let mut letters = rest.strip_suffix("\")")?.bytes();
    let mut bytes = Vec::new();
    while let Some(letter) = letters.next() {
        bytes.push(match letter {
            b'\\' => match letters.next()? {
                b't' => b'\t',
                b'n' => b'\n',
                b'r' => b'\r',
                sign @ (b'"' | b'\'' | b'\\') => sign,
                high => u8::from_str_radix(std::str::from_utf8(&[high, letters.next()?]).ok()?, 16).ok()?,
            },
            plain => plain,
        });
    }
    Some((start.parse().ok()?, bytes))
}

/// The read-only symbols of a linker's map, in order.
fn symbols(map: &str) -> Vec<Range<u32>> {
    symbols_of(map, |_| true)
}

/// Those on lines that are wanted: lines of address, offset and size, and the section they are from.
pub(crate) fn symbols_of(map: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<Range<u32>> {
    let symbol = |line: &str| {
        let is_symbol = line.contains(":(.rodata.") && is_wanted(line);
        is_symbol.then(|| extent(line)).flatten()
    };
    let mut symbols: Vec<Range<u32>> = map.lines().filter_map(symbol).collect();
    symbols.sort_by_key(|symbol| symbol.start);
    symbols
}

/// Address, offset and size begin a line of the map.
fn extent(line: &str) -> Option<Range<u32>> {
    let mut words = line.split_whitespace();
    let mut number = || u32::from_str_radix(words.next()?, 16).ok();
    let (start, _, size) = (number()?, number()?, number()?);
    Some(start..start.checked_add(size)?)
}

/// A line that is a segment of memory, with zeros for these symbols; nothing when it is another line.
pub(crate) fn without(line: &str, symbols: &[Range<u32>]) -> Option<String> {
    let (start, mut bytes) = line.starts_with(" (data ").then(|| segment(line))??;
    for (at, byte) in (start..).zip(&mut bytes) {
        if symbol_at(symbols, at).is_some() {
            *byte = 0;
        }
    }
    Some(Memory(BTreeMap::from([(start, bytes)])).written().trim_end().to_owned())
}

fn symbol_at(symbols: &[Range<u32>], address: u32) -> Option<&Range<u32>> {
    let before = symbols.partition_point(|symbol| symbol.start <= address);
    symbols.get(before.checked_sub(1)?).filter(|symbol| symbol.contains(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "    Addr      Off     Size Out     In      Symbol
      10       0        40 .rodata
      10       0        10         a.o:(.rodata..Lanon.1)
      20      10        10         a.o:(.rodata..Lanon.2)
      30      20        10         a.o:(.rodata..Lanon.3)
      40      30         8         a.o:(.rodata.table)
";

    /// Three texts of 16 bytes from address 16, and a table that points at the third.
    fn memory() -> Memory {
        let table = r"\30\00\00\00\05\00\00\00";
        let line = format!(
            " (data $.rodata (i32.const 16) \"first text here.second text too\\21third text there{table}\")"
        );
        Memory::of(&[&line]).expect("is understood")
    }

    fn moved(first: &str, later: &str) -> String {
        let mut numbers = Numbers::default();
        numbers.note(first, true);
        numbers.note(later, false);
        let (stays, goes) = memory().split(MAP, &numbers);
        assert_eq!(stays.0.values().chain(goes.0.values()).map(Vec::len).sum::<usize>(), 56);
        let texts = goes.0.into_values().map(|bytes| String::from_utf8(bytes).unwrap());
        texts.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_text_of_the_second_part_alone_goes_with_it() {
        assert_eq!(moved("(i32.const 16)", "(i32.const 32)"), "second text too!");
        // With nothing of the first part near, the table is the second's too.
        let all = "first text here.second text too!third text there";
        assert_eq!(moved("", "(i32.const 16)(i32.const 32)"), all);
    }

    #[test]
    fn what_nobody_takes_hold_of_stays() {
        assert_eq!(moved("", ""), "");
    }

    #[test]
    fn what_the_first_part_may_reach_stays() {
        for first in [
            "(i32.const 32)",
            "(i32.const 40)",
            "(i32.load offset=33",
            "(i64.const 68719476768)",
            "0x00000020",
        ] {
            assert_eq!(moved(first, "(i32.const 32)"), "", "{first}");
        }
    }

    #[test]
    fn a_text_in_a_table_goes_when_the_table_is_of_the_second_part_alone() {
        assert_eq!(moved("", "(i32.const 64)"), "third text there");
        assert_eq!(moved("(i32.const 64)", "(i32.const 64)"), "");
        assert_eq!(
            moved("(i32.load offset=60", "(i32.const 64)"),
            "",
            "a table can be addressed from before its start"
        );
        assert_eq!(moved("", ""), "", "a table that nobody is known to use");
    }

    #[test]
    fn a_table_of_texts_goes_with_them() {
        let map = "10 0 10 a.o:(.rodata..Lanon.1)\n20 10 10 a.o:(.rodata.TABLE)\n";
        let table = r"\10\00\00\00\05\00\00\00\15\00\00\00\05\00\00\00";
        let line = format!(" (data $.rodata (i32.const 16) \"first text here.{table}\")");
        let memory = Memory::of(&[&line]).expect("is understood");
        for (first, stays) in
            [("", 0), ("(i32.const 32)", 32), ("(i32.const 31)", 32), ("(i32.const 16)", 32)]
        {
            let mut numbers = Numbers::default();
            numbers.note(first, true);
            numbers.note("(i32.const 32)", false);
            let (left, _) = memory.split(map, &numbers);
            assert_eq!(left.0.values().map(Vec::len).sum::<usize>(), stays, "{first}");
        }
    }

    #[test]
    fn texts_that_the_linker_brought_together_are_told_apart() {
        let line = " (data $.rodata (i32.const 16) \"\\05half \\c0\\05 done\\00\\0bstill open \\c0\\00\")";
        let memory = Memory::of(&[line]).expect("is understood");
        let mut numbers = Numbers::default();
        numbers.note("(i32.const 16)", true);
        numbers.note("(i32.const 30)", false);
        let (stays, goes) = memory.split("10 0 1c <internal>:(.rodata)\n", &numbers);
        assert_eq!(stays.0, BTreeMap::from([(16, b"\x05half \xc0\x05 done\0".to_vec())]));
        assert_eq!(goes.0, BTreeMap::from([(30, b"\x0bstill open \xc0\0".to_vec())]));
    }

    #[test]
    fn a_text_with_gaps_is_a_text() {
        let gaps = b"\x05half \xc0\x04 and\xc3\x01\x00\x00\x00\x02\x00\x80\x03\x00end\x00";
        assert_eq!(pieces(gaps).map(|pieces| pieces.concat()), Some(b"half  andend".to_vec()));
        assert!(is_text(gaps) && is_text("één".as_bytes()));
        for other in [&b"\x05half"[..], b"\x01a\x00b", b"\x01\xff\x00", b"\x90\x00", b"a\x07", b"\x80\x01"] {
            assert!(!is_text(other), "{other:?}");
        }
    }

    #[test]
    fn segments_are_read_and_written() {
        let line = r#" (data $a (i32.const 8) "a\00\"\\\n\e9")"#;
        let memory = Memory::of(&[line]).expect("is understood");
        assert_eq!(memory.0, BTreeMap::from([(8, b"a\0\"\\\n\xe9".to_vec())]));
        assert_eq!(memory.written(), " (data (i32.const 8) \"\\61\\00\\22\\5c\\0a\\e9\")\n");
        assert_eq!(Memory::of(&[memory.written().trim_end()]), Some(memory));
        assert_eq!(Memory::of(&[" (data $passive \"a\")"]), None);
    }
}
