//! A chart that is its own table: a row for each value, with its count, and a bar. Each row's
//! heading is a button that filters by the value.

use leptos::prelude::*;

use crate::components::bar::Bar;
use crate::components::facet_group::FacetOptions;
use crate::domain::query::{Chosen, FacetValue};

/// The counts of one facet.
#[component]
pub fn CountChart(
    /// What the rows show.
    options: FacetOptions,
    /// The values that occur, in the order shown.
    #[prop(into)]
    values: Signal<Vec<FacetValue>>,
    /// The heading of the column of counts.
    count_heading: String,
    /// Called when the reader sets or drops a value.
    on_choose: Callback<(FacetValue, Chosen)>,
) -> impl IntoView {
    let FacetOptions {
        legend,
        count,
        chosen,
        label,
        ..
    } = options;
    let most = Memo::new(move |_| values.with(|values| values.iter().map(|v| count.run(*v)).max()));
    let most = Signal::derive(move || most.get().unwrap_or(0));
    let row = move |value: FacetValue| {
        let counted = Signal::derive(move || count.run(value));
        let digits = Signal::derive(move || counted.get().to_string());
        let pressed = Signal::derive(move || chosen.run(value).to_string());
        let choose = move |_| {
            let wanted = if chosen.run(value) {
                Chosen::No
            } else {
                Chosen::Yes
            };
            on_choose.run((value, wanted));
        };
        view! {
            <tr>
                <th scope="row">
                    <button type="button" class="chart-value" aria-pressed=pressed on:click=choose>{label.run(value)}</button>
                </th>
                <td class="chart-count">{digits}</td>
                <td class="chart-bar"><Bar value=counted most=most known=None/></td>
            </tr>
        }
    };
    let heading = legend.clone();
    view! {
        <table class="count-chart">
            <caption>{legend}</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{heading}</th><th scope="col">{count_heading}</th><td></td></tr>
            </thead>
            <tbody><For each=move || values.get() key=|value| *value children=row/></tbody>
        </table>
    }
}
