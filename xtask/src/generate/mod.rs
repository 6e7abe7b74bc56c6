//! Writes a directory file of any length, to see how the site bears it. Its records are invented
//! after the real ones, which stand first; of two files of one seed the shorter begins the longer.

mod invention;
mod random;
mod record;
mod syllables;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::failure::Failure;
use crate::workspace::Workspace;
use invention::Inventor;
use record::{Directory, Record};

/// The seed of a run that names none: the number of real records.
pub(crate) const SEED: u64 = 365;

/// The command line of `cargo xtask generate`.
#[derive(Debug, Args)]
pub(crate) struct GenerateArguments {
    /// How many records, the real ones among them
    #[arg(long)]
    records: usize,
    /// What the made-up records depend on
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// The form of the file
    #[arg(long, value_enum, default_value_t = Form::Site)]
    form: Form,
    /// Where to write it; to the standard output if not given
    #[arg(long)]
    out: Option<PathBuf>,
}

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// As public/data/cities.json: an object, every field, with the gaps that the real records have
    Site,
    /// An array of eleven fields without gaps, for directories of other makers
    Plain,
}

/// Writes a file as the command line asks.
pub(crate) fn generate(
    workspace: &Workspace,
    arguments: &GenerateArguments,
) -> Result<(), Failure> {
    let text = file(workspace, arguments.records, arguments.seed, arguments.form)?;
    match &arguments.out {
        Some(path) => {
            fs::write(path, text).map_err(Failure::file(path))?;
            eprintln!("{} records in {}", arguments.records, path.display());
        }
        // A reader such as `head` may have seen enough.
        None => drop(io::stdout().write_all(text.as_bytes())),
    }
    Ok(())
}

/// The text of a file of so many records.
pub(crate) fn file(
    workspace: &Workspace,
    records: usize,
    seed: u64,
    form: Form,
) -> Result<String, Failure> {
    let real = real(workspace)?;
    written(&real, records, seed, form).map_err(unfit)
}

/// How many records the directory really has.
pub(crate) fn real_count(workspace: &Workspace) -> Result<usize, Failure> {
    Ok(real(workspace)?.cities.len())
}

fn real(workspace: &Workspace) -> Result<Directory, Failure> {
    let path = workspace.root.join("public/data/cities.json");
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    serde_json::from_str(&text).map_err(unfit)
}

fn unfit(error: serde_json::Error) -> Failure {
    Failure::refused(
        format!("public/data/cities.json: {error}"),
        "run `cargo xtask check`, which says what is wrong with it",
    )
}

/// One record to a line, as the real file has them.
fn written(
    real: &Directory,
    records: usize,
    seed: u64,
    form: Form,
) -> Result<String, serde_json::Error> {
    let invented = Inventor::new(seed, &real.cities);
    let cities = real.cities.iter().cloned().chain(invented).take(records);
    let note = format!(
        "For load only: all records after the first {} are invented by `cargo xtask generate --records {records} --seed {seed}`; no such cities, members or awards exist.",
        real.cities.len()
    );
    match form {
        Form::Site => {
            let mut text = format!(
                "{{\"note\":{},\n\"compiled\":{},\n\"network\":{},\n\"cities\":[\n",
                json(&note)?,
                json(&real.compiled)?,
                json(&real.network)?
            );
            push_lines(&mut text, cities, |record, _| json(record))?;
            text.push_str("\n]}\n");
            Ok(text)
        }
        Form::Plain => {
            let note = format!("{note} What is not known of a record is filled in.");
            let mut text = "[\n".to_owned();
            // An array has no place for a note but its first record.
            push_lines(&mut text, cities, |record, place| {
                json(&record.plain((place == 0).then_some(&note)))
            })?;
            text.push_str("\n]\n");
            Ok(text)
        }
    }
}

fn push_lines(
    text: &mut String,
    records: impl Iterator<Item = Record>,
    line: impl Fn(&Record, usize) -> Result<String, serde_json::Error>,
) -> Result<(), serde_json::Error> {
    for (place, record) in records.enumerate() {
        if place > 0 {
            text.push_str(",\n");
        }
        text.push_str(&line(&record, place)?);
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(value)
}

#[cfg(test)]
mod tests;
