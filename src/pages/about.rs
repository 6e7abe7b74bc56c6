//! Sources, method, and totals that add up.

mod change_log;
mod dictionary;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::block::{BlockContext, blocks};
use crate::components::document_table::{TableCell, TableContent};
use crate::components::rich_text::rich_text;
use crate::content::article::{About, ComputedTable};
use crate::domain::change_log::ChangeLog;
use crate::domain::network::{Admission, NetworkHistory};
use crate::domain::source::Source;
use crate::i18n::texts::{Text, Texts};
use crate::pages::about::change_log::LogWording;
use crate::pages::about::dictionary::{fields, members};
use crate::routes::{Asset, is_web_address};
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// The years before UNESCO announced admissions with their number.
const LAST_YEAR_WITHOUT_ANNOUNCEMENT: u16 = 2018;

/// What the about page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutMaterial {
    /// The text.
    pub about: About,
    /// UNESCO's totals.
    pub history: NetworkHistory,
    /// Every source the records name.
    pub sources: Vec<Source>,
    /// What has changed in the data.
    pub changes: ChangeLog,
    /// Scheme and host the site is published at, for examples that run elsewhere.
    pub origin: String,
}

/// The about page.
#[component]
pub fn AboutPage(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
    /// Text and totals.
    material: Arc<AboutMaterial>,
) -> impl IntoView {
    let mut tables = vec![
        (ComputedTable::Totals, totals(&site.texts, &catalogue)),
        (
            ComputedTable::Admissions,
            admissions(&site.texts, &catalogue, &material),
        ),
        (ComputedTable::Fields, fields(&site.texts)),
        (ComputedTable::Members, members(&site.texts)),
    ];
    let log = LogWording {
        site: &site,
        catalogue: &catalogue,
        sources: &material.sources,
        log: &material.changes,
    };
    let days = log.tables().into_iter();
    tables.extend(days.map(|table| (ComputedTable::Changes, table)));
    let mut places = figures(&site.texts, &catalogue);
    places.push(("data_changes", log.summary()));
    places.extend(addresses(&site, &material.origin));
    let context = BlockContext {
        site: site.clone(),
        catalogue,
        tables,
        places,
    };
    let about = &material.about;
    view! {
        <div class="page about prose">
            <h1>{about.title.clone()}</h1>
            <p class="standfirst">{rich_text(&site, &context.fill(&about.standfirst))}</p>
            {blocks(&context, &about.blocks)}
        </div>
    }
}

/// The addresses of the data files as a program elsewhere must ask for them, by their places.
fn addresses(site: &Site, origin: &str) -> Vec<(&'static str, String)> {
    let files = [
        ("csv_address", Asset::CitiesTable),
        ("json_address", Asset::Cities),
        ("geojson_address", Asset::CitiesMap),
    ];
    // Without the version of the data: an example should always bring the latest.
    let absolute = |asset: &Asset| format!("{origin}{}", site.base.asset(asset));
    files.map(|(name, asset)| (name, absolute(&asset))).into()
}

/// A text with the figures it names.
pub fn with_figures(texts: &Texts, text: Text, catalogue: &Catalogue) -> String {
    let places = figures(texts, catalogue);
    let places: Vec<(&str, &str)> = places
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    texts.fill(text, &places)
}

/// The figures that texts may name, by their places.
fn figures(texts: &Texts, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    let statistics = catalogue.statistics();
    let mut places: Vec<(&'static str, String)> = [
        ("records", statistics.on_record),
        ("presumed_current", statistics.presumed_current),
        ("may_have_left", statistics.may_have_left),
        ("countries", statistics.countries),
        ("with_position", statistics.with_position),
    ]
    .map(|(name, count)| (name, texts.number(count as u64)))
    .into();
    if let Some(network) = &catalogue.network {
        places.push(("network_members", texts.number(network.members.into())));
        places.push(("network_countries", texts.number(network.countries.into())));
        places.push(("counted", texts.date(&network.counted)));
    }
    if let Some(compiled) = &catalogue.compiled {
        places.push(("compiled", texts.date(compiled)));
    }
    places
}

fn totals(texts: &Texts, catalogue: &Catalogue) -> TableContent {
    let statistics = catalogue.statistics();
    let row = |heading: String, count: usize| {
        let digits = TableCell::Text(texts.number(count as u64));
        (TableCell::Text(heading), vec![digits])
    };
    let plain = |text: Text| texts.get(text).to_owned();
    let mut rows = vec![
        row(plain(Text::TotalsPresumed), statistics.presumed_current),
        row(plain(Text::TotalsMayHaveLeft), statistics.may_have_left),
        row(plain(Text::TotalsOnRecord), statistics.on_record),
    ];
    if let Some(network) = &catalogue.network {
        let members = network.members as usize;
        let counted = texts.date(&network.counted);
        rows.push(row(
            texts.fill(Text::TotalsCounted, &[("counted", &counted)]),
            members,
        ));
        rows.push(row(
            plain(Text::TotalsMissing),
            members.saturating_sub(statistics.on_record),
        ));
    }
    TableContent {
        caption: plain(Text::AboutTotalsCaption),
        columns: vec![
            plain(Text::AboutTotalsLabel),
            plain(Text::AboutTotalsCities),
        ],
        rows,
    }
}

fn admissions(texts: &Texts, catalogue: &Catalogue, material: &AboutMaterial) -> TableContent {
    let plain = |text: Text| texts.get(text).to_owned();
    let statistics = catalogue.statistics();
    let found = |wanted: &dyn Fn(u16) -> bool| -> usize {
        statistics
            .by_admission
            .iter()
            .filter(|(year, _)| wanted(*year))
            .map(|(_, count)| count)
            .sum()
    };
    let digits = |count: usize| TableCell::Text(texts.number(count as u64));
    let unannounced = |heading: Text, count: usize| {
        let cells = vec![
            TableCell::Text(plain(Text::NotAnnounced)),
            digits(count),
            TableCell::Text(String::new()),
            TableCell::Text(String::new()),
        ];
        (TableCell::Text(plain(heading)), cells)
    };
    let mut rows: Vec<_> = material
        .history
        .admissions
        .iter()
        .map(|admission| {
            let announced = admission.announced as usize;
            let here = found(&|year| year == admission.year);
            let missing = digits(announced.saturating_sub(here));
            let cells = vec![
                digits(announced),
                digits(here),
                missing,
                source_cell(material, admission),
            ];
            (TableCell::Text(admission.year.to_string()), cells)
        })
        .collect();
    let earlier = found(&|year| year <= LAST_YEAR_WITHOUT_ANNOUNCEMENT);
    rows.insert(0, unannounced(Text::AdmissionsEarlier, earlier));
    rows.push(unannounced(
        Text::AdmissionsUndated,
        statistics.joined_unknown,
    ));
    TableContent {
        caption: plain(Text::AdmissionsCaption),
        columns: [
            Text::AdmissionsYear,
            Text::AdmissionsAnnounced,
            Text::AdmissionsFound,
            Text::AdmissionsMissing,
            Text::AdmissionsSource,
        ]
        .map(plain)
        .into(),
        rows,
    }
}

fn source_cell(material: &AboutMaterial, admission: &Admission) -> TableCell {
    source_link(&material.sources, &admission.source)
}

/// The publisher of a source, with its address where one is recorded.
fn source_link(sources: &[Source], id: &str) -> TableCell {
    let Some(source) = sources.iter().find(|source| source.id == id) else {
        return TableCell::Text(String::new());
    };
    let label = source.publisher.clone();
    match source.url.clone().filter(|url| is_web_address(url)) {
        Some(href) => TableCell::Link { label, href },
        None => TableCell::Text(label),
    }
}
