//! Accessibility, fit on narrow screens, and valid HTML.
//!
//! Chromium alone: what is measured here depends on the page, hardly on the engine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod accessibility;
mod fit;
mod page_states;
mod validity;

use std::process::ExitCode;

use learning_cities_e2e::trials::conduct;

fn main() -> ExitCode {
    let journeys = [accessibility::journeys(), fit::journeys()];
    conduct(&journeys.concat(), validity::trials())
}
