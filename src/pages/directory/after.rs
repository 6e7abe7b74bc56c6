//! What stands below the results: ways out where there are none, and what a reader can do with them.

use crate::domain::suggestions::Suggestion;
use crate::i18n::city_wording::facet_value_alone;
use crate::i18n::texts::{Text, Texts};
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::{Action, Tool};
use crate::pages::directory::keys::keys_dialog;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds what stands below the results in the page.
pub(super) const AFTER: &str = ".after";

/// What saves a file, with the form that tools know it by.
const SAVING: [(Tool, &str, Text); 4] = [
    (Tool::Csv, "csv", Text::ToolsCsv),
    (Tool::CsvForExcel, "csv", Text::ToolsCsvForExcel),
    (Tool::Json, "json", Text::ToolsJson),
    (Tool::GeoJson, "geojson", Text::ToolsGeoJson),
];

/// What copies and prints.
const COPYING: [(Tool, Text); 5] = [
    (Tool::Sentence, Text::ToolsSentence),
    (Tool::Citation, Text::ToolsCitation),
    (Tool::Address, Text::ToolsAddress),
    (Tool::Print, Text::ToolsPrint),
    (Tool::Keys, Text::KeysOpen),
];

/// What is done with the starred cities.
const STARRED: [(Tool, Text); 3] = [
    (Tool::ShowStarred, Text::ShortlistShow),
    (Tool::ShareStarred, Text::ShortlistShare),
    (Tool::ClearStarred, Text::ShortlistClear),
];

/// What stands below the results.
pub(super) fn after(site: &Site, state: DirectoryState) -> Element {
    let texts = &site.texts;
    let saving = SAVING
        .map(|(tool, form, label)| tool_button(texts, tool, label).with("data-download", form));
    let copying = COPYING.map(|(tool, label)| tool_button(texts, tool, label));
    let told = block("p", "told")
        .with("role", "status")
        .text(&state.extras.read(|extras| extras.told.clone()));
    let tools = block("section", "tools live-only")
        .with("aria-label", texts.get(Text::ToolsLabel))
        .child(starred(texts, state))
        .child(block("div", "cluster").all(saving.into()))
        .child(block("div", "cluster").all(copying.into()))
        .child(told);
    block("div", "after")
        .child(element("div").maybe(empty(texts, state)))
        .child(tools)
        .child(keys_dialog(texts, state))
}

/// Why there are no results, and ways out.
fn empty(texts: &Texts, state: DirectoryState) -> Option<Element> {
    if state.total() > 0 {
        return None;
    }
    let ways_out = state.suggestions();
    let ways_out = ways_out.iter().enumerate().map(|(number, suggestion)| {
        let label = suggestion_words(texts, state, suggestion);
        let way_out = button("", &Action::Suggestion(number).value(), &label);
        element("li").child(way_out.with("data-suggest", ""))
    });
    let list = element("ul").with("role", "list").all(ways_out.collect());
    Some(
        block("div", "empty-result")
            .child(element("h3").text(texts.get(Text::EmptyHeading)))
            .child(element("p").text(texts.get(Text::EmptyText)))
            .child(list),
    )
}

fn starred(texts: &Texts, state: DirectoryState) -> Element {
    let count = state.starred().len();
    let words = texts.plural(Text::ShortlistCount, count, &[]);
    let buttons = STARRED.map(|(tool, label)| tool_button(texts, tool, label));
    let cluster = block("div", "cluster shortlist")
        .when("hidden", count == 0)
        .child(element("span").text(&words))
        .all(buttons.into());
    let refused = block("p", "notice")
        .with("data-notice", "shortlist")
        .when("hidden", state.shortlist.is_kept())
        .text(texts.get(Text::ShortlistRefused));
    element("div").child(cluster).child(refused)
}

fn tool_button(texts: &Texts, tool: Tool, label: Text) -> Element {
    button("quiet", &Action::Tool(tool).value(), texts.get(label))
}

fn suggestion_words(texts: &Texts, state: DirectoryState, suggestion: &Suggestion) -> String {
    match suggestion {
        Suggestion::Spelling(name) => texts.fill(Text::EmptySpelling, &[("name", name)]),
        Suggestion::RemoveFilter(value) => {
            let filter = state
                .with_catalogue(|catalogue| facet_value_alone(texts, &catalogue.directory, *value));
            texts.fill(Text::EmptyRemoveFilter, &[("filter", &filter)])
        }
        Suggestion::RemoveText => texts.get(Text::EmptyRemoveText).to_owned(),
        Suggestion::ClearAll => texts.get(Text::EmptyClear).to_owned(),
    }
}
