//! The built site as files and as a plain host serves it; no browser takes part.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod about;
mod addresses;
mod data_files;
mod directory;
mod folder;
mod heads;
mod languages;
mod links;
mod news;
mod offline;
mod policy;
mod profiles;
mod site;
mod story;
mod styles;
