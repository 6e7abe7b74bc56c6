//! The keys of the directory: to the search box, through the results, and back. None of them takes
//! a key from a reader who types, and all of them can be switched off (WCAG 2.2, 2.1.4).

use crate::i18n::texts::{Text, Texts};
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::{Action, Tool};
use crate::platform::{self, KeyPlace, KeyPress};
use crate::state::directory_state::DirectoryState;

/// Finds the dialog in the page.
pub(super) const DIALOG: &str = "dialog.keys";

/// The keys as they are shown, with what they do.
const KEYS: [(&str, Text); 5] = [
    ("/", Text::KeyToSearch),
    ("↓ ↑", Text::KeyThroughResults),
    ("Enter", Text::KeyOpen),
    ("Esc", Text::KeyLeave),
    ("?", Text::KeyHelp),
];

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyAction {
    ToSearch,
    ToResult(usize),
    ClearText,
    Leave,
    ShowKeys,
}

/// The dialog that tells the keys and switches them off.
pub(super) fn keys_dialog(texts: &Texts, state: DirectoryState) -> Element {
    let rows = KEYS.map(|(key, what)| {
        let key = element("th")
            .with("scope", "row")
            .child(element("kbd").text(key));
        element("tr")
            .child(key)
            .child(element("td").text(texts.get(what)))
    });
    let switch = button(
        "quiet",
        &Action::Tool(Tool::SwitchKeys).value(),
        texts.get(Text::KeysUse),
    );
    let close = block("button", "quiet")
        .with("type", "submit")
        .text(texts.get(Text::KeysClose));
    let form = block("form", "cluster")
        .with("method", "dialog")
        .child(switch.state(
            "aria-pressed",
            !state.extras.read(|extras| extras.are_keys_off),
        ))
        .child(close);
    let heading = element("h2")
        .with("id", "keys-heading")
        .text(texts.get(Text::KeysHeading));
    let table = element("table").child(element("tbody").all(rows.into()));
    block("dialog", "keys")
        .with("aria-labelledby", "keys-heading")
        .child(heading)
        .child(table)
        .child(form)
}

/// Does what a key asks for; tells whether it was taken.
pub(super) fn take(press: &KeyPress, state: DirectoryState) -> bool {
    match action(press).filter(|_| state.extras.are_keys_on()) {
        None => return false,
        Some(KeyAction::ToSearch) => platform::focus_search_box(),
        Some(KeyAction::ToResult(position)) => return platform::focus_result(position),
        Some(KeyAction::ClearText) => state.ask(|query| query.text.clear()),
        Some(KeyAction::Leave) => platform::leave_control(),
        Some(KeyAction::ShowKeys) => platform::open_dialog(DIALOG),
    }
    true
}

fn action(press: &KeyPress) -> Option<KeyAction> {
    if press.is_taken {
        return None;
    }
    match (press.place, press.key.as_str()) {
        (KeyPlace::Page | KeyPlace::Result(_), "/") => Some(KeyAction::ToSearch),
        (KeyPlace::Page | KeyPlace::Result(_), "?") => Some(KeyAction::ShowKeys),
        (KeyPlace::SearchBox { .. }, "ArrowDown") => Some(KeyAction::ToResult(0)),
        (KeyPlace::SearchBox { is_empty: false }, "Escape") => Some(KeyAction::ClearText),
        (KeyPlace::SearchBox { is_empty: true }, "Escape") => Some(KeyAction::Leave),
        (KeyPlace::Result(position), "ArrowDown") => Some(KeyAction::ToResult(position + 1)),
        (KeyPlace::Result(0), "ArrowUp") => Some(KeyAction::ToSearch),
        (KeyPlace::Result(position), "ArrowUp") => Some(KeyAction::ToResult(position - 1)),
        (KeyPlace::Result(_), "Escape") => Some(KeyAction::ToSearch),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(key: &str, place: KeyPlace) -> Option<KeyAction> {
        action(&KeyPress {
            key: key.to_owned(),
            place,
            is_taken: false,
        })
    }

    #[test]
    fn no_key_is_taken_from_a_reader_who_types() {
        for key in ["/", "?", "a", "ArrowUp", "Enter", "Home"] {
            for is_empty in [true, false] {
                assert_eq!(
                    pressed(key, KeyPlace::SearchBox { is_empty }),
                    None,
                    "{key}"
                );
            }
            assert_eq!(pressed(key, KeyPlace::Control), None, "{key}");
        }
    }

    #[test]
    fn the_arrows_walk_from_the_box_through_the_results_and_back() {
        let typed = KeyPlace::SearchBox { is_empty: false };
        assert_eq!(pressed("ArrowDown", typed), Some(KeyAction::ToResult(0)));
        let second = KeyPlace::Result(1);
        assert_eq!(pressed("ArrowDown", second), Some(KeyAction::ToResult(2)));
        assert_eq!(pressed("ArrowUp", second), Some(KeyAction::ToResult(0)));
        let first = KeyPlace::Result(0);
        assert_eq!(pressed("ArrowUp", first), Some(KeyAction::ToSearch));
        assert_eq!(pressed("Enter", first), None, "the link opens by itself");
    }

    #[test]
    fn escape_clears_then_leaves() {
        let box_with = |is_empty| pressed("Escape", KeyPlace::SearchBox { is_empty });
        assert_eq!(box_with(false), Some(KeyAction::ClearText));
        assert_eq!(box_with(true), Some(KeyAction::Leave));
    }

    #[test]
    fn keys_with_a_modifier_belong_to_the_browser() {
        let press = KeyPress {
            key: "/".to_owned(),
            place: KeyPlace::Page,
            is_taken: true,
        };
        assert_eq!(action(&press), None);
    }
}
