//! What a directory must have to be measured, whoever made it, and the keys that move it.

use std::time::Duration;

/// The search box.
pub(super) const BOX: &str = "input[type=search]";

/// The options of its facets.
pub(super) const FACET: &str = "input[type=checkbox]";

/// The choice of an order.
pub(super) const SORT: &str = "select";

/// The choice of a view.
pub(super) const VIEW: &str = "button[data-view], a[data-view], input[data-view], label[data-view]";

// Keys as WebDriver spells them; the last one of the first lets the modifier go.

pub(super) const SELECT_ALL: &str = "\u{e009}a\u{e000}";
pub(super) const BACKSPACE: &str = "\u{e003}";
pub(super) const DOWN: &str = "\u{e015}";
pub(super) const HOME: &str = "\u{e011}";

/// Rare enough not to slow the page down that is looked at.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// Three minutes: a slowed processor may take one to read 100,000 records.
pub(super) const LOOKS_FOR_RESULTS: usize = 900;
