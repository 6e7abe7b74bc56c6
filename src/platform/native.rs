//! The platform of the prerenderer: no browser, so nothing happens.

use std::time::Duration;

use leptos::html::Input;
use leptos::prelude::NodeRef;
use leptos::svg::Svg;

use super::{MapEvent, Reaction};

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

/// Would tell what happens on the map.
pub fn follow_map(_svg: NodeRef<Svg>, _react: impl Fn(MapEvent) -> Reaction + 'static) {}

/// Would give the focus to the element of an id.
pub fn focus_by_id(_id: &str) {}

/// Would ask the device where it is.
pub fn locate(_told: impl Fn(Option<(f64, f64)>) + 'static) {}
