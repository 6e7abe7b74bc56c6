//! Sources with publisher, date and address.

use leptos::prelude::*;

use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};
use crate::routes::is_web_address;

/// A source as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSource {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// What it attests.
    pub attests: Option<String>,
}

/// The sources in order, numbered.
#[component]
pub fn SourceList(
    /// The sources.
    sources: Vec<ListedSource>,
    /// The interface's texts.
    texts: std::sync::Arc<Texts>,
) -> impl IntoView {
    // What a source attests is kept in English.
    let english = Language::English.tag_among(texts.language());
    let items = sources
        .into_iter()
        .map(|source| {
            let title = match source.url.filter(|url| is_web_address(url)) {
                Some(url) => view! { <a href=url rel="noreferrer">{source.title}</a> }.into_any(),
                None => {
                    let remark = texts.get(Text::SourceNoAddress).to_owned();
                    view! { <cite>{source.title}</cite> " (" {remark} ")" }.into_any()
                }
            };
            let publisher = match source.date.filter(|date| !date.is_empty()) {
                Some(date) => texts.list(&[source.publisher, texts.date(&date)]),
                None => source.publisher,
            };
            view! {
                <li>
                    {title}
                    <span class="remark">{publisher}</span>
                    {source.attests.map(|attests| view! { <span class="attests" lang=english>{attests}</span> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="source-list">{items}</ol> }
}
