//! What the pages share: the directory's data as read, and its query.

pub mod catalogue;
pub mod directory_state;
pub mod map_state;
pub mod site;
