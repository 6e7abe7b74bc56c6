//! What the tests of the built site share: the site as files and as served, and the three browsers.
//!
//! Everything a test needs to know of this machine comes from the variables that
//! `cargo xtask test` sets; a variable that is missing is a failure, never a skip.

pub mod bench;
pub mod browser;
pub mod devtools;
pub mod dist;
pub mod driver;
pub mod engine;
pub mod environment;
pub mod failure;
mod hand;
pub mod likeness;
pub mod page_facts;
pub mod picture;
pub mod polling;
pub mod records;
pub mod reference;
pub mod screen;
mod seat;
pub mod served;
pub mod trials;
pub mod waiting;
