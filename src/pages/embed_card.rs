//! A story as a card that other sites show in a frame: text and one link, no script.

use leptos::prelude::*;

use crate::content::article::Story;
use crate::content::inline::plain_text;
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::site::Site;

/// The card; its link leads out of the frame.
#[component]
pub fn EmbedCard<'story>(
    /// The site.
    site: Site,
    /// The story.
    story: &'story Story,
    /// Its page.
    page: Page,
) -> impl IntoView + use<> {
    let href = site.href(page);
    let name = site.texts.get(Text::SiteName).to_owned();
    let (day, date) = (story.day().to_owned(), site.texts.date(story.day()));
    view! {
        <main class="embed-card">
            <p class="kicker">{story.kicker.clone()}</p>
            <h1><a href=href target="_top">{story.headline.clone()}</a></h1>
            <p class="standfirst">{plain_text(&story.standfirst)}</p>
            <p class="remark"><time datetime=day>{date}</time>" · "<span>{name}</span></p>
        </main>
    }
}
