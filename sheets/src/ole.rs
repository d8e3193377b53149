//! The container of older Office files (MS-CFB), and in it the records of an
//! XLS workbook (MS-XLS): looked over before calamine reads them, for it holds
//! each sheet as a full rectangle and believes what the file says of its size.

use crate::refusal::{Code, Refusal, Result};

const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const HEADER_BYTES: usize = 512;
/// Sectors of the table of sectors that are named in the header itself.
const NAMED_IN_HEADER: usize = 109;
/// Numbers of sectors from here on are marks.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
const ENTRY_BYTES: usize = 128;
/// Streams shorter than this are kept in small sectors.
const SHORT_STREAM_BYTES: u64 = 4096;
const SHORT_SECTOR_BYTES: usize = 64;
/// Most cells in the rectangles of all sheets together.
pub(crate) const MAX_CELLS: u64 = 6_000_000;

pub(crate) fn is_ole(head: &[u8]) -> bool {
    head.starts_with(MAGIC) || (head.len() < MAGIC.len() && head.len() >= 4 && MAGIC.starts_with(head))
}

/// Looks an XLS file over; clears what it says of its own dimensions, which is
/// only a hint of how much memory to set aside.
pub(crate) fn look_over(bytes: &mut [u8]) -> Result<()> {
    let container = Container::open(bytes)?;
    let (workbook, places) = container.workbook()?;
    for hint in records::look_over(&workbook)? {
        for at in hint {
            if let Some(byte) = places.get(at).and_then(|place| bytes.get_mut(place)) {
                *byte = 0;
            }
        }
    }
    Ok(())
}

/// Where in the file a stream's blocks are.
struct Places {
    blocks: Vec<usize>,
    block_bytes: usize,
}

impl Places {
    fn get(&self, at: usize) -> Option<usize> {
        Some(self.blocks.get(at / self.block_bytes)? + at % self.block_bytes)
    }
}

struct Entry {
    name: String,
    start: u32,
    bytes: u64,
}

struct Container<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    next: Vec<u32>,
    short_next: Vec<u32>,
    entries: Vec<Entry>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self> {
        let sector_bytes = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Refusal(Code::Damaged)),
        };
        let mut container =
            Self { bytes, sector_bytes, next: Vec::new(), short_next: Vec::new(), entries: Vec::new() };
        container.next = container.table()?;
        let directory = container.chain(u32_at(bytes, 48)?)?;
        for block in directory {
            container.read_entries(block)?;
        }
        if u32_at(bytes, 64)? > 0 {
            for block in container.chain(u32_at(bytes, 60)?)? {
                let sector = bytes.get(block..(block + sector_bytes).min(bytes.len())).unwrap_or_default();
                container.short_next.extend(numbers(sector));
            }
        }
        Ok(container)
    }

    /// For each sector the one that follows it.
    fn table(&self) -> Result<Vec<u32>> {
        let head = self.bytes.get(76..HEADER_BYTES).ok_or(Refusal(Code::Damaged))?;
        let mut named: Vec<u32> = numbers(head).take(NAMED_IN_HEADER).collect();
        let mut further = u32_at(self.bytes, 68)?;
        let mut seen = 0;
        while further < FIRST_MARK {
            seen += 1;
            if seen > self.sectors() {
                return Err(Refusal(Code::Damaged));
            }
            let mut more: Vec<u32> = numbers(self.sector(further)?).collect();
            further = more.pop().unwrap_or(FIRST_MARK);
            named.append(&mut more);
        }
        let mut next = Vec::new();
        for sector in named.into_iter().filter(|&sector| sector < FIRST_MARK) {
            if next.len() > self.sectors() + self.sector_bytes {
                return Err(Refusal(Code::Damaged));
            }
            next.extend(numbers(self.sector(sector)?));
        }
        Ok(next)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector_bytes + 1
    }

    fn place(&self, sector: u32) -> Result<usize> {
        let place = (sector as usize).checked_add(1).and_then(|number| number.checked_mul(self.sector_bytes));
        place.filter(|&place| place < self.bytes.len()).ok_or(Refusal(Code::Damaged))
    }

    fn sector(&self, sector: u32) -> Result<&'a [u8]> {
        let place = self.place(sector)?;
        self.bytes.get(place..(place + self.sector_bytes).min(self.bytes.len())).ok_or(Refusal(Code::Damaged))
    }

    /// Where the sectors of a chain are; one that runs in a circle is damage.
    fn chain(&self, start: u32) -> Result<Vec<usize>> {
        let mut places = Vec::new();
        let mut sector = start;
        while sector < FIRST_MARK {
            if places.len() > self.sectors() {
                return Err(Refusal(Code::Damaged));
            }
            places.push(self.place(sector)?);
            sector = self.next.get(sector as usize).copied().unwrap_or(FIRST_MARK);
        }
        Ok(places)
    }

    fn read_entries(&mut self, block: usize) -> Result<()> {
        let sector =
            self.bytes.get(block..(block + self.sector_bytes).min(self.bytes.len())).unwrap_or_default();
        for entry in sector.chunks_exact(ENTRY_BYTES) {
            let letters = (u16_at(entry, 64)? as usize / 2).clamp(1, 32) - 1;
            let units = entry.as_chunks::<2>().0.iter().take(letters).map(|&pair| u16::from_le_bytes(pair));
            let name = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
            self.entries.push(Entry {
                name,
                start: u32_at(entry, 116)?,
                bytes: u64::from(u32_at(entry, 120)?),
            });
        }
        Ok(())
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of the workbook, and where its bytes are in the file.
    fn workbook(&self) -> Result<(Vec<u8>, Places)> {
        if self.entry("EncryptedPackage").is_some() || self.entry("EncryptionInfo").is_some() {
            return Err(Refusal(Code::Encrypted));
        }
        let entry =
            self.entry("Workbook").or_else(|| self.entry("Book")).ok_or(Refusal(Code::NotAWorkbook))?;
        let places = self.places(entry)?;
        let bytes =
            usize::try_from(entry.bytes).unwrap_or(usize::MAX).min(places.blocks.len() * places.block_bytes);
        let mut stream = Vec::with_capacity(bytes);
        for &block in &places.blocks {
            let end = (block + places.block_bytes).min(self.bytes.len());
            stream.extend_from_slice(self.bytes.get(block..end).unwrap_or_default());
        }
        stream.truncate(bytes);
        Ok((stream, places))
    }

    fn places(&self, entry: &Entry) -> Result<Places> {
        if entry.bytes >= SHORT_STREAM_BYTES {
            return Ok(Places { blocks: self.chain(entry.start)?, block_bytes: self.sector_bytes });
        }
        let root = self.entries.first().ok_or(Refusal(Code::Damaged))?;
        let home = Places { blocks: self.chain(root.start)?, block_bytes: self.sector_bytes };
        let mut blocks = Vec::new();
        let mut sector = entry.start;
        while sector < FIRST_MARK && blocks.len() <= self.short_next.len() {
            let place = home.get(sector as usize * SHORT_SECTOR_BYTES).ok_or(Refusal(Code::Damaged))?;
            blocks.push(place);
            sector = self.short_next.get(sector as usize).copied().unwrap_or(FIRST_MARK);
        }
        Ok(Places { blocks, block_bytes: SHORT_SECTOR_BYTES })
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.as_chunks::<4>().0.iter().map(|&four| u32::from_le_bytes(four))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16> {
    let pair = bytes.get(at..).and_then(<[u8]>::first_chunk::<2>).ok_or(Refusal(Code::Damaged))?;
    Ok(u16::from_le_bytes(*pair))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32> {
    let four = bytes.get(at..).and_then(<[u8]>::first_chunk::<4>).ok_or(Refusal(Code::Damaged))?;
    Ok(u32::from_le_bytes(*four))
}

/// The records of a workbook stream.
mod records {
    use std::ops::Range;

    use super::{MAX_CELLS, u16_at, u32_at};
    use crate::refusal::{Code, Refusal, Result};

    /// What a substream begins and ends with.
    const BOF: u16 = 0x0809;
    const EOF: u16 = 0x000A;
    const FILE_PASS: u16 = 0x002F;
    const BOUND_SHEET: u16 = 0x0085;
    const DIMENSIONS: u16 = 0x0200;
    const MUL_RK: u16 = 0x00BD;
    const FORMULA: u16 = 0x0006;
    /// Number, label, rich label, yes or error, formula, short number, shared label.
    const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, FORMULA, 0x027E, 0x00FD];

    /// A rectangle of cells.
    #[derive(Default)]
    struct Extent(Option<[u16; 4]>);

    impl Extent {
        fn take(&mut self, row: u16, column: u16) {
            let [top, left, bottom, right] = self.0.unwrap_or([row, column, row, column]);
            self.0 = Some([top.min(row), left.min(column), bottom.max(row), right.max(column)]);
        }

        fn cells(&self) -> u64 {
            let Some([top, left, bottom, right]) = self.0 else { return 0 };
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        }
    }

    /// Refuses what is encrypted, broken or too large; answers where the hints of dimensions are.
    pub(super) fn look_over(stream: &[u8]) -> Result<Vec<Range<usize>>> {
        if u16_at(stream, 0)? != BOF {
            return Err(Refusal(Code::Damaged));
        }
        let mut sheets = Vec::new();
        let mut at = 0;
        loop {
            let (kind, body) = record(stream, at)?;
            match kind {
                FILE_PASS => return Err(Refusal(Code::Encrypted)),
                BOUND_SHEET => sheets.push(u32_at(stream, body.start)? as usize),
                EOF => break,
                _ => {}
            }
            at = body.end;
        }
        let mut hints = Vec::new();
        let mut cells = 0u64;
        for start in sheets {
            cells = cells.saturating_add(sheet(stream, start, &mut hints)?);
            if cells > MAX_CELLS {
                return Err(Refusal(Code::TooLarge));
            }
        }
        Ok(hints)
    }

    /// The cells in the rectangle of one sheet.
    fn sheet(stream: &[u8], start: usize, hints: &mut Vec<Range<usize>>) -> Result<u64> {
        let (mut all, mut formulas) = (Extent::default(), Extent::default());
        let (mut at, mut depth) = (start, 0u32);
        while at < stream.len() {
            let (kind, body) = record(stream, at)?;
            at = body.end;
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => break,
                EOF => depth -= 1,
                // A chart inside the sheet has cells of its own.
                _ if depth > 1 => {}
                DIMENSIONS => hints.push(body),
                MUL_RK => {
                    let (row, first) = (u16_at(stream, body.start)?, u16_at(stream, body.start + 2)?);
                    let last = u16_at(stream, body.end.saturating_sub(2))?;
                    all.take(row, first);
                    all.take(row, last);
                }
                kind if CELLS.contains(&kind) => {
                    let (row, column) = (u16_at(stream, body.start)?, u16_at(stream, body.start + 2)?);
                    all.take(row, column);
                    if kind == FORMULA {
                        formulas.take(row, column);
                    }
                }
                _ => {}
            }
        }
        Ok(all.cells() + formulas.cells())
    }

    /// Kind of the record that starts here, and where its body is.
    fn record(stream: &[u8], at: usize) -> Result<(u16, Range<usize>)> {
        let kind = u16_at(stream, at)?;
        let start = at + 4;
        let end = start + u16_at(stream, at + 2)? as usize;
        if end > stream.len() { Err(Refusal(Code::Damaged)) } else { Ok((kind, start..end)) }
    }
}
