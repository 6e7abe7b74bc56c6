//! What the pages share: the directory's data as read, and its query.

pub mod admission_notes;
pub mod catalogue;
pub mod corrections_desk;
pub mod directory_address;
pub mod directory_extras;
pub mod directory_state;
pub mod map_state;
pub mod record_sources;
pub mod shortlist;
pub mod site;
