//! Parts as another program makes them: files and standard input in, the same
//! bytes out as those of one run.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use crate::{PARTITIONS, cut, lines};

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("partial");
    fs::create_dir_all(&folder).expect("is made");
    folder.join(name)
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ben-monitor"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses before it reads closes its input.
    let _closed = child.stdin.take().expect("is open").write_all(input);
    child.wait_with_output().expect("the command ends")
}

fn done(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

const FILE: &str = "www/samples/twente-2024.csv";
const ASKED: [&str; 6] =
    ["--filter", "geslacht=jongen", "--crosstab", "aanmelder,geboortejaar", "--reference-date", "2024-12-31"];

#[test]
fn parts_give_the_bytes_of_one_run() {
    let bytes = fs::read(FILE).expect("can be read");
    for partitions in PARTITIONS {
        let mut parts = Vec::new();
        for (number, rows) in cut(&lines(&bytes), partitions).iter().enumerate() {
            let part = scratch(&format!("{partitions}-{number}.part"));
            let part = part.to_str().expect("a plain path").to_owned();
            done(&["partial", "-", "--head", FILE, "-o", &part], rows);
            parts.push(part);
        }
        let ask = |files: &[&str], asked: &[&str]| done(&[&["report"], files, asked].concat(), b"");
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        for asked in [&[][..], &ASKED] {
            assert!(ask(&[FILE], asked) == ask(&parts, asked), "{partitions} partitions, {asked:?}");
        }
    }
}

#[test]
fn a_part_may_hold_several_files() {
    let part = scratch("two.part");
    let part = part.to_str().expect("a plain path");
    let files = ["www/samples/ijsselland-2024.csv", FILE];
    done(&[&["partial"], &files[..], &["-o", part]].concat(), b"");
    assert!(done(&[&["report"], &files[..]].concat(), b"") == done(&["report", part], b""));
}

#[test]
fn parts_and_files_are_not_mixed_and_damage_is_told() {
    let part = scratch("whole.part");
    let path = part.to_str().expect("a plain path");
    done(&["partial", FILE, "-o", path], b"");
    let refused = |files: &[&str]| {
        let output = run(&[&["report"], files].concat(), b"");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("text")
    };
    assert!(refused(&[path, FILE]).contains("[part.mixed]"));
    let mut bytes = fs::read(&part).expect("can be read");
    bytes.pop();
    let damaged = scratch("damaged.part");
    fs::write(&damaged, bytes).expect("is written");
    assert!(refused(&[damaged.to_str().expect("a plain path")]).contains("[part.damaged]"));
}
