//! Builds files: zip files from parts, and the container of older Office files from streams.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

pub(super) const MAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/// A zip file of these parts, packed.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content).expect("its bytes");
    }
    writer.finish().expect("the end").into_inner()
}

/// An XLSX of one sheet with this XML, and further parts.
pub(super) fn xlsx(sheet: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{MAIN}\"/></Types>"
    );
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{office}\">\
         <sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(further);
    zip(&parts)
}

/// The XML of a sheet with these rows.
pub(super) fn sheet(rows: &str) -> String {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{rows}</worksheet>"
    )
}

/// An ODS with this content in its one table.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Blad1\">\
         {rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    ods_of(&content, "<manifest:manifest/>")
}

pub(super) fn ods_of(content: &str, manifest: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;

/// The container of older Office files with these streams.
pub(super) fn ole(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    // Sector 0 the table of sectors, 1 the directory, then the streams, each long enough not to be a short one.
    let mut next = vec![0xFFFF_FFFD, END];
    let mut body = Vec::new();
    let mut directory = entry("Root Entry", 5, END, 0);
    for (name, content) in streams {
        let bytes = content.len().max(4096).next_multiple_of(SECTOR);
        let (start, sectors) = (next.len() as u32, (bytes / SECTOR) as u32);
        next.extend((1..sectors).map(|further| start + further));
        next.push(END);
        let mut stream = content.clone();
        stream.resize(bytes, 0);
        body.extend_from_slice(&stream);
        directory.extend(entry(name, 2, start, bytes as u32));
    }
    next.resize(SECTOR / 4, FREE);
    directory.resize(SECTOR, 0);
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.resize(24, 0);
    for half in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        header.extend(half.to_le_bytes());
    }
    header.resize(44, 0);
    for number in [1_u32, 1, 0, 4096, END, 0, END, 0, 0] {
        header.extend(number.to_le_bytes());
    }
    header.resize(SECTOR, 0xFF);
    let table = next.iter().flat_map(|number| number.to_le_bytes());
    header.into_iter().chain(table).chain(directory).chain(body).collect()
}

fn entry(name: &str, kind: u8, start: u32, bytes: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let letters = entry.len() as u16 + 2;
    entry.resize(64, 0);
    entry.extend(letters.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(bytes.to_le_bytes());
    entry.resize(128, 0);
    entry
}

/// The stream of an XLS with one sheet of these records.
pub(super) fn biff(globals: &[(u16, Vec<u8>)], sheet: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let begin =
        |kind: u16| (0x0809, [0x0600_u16, kind, 0, 0].iter().flat_map(|half| half.to_le_bytes()).collect());
    let end = || (0x000A, Vec::new());
    let start = |place: u32| {
        let mut bound = place.to_le_bytes().to_vec();
        bound.extend([0, 0, 5, 0]);
        bound.extend(b"Blad1");
        (0x0085, bound)
    };
    let all = |place: u32| {
        let mut records: Vec<(u16, Vec<u8>)> = vec![begin(5)];
        records.extend_from_slice(globals);
        records.extend([start(place), end()]);
        records
    };
    let place = bytes_of(&all(0)).len() as u32;
    let mut records = all(place);
    records.push(begin(0x10));
    records.extend_from_slice(sheet);
    records.push(end());
    bytes_of(&records)
}

fn bytes_of(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let bytes = |(kind, body): &(u16, Vec<u8>)| {
        [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes()[..], body].concat()
    };
    records.iter().flat_map(bytes).collect()
}

/// A number in an XLS.
pub(super) fn number(row: u16, column: u16, value: f64) -> (u16, Vec<u8>) {
    let place = [row, column, 0].into_iter().flat_map(|half| half.to_le_bytes());
    (0x0203, place.chain(value.to_le_bytes()).collect())
}
