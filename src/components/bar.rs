//! A bar: how large a number is beside the largest of its kind, and beside a total where one is
//! known. The figure itself stands in words beside it.

use leptos::prelude::*;

/// The length of the longest bar.
const FULL: u32 = 1000;

/// A bar of `value`, of which `most` would fill the width; `known` is outlined behind it.
#[component]
pub fn Bar(
    /// The number shown.
    #[prop(into)]
    value: Signal<u32>,
    /// The largest number of its kind.
    #[prop(into)]
    most: Signal<u32>,
    /// A total that the number is part of.
    #[prop(into)]
    known: Signal<Option<u32>>,
) -> impl IntoView {
    let length = move |number: u32| (number.saturating_mul(FULL) / most.get().max(1)).min(FULL);
    let filled = Signal::derive(move || length(value.get()).to_string());
    let outlined = Signal::derive(move || known.get().map_or(0, length).to_string());
    view! {
        <svg class="bar" viewBox=format!("0 0 {FULL} 10") preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-known" width=outlined height="10"></rect>
            <rect class="bar-value" width=filled height="10"></rect>
        </svg>
    }
}
