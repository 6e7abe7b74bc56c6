//! The bundled records, read here anew so that the site is not measured by its own code.

use serde_json::{Value, json};

use crate::dist::Dist;
use crate::failure::{Failure, Outcome};

/// The records of the directory file, as JSON objects in their order.
#[derive(Clone, Debug)]
pub struct Records(Vec<Value>);

impl Records {
    /// Those of the built site.
    ///
    /// # Errors
    /// Where the file is missing or has another form.
    pub fn bundled() -> Outcome<Self> {
        let text = Dist::find()?.read("data/cities.json")?;
        let file: Value = serde_json::from_str(&text).map_err(Failure::form("data/cities.json"))?;
        let list = file.get("cities").unwrap_or(&file).as_array().cloned();
        list.map(Self)
            .ok_or_else(|| Failure::Form("data/cities.json holds no list of cities".to_owned()))
    }

    /// So many records made up after the bundled ones' form.
    #[must_use]
    pub fn made_up(count: usize) -> Self {
        let countries = [
            ("France", "FR", "europe-and-north-america"),
            ("Kenya", "KE", "africa"),
            ("China", "CN", "asia-and-the-pacific"),
        ];
        let record = |(number, (country, iso2, region)): (usize, &(&str, &str, &str))| {
            let (slug, name) = (format!("city-{number:05}"), format!("City {number:05}"));
            json!({"slug": slug, "name": name, "country": country, "iso2": iso2, "region": region, "joined": 2015 + number % 10})
        };
        Self(
            (0..count)
                .zip(countries.iter().cycle())
                .map(record)
                .collect(),
        )
    }

    /// The records.
    #[must_use]
    pub fn list(&self) -> &[Value] {
        &self.0
    }

    /// One more record.
    #[must_use]
    pub fn with(mut self, record: Value) -> Self {
        self.0.push(record);
        self
    }

    /// As a directory file.
    #[must_use]
    pub fn file(&self) -> String {
        json!({"cities": self.0}).to_string()
    }

    /// The slugs of the records that pass.
    #[must_use]
    pub fn slugs(&self, passes: impl Fn(&Value) -> bool) -> Vec<String> {
        self.0
            .iter()
            .filter(|record| passes(record))
            .map(|record| text(record, "slug"))
            .collect()
    }
}

/// A text of a record, empty where it has none.
#[must_use]
pub fn text(record: &Value, key: &str) -> String {
    record
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The year under which a record counts: the first, where it has several.
#[must_use]
pub fn joined(record: &Value) -> String {
    let years = match record.get("joined") {
        Some(Value::Array(years)) => years.iter().filter_map(Value::as_u64).min(),
        Some(year) => year.as_u64(),
        None => None,
    };
    years.map_or_else(|| "unknown".to_owned(), |year| year.to_string())
}

/// The years of a record's awards.
#[must_use]
pub fn awards(record: &Value) -> Vec<String> {
    let years = record.get("awards").and_then(Value::as_array);
    years
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .map(|year| year.to_string())
        .collect()
}
