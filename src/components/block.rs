//! The blocks of a text as HTML.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::document_table::{DocumentTable, TableContent};
use crate::components::fact_box::FactBox;
use crate::components::figure::FigureView;
use crate::components::rich_text::rich_text;
use crate::content::article::{Block, ComputedTable};
use crate::i18n::texts::{Text, fill_places};
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// What blocks need beside their text.
#[derive(Clone)]
pub struct BlockContext {
    /// The site.
    pub site: Site,
    /// The cities.
    pub catalogue: Arc<Catalogue>,
    /// The computed tables, where the page has any; of one kind there may be several.
    pub tables: Vec<(ComputedTable, TableContent)>,
    /// `{places}` in the text and what fills them.
    pub places: Vec<(&'static str, String)>,
}

/// The blocks in order.
pub fn blocks(context: &BlockContext, blocks: &[Block]) -> impl IntoView + use<> {
    blocks
        .iter()
        .map(|block| block_view(context, block))
        .collect_view()
}

impl BlockContext {
    /// A text with its places filled.
    pub fn fill(&self, text: &str) -> String {
        let places = self.places.iter();
        let places: Vec<_> = places
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        fill_places(text, &places)
    }
}

/// A heading with the link to itself.
fn heading(context: &BlockContext, id: &str, text: &str) -> AnyView {
    let text = context.fill(text);
    let places = [("heading", text.as_str())];
    let label = context.site.texts.fill(Text::ShareSection, &places);
    view! {
        <h2 id=id.to_owned()>{text.clone()}" "<a class="anchor" href=format!("#{id}") aria-label=label>"#"</a></h2>
    }
    .into_any()
}

fn block_view(context: &BlockContext, block: &Block) -> AnyView {
    let site = &context.site;
    let rich = |text: &str| rich_text(site, &context.fill(text));
    match block {
        Block::Heading { id, text } => heading(context, id, text),
        Block::Paragraph(text) => view! { <p>{rich(text)}</p> }.into_any(),
        Block::List(points) => {
            let points = points
                .iter()
                .map(|point| view! { <li>{rich(point)}</li> })
                .collect_view();
            view! { <ul>{points}</ul> }.into_any()
        }
        Block::Note { title, text } => view! {
            <aside class="note"><p><strong>{title.clone()}</strong>" "{rich(text)}</p></aside>
        }
        .into_any(),
        Block::Quote(quote) => view! {
            <figure class="pull-quote">
                <blockquote><p lang="en" translate="no">{quote.text.clone()}</p></blockquote>
                <figcaption>
                    <span class="speaker" translate="no">{quote.speaker.clone()}</span>
                    " "<span class="role">{quote.role.clone()}</span>
                    " "<span class="remark">{quote.context.clone()}</span>
                </figcaption>
            </figure>
        }
        .into_any(),
        Block::Figure(figure) => {
            view! { <FigureView site=site.clone() figure=figure.clone()/> }.into_any()
        }
        Block::FactBox { city } => view! {
            <FactBox site=site.clone() catalogue=context.catalogue.clone() slug=city.clone()/>
        }
        .into_any(),
        Block::Table(table) => context
            .tables
            .iter()
            .filter(|(kind, _)| kind == table)
            .map(|(_, content)| view! { <DocumentTable content=content.clone()/> })
            .collect_view()
            .into_any(),
        // Long lines scroll by themselves, so the keyboard must be able to reach them.
        Block::Code { language, text } => view! {
            <pre class="code" role="region" tabindex="0" aria-label=language.clone() dir="ltr" translate="no"><code>{context.fill(text)}</code></pre>
        }
        .into_any(),
    }
}
