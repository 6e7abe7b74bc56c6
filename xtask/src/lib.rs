//! The part of the build tool that others use: the static server.
//!
//! `cargo xtask serve` shows the built site with it, and the browser tests start it with
//! delays and faults. All else is in the program (`main.rs`).

pub mod server;
