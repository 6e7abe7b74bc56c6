//! Languages of the interface: its texts, plural forms, numbers and dates. Pure: no web types.

pub mod change_wording;
pub mod citation_wording;
pub mod city_wording;
pub mod comparison_wording;
pub mod field_wording;
pub mod format;
pub mod language_name;
pub mod language_tag;
pub mod peer_wording;
pub mod text;
pub mod text_problem;
pub mod texts;
