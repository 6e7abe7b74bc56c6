//! The page shown without a connection where the one asked for has not been kept.

use leptos::prelude::*;

use crate::i18n::texts::Text;
use crate::state::site::Site;

/// Says so, and what can be read. It stands at whatever address was asked for, so the way to try
/// again is a link to the page itself.
#[component]
pub fn NotKeptPage(
    /// The site.
    site: Site,
) -> impl IntoView {
    let texts = site.texts.clone();
    view! {
        <div class="page prose">
            <h1>{texts.get(Text::NotKeptTitle).to_owned()}</h1>
            <p>{texts.get(Text::NotKeptText).to_owned()}</p>
            <p><a href="" data-retry="">{texts.get(Text::Retry).to_owned()}</a></p>
        </div>
    }
}
