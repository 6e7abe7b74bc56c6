//! The options of one facet, each a checkbox with its live count.

use leptos::prelude::*;

use crate::domain::query::{Chosen, Facet, FacetValue};

/// What a facet's options show; the callbacks are read reactively.
#[derive(Clone)]
pub struct FacetOptions {
    /// The facet.
    pub facet: Facet,
    /// Its name in words.
    pub legend: String,
    /// The values, in their order.
    pub values: Vec<FacetValue>,
    /// How many cities a value would give.
    pub count: Callback<FacetValue, u32>,
    /// Whether a value is chosen.
    pub chosen: Callback<FacetValue, bool>,
    /// The words for a value.
    pub label: Callback<FacetValue, String>,
}

/// A facet with its options; one that would give nothing is hidden unless it is chosen.
#[component]
pub fn FacetGroup(
    /// What the options show.
    options: FacetOptions,
    /// Called when the reader sets or drops a value.
    on_choose: Callback<(FacetValue, Chosen)>,
) -> impl IntoView {
    let FacetOptions {
        facet,
        legend,
        values,
        count,
        chosen,
        label,
    } = options;
    let option = move |value: FacetValue| {
        let is_chosen = Signal::derive(move || chosen.run(value));
        let is_hidden = Signal::derive(move || count.run(value) == 0 && !chosen.run(value));
        let digits = Signal::derive(move || count.run(value).to_string());
        let choose = move |event| {
            let wanted = if event_target_checked(&event) {
                Chosen::Yes
            } else {
                Chosen::No
            };
            on_choose.run((value, wanted));
        };
        view! {
            <li hidden=is_hidden>
                <label>
                    <input
                        type="checkbox"
                        name=facet.key()
                        value=value.value()
                        prop:checked=is_chosen
                        on:change=choose
                    />
                    <span>{label.run(value)}</span>
                    <span class="facet-count" data-count="">{digits}</span>
                </label>
            </li>
        }
    };
    let options = values.into_iter().map(option).collect_view();
    view! {
        <fieldset class="facet">
            <legend>{legend}</legend>
            <ul role="list">
                {options}
            </ul>
        </fieldset>
    }
}
