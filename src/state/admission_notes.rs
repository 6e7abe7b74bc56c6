//! What UNESCO announced of each admission, in the reader's language and with its source. Written
//! when the site is built, fetched when the timeline is first opened.

use serde::{Deserialize, Serialize};

/// What is known of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AdmissionNote {
    /// The year.
    pub year: u16,
    /// How many cities were announced.
    pub announced: Option<u32>,
    /// What was announced, in sentences.
    pub remarks: Vec<AdmissionRemark>,
}

/// A sentence with where it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AdmissionRemark {
    /// The sentence.
    pub text: String,
    /// Who published it.
    pub source: String,
    /// Where it was read; the about page where it has no address.
    pub href: String,
}

/// Reads the file; what cannot be read is not shown, because the timeline is whole without it.
pub fn read_admission_notes(text: &str) -> Vec<AdmissionNote> {
    serde_json::from_str(text).unwrap_or_default()
}
