//! The live map: the land, a point for each result, numbers where points lie close, and the controls.
//! The list beside it is its equal: both hold the same cities in the same order.

pub mod controls;
pub mod points;

use leptos::prelude::*;
use leptos::svg::Svg;

use crate::components::city_map::controls::{MapControls, MapLegend};
use crate::components::city_map::points::{Clusters, Points};
use crate::domain::city::CityId;
use crate::domain::map_plane::{HEIGHT, WIDTH, net};
use crate::i18n::texts::Text;
use crate::routes::Asset;
use crate::state::map_state::MapState;
use crate::state::site::Site;

/// What the map says of a city, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct PointFacts {
    /// The city's slug.
    pub slug: String,
    /// The address of its page.
    pub href: String,
    /// Its name and its country.
    pub name: String,
    /// Year, awards, doubts, and what the point is.
    pub facts: String,
}

/// How the map words a city.
pub type Describe = Callback<CityId, Option<PointFacts>>;

/// The map of the results that have a position.
#[component]
pub fn CityMap(
    /// The site.
    site: Site,
    /// What is shown where.
    map: MapState,
    /// How a city is worded.
    describe: Describe,
    /// Called when the reader asks for the surroundings; nothing is asked of the device before.
    on_locate: Callback<()>,
    /// How many results there are.
    total: Signal<usize>,
) -> impl IntoView {
    let svg = NodeRef::<Svg>::new();
    map.follow(svg);
    let texts = site.texts.clone();
    let label = Memo::new(move |_| {
        let count = map.places.with(Vec::len);
        texts.plural(Text::MapLabel, count, &[])
    });
    let view_box = Memo::new(move |_| map.view_box());
    // Where there is no point to enter by, the map itself is entered.
    let tab = Memo::new(move |_| if map.entrance().is_none() { "0" } else { "-1" });
    let texts = &site.texts;
    let hint = texts.get(Text::MapHint).to_owned();
    let note = texts.get(Text::MapNote).to_owned();
    view! {
        <div class="map">
            <MapControls site=site.clone() map=map on_locate=on_locate/>
            <svg
                class="map-plane"
                role="group"
                aria-label=label
                aria-describedby="map-hint"
                tabindex=tab
                viewBox=view_box
                node_ref=svg
            >
                <image href=site.asset(&Asset::Land) width=WIDTH height=HEIGHT preserveAspectRatio="none" aria-hidden="true"></image>
                <path class="map-net" d=net()></path>
                <Points site=site.clone() map=map describe=describe total=total/>
                <Clusters site=site.clone() map=map/>
            </svg>
            <Caption site=site.clone() map=map describe=describe/>
            <MapLegend site=site.clone()/>
            <Remarks site=site map=map total=total/>
            <p id="map-hint" class="remark map-hint">{hint}</p>
            <p class="remark">{note}</p>
        </div>
    }
}

/// What is said of the city that the reader points at or has reached.
#[component]
fn Caption(site: Site, map: MapState, describe: Describe) -> impl IntoView {
    let nothing = site.texts.get(Text::MapCaption).to_owned();
    let told = Memo::new(move |_| map.told.get().and_then(|city| describe.run(city)));
    let name = move || told.with(|told| told.as_ref().map(|told| told.name.clone()));
    let facts = move || {
        told.with(|told| {
            let facts = told.as_ref().map(|told| told.facts.clone());
            facts.unwrap_or_else(|| nothing.clone())
        })
    };
    view! { <p class="map-caption"><strong translate="no">{name}</strong>" "<span>{facts}</span></p> }
}

/// What the map does not show.
#[component]
fn Remarks(site: Site, map: MapState, total: Signal<usize>) -> impl IntoView {
    let texts = site.texts.clone();
    let missing = Memo::new(move |_| total.get().saturating_sub(map.places.with(Vec::len)));
    let is_complete = Memo::new(move |_| missing.get() == 0);
    let without = move || texts.plural(Text::MapWithout, missing.get(), &[]);
    let drawn = Memo::new(move |_| map.drawn().len());
    let is_whole = Memo::new(move |_| drawn.get() == map.places.with(Vec::len));
    let part = move || {
        let (shown, all) = (
            drawn.get().to_string(),
            map.places.with(Vec::len).to_string(),
        );
        let places = [("shown", shown.as_str()), ("total", all.as_str())];
        site.texts.fill(Text::MapPart, &places)
    };
    view! {
        <p class="map-remark" data-map-without="" hidden=is_complete>{without}</p>
        <p class="map-remark" data-map-part="" hidden=is_whole>{part}</p>
    }
}
