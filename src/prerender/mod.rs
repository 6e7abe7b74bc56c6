//! Writes every address of the site as a file, from the same views the browser runs.

pub mod admission_notes;
pub mod bundle;
pub mod calendar;
pub mod data_version;
pub mod document;
pub mod drawing;
pub mod edition;
pub mod error;
pub mod export;
pub mod feed;
pub mod for_programs;
pub mod gallery;
pub mod manifest;
pub mod material;
pub mod name_orders;
pub mod offline;
mod page_scripts;
pub mod policy;
pub mod preview;
pub mod publication;
pub mod report_files;
pub mod share_picture;
pub mod site_writer;
pub mod sitemap;
pub mod structured_data;
pub mod stylesheet;
