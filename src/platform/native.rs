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

/// Nothing is fetched natively: every file is there from the start.
///
/// # Errors
/// Always.
pub async fn fetch_text(address: String) -> Result<String, String> {
    Err(format!("{address}: nothing is fetched while prerendering"))
}

/// Tells a problem to whoever looks after the site.
pub fn report(message: &str) {
    eprintln!("{message}");
}

/// Gives the document a title.
pub fn set_title(_title: &str) {}

/// Moves the focus to the start of the content.
pub fn focus_content() {}

/// Shows a text in an input unless it is there already.
pub fn keep_value(_input: NodeRef<Input>, _text: &str) {}
