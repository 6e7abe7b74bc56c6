//! A file with the place of each of its values.

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::Ranged;

use super::finding::Finding;
use super::source_file::SourceFile;

/// A file that is JSON.
pub(super) struct Document<'f> {
    pub(super) file: &'f SourceFile,
    pub(super) value: Value<'f>,
}

/// A record of a list.
pub(super) struct Row<'d, 'f> {
    pub(super) number: usize,
    pub(super) value: &'d Value<'f>,
}

impl<'f> Document<'f> {
    /// The records: the file's own list, or that under a key of its object.
    pub(super) fn rows<'d>(&'d self, key: &str) -> impl Iterator<Item = Row<'d, 'f>> {
        let list: Option<&Array<'f>> = match &self.value {
            Value::Array(list) => Some(list),
            other => member(other, key).and_then(Value::as_array),
        };
        let values = list.into_iter().flat_map(|list| &list.elements);
        (1..)
            .zip(values)
            .map(|(number, value)| Row { number, value })
    }

    /// A finding at a value of the file.
    pub(super) fn finding(&self, value: &Value<'_>, expected: &str, would_break: &str) -> Finding {
        let found = self.file.slice(value.start(), value.end());
        Finding::at(self.file, value.start(), found, expected, would_break)
    }
}

impl<'d, 'f> Row<'d, 'f> {
    /// The value of a field.
    pub(super) fn get(&self, field: &str) -> Option<&'d Value<'f>> {
        member(self.value, field)
    }

    /// The text of a field.
    pub(super) fn text(&self, field: &str) -> Option<&'d str> {
        self.get(field).and_then(text)
    }

    /// A finding with the number and the name of this record.
    pub(super) fn own(&self, finding: Finding) -> Finding {
        let names = ["slug", "id", "iso2", "city", "name"];
        let record = names.into_iter().find_map(|name| self.text(name));
        Finding {
            row: Some(self.number),
            record: record.map(str::to_owned),
            ..finding
        }
    }
}

/// The value of a key; of several the last, as readers take it.
pub(super) fn member<'d, 'f>(value: &'d Value<'f>, key: &str) -> Option<&'d Value<'f>> {
    let object: &Object<'f> = value.as_object()?;
    let mut latest = object.properties.iter().rev();
    latest
        .find(|property| property.name.as_str() == key)
        .map(|property| &property.value)
}

/// A member that says something: one that is there and not `null`.
pub(super) fn given<'d, 'f>(value: &'d Value<'f>, key: &str) -> Option<&'d Value<'f>> {
    member(value, key).filter(|value| !matches!(value, Value::NullKeyword(_)))
}

/// The characters of a text.
pub(super) fn text<'d>(value: &'d Value<'_>) -> Option<&'d str> {
    value.as_string_lit().map(|text| text.value.as_ref())
}
