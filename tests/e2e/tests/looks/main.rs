//! How every component looks, beside reference pictures (`tests/e2e/looks`), and whether the gallery
//! that they are taken of is whole. `cargo xtask looks --accept` renews the pictures.
//!
//! Chromium alone, and on Linux alone: elsewhere controls and edges of letters are drawn otherwise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod comparison;
mod faults;
mod gallery;
mod references;
mod wholeness;

use std::process::ExitCode;

use learning_cities_e2e::trials::{Journey, conduct};

fn main() -> ExitCode {
    let journeys: Vec<Journey> = if cfg!(target_os = "linux") {
        [
            comparison::journeys(),
            faults::journeys(),
            wholeness::journeys(),
        ]
        .concat()
    } else {
        wholeness::journeys()
    };
    let ended = conduct(&journeys, references::trials());
    gallery::remove();
    ended
}
