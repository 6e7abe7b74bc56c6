//! What readers do with the site, in every engine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod directory;
mod early_input;
mod failures;
mod filters;
mod folder;
mod long_list;
mod navigation;
mod order;
mod requests;
mod search;
mod stillness;
mod table;
mod views;
mod without_scripts;

use std::process::ExitCode;

use learning_cities_e2e::trials::conduct;

fn main() -> ExitCode {
    let journeys = [
        stillness::journeys(),
        early_input::journeys(),
        search::journeys(),
        filters::journeys(),
        order::journeys(),
        navigation::journeys(),
        long_list::journeys(),
        views::journeys(),
        table::journeys(),
        requests::journeys(),
        failures::journeys(),
        without_scripts::journeys(),
        folder::journeys(),
    ];
    conduct(&journeys.concat(), Vec::new())
}
