//! What a reader can do with the results: save, copy, cite and print exactly what is shown, and keep
//! a shortlist.

use leptos::prelude::*;

use crate::domain::city::City;
use crate::domain::export::{ByteOrderMark, ExportScope, document, map_layer, table};
use crate::domain::query::Query;
use crate::domain::record::read_sources;
use crate::domain::slugs::Slugs;
use crate::domain::source::Source;
use crate::i18n::citation_wording::{citation, copied_sentence, filters_in_words};
use crate::i18n::texts::Text;
use crate::pages::directory::keys::Keys;
use crate::platform;
use crate::routes::Asset;
use crate::state::directory_state::DirectoryState;
use crate::state::shortlist::Keeping;
use crate::state::site::Site;

/// The forms of a file: the ending, which is also its name in the page, and the media type
/// (RFC 7111, RFC 8259, RFC 7946).
const FORMS: [(&str, &str); 3] = [
    ("csv", "text/csv;charset=utf-8"),
    ("json", "application/json"),
    ("geojson", "application/geo+json"),
];

/// What is done with words that tell of the results.
#[derive(Clone, Copy)]
enum Words {
    Sentence,
    Citation,
    Address,
}

/// The tools below the results.
#[component]
pub fn Tools(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let told = RwSignal::new(String::new());
    let has_mark = RwSignal::new(false);
    let mark_pressed = Signal::derive(move || has_mark.get().to_string());
    let text = |text: Text| site.texts.get(text).to_owned();
    let label = text(Text::ToolsLabel);
    let saving = FORMS
        .map(|(form, _)| {
            let site = site.clone();
            let label = site.texts.fill(Text::ToolsSave, &[("form", &form.to_uppercase())]);
            let save = move |_| save(site.clone(), state, form, has_mark.get_untracked(), told);
            view! { <button type="button" class="quiet" data-download=form on:click=save>{label}</button> }
        })
        .collect_view();
    let copying = [
        (Words::Sentence, Text::ToolsSentence),
        (Words::Citation, Text::ToolsCitation),
        (Words::Address, Text::ToolsAddress),
    ]
    .map(|(words, label)| {
        let site = site.clone();
        let label = site.texts.get(label).to_owned();
        let copy = move |_| copy(site.clone(), words_of(&site, state, words), told);
        view! { <button type="button" class="quiet" on:click=copy>{label}</button> }
    })
    .collect_view();
    view! {
        <section class="tools live-only" aria-label=label>
            <div class="cluster">
                {saving}
                <button type="button" class="quiet" aria-pressed=mark_pressed on:click=move |_| has_mark.update(|it| *it = !*it)>{text(Text::ToolsMark)}</button>
            </div>
            <div class="cluster">
                {copying}
                <button type="button" class="quiet" on:click=move |_| platform::print()>{text(Text::ToolsPrint)}</button>
                <Keys site=site.clone() state=state/>
            </div>
            <ShortlistTools site=site state=state told=told/>
            <p class="told" role="status">{told}</p>
        </section>
    }
}

#[component]
fn ShortlistTools(site: Site, state: DirectoryState, told: RwSignal<String>) -> impl IntoView {
    let slugs = state.shortlist.slugs;
    let is_empty = Signal::derive(move || slugs.with(Slugs::is_empty));
    let texts = site.texts.clone();
    let count = move || texts.plural(Text::ShortlistCount, slugs.with(Slugs::len), &[]);
    let is_kept = Signal::derive(move || state.shortlist.keeping.get() == Keeping::Kept);
    let text = |text: Text| site.texts.get(text).to_owned();
    let (show, share, clear) = (
        text(Text::ShortlistShow),
        text(Text::ShortlistShare),
        text(Text::ShortlistClear),
    );
    let refused = text(Text::ShortlistRefused);
    let share_list = move |_| {
        let only = slugs.get_untracked();
        let query = Query {
            only,
            ..Query::default()
        };
        let href = site.base.directory_href(site.language(), &query);
        copy(site.clone(), platform::absolute(&href), told);
    };
    let show_list = move |_| {
        state.ask(|query| {
            *query = Query {
                only: slugs.get_untracked(),
                sort: query.sort,
                ..Query::default()
            };
        });
    };
    view! {
        <div class="cluster shortlist" hidden=is_empty>
            <span>{count}</span>
            <button type="button" class="quiet" on:click=show_list>{show}</button>
            <button type="button" class="quiet" on:click=share_list>{share}</button>
            <button type="button" class="quiet" on:click=move |_| state.shortlist.clear()>{clear}</button>
        </div>
        <p class="notice" data-notice="shortlist" hidden=is_kept>{refused}</p>
    }
}

/// Copies words, and says so; where the browser refuses, they are shown to be copied by hand.
fn copy(site: Site, words: String, told: RwSignal<String>) {
    platform::spawn(async move {
        let is_copied = platform::copy_text(words.clone()).await;
        let text = if is_copied {
            Text::ToolsCopied
        } else {
            Text::ToolsCopyByHand
        };
        told.set(site.texts.fill(text, &[("text", &words)]));
    });
}

fn words_of(site: &Site, state: DirectoryState, words: Words) -> String {
    scoped(site, state, |scope, cities| match words {
        Words::Sentence => copied_sentence(&site.texts, scope, cities.len()),
        Words::Citation => citation(&site.texts, scope, cities.len()),
        Words::Address => scope.address.to_owned(),
    })
}

/// Saves the results; their sources are fetched first, and named by their ids alone where that
/// fails.
fn save(
    site: Site,
    state: DirectoryState,
    form: &'static str,
    has_mark: bool,
    told: RwSignal<String>,
) {
    platform::spawn(async move {
        let fetched = match form {
            "csv" => String::new(),
            _ => platform::fetch_text(site.asset(&Asset::Sources))
                .await
                .unwrap_or_default(),
        };
        let sources: Vec<Source> = if fetched.is_empty() {
            Vec::new()
        } else {
            read_sources("sources.json", &fetched).value
        };
        let mark = if has_mark {
            ByteOrderMark::Leading
        } else {
            ByteOrderMark::None
        };
        let written = scoped(&site, state, |scope, cities| match form {
            "csv" => table(cities, scope, mark),
            "json" => document(cities, scope, &sources),
            _ => map_layer(cities, scope, &sources),
        });
        let media_type = FORMS.iter().find(|(name, _)| *name == form);
        let media_type = media_type.map_or("", |(_, media_type)| media_type);
        let name = format!("learning-cities-{}.{form}", platform::today());
        let text = if platform::save_file(&name, media_type, &written) {
            Text::ToolsSaved
        } else {
            Text::ToolsNotSaved
        };
        told.set(site.texts.fill(text, &[("file", &name)]));
    });
}

/// What is shown, with what says where it is from.
fn scoped<T>(
    site: &Site,
    state: DirectoryState,
    write: impl FnOnce(&ExportScope<'_>, &[&City]) -> T,
) -> T {
    state.settle_text();
    let (address, today) = (platform::address(), platform::today());
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let filters = state
            .query
            .with_untracked(|query| filters_in_words(&site.texts, directory, query));
        let scope = ExportScope {
            about: site.texts.get(Text::ExportAbout),
            filters: &filters,
            address: &address,
            compiled: catalogue.compiled.as_deref(),
            exported: Some(&today),
            network: catalogue.network.as_ref(),
        };
        state.results.with_untracked(|results| {
            let cities = results.ids.iter().filter_map(|id| directory.city(*id));
            write(&scope, &cities.collect::<Vec<&City>>())
        })
    })
}
