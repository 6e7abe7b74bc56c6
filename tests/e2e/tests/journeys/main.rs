//! What readers do with the site, in every engine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod comparison;
mod directory;
mod early_input;
mod embedding;
mod exports;
mod failures;
mod faults;
mod filters;
mod folder;
mod hostile;
mod intrusion;
mod kept_site;
mod keys;
mod kill_points;
mod languages;
mod long_list;
mod map;
mod mishaps;
mod navigation;
mod near;
mod offers;
mod offline;
mod order;
mod peers;
mod preview;
mod print;
mod random_addresses;
mod recovery;
mod requests;
mod search;
mod shortlist;
mod stillness;
mod table;
mod updates;
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
        map::journeys(),
        views::journeys(),
        table::journeys(),
        comparison::journeys(),
        peers::journeys(),
        exports::journeys(),
        languages::journeys(),
        embedding::journeys(),
        shortlist::journeys(),
        keys::journeys(),
        offers::journeys(),
        near::journeys(),
        hostile::journeys(),
        random_addresses::journeys(),
        preview::journeys(),
        intrusion::journeys(),
        print::journeys(),
        requests::journeys(),
        failures::journeys(),
        faults::journeys(),
        mishaps::journeys(),
        without_scripts::journeys(),
        folder::journeys(),
        offline::journeys(),
        updates::journeys(),
        kill_points::journeys(),
        recovery::journeys(),
    ];
    conduct(&journeys.concat(), Vec::new())
}
