//! A picture with caption, credit and terms; a drawing of this site while no photograph is there.

use leptos::prelude::*;

use crate::content::article::Figure;
use crate::i18n::texts::Text;
use crate::routes::Asset;
use crate::state::site::Site;

/// A figure of a text. Until a photograph is supplied it shows a drawing and says so.
#[component]
pub fn FigureView(
    /// The site.
    site: Site,
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let (width, height) = figure.drawing.size_px();
    let is_drawing = figure.picture.is_none();
    let file = figure
        .picture
        .unwrap_or_else(|| figure.drawing.file_name(site.language()));
    let texts = site.texts.clone();
    let remark = if is_drawing {
        texts.get(Text::FigureDrawing).to_owned()
    } else {
        [
            (Text::FigureCredit, "credit", &figure.credit),
            (Text::FigureReuse, "reuse", &figure.reuse),
        ]
        .map(|(text, place, value)| texts.fill(text, &[(place, value)]))
        .join(" ")
    };
    view! {
        <figure id=figure.id class="figure">
            <img
                src=site.asset(&Asset::Picture(file))
                width=width
                height=height
                alt=figure.alt
                loading="lazy"
                decoding="async"
            />
            <figcaption>{figure.caption}" "<span class="remark">{remark}</span></figcaption>
        </figure>
    }
}
