//! What `cargo xtask` hands on to the program `editorial`, which reads the same command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What publishers ask for.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum EditorialOrder {
    /// Check the data and the texts: every problem with its place, its cure and what it would break
    #[command(
        after_help = "Examples:\n  cargo xtask check          after an edit in public/data/ or public/content/\n  \
        cargo xtask check --json   the same for an editor or for continuous integration\n\n\
        Exit code 1 if there is an error; warnings are for somebody to look at and fail nothing.\n\
        JSON: {\"version\", \"errors\", \"warnings\", \"findings\": [{\"weight\", \"file\", \"line\", \"column\", \"row\",\n\
        \"record\", \"field\", \"found\", \"expected\", \"did_you_mean\", \"would_break\"}]}; null where one does not apply."
    )]
    Check(CheckArguments),
    /// Take the cities to a spreadsheet and back, and log what has changed
    #[command(
        subcommand,
        after_help = "Examples:\n  cargo xtask data export cities.csv --excel   then edit it, and save it as CSV\n  \
        cargo xtask data import cities.csv           what would change\n  \
        cargo xtask data import cities.csv --accept  change it\n  \
        cargo xtask data changes --since v0.1.0      what has changed since then"
    )]
    Data(DataOrder),
}

/// What to check, and how to tell.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct CheckArguments {
    /// Print one JSON document instead of lines for readers
    #[arg(long)]
    pub json: bool,
}

/// To a spreadsheet or back, or into the log of changes.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum DataOrder {
    /// Write the cities as a table (CSV) that a spreadsheet can edit
    #[command(
        after_help = "Example:\n  cargo xtask data export cities.csv --excel\n\n\
        A column for each field, names.zh and the like for names in languages. Several values in a cell\n\
        stand with | between them; | and \\ within one are written \\| and \\\\. Yes and no for presumed_current.\n\
        A text that a spreadsheet would run as a formula begins with an apostrophe, which import takes off."
    )]
    Export(ExportArguments),
    /// Read the table back: tells what would change, and changes it with --accept
    #[command(
        after_help = "Examples:\n  cargo xtask data import cities.csv           what would change\n  \
        cargo xtask data import cities.csv --accept  write public/data/cities.json\n\n\
        The slug tells which record a row is. A row left out removes its record, a column left out changes\n\
        nothing, an emptied cell takes the field away. Commas, semicolons and tabs are understood between\n\
        cells. Nothing is written while a row is bad: exit code 1."
    )]
    Import(ImportArguments),
    /// Compare the data with an earlier version and log what has changed, with --accept
    #[command(
        after_help = "Examples:\n  cargo xtask data changes --since v0.1.0            what would be logged\n  \
        cargo xtask data changes --since v0.1.0 --accept   extend public/data/changes.json\n  \
        cargo xtask data changes --since ../last/public/data\n\n\
        Set compiled in cities.json to the day of the new version first: the entries get that date. What is\n\
        logged already is left as it is. Each entry names the sources that the record has gained, or else\n\
        those it has: review them, then run `cargo xtask check`. Not compared: what no page shows (status,\n\
        GeoNames ids, where a name is from), and the files of countries, sources and totals."
    )]
    Changes(ChangesArguments),
}

/// Where the table goes.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ExportArguments {
    /// The file to write
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// Begin with a byte order mark, without which Excel takes the file for an old code page
    #[arg(long)]
    pub excel: bool,
}

/// Which table to read.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ImportArguments {
    /// The file to read
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// Write public/data/cities.json
    #[arg(long)]
    pub accept: bool,
}

/// What to compare with.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct ChangesArguments {
    /// A revision of Git, or a folder or file of an earlier version
    #[arg(long, value_name = "REVISION|PATH")]
    pub since: String,
    /// The day of the changes, where it is not that of `compiled` in cities.json
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Write public/data/changes.json
    #[arg(long)]
    pub accept: bool,
}
