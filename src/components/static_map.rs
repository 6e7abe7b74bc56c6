//! The map as a picture, for readers without the program.

use leptos::prelude::*;

use crate::content::article::Drawing;
use crate::i18n::texts::Text;
use crate::routes::Asset;
use crate::state::site::Site;

/// All members on the land outline. The stylesheet shows it where the program cannot run, on paper
/// too: beside a live page it would show other cities than those asked for.
#[component]
pub fn StaticMap(
    /// The site.
    site: Site,
) -> impl IntoView {
    let drawing = Drawing::NetworkMap;
    let (width, height) = drawing.size_px();
    let picture = Asset::Picture(drawing.file_name(site.language()));
    view! {
        <figure class="map-figure">
            <img
                src=site.asset(&picture)
                width=width
                height=height
                alt=site.texts.get(Text::MapStaticLabel).to_owned()
                loading="lazy"
                decoding="async"
            />
            <figcaption class="remark">{site.texts.get(Text::MapStatic).to_owned()}</figcaption>
        </figure>
    }
}
