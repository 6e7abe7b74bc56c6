//! What the pages share: the data once it is loaded, and the directory's query.

pub mod catalogue;
pub mod directory_state;
pub mod load;
pub mod site;
