//! The platform of the prerenderer: no browser, so nothing happens.

use std::time::Duration;

use leptos::html::Input;
use leptos::prelude::NodeRef;

/// Runs something once after a pause; never, here.
#[derive(Clone, Debug)]
pub struct Debounce;

impl Debounce {
    /// A pause of so many milliseconds.
    pub fn new(pause_ms: u64) -> Self {
        let _ = Duration::from_millis(pause_ms);
        Self
    }

    /// Would run `action` after the pause.
    pub fn run(&self, action: impl FnOnce() + 'static) {
        drop(action);
    }

    /// Would forget what is to be run.
    pub fn cancel(&self) {}
}

/// Shows a text in an input unless it is there already.
pub fn keep_value(_input: NodeRef<Input>, _text: &str) {}
