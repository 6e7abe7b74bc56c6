//! The packages for nginx and Caddy as these servers serve them; no browser takes part.
//!
//! What is expected is written out here and not taken from the list that the packages are made of.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod client;
mod expected;
mod fixture;
mod running;
mod walk;

use fixture::Serving;
use running::Program;

#[test]
fn nginx_serves_every_file_as_it_must_and_nothing_else() {
    walk::all(&Serving::start(Program::Nginx, "/"));
}

#[test]
fn nginx_serves_a_folder_of_a_host_as_it_must_and_nothing_else() {
    walk::all(&Serving::start(Program::Nginx, "/repo/"));
}

#[test]
fn caddy_serves_every_file_as_it_must_and_nothing_else() {
    walk::all(&Serving::start(Program::Caddy, "/"));
}

#[test]
fn caddy_serves_a_folder_of_a_host_as_it_must_and_nothing_else() {
    walk::all(&Serving::start(Program::Caddy, "/repo/"));
}
