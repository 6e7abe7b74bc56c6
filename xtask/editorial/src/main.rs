//! The program behind `cargo xtask check` and `cargo xtask data`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use editorial::change_log;
use editorial::check::check;
use editorial::spreadsheet::{self, Consent};
use learning_cities::domain::export::ByteOrderMark;
use xtask::orders::{ChangesArguments, DataOrder, EditorialOrder};

/// What publishers do with the data and the texts.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Invocation {
    #[command(subcommand)]
    order: EditorialOrder,
}

fn main() -> ExitCode {
    let Invocation { order } = Invocation::parse();
    let project = project();
    let outcome = match order {
        EditorialOrder::Check(arguments) => {
            let report = check(&project);
            let told = match arguments.json {
                true => serde_json::to_string_pretty(&report).unwrap_or_default(),
                false => report.to_string().trim_end().to_owned(),
            };
            tell(&told);
            return exit_code(report.errors == 0);
        }
        EditorialOrder::Data(order) => obey(&project, order),
    };
    match &outcome {
        Ok(told) => tell(told),
        Err(failure) => eprintln!("{failure}"),
    }
    exit_code(outcome.is_ok())
}

/// What is told, or why nothing was done.
fn obey(project: &Path, order: DataOrder) -> Result<String, String> {
    match order {
        DataOrder::Export(arguments) => {
            let mark = match arguments.excel {
                true => ByteOrderMark::Leading,
                false => ByteOrderMark::None,
            };
            spreadsheet::export(project, &arguments.file, mark).map_err(|it| it.to_string())
        }
        DataOrder::Import(arguments) => {
            let consent = consent(arguments.accept);
            spreadsheet::import(project, &arguments.file, consent).map_err(|it| it.to_string())
        }
        DataOrder::Changes(ChangesArguments {
            since,
            date,
            accept,
        }) => change_log::extend(project, &since, date.as_deref(), consent(accept))
            .map_err(|it| it.to_string()),
    }
}

fn consent(accept: bool) -> Consent {
    match accept {
        true => Consent::Given,
        false => Consent::Awaited,
    }
}

/// Where the reader has gone (`… | head`), the rest is for nobody.
fn tell(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}

fn exit_code(is_well: bool) -> ExitCode {
    if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The folder above `xtask`, in which this crate stands.
fn project() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}
