//! The cities as a table that a spreadsheet can edit, and back.
//!
//! The way there and back loses nothing: a record whose row is as it was exported stays as it is,
//! byte for byte; another is written anew, with the fields that have no column kept.

mod cell;
mod column;
mod difference;
mod failure;
mod records;
mod table;

use std::fs;
use std::path::Path;

pub use failure::SpreadsheetFailure;

pub(crate) use column::FIELDS;
use difference::Difference;
use learning_cities::domain::export::ByteOrderMark;
use records::CityList;
use table::Table;

/// The file of cities below the project's folder.
const CITIES: &str = "public/data/cities.json";

/// Whether a file of data may be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consent {
    /// It may.
    Given,
    /// Only the difference is told.
    Awaited,
}

/// Writes the cities of the project as a table; tells what it wrote.
///
/// # Errors
/// Where the cities cannot be read or the table not written.
pub fn export(
    project: &Path,
    table: &Path,
    mark: ByteOrderMark,
) -> Result<String, SpreadsheetFailure> {
    let text = read(&project.join(CITIES))?;
    let cities = CityList::read(&text)?;
    let written = table::written(&cities, mark)?;
    fs::write(table, written).map_err(SpreadsheetFailure::file(table))?;
    let count = cities.records.len();
    Ok(format!("{count} cities written to {}", table.display()))
}

/// Reads a table back and tells the difference; writes the file of cities where that is allowed.
///
/// # Errors
/// Where a file cannot be read or written, and where a row is bad: then nothing is written.
pub fn import(
    project: &Path,
    table: &Path,
    consent: Consent,
) -> Result<String, SpreadsheetFailure> {
    let path = project.join(CITIES);
    let text = read(&path)?;
    let cities = CityList::read(&text)?;
    let bytes = fs::read(table).map_err(SpreadsheetFailure::file(table))?;
    let table = Table::read(&bytes)?;
    let difference = Difference::of(&cities, &table)?;
    let new = cities.with(&difference.lines);
    table.check(project, &new)?;
    match consent {
        _ if new == text => Ok("Nothing would change.".to_owned()),
        Consent::Awaited => Ok(format!(
            "{difference}\nNothing is written yet: add --accept to write {CITIES}."
        )),
        Consent::Given => {
            fs::write(&path, new).map_err(SpreadsheetFailure::file(&path))?;
            Ok(format!("{difference}\n{CITIES} is written."))
        }
    }
}

fn read(path: &Path) -> Result<String, SpreadsheetFailure> {
    fs::read_to_string(path).map_err(SpreadsheetFailure::file(path))
}
