//! The variables through which `cargo xtask test` tells what there is.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};

/// The path a variable names.
///
/// # Errors
/// Where the variable is not set.
pub fn path(name: &str) -> Outcome<PathBuf> {
    optional_path(name).ok_or_else(|| Failure::Environment(format!("{name} is not set")))
}

/// The path a variable names, for what a machine may do without.
#[must_use]
pub fn optional_path(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The text of a variable.
///
/// # Errors
/// Where the variable is not set.
pub fn text(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| Failure::Environment(format!("{name} is not set")))
}
