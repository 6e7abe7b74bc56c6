//! What the device keeps for the reader. It may refuse at any time: private windows, full disks.

use leptos::prelude::window;

/// A text that the device has kept.
pub fn stored(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Has the device keep a text; tells whether it does.
pub fn store(name: &str, text: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
}
