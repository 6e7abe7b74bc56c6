//! What a reader can do with the results: save, copy, cite and print exactly what is shown, keep a
//! shortlist, and have them ordered by the distance from where he is.

use leptos::prelude::*;

use crate::domain::city::City;
use crate::domain::export::{ByteOrderMark, ExportScope, document, map_layer, table};
use crate::domain::query::Query;
use crate::domain::record::read_sources;
use crate::domain::slugs::Slugs;
use crate::domain::source::Source;
use crate::i18n::citation_wording::{citation, copied_sentence, filters_in_words};
use crate::i18n::texts::Text;
use crate::pages::directory::action::Tool;
use crate::pages::directory::keys::DIALOG;
use crate::platform;
use crate::routes::Asset;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Media types of the files (RFC 7111, RFC 8259, RFC 7946).
const TABLE: &str = "text/csv;charset=utf-8";
const DOCUMENT: &str = "application/json";
const MAP_LAYER: &str = "application/geo+json";

/// Does what a control below the results says.
pub(super) fn perform(site: &Site, state: DirectoryState, tool: Tool) {
    match tool {
        Tool::Csv | Tool::CsvForExcel | Tool::Json | Tool::GeoJson => {
            save(site.clone(), state, tool);
        }
        Tool::Sentence => {
            let words = scoped(site, state, |scope, cities| {
                copied_sentence(&site.texts, scope, cities.len())
            });
            copy(site.clone(), state, words);
        }
        Tool::Citation => {
            let words = scoped(site, state, |scope, cities| {
                citation(&site.texts, scope, cities.len())
            });
            copy(site.clone(), state, words);
        }
        Tool::Address => {
            let words = scoped(site, state, |scope, _| scope.address.to_owned());
            copy(site.clone(), state, words);
        }
        Tool::Print => platform::print(),
        Tool::ShowStarred => state.ask(|query| *query = starred(state, query)),
        Tool::ShareStarred => {
            let query = starred(state, &Query::default());
            let href = site.base.directory_href(site.language(), &query);
            copy(site.clone(), state, platform::absolute(&href));
        }
        Tool::ClearStarred => state.shortlist.clear(),
        Tool::Keys => platform::open_dialog(DIALOG),
        Tool::SwitchKeys => state.extras.switch_keys(),
    }
}

/// Asks where the reader is, and orders the results by the distance from there.
pub(super) fn locate(state: DirectoryState) {
    platform::locate(move |place| match place {
        Ok((latitude, longitude)) => {
            state.extras.refuse(String::new());
            state.stand_at(latitude, longitude);
        }
        Err(reason) => state.extras.refuse(reason),
    });
}

/// Asks for the starred cities alone, in the order of another query.
fn starred(state: DirectoryState, query: &Query) -> Query {
    let only: Slugs = state.shortlist.slugs.get_untracked();
    Query {
        only,
        sort: query.sort,
        ..Query::default()
    }
}

/// Copies words, and says so; where the browser refuses, they are shown to be copied by hand.
fn copy(site: Site, state: DirectoryState, words: String) {
    platform::spawn(async move {
        let text = if platform::copy_text(words.clone()).await {
            Text::ToolsCopied
        } else {
            Text::ToolsCopyByHand
        };
        let told = site.texts.fill(text, &[("text", &words)]);
        state.extras.tell(told);
    });
}

/// Saves the results; their sources are fetched first, and named by their ids alone where that
/// fails.
fn save(site: Site, state: DirectoryState, tool: Tool) {
    platform::spawn(async move {
        let needs_sources = matches!(tool, Tool::Json | Tool::GeoJson);
        let mut sources: Vec<Source> = Vec::new();
        if needs_sources {
            let fetched = platform::fetch_text(site.asset(&Asset::Sources)).await;
            sources = read_sources("sources.json", &fetched.unwrap_or_default()).value;
            if sources.is_empty() {
                platform::tell_incomplete();
            }
        }
        let (ending, media_type) = match tool {
            Tool::Json => ("json", DOCUMENT),
            Tool::GeoJson => ("geojson", MAP_LAYER),
            _ => ("csv", TABLE),
        };
        let headings = site.texts.get(Text::ToolsColumns);
        let written = scoped(&site, state, |scope, cities| match tool {
            Tool::Json => document(cities, scope, &sources),
            Tool::GeoJson => map_layer(cities, scope, &sources),
            Tool::CsvForExcel => table(cities, scope, headings, ByteOrderMark::Leading),
            _ => table(cities, scope, headings, ByteOrderMark::None),
        });
        let name = format!("learning-cities-{}.{ending}", platform::today());
        let text = if platform::save_file(&name, media_type, &written) {
            Text::ToolsSaved
        } else {
            Text::ToolsNotSaved
        };
        let told = site.texts.fill(text, &[("file", &name)]);
        state.extras.tell(told);
    });
}

/// What is shown, with what says where it is from.
fn scoped<T>(
    site: &Site,
    state: DirectoryState,
    write: impl FnOnce(&ExportScope<'_>, &[&City]) -> T,
) -> T {
    state.settle_text();
    // The address bar may be a step behind the page.
    let href = untrack(|| {
        state.query_parts(|query| {
            state.display_parts(|display| {
                let base = &site.base;
                base.directory_shown_href(site.language(), query, display)
            })
        })
    });
    let (address, today) = (platform::absolute(&href), platform::today());
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let filters =
            state.with_query_untracked(|query| filters_in_words(&site.texts, directory, query));
        let scope = ExportScope {
            about: site.texts.get(Text::ExportAbout),
            filters: &filters,
            address: &address,
            compiled: catalogue.compiled.as_deref(),
            exported: Some(&today),
            network: catalogue.network.as_ref(),
        };
        let ids = untrack(|| state.with_results(|_, results| results.ids.clone()));
        let cities = ids.iter().filter_map(|id| directory.city(*id));
        write(&scope, &cities.collect::<Vec<&City>>())
    })
}
