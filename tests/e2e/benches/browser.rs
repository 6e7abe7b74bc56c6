//! `cargo xtask bench --browser` starts this: the built site in Chromium, beside others.

use std::process::ExitCode;

fn main() -> ExitCode {
    learning_cities_e2e::bench::conduct()
}
