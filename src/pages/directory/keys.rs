//! The keys of the directory: to the search box, through the results, and back. None of them takes
//! a key from a reader who types, and all of them can be switched off (WCAG 2.2, 2.1.4).

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::i18n::texts::Text;
use crate::platform::{self, KeyPlace, KeyPress};
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// The name under which the device keeps that the keys are off.
const STORED_AS: &str = "learning-cities-keys";
const OFF: &str = "off";

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

/// The dialog that tells the keys, and the button that opens it.
#[component]
pub fn Keys(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let is_on = RwSignal::new(platform::stored(STORED_AS).as_deref() != Some(OFF));
    platform::follow_keys(move |press| {
        let action = action(&press).filter(|_| is_on.get_untracked());
        action.is_some_and(|action| perform(action, state, dialog))
    });
    let switch = move |_| {
        is_on.update(|is_on| *is_on = !*is_on);
        platform::store(STORED_AS, if is_on.get_untracked() { "" } else { OFF });
    };
    let pressed = Signal::derive(move || is_on.get().to_string());
    let texts = site.texts.clone();
    let rows = KEYS
        .map(|(key, what)| {
            let what = texts.get(what).to_owned();
            view! { <tr><th scope="row"><kbd>{key}</kbd></th><td>{what}</td></tr> }
        })
        .collect_view();
    let text = |text: Text| texts.get(text).to_owned();
    view! {
        <button type="button" class="quiet" on:click=move |_| platform::open_dialog(dialog)>{text(Text::KeysOpen)}</button>
        <dialog class="keys" node_ref=dialog aria-labelledby="keys-heading">
            <h2 id="keys-heading">{text(Text::KeysHeading)}</h2>
            <table><tbody>{rows}</tbody></table>
            <form method="dialog" class="cluster">
                <button type="button" class="quiet" aria-pressed=pressed on:click=switch>{text(Text::KeysUse)}</button>
                <button type="submit" class="quiet">{text(Text::KeysClose)}</button>
            </form>
        </dialog>
    }
}

fn perform(action: KeyAction, state: DirectoryState, dialog: NodeRef<Dialog>) -> bool {
    match action {
        KeyAction::ToSearch => platform::focus_search_box(),
        KeyAction::ToResult(position) => return platform::focus_result(position),
        KeyAction::ClearText => state.ask(|query| query.text.clear()),
        KeyAction::Leave => platform::leave_control(),
        KeyAction::ShowKeys => platform::open_dialog(dialog),
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
