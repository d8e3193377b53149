//! Cuts the core in two: what the first charts need, and the rest, which is fetched when they stand.
//!
//! Both parts are one program: the second takes its memory, its table and the functions that it calls from the first.
//! Where the first calls a function of the second, it calls through the table, by a place that the second fills when it
//! arrives. Works on the text of an optimised module with its names, in which every function is a block of lines.

pub(crate) mod texts;

use crate::Outcome;
use std::collections::{BTreeMap, BTreeSet};
use texts::{Memory, Numbers};

/// Under which name the second part asks for what the first one has.
const FIRST: &str = "first";

/// The texts of the two parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) first: String,
    pub(crate) later: String,
}

/// Cuts. `later` names functions of the second part, by the start of their path; what only these call, and the texts
/// that only these use, go with them. So do functions of the `rooms` that are called through the table alone. `map` is
/// the linker's. `build` marks the two as belonging together: parts of other builds do not fit.
pub(crate) fn split(text: &str, map: &str, later: &[&str], rooms: &[&str], build: &str) -> Outcome<Parts> {
    let module = Module::of(text)?;
    let unknown =
        later.iter().find(|start| !module.functions.iter().any(|one| path(one.name).starts_with(**start)));
    if let Some(start) = unknown {
        return Err(format!("no function {start}: it was renamed, or woven into its caller"));
    }
    let first = module.reached(later, rooms);
    let cut = Cut::of(&module, map, first)?;
    Ok(Parts { first: cut.first(build)?, later: cut.later(build)? })
}

/// A module's text, taken apart. Names are as they stand there, with `$` and quotes.
struct Module<'a> {
    /// Functions, in order.
    functions: Vec<Function<'a>>,
    /// By name: the place among `functions`.
    places: BTreeMap<&'a str, usize>,
    /// All other parts, a line each.
    others: Vec<&'a str>,
    /// The functions in the table, and the place of the first.
    table: Vec<&'a str>,
    table_name: &'a str,
    table_start: usize,
}

struct Function<'a> {
    name: &'a str,
    /// Its parameters and results, as in its heading.
    signature: String,
    lines: Vec<&'a str>,
    /// Names of the functions that it calls or takes hold of.
    calls: BTreeSet<&'a str>,
}

impl<'a> Module<'a> {
    fn of(text: &'a str) -> Outcome<Self> {
        let mut functions: Vec<Function<'a>> = Vec::new();
        let mut others = Vec::new();
        let mut inside = false;
        for line in text.lines().skip(1).take_while(|line| line.starts_with(' ')) {
            if line.starts_with(" (func ") {
                let name = name_after(line, " (func ").ok_or("a function without a name")?;
                functions.push(Function {
                    name,
                    signature: signature(line),
                    lines: Vec::new(),
                    calls: BTreeSet::new(),
                });
                inside = true;
            } else if line.starts_with(" (") {
                inside = false;
            }
            match functions.last_mut().filter(|_| inside) {
                Some(function) => {
                    function.lines.push(line);
                    for start in ["(call ", "(return_call ", "(ref.func "] {
                        function.calls.extend(names_after(line, start));
                    }
                }
                None if line.starts_with(" (") => others.push(line),
                None => {}
            }
        }
        let elements = others.iter().filter(|line| line.starts_with(" (elem ")).copied().collect::<Vec<_>>();
        let [elements] = elements.as_slice() else {
            return Err(format!("{} element segments where one is known", elements.len()));
        };
        let table_name = name_after(elements, "(table ").ok_or("elements without a table")?;
        let start = elements.split("(i32.const ").nth(1).and_then(|rest| rest.split(')').next());
        let (_, listed) = elements.split_once(" func ").ok_or("elements without functions")?;
        Ok(Self {
            places: functions.iter().enumerate().map(|(place, function)| (function.name, place)).collect(),
            functions,
            table: names_after(listed, ""),
            table_name,
            table_start: start
                .and_then(|start| start.parse().ok())
                .ok_or("elements without a place in the table")?,
            others,
        })
    }

    /// Names of what is called from outside, through the table or from these, without the functions of `later`, and
    /// without those of the `rooms` that only the table holds.
    fn reached(&self, later: &[&str], rooms: &[&str]) -> BTreeSet<&'a str> {
        let is_one_of = |name: &str, starts: &[&str]| {
            let path = path(name);
            starts.iter().any(|start| path.starts_with(start))
        };
        let is_later = |name: &str| is_one_of(name, later);
        let exported = self.others.iter().filter_map(|line| exported(line));
        let held = self.table.iter().copied().filter(|name| !is_one_of(name, rooms));
        let mut todo: Vec<&str> = exported.chain(held).collect();
        let mut reached = BTreeSet::new();
        while let Some(name) = todo.pop() {
            if is_later(name) || !reached.insert(name) {
                continue;
            }
            todo.extend(self.function(name).into_iter().flat_map(|function| function.calls.iter().copied()));
        }
        reached
    }

    fn function(&self, name: &str) -> Option<&Function<'a>> {
        self.functions.get(*self.places.get(name)?)
    }

    /// Parameters and results of a function, also of one that comes from outside.
    fn signature_of(&self, name: &str) -> Outcome<String> {
        let imported = || {
            let imports = self.others.iter().filter(|line| line.starts_with(" (import "));
            imports.filter_map(|line| line.split_once("(func ")).find_map(|(_, function)| {
                (name_after(function, "") == Some(name)).then(|| signature(function))
            })
        };
        let known = self.function(name).map(|function| function.signature.clone());
        known.or_else(imported).ok_or_else(|| format!("no function {name}"))
    }
}

/// Which function is in which part, and how they reach each other.
struct Cut<'a, 'm> {
    module: &'m Module<'a>,
    first: BTreeSet<&'a str>,
    /// Functions of the second part that the first can call, with their places in the table.
    slots: BTreeMap<&'a str, Vec<usize>>,
    /// Those of them that the first part calls by name, or that are called from outside.
    called: BTreeSet<&'a str>,
    /// What the second part takes from the first: functions, variables, tables.
    functions: BTreeSet<&'a str>,
    globals: BTreeSet<&'a str>,
    tables: BTreeSet<&'a str>,
    /// Size of the table.
    table_end: usize,
    /// What memory starts with.
    stays: Memory,
    goes: Memory,
}

impl<'a, 'm> Cut<'a, 'm> {
    fn of(module: &'m Module<'a>, map: &str, first: BTreeSet<&'a str>) -> Outcome<Self> {
        let is_later = |name: &str| module.places.contains_key(name) && !first.contains(name);
        let mut slots: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, name) in module.table.iter().enumerate().filter(|(_, name)| is_later(name)) {
            slots.entry(name).or_default().push(module.table_start + at);
        }
        let mut table_end = module.table_start + module.table.len();
        let (stays, goes): (Vec<_>, Vec<_>) =
            module.functions.iter().partition(|function| first.contains(function.name));
        let from_first = stays.iter().flat_map(|function| function.calls.iter().copied());
        let from_outside = module.others.iter().filter_map(|line| exported(line));
        let called: BTreeSet<&str> = from_first.chain(from_outside).filter(|name| is_later(name)).collect();
        for name in &called {
            slots.entry(name).or_insert_with(|| {
                table_end += 1;
                vec![table_end - 1]
            });
        }
        let mut numbers = Numbers::default();
        for (functions, in_first) in [(&stays, true), (&goes, false)] {
            let lines = functions.iter().flat_map(|function| &function.lines);
            lines.for_each(|line| numbers.note(line, in_first));
        }
        let globals = module.others.iter().filter(|line| line.starts_with(" (global "));
        globals.for_each(|line| numbers.note(line, true));
        let memory = Memory::of(&module.others).ok_or("a segment of memory that is not understood")?;
        let (memory_stays, memory_goes) = memory.split(map, &numbers);
        let within = |starts: &[&str]| -> BTreeSet<&'a str> {
            let lines = goes.iter().flat_map(|function| &function.lines);
            lines.flat_map(|line| starts.iter().flat_map(|start| names_after(line, start))).collect()
        };
        Ok(Self {
            functions: goes
                .iter()
                .flat_map(|function| function.calls.iter().copied())
                .filter(|name| !is_later(name))
                .collect(),
            globals: within(&["(global.get ", "(global.set "]),
            tables: within(&["(table.get ", "(table.set ", "(table.grow ", "(table.size ", "(table.fill "]),
            module,
            first,
            slots,
            called,
            table_end,
            stays: memory_stays,
            goes: memory_goes,
        })
    }

    fn first(&self, build: &str) -> Outcome<String> {
        let module = self.module;
        let table = format!(" (table {} ", module.table_name);
        let mut text = String::from("(module\n");
        for line in &module.others {
            if line.starts_with(&table) {
                let size = self.table_end;
                text.push_str(&format!("{table}{size} {size} funcref)\n"));
            } else if line.starts_with(" (elem ") {
                self.fill_first(&mut text);
            } else if !line.starts_with(" (data ") {
                text.push_str(line);
                text.push('\n');
            }
        }
        text.push_str(&self.stays.written());
        for (at, (kind, name)) in self.shared().enumerate() {
            text.push_str(&format!(" (export \"{build}{at}\" ({kind} {name}))\n"));
        }
        for function in &module.functions {
            if self.first.contains(function.name) {
                push_lines(&mut text, &function.lines);
            } else if self.called.contains(function.name) {
                self.push_call(&mut text, function)?;
            }
        }
        text.push_str(")\n");
        Ok(text)
    }

    /// The places of the table that the first part fills: the others stay empty until the second comes.
    fn fill_first(&self, text: &mut String) {
        let Module { table, table_start, table_name, .. } = self.module;
        let numbered: Vec<_> = table.iter().enumerate().collect();
        for run in numbered.split(|(_, name)| !self.stays(name)).filter(|run| !run.is_empty()) {
            let start = table_start + run.first().map_or(0, |(at, _)| *at);
            let names: Vec<&str> = run.iter().map(|(_, name)| **name).collect();
            text.push_str(&format!(
                " (elem (table {table_name}) (i32.const {start}) func {})\n",
                names.join(" ")
            ));
        }
    }

    fn stays(&self, name: &str) -> bool {
        self.first.contains(name) || !self.module.places.contains_key(name)
    }

    /// In the place of a function of the second part: a call through the table.
    fn push_call(&self, text: &mut String, function: &Function<'_>) -> Outcome {
        let slot = self.slots.get(function.name).and_then(|slots| slots.first());
        let slot = slot.ok_or_else(|| format!("{} has no place in the table", function.name))?;
        let (name, signature) = (function.name, &function.signature);
        let given: String =
            (0..signature.matches("(param").count()).map(|at| format!(" (local.get {at})")).collect();
        let table = self.module.table_name;
        text.push_str(&format!(
            " (func {name}{signature}\n  (call_indirect {table}{signature}{given} (i32.const {slot}))\n )\n"
        ));
        Ok(())
    }

    fn later(&self, build: &str) -> Outcome<String> {
        let module = self.module;
        let mut text = String::from("(module\n");
        push_lines(&mut text, module.others.iter().filter(|line| line.starts_with(" (type ")));
        for (at, (kind, name)) in self.shared().enumerate() {
            let type_ = match kind {
                "func" => module.signature_of(name)?,
                _ => self.type_of(kind, name)?,
            };
            text.push_str(&format!(" (import \"{FIRST}\" \"{build}{at}\" ({kind} {name}{type_}))\n"));
        }
        let slots = self.slots.iter().flat_map(|(name, slots)| slots.iter().map(move |slot| (slot, name)));
        for (slot, name) in slots {
            text.push_str(&format!(" (elem (table {}) (i32.const {slot}) func {name})\n", module.table_name));
        }
        text.push_str(&self.goes.written());
        for function in module.functions.iter().filter(|function| !self.first.contains(function.name)) {
            push_lines(&mut text, &function.lines);
        }
        text.push_str(")\n");
        Ok(text)
    }

    /// All that the second part takes from the first, in the order of their numbers.
    fn shared(&self) -> impl Iterator<Item = (&'static str, &'a str)> {
        let memory =
            self.module.others.iter().filter_map(|line| name_after(line.strip_prefix(" (memory ")?, ""));
        let tables = self.tables.iter().copied().filter(|name| *name != self.module.table_name);
        memory
            .map(|name| ("memory", name))
            .chain([("table", self.module.table_name)])
            .chain(tables.map(|name| ("table", name)))
            .chain(self.globals.iter().map(|name| ("global", *name)))
            .chain(self.functions.iter().map(|name| ("func", *name)))
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The type of a memory, table or variable, as an import says it: of any size.
    fn type_of(&self, kind: &str, name: &str) -> Outcome<String> {
        let start = format!(" ({kind} {name} ");
        let line = self.module.others.iter().find_map(|line| line.strip_prefix(&start));
        let line = line.ok_or_else(|| format!("no {kind} {name}"))?;
        Ok(match kind {
            "memory" => " 0".to_owned(),
            "table" if line.contains("externref") => " 0 externref".to_owned(),
            "table" => " 0 funcref".to_owned(),
            _ if line.starts_with("(mut ") => {
                format!(" {})", line.split(')').next().unwrap_or_default())
            }
            _ => format!(" {}", line.split(' ').next().unwrap_or_default()),
        })
    }
}

fn push_lines<'l>(text: &mut String, lines: impl IntoIterator<Item = &'l &'l str>) {
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
}

/// The function that a line exports.
fn exported(line: &str) -> Option<&str> {
    name_after(line.strip_prefix(" (export ")?, "(func ")
}

/// Everything from the first parameter or result to the last.
pub(crate) fn signature(heading: &str) -> String {
    let heading = heading.split_once('$').map_or("", |(_, rest)| rest);
    // The name may hold parentheses, within its quotes.
    let heading = heading.get(name_length(heading)..).unwrap_or_default();
    let mut signature = String::new();
    for piece in heading.split(" (").skip(1) {
        let piece = piece.split(')').next().unwrap_or_default();
        if let Some(types) = piece.strip_prefix("param ") {
            // One with its name, or all of them without.
            let types = types.split(' ').filter(|word| !word.starts_with('$'));
            types.for_each(|type_| signature.push_str(&format!(" (param {type_})")));
        } else if piece.starts_with("result ") {
            signature.push_str(&format!(" ({piece})"));
        }
    }
    signature
}

/// The first name that follows `start`.
fn name_after<'l>(line: &'l str, start: &str) -> Option<&'l str> {
    names_after(line, start).into_iter().next()
}

/// The names that follow each `start`; with an empty one all names.
pub(crate) fn names_after<'l>(line: &'l str, start: &str) -> Vec<&'l str> {
    let mut names = Vec::new();
    let mut rest = line;
    let wanted = format!("{start}$");
    while let Some(at) = rest.find(&wanted) {
        let from = rest.get(at + start.len()..).unwrap_or_default();
        let length = 1 + name_length(from.get(1..).unwrap_or_default());
        names.extend(from.get(..length));
        rest = from.get(length..).unwrap_or_default();
    }
    names
}

/// Bytes of a name behind its `$`: to its closing quote, or to the next space or parenthesis.
fn name_length(name: &str) -> usize {
    let Some(quoted) = name.strip_prefix('"') else {
        return name.find([' ', '(', ')']).unwrap_or(name.len());
    };
    let mut escaped = false;
    for (at, byte) in quoted.bytes().enumerate() {
        match byte {
            b'"' if !escaped => return at + 2,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    name.len()
}

/// `$"<core[2d9f]::clean::Table>::read"` → `core::clean::Table>::read"`: without what stands around and within it.
fn path(name: &str) -> String {
    without_hashes(name.trim_start_matches(['$', '"', '<', '&']))
}

/// Without the hashes of crates: `core[2d9f]::clean` → `core::clean`.
pub(crate) fn without_hashes(name: &str) -> String {
    let mut path = String::new();
    let mut rest = name;
    while let Some((before, from)) = rest.split_once('[') {
        path.push_str(before);
        let (inside, after) = from.split_once(']').unwrap_or((from, ""));
        if !inside.bytes().all(|byte| byte.is_ascii_hexdigit()) || inside.is_empty() {
            path.push('[');
            path.push_str(inside);
            path.push(']');
        }
        rest = after;
    }
    path + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One text of sixteen bytes from address 16, and another.
    const MAP: &str = "      10  0  10  a.o:(.rodata..Lanon.1)\n      20  0  10  a.o:(.rodata..Lanon.2)\n";

    const MODULE: &str = r#"(module
 (type $t (func (param i32) (result i32)))
 (import "js" "log" (func $log (param i32)))
 (global $stack (mut i32) (i32.const 64))
 (memory $0 1)
 (table $0 4 4 funcref)
 (elem $0 (table $0) (i32.const 1) func $twice $"<a[0f]::cold::B as C (d)>::e" $log)
 (data $.rodata (i32.const 16) "text of the coldtext of the warm")
 (export "memory" (memory $0))
 (export "run" (func $run))
 (export "cold_run" (func $"a[0f]::cold::run"))
 (func $run (param $0 i32) (result i32)
  (call $"a[0f]::cold::run"
   (call $twice
    (local.get $0)
   )
  )
 )
 (func $twice (param $0 i32) (result i32)
  (i32.add
   (local.get $0)
   (local.get $0)
  )
 )
 (func $"a[0f]::cold::run" (param $0 i32) (result i32)
  (call $log
   (global.get $stack)
  )
  (call $only_cold
   (call $twice
    (local.get $0)
   )
  )
 )
 (func $only_cold (param $0 i32) (result i32)
  (i32.const 16)
 )
 (func $"<a[0f]::cold::B as C (d)>::e" (param $0 i32) (result i32)
  (local.get $0)
 )
)
"#;

    #[test]
    fn what_only_the_second_part_calls_goes_with_it() {
        let Parts { first, later } = split(MODULE, MAP, &["a::cold::"], &[], "b").unwrap();
        assert!(first.contains("(func $run") && first.contains("(func $twice"), "{first}");
        assert!(!first.contains("$only_cold"), "{first}");
        for name in
            [r#"(func $"a[0f]::cold::run""#, "(func $only_cold", r#"(func $"<a[0f]::cold::B as C (d)>::e""#]
        {
            assert!(later.contains(name), "{name} in {later}");
        }
        assert!(!later.contains("(func $run"), "{later}");
        for part in [first, later] {
            assert!(
                part.ends_with(" )\n)\n") && part.matches('(').count() == part.matches(')').count(),
                "{part}"
            );
        }
    }

    #[test]
    fn the_first_part_calls_through_the_table_and_leaves_the_places_empty() {
        let Parts { first, later } = split(MODULE, MAP, &["a::cold::"], &[], "b").unwrap();
        assert!(first.contains(" (table $0 5 5 funcref)"), "{first}");
        assert!(first.contains("(elem (table $0) (i32.const 1) func $twice)"), "{first}");
        assert!(first.contains("(elem (table $0) (i32.const 3) func $log)"), "{first}");
        let call = "(call_indirect $0 (param i32) (result i32) (local.get 0) (i32.const 4))";
        assert!(first.contains(call), "{first}");
        assert!(later.contains(r#"(elem (table $0) (i32.const 4) func $"a[0f]::cold::run")"#), "{later}");
        assert!(
            later.contains(r#"(elem (table $0) (i32.const 2) func $"<a[0f]::cold::B as C (d)>::e")"#),
            "{later}"
        );
    }

    #[test]
    fn the_second_part_takes_what_it_needs_from_the_first() {
        let Parts { first, later } = split(MODULE, MAP, &["a::cold::"], &[], "b").unwrap();
        for (at, (kind, name, type_)) in [
            ("memory", "$0", " 0"),
            ("table", "$0", " 0 funcref"),
            ("global", "$stack", " (mut i32)"),
            ("func", "$log", " (param i32)"),
            ("func", "$twice", " (param i32) (result i32)"),
        ]
        .into_iter()
        .enumerate()
        {
            assert!(first.contains(&format!("(export \"b{at}\" ({kind} {name}))")), "{first}");
            let import = format!("(import \"first\" \"b{at}\" ({kind} {name}{type_}))");
            assert!(later.contains(&import), "{import} in {later}");
        }
    }

    #[test]
    fn a_text_goes_with_its_only_reader() {
        let Parts { first, later } = split(MODULE, MAP, &["a::cold::"], &[], "b").unwrap();
        let data =
            |text: &str| text.lines().filter(|line| line.starts_with(" (data ")).map(str::to_owned).collect();
        let (first, later): (Vec<String>, Vec<String>) = (data(&first), data(&later));
        assert!(
            matches!(&first[..], [only] if only.starts_with(" (data (i32.const 32) \"\\74")),
            "{first:?}"
        );
        assert!(
            matches!(&later[..], [only] if only.starts_with(" (data (i32.const 16) \"\\74")),
            "{later:?}"
        );
    }

    #[test]
    fn without_names_all_stays() {
        let Parts { first, later } = split(MODULE, MAP, &[], &[], "b").unwrap();
        assert!(first.contains("$only_cold") && !later.contains("\n (func "), "{later}");
    }

    #[test]
    fn what_only_the_table_holds_goes_with_its_room() {
        let Parts { first, later } = split(MODULE, MAP, &[], &["a::cold::"], "b").unwrap();
        assert!(later.contains(r#"(func $"<a[0f]::cold::B as C (d)>::e""#), "{later}");
        assert!(first.contains(r#"(func $"a[0f]::cold::run""#), "it is called from outside: {first}");
    }

    #[test]
    fn a_name_that_fits_nothing_is_refused() {
        let refused = split(MODULE, MAP, &["a::cold::", "a::gone"], &[], "b").unwrap_err();
        assert!(refused.contains("a::gone"), "{refused}");
    }

    #[test]
    fn parameters_come_one_by_one_or_together() {
        let told = " (param i32) (param externref) (result i32)";
        assert_eq!(signature(r#"(func $"a (b)" (param i32 externref) (result i32))"#), told);
        assert_eq!(signature("(func $a (param $0 i32) (param $1 externref) (result i32)"), told);
    }

    #[test]
    fn hashes_of_crates_are_left_out_and_indices_are_not() {
        assert_eq!(path("$\"<a[2d9f]::b::[u8]>::d\""), "a::b::[u8]>::d\"");
    }
}
