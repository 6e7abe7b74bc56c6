//! The sources of a single record, as its own file tells them.

use serde::Deserialize;

/// A source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RecordSource {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it was read.
    pub url: Option<String>,
}

#[derive(Deserialize)]
struct Record {
    sources: Vec<RecordSource>,
}

/// Reads the sources of a record's file; none where it cannot be read, because the record's page,
/// which is linked, has them too.
pub fn read_record_sources(text: &str) -> Vec<RecordSource> {
    serde_json::from_str(text).map_or_else(|_| Vec::new(), |Record { sources }| sources)
}
