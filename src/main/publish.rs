//! Publishing on the command line: options become a wish, a publication becomes JSON with its hash.

use std::path::{Path, PathBuf};

use ben_monitor::{
    catalog::Lang,
    disclosure::{self, Released, limits::Stricter, publish::before},
    error::{Code, Error},
    narrative,
    report::Publication,
    session::ToPublish,
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use sha2::{Digest, Sha256};

use super::{Input, Recept, Refusal, core, load, today, write};

/// What is to be published, and where to.
#[derive(Args)]
pub(super) struct Publish {
    #[command(flatten)]
    pub(super) input: Input,
    /// How strict: for a website (no count under 10, rounded to 5) or for a steering group (exact, none under 5).
    #[arg(long, value_enum)]
    preset: PresetName,
    /// Where the publication goes; - is standard output.
    #[arg(short, long, value_name = "OUT.json")]
    output: PathBuf,
    /// The field of whose values figures are shown apart, such as regio.
    #[arg(long, value_name = "FIELD")]
    split: Option<String>,
    /// A closed period of a quarter or longer (2024, 2024-H1, 2024-Q1); may be repeated. All closed quarters otherwise.
    #[arg(long = "period", value_name = "PERIOD")]
    periods: Vec<String>,
    /// An indicator to publish; may be repeated. All that can be published otherwise.
    #[arg(long = "view", value_name = "INDICATOR")]
    views: Vec<String>,
    /// An indicator whose small answers are hidden, not put together; may be repeated.
    #[arg(long, value_name = "INDICATOR")]
    keep_apart: Vec<String>,
    /// The publication before this one: nothing may follow from both together.
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// What it is called.
    #[arg(long, default_value = "")]
    title: String,
    /// A stricter least count than the preset's.
    #[arg(long, value_name = "COUNT")]
    minimum: Option<u64>,
}

/// The presets.
#[derive(Clone, Copy, ValueEnum)]
enum PresetName {
    Website,
    Stuurgroep,
}

/// Makes a publication and writes it, or nothing.
pub(super) fn run(wanted: &Publish, recept: &Recept, lang: Lang) -> Result<(), Refusal> {
    let previous = wanted.previous.as_ref().map(read).transpose()?.map(|previous| before(&previous));
    let preset = match wanted.preset {
        PresetName::Website => "website",
        PresetName::Stuurgroep => "stuurgroep",
    };
    let wish = ToPublish {
        preset: preset.to_owned(),
        stricter: Stricter { minimum: wanted.minimum, ..Stricter::default() },
        title: wanted.title.clone(),
        periods: wanted.periods.clone(),
        indicators: if wanted.views.is_empty() { recept.indicators.clone() } else { wanted.views.clone() },
        split: wanted.split.clone(),
        keep_apart: wanted.keep_apart.clone(),
        previous,
        reference_date: wanted.input.reference_date.clone().or_else(|| recept.reference_date.clone()),
        settings: recept.settings.clone(),
    };
    if !wanted.input.filters.is_empty() {
        return Err(core(Error::new(Code::BadPublishSetting).with_word("field", "filter")));
    }
    save(load(&wanted.input, recept)?.publish(&wish, lang).map_err(core)?, &wanted.output)
}

/// Publications that are added up, and where the sum goes.
#[derive(Args)]
pub(super) struct Merge {
    /// Publications of different regions, over the same periods and protected alike.
    #[arg(required = true, num_args = 2.., value_name = "PUBLICATION")]
    files: Vec<PathBuf>,
    /// Where the sum goes; - is standard output.
    #[arg(short, long, value_name = "OUT.json")]
    output: PathBuf,
    /// What it is called.
    #[arg(long, default_value = "")]
    title: String,
    /// Language of labels and sentences: nl or en.
    #[arg(long, default_value = "nl", value_parser = ["nl", "en"])]
    pub(super) lang: String,
}

/// Adds up publications and writes the sum, or nothing.
pub(super) fn merge(wanted: &Merge, lang: Lang) -> Result<(), Refusal> {
    let all = wanted.files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let made = Some(today()).filter(|day| !day.is_empty());
    let sum = disclosure::publish::merge(&all, &wanted.title, made, lang).map_err(core)?;
    save(narrative::tell_publication(sum, lang), &wanted.output)
}

/// Writes a publication with its hash.
fn save(released: Released<Publication>, output: &Path) -> Result<(), Refusal> {
    let hash = hash(&released)?;
    write(output, &[json(&released.with_hash(hash))?, b"\n".to_vec()].concat())
}

/// A publication that was made before.
pub(super) fn read(path: &PathBuf) -> Result<Publication, Refusal> {
    let text = std::fs::read_to_string(path).map_err(|error| Refusal::File(path.clone(), error))?;
    let refused = || {
        Refusal::Core(Some(path.clone()), Error::new(Code::BadPublishSetting).with_word("field", "previous"))
    };
    let publication: Publication = serde_json::from_str(&text).map_err(|_| refused())?;
    let unsigned = Publication { hash: String::new(), ..publication.clone() };
    if hash(&unsigned)? != publication.hash {
        return Err(Refusal::Core(Some(path.clone()), Error::new(Code::Altered)));
    }
    Ok(publication)
}

/// SHA-256 of the publication without a hash, in hexadecimal.
fn hash(unsigned: &impl Serialize) -> Result<String, Refusal> {
    let digest = Sha256::digest(json(unsigned)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, AsBrowsers(CompactFormatter));
    value.serialize(&mut serializer).map_err(|_| core(Error::new(Code::BadRequest)))?;
    Ok(bytes)
}

/// Writes numbers as a browser's `JSON.stringify` does, so that the hash is the same there: 84, not 84.0.
struct AsBrowsers(CompactFormatter);

impl Formatter for AsBrowsers {
    #[expect(clippy::cast_possible_truncation, reason = "whole and far below 2⁵³")]
    fn write_f64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        const MOST: f64 = 1e15;
        if value.fract() == 0.0 && value.abs() < MOST {
            return self.0.write_i64(writer, value as i64);
        }
        self.0.write_f64(writer, value)
    }
}
