//! The map's buttons, and what its signs mean.

use leptos::prelude::*;

use crate::domain::city::Precision;
use crate::i18n::city_wording::precision;
use crate::i18n::texts::Text;
use crate::state::map_state::{MapState, MapStep};
use crate::state::site::Site;

/// The buttons.
#[component]
pub fn MapControls(
    /// The site.
    site: Site,
    /// What is shown where.
    map: MapState,
    /// Called when the reader asks for the surroundings.
    on_locate: Callback<()>,
) -> impl IntoView {
    let texts = &site.texts;
    let steps = [
        (MapStep::Closer, "closer", Text::MapCloser),
        (MapStep::Farther, "farther", Text::MapFarther),
        (MapStep::World, "world", Text::MapWorld),
        (MapStep::Results, "fit", Text::MapFit),
    ]
    .map(|(step, name, text)| {
        let label = texts.get(text).to_owned();
        view! { <button type="button" data-map=name on:click=move |_| map.step(step)>{label}</button> }
    })
    .into_iter()
    .collect_view();
    let locate = texts.get(Text::MapLocate).to_owned();
    let note = texts.get(Text::MapLocateNote).to_owned();
    view! {
        <div class="map-controls" role="group" aria-label=texts.get(Text::MapControls).to_owned()>
            {steps}
            <button type="button" data-map="locate" aria-describedby="map-locate-note" on:click=move |_| on_locate.run(())>
                {locate}
            </button>
            <p id="map-locate-note" class="remark">{note}</p>
        </div>
    }
}

/// What a point stands for, in words beside each sign.
#[component]
pub fn MapLegend(
    /// The site.
    site: Site,
) -> impl IntoView {
    let signs = Precision::ALL
        .map(|of| {
            let words = precision(&site.texts, of).to_owned();
            view! {
                <li data-precision=of.value()>
                    <svg viewBox="-8 -8 16 16" aria-hidden="true"><circle class="map-dot" r="4"></circle></svg>
                    {words}
                </li>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="map-legend">
            <span id="map-legend">{site.texts.get(Text::MapPrecision).to_owned()}</span>
            <ul role="list" aria-labelledby="map-legend">{signs}</ul>
        </div>
    }
}
