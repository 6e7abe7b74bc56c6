//! The order by distance from the reader, whose position is asked for at the press of a button only.

use leptos::prelude::*;

use crate::domain::city::{Position, Precision};
use crate::domain::query::Sort;
use crate::i18n::texts::Text;
use crate::platform;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// What the order by distance needs, while it does.
#[component]
pub fn NearNotice(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let is_hidden = Signal::derive(move || {
        state.here.with(Option::is_some) || state.query.with(|query| query.sort != Sort::Near)
    });
    let text = |text: Text| site.texts.get(text).to_owned();
    let (why, ask) = (text(Text::NearWhy), text(Text::NearAsk));
    let refusal = RwSignal::new(String::new());
    let texts = site.texts.clone();
    let locate = move |_| {
        let texts = texts.clone();
        locate(state, move |reason| {
            refusal.set(texts.fill(Text::NearRefused, &[("reason", &reason)]));
        });
    };
    view! {
        <div class="notice" data-notice="near" hidden=is_hidden>
            <span>{why}</span>
            " "
            <button type="button" class="quiet" on:click=locate>{ask}</button>
            <p role="alert">{refusal}</p>
        </div>
    }
}

/// Asks where the reader is, and orders the results by the distance from there.
pub fn locate(state: DirectoryState, refused: impl Fn(String) + Clone + 'static) {
    platform::locate(move |place| match place {
        Ok((latitude, longitude)) => {
            state.here.set(Some(Position {
                latitude,
                longitude,
                precision: Precision::City,
            }));
            if state.query.with_untracked(|query| query.sort != Sort::Near) {
                state.sort_by(Sort::Near);
            }
        }
        Err(reason) => refused(reason),
    });
}
