//! What a table changes in the records.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use learning_cities::domain::issue::shorten;
use serde_json::{Map, Value};

use super::records::{CityList, Record, line, set, value};
use super::table::{Row, Table};
use super::{SpreadsheetFailure, cell};

/// The new records and how they differ from the old ones.
#[derive(Debug)]
pub(super) struct Difference {
    /// Every record as a line, in the order of the file.
    pub(super) lines: Vec<String>,
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<Change>,
}

/// A cell that differs.
#[derive(Debug)]
struct Change {
    slug: String,
    field: String,
    from: String,
    to: String,
}

impl Difference {
    /// Holds a table against the records.
    ///
    /// # Errors
    /// Cells that cannot be read, and rows without a slug or with that of another row.
    pub(super) fn of(cities: &CityList<'_>, table: &Table) -> Result<Self, SpreadsheetFailure> {
        let mut difference = Self {
            lines: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
            changed: Vec::new(),
        };
        let mut wrong = Vec::new();
        let rows = rows_by_slug(table, &mut wrong);
        let mut records: Vec<(String, String)> = Vec::new();
        for record in &cities.records {
            match rows.get(record.slug.as_str()) {
                None => difference.removed.push(record.slug.clone()),
                Some(row) => {
                    let text = difference.changed_record(record, row, table, &mut wrong);
                    records.push((record.slug.clone(), text));
                }
            }
        }
        let known: BTreeSet<&str> = cities.records.iter().map(|it| it.slug.as_str()).collect();
        for row in table
            .rows
            .iter()
            .filter(|row| !known.contains(row.slug.as_str()))
        {
            let mut fields = Map::new();
            fill(&mut fields, row, table, &mut wrong, &mut |_, _, _| {});
            // Records stand by their slugs.
            let before = records.iter().position(|(slug, _)| *slug > row.slug);
            let at = before.unwrap_or(records.len());
            records.insert(at, (row.slug.clone(), line(&fields)));
            difference.added.push(row.slug.clone());
        }
        difference.lines = records.into_iter().map(|(_, text)| text).collect();
        match wrong.is_empty() {
            true => Ok(difference),
            false => Err(SpreadsheetFailure::Rows(wrong)),
        }
    }

    /// The text of a record with what its row changes; as it stands where it changes nothing.
    fn changed_record(
        &mut self,
        record: &Record<'_>,
        row: &Row,
        table: &Table,
        wrong: &mut Vec<String>,
    ) -> String {
        let mut fields = record.fields.clone();
        let before = self.changed.len();
        fill(&mut fields, row, table, wrong, &mut |field, from, to| {
            self.changed.push(Change {
                slug: record.slug.clone(),
                field,
                from,
                to,
            });
        });
        match self.changed.len() == before {
            true => record.text.to_owned(),
            false => line(&fields),
        }
    }
}

fn rows_by_slug<'t>(table: &'t Table, wrong: &mut Vec<String>) -> BTreeMap<&'t str, &'t Row> {
    let mut rows: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in &table.rows {
        if row.slug.is_empty() {
            wrong.push(format!("row on line {}: no slug; give it one", row.line));
        } else if let Some(first) = rows.insert(&row.slug, row) {
            wrong.push(format!(
                "row on line {}, slug: found \"{}\", expected a slug other than that on line {}",
                row.line, row.slug, first.line
            ));
        }
    }
    rows
}

/// Sets the fields whose cells differ from what the export writes for them.
fn fill(
    fields: &mut Map<String, Value>,
    row: &Row,
    table: &Table,
    wrong: &mut Vec<String>,
    tell: &mut dyn FnMut(String, String, String),
) {
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let old = value(fields, *column);
        let from = cell::written(old);
        if *cell == from {
            continue;
        }
        match cell::read(cell, column.kind) {
            // The same value, written as the spreadsheet writes it.
            Ok(new) if cell::written(new.as_ref()) == from => {}
            Ok(new) => {
                tell(column.heading(), from, cell::written(new.as_ref()));
                set(fields, *column, new);
            }
            Err(expected) => wrong.push(format!(
                "row on line {} ({}), {}: found \"{}\", expected {expected}",
                row.line,
                row.slug,
                column.heading(),
                shorten(cell)
            )),
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changed: BTreeSet<&str> = self.changed.iter().map(|it| it.slug.as_str()).collect();
        let counts = [
            (self.added.len(), "added"),
            (self.removed.len(), "removed"),
            (changed.len(), "changed"),
        ];
        let counts = counts.map(|(count, what)| format!("{count} {what}"));
        writeln!(out, "{}", counts.join(", "))?;
        for slug in &self.added {
            writeln!(out, "  added    {slug}")?;
        }
        for slug in &self.removed {
            writeln!(out, "  removed  {slug}")?;
        }
        let shown = |text: &str| match text {
            "" => "nothing".to_owned(),
            text => format!("\"{}\"", shorten(text)),
        };
        for change in &self.changed {
            let (from, to) = (shown(&change.from), shown(&change.to));
            let Change { slug, field, .. } = change;
            writeln!(out, "  changed  {slug}, {field}: {from} becomes {to}")?;
        }
        Ok(())
    }
}
