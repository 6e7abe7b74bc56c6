//! The file of cities, a record a line, and the writing of it.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::SpreadsheetFailure;
use super::column::{Column, FIELDS, NAMES_FIELD, Place};

/// The file, with the text of each record as it stands.
pub(super) struct CityList<'t> {
    text: &'t str,
    before: &'t str,
    after: &'t str,
    pub(super) records: Vec<Record<'t>>,
}

/// A record.
pub(super) struct Record<'t> {
    pub(super) slug: String,
    /// As it stands in the file.
    pub(super) text: &'t str,
    pub(super) fields: Map<String, Value>,
}

#[derive(serde::Deserialize)]
struct Envelope<'t> {
    #[serde(borrow)]
    cities: Vec<&'t RawValue>,
}

impl<'t> CityList<'t> {
    /// Takes the file apart: an object whose `cities` is a list of records, a line for each.
    ///
    /// # Errors
    /// Where it is not, or has no record.
    pub(super) fn read(text: &'t str) -> Result<Self, SpreadsheetFailure> {
        let envelope: Envelope<'t> = serde_json::from_str(text)
            .map_err(|error| SpreadsheetFailure::Cities(error.to_string()))?;
        let mut records = Vec::with_capacity(envelope.cities.len());
        for raw in &envelope.cities {
            let fields: Map<String, Value> = serde_json::from_str(raw.get())
                .map_err(|error| SpreadsheetFailure::Cities(error.to_string()))?;
            let slug = fields.get("slug").and_then(Value::as_str);
            let slug = slug.ok_or_else(|| {
                SpreadsheetFailure::Cities(format!("a record without a slug: {}", raw.get()))
            })?;
            records.push(Record {
                slug: slug.to_owned(),
                text: raw.get(),
                fields,
            });
        }
        let none = || SpreadsheetFailure::Cities("no record".to_owned());
        let first = envelope.cities.first().ok_or_else(none)?;
        let last = envelope.cities.last().ok_or_else(none)?;
        let origin = text.as_ptr() as usize;
        let start = (first.get().as_ptr() as usize).saturating_sub(origin);
        let end = (last.get().as_ptr() as usize).saturating_sub(origin) + last.get().len();
        Ok(Self {
            text,
            before: text.get(..start).unwrap_or_default(),
            after: text.get(end..).unwrap_or_default(),
            records,
        })
    }

    /// The file with other records.
    pub(super) fn with(&self, lines: &[String]) -> String {
        let own: Vec<&str> = self.records.iter().map(|record| record.text).collect();
        if own == lines {
            return self.text.to_owned();
        }
        let records = lines.join(self.between());
        format!("{}{records}{}", self.before, self.after)
    }

    /// Records stand a line each.
    fn between(&self) -> &'static str {
        if self.before.contains("\r\n") {
            ",\r\n"
        } else {
            ",\n"
        }
    }
}

/// The value of a column in a record.
pub(super) fn value(fields: &Map<String, Value>, column: Column) -> Option<&Value> {
    match column.place {
        Place::Field(field) => fields.get(field),
        Place::Name(language) => fields.get(NAMES_FIELD)?.get(language.tag()),
    }
}

/// Sets the value of a column, or takes it away.
pub(super) fn set(fields: &mut Map<String, Value>, column: Column, new: Option<Value>) {
    match (column.place, new) {
        (Place::Field(field), Some(new)) => drop(fields.insert(field.to_owned(), new)),
        (Place::Field(field), None) => drop(fields.remove(field)),
        (Place::Name(language), new) => {
            let names = fields.entry(NAMES_FIELD);
            let names = names.or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(names) = names {
                match new {
                    Some(new) => drop(names.insert(language.tag().to_owned(), new)),
                    None => drop(names.remove(language.tag())),
                }
                if names.is_empty() {
                    fields.remove(NAMES_FIELD);
                }
            }
        }
    }
}

/// A record as a line: its fields in the order of the file, then those that have no column.
pub(super) fn line(fields: &Map<String, Value>) -> String {
    let known = FIELDS.iter().map(|(field, _)| *field);
    let others = fields.keys().map(String::as_str);
    let others = others.filter(|key| FIELDS.iter().all(|(field, _)| field != key));
    let members = known.chain(others).filter_map(|key| {
        let text = match (key, fields.get(key)?) {
            (NAMES_FIELD, Value::Object(names)) => names_text(names),
            (_, value) => value.to_string(),
        };
        Some(format!("{}:{text}", Value::from(key)))
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// The names in the order of the columns.
fn names_text(names: &Map<String, Value>) -> String {
    let columns = Column::all().into_iter();
    let tags = columns.filter_map(|column| match column.place {
        Place::Name(language) => Some(language.tag()),
        Place::Field(_) => None,
    });
    let tags: Vec<&str> = tags.collect();
    let others = names.keys().map(String::as_str);
    let others = others.filter(|tag| !tags.contains(tag));
    let members = tags.iter().copied().chain(others);
    let members =
        members.filter_map(|tag| Some(format!("{}:{}", Value::from(tag), names.get(tag)?)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
