//! What `cargo xtask bench --browser` asks of the program that drives the browser.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What to measure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Plan {
    /// The builds, the one that others are compared with first.
    pub builds: Vec<Build>,
    /// The sizes, in turn.
    pub sizes: Vec<Size>,
    /// How many times slower than it is the processor is made.
    pub slowdown: u32,
    /// How often every build is measured at every size.
    pub rounds: usize,
}

/// A built site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Build {
    /// What the tables call it.
    pub name: String,
    /// Its folder.
    pub dist: PathBuf,
}

/// How many records the directory has.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Size {
    /// Their number.
    pub records: usize,
    /// The file that takes the place of the build's own; none where its own has so many.
    pub data: Option<PathBuf>,
}

impl Plan {
    /// The variable that carries the plan, as JSON.
    pub const VARIABLE: &str = "BENCH_PLAN";
}
