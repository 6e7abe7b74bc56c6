//! One module per page. Pages own their state and hand values and callbacks to components.

pub mod about;
pub mod city;
pub mod country;
pub mod directory;
pub mod embed_card;
pub mod metadata;
pub mod news;
pub mod not_found;
pub mod not_kept;
pub mod story;
