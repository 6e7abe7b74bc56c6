//! The table itself (RFC 4180), and what spreadsheets make of it.

use std::collections::BTreeMap;
use std::path::Path;

use csv::{ReaderBuilder, Terminator, WriterBuilder};
use learning_cities::domain::edit_distance::nearest;
use learning_cities::domain::export::ByteOrderMark;
use learning_cities::domain::record::{
    cross_check, read_cities, read_countries, read_profiles, read_sources,
};

use super::column::{Column, Place};
use super::records::{CityList, value};
use super::{SpreadsheetFailure, cell};

/// What makes Excel take a file for UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What spreadsheets put between cells; European ones the semicolon.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Slips within which another heading is suggested.
const SUGGESTION_EDITS: usize = 2;

/// A table as it was read.
#[derive(Debug)]
pub(super) struct Table {
    /// The columns that are there; none for one that means nothing.
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
}

/// A row of it.
#[derive(Debug)]
pub(super) struct Row {
    /// Its line in the file, counted from 1.
    pub(super) line: usize,
    pub(super) slug: String,
    pub(super) cells: Vec<String>,
}

/// The table of the cities.
pub(super) fn written(
    cities: &CityList<'_>,
    mark: ByteOrderMark,
) -> Result<Vec<u8>, SpreadsheetFailure> {
    let columns = Column::all();
    let failed = |error: csv::Error| SpreadsheetFailure::Table(error.to_string());
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(match mark {
            ByteOrderMark::Leading => BYTE_ORDER_MARK.as_bytes().to_vec(),
            ByteOrderMark::None => Vec::new(),
        });
    let headings = columns.iter().map(|column| column.heading());
    writer.write_record(headings).map_err(failed)?;
    for record in &cities.records {
        let cells = columns
            .iter()
            .map(|column| cell::written(value(&record.fields, *column)));
        writer.write_record(cells).map_err(failed)?;
    }
    let failed = |error: csv::IntoInnerError<_>| SpreadsheetFailure::Table(error.to_string());
    writer.into_inner().map_err(failed)
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// Where it is not UTF-8 or its headings are not those of the export.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, SpreadsheetFailure> {
        let text = std::str::from_utf8(bytes).map_err(|_| {
            let cure = "is not UTF-8; save it as “CSV UTF-8 (comma delimited)”";
            SpreadsheetFailure::Table(cure.to_owned())
        })?;
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let failed = |error: csv::Error| SpreadsheetFailure::Table(error.to_string());
        let mut reader = ReaderBuilder::new()
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let columns = columns(reader.headers().map_err(failed)?)?;
        let slug_at = columns
            .iter()
            .position(|column| column.place == Place::Field("slug"))
            .ok_or_else(|| {
                let what = "has no column slug, which tells which record a row is";
                SpreadsheetFailure::Table(what.to_owned())
            })?;
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(failed)?;
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            // Spreadsheets leave empty rows at the end.
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            rows.push(Row {
                line: line(text, record.position()),
                slug: cells
                    .get(slug_at)
                    .map(|cell| cell.trim().to_owned())
                    .unwrap_or_default(),
                cells,
            });
        }
        Ok(Self { columns, rows })
    }

    /// Holds the new file of cities against the rules of the core.
    ///
    /// # Errors
    /// Rows that cannot stand.
    pub(super) fn check(&self, project: &Path, new: &str) -> Result<(), SpreadsheetFailure> {
        let read = |name: &str| super::read(&project.join("public/data").join(name));
        let countries = read_countries("countries.json", &read("countries.json")?).value;
        let sources = read_sources("sources.json", &read("sources.json")?).value;
        let profiles = read_profiles("profiles.json", &read("profiles.json")?).value;
        let reading = read_cities("cities.json", new, &countries);
        let cities = reading.value.cities;
        let mut issues = reading.issues;
        issues.extend(cross_check(&cities, &countries, &sources, &profiles));
        let lines: BTreeMap<&str, usize> = self
            .rows
            .iter()
            .map(|row| (row.slug.as_str(), row.line))
            .collect();
        let told = issues.iter().map(|issue| {
            let record = issue.record.as_deref().unwrap_or_default();
            let place = match lines.get(record) {
                Some(line) => format!("row on line {line} ({record}), {}", issue.field),
                None => format!("{} ({record}), {}", issue.file, issue.field),
            };
            let meant = issue.suggestion.as_ref();
            let meant = meant
                .map(|it| format!("; did you mean {it}?"))
                .unwrap_or_default();
            format!(
                "{place}: found {}, expected {}{meant}",
                issue.found, issue.expected
            )
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() {
            Ok(())
        } else {
            Err(SpreadsheetFailure::Rows(told))
        }
    }
}

/// The line on which a row begins. The reader's own number leaves out the second character of a line
/// break that it has yet to read.
fn line(text: &str, position: Option<&csv::Position>) -> usize {
    let byte = position.map_or(0, csv::Position::byte);
    let byte = usize::try_from(byte).unwrap_or_default();
    let (before, rest) = text.split_at_checked(byte).unwrap_or((text, ""));
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let blank = rest.get(..blank).unwrap_or_default();
    [before, blank]
        .map(|it| it.matches('\n').count())
        .iter()
        .sum::<usize>()
        + 1
}

/// What stands most often between the headings, none of which holds a separator.
fn separator(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| headings.bytes().filter(|byte| byte == separator).count();
    let most = SEPARATORS.into_iter().rev().max_by_key(count);
    most.unwrap_or(b',')
}

fn columns(headings: &csv::StringRecord) -> Result<Vec<Column>, SpreadsheetFailure> {
    let all = Column::all();
    let known: Vec<String> = all.iter().map(|column| column.heading()).collect();
    let mut columns = Vec::new();
    let mut wrong = Vec::new();
    for heading in headings {
        let heading = heading.trim();
        let column = all.iter().find(|column| column.heading() == heading);
        match column {
            Some(column) if !columns.contains(column) => columns.push(*column),
            Some(_) => wrong.push(format!("column {heading}: stands twice; take one out")),
            None => {
                let meant = nearest(heading, known.iter().map(String::as_str), SUGGESTION_EDITS);
                let meant = meant
                    .map(|it| format!("; did you mean {it}?"))
                    .unwrap_or_default();
                let allowed = known.join(", ");
                wrong.push(format!(
                    "column “{heading}”: expected one of {allowed}{meant}"
                ));
            }
        }
    }
    match wrong.is_empty() {
        true => Ok(columns),
        false => Err(SpreadsheetFailure::Rows(wrong)),
    }
}
