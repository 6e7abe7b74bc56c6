//! The directory as a set of data that others may use.

use serde_json::{Value, json};

use crate::domain::city::Position;
use crate::domain::export::{ATTRIBUTION, LICENCE};
use crate::i18n::texts::Text;
use crate::pages::metadata::{Material, Metadata};
use crate::routes::{Asset, Page};

use super::StructuredData;

/// The forms in which the data are offered, by their media types (RFC 8259, RFC 4180, RFC 7946).
const FORMS: [(&str, Asset); 3] = [
    ("application/json", Asset::Cities),
    ("text/csv", Asset::CitiesTable),
    ("application/geo+json", Asset::CitiesMap),
];

impl StructuredData<'_> {
    /// The data (schema.org `Dataset`), the same set on every page that tells of it.
    pub(super) fn dataset(&self) -> Value {
        let address = self.page(Page::Directory);
        let about = self.page(Page::About);
        let distribution = FORMS.map(|(form, asset)| {
            json!({
                "@type": "DataDownload",
                "encodingFormat": form,
                "contentUrl": self.file(&asset),
            })
        });
        let mut dataset = json!({
            "@type": "Dataset",
            "@id": format!("{address}#dataset"),
            "name": self.text(Text::DirectoryTitle),
            "description": self.words(),
            "url": address,
            "inLanguage": self.site.language().tag(),
            "isAccessibleForFree": true,
            "license": { "@type": "CreativeWork", "name": LICENCE, "url": about },
            "creditText": ATTRIBUTION,
            "creator": self.organization(),
            "publisher": self.organization(),
            "distribution": distribution,
        });
        if let Some(members) = dataset.as_object_mut() {
            for (key, value) in [
                ("dateModified", self.compiled()),
                ("spatialCoverage", self.area()),
                ("temporalCoverage", self.years()),
            ] {
                members.extend(value.map(|value| (key.to_owned(), value)));
            }
        }
        dataset
    }

    fn words(&self) -> String {
        let material = Material {
            texts: &self.site.texts,
            catalogue: Some(&self.library.catalogue),
            news: None,
            about: None,
        };
        let directory = Metadata::of(&Page::Directory, material).description;
        format!("{} {directory}", self.text(Text::SiteDescription))
    }

    fn compiled(&self) -> Option<Value> {
        Some(json!(self.library.catalogue.compiled.as_ref()?))
    }

    /// The smallest box that holds every position: its southern and western edge, then the others.
    fn area(&self) -> Option<Value> {
        let cities = self.library.catalogue.directory.cities();
        let positions: Vec<Position> = cities.iter().filter_map(|city| city.position).collect();
        let bounds = |of: fn(&Position) -> f64| {
            let least = positions.iter().map(of).reduce(f64::min)?;
            Some((least, positions.iter().map(of).reduce(f64::max)?))
        };
        let (south, north) = bounds(|position| position.latitude)?;
        let (west, east) = bounds(|position| position.longitude)?;
        let shape = format!("{south} {west} {north} {east}");
        Some(json!({ "@type": "Place", "geo": { "@type": "GeoShape", "box": shape } }))
    }

    /// From the first admission on record to the last (ISO 8601 interval).
    fn years(&self) -> Option<Value> {
        let cities = self.library.catalogue.directory.cities();
        let years = || cities.iter().flat_map(|city| &city.admissions);
        Some(json!(format!("{}/{}", years().min()?, years().max()?)))
    }
}
