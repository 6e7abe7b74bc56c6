//! What the publisher sets of reading without a connection.

use serde::Deserialize;

/// Whether readers' devices keep the site; in `site.json`, `true` or `false`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "bool")]
pub enum OfflineReading {
    /// They do.
    #[default]
    On,
    /// They do not, and what they have kept is removed.
    Off,
}

impl From<bool> for OfflineReading {
    fn from(is_on: bool) -> Self {
        if is_on { Self::On } else { Self::Off }
    }
}
