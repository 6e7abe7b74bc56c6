//! A small table with a caption and row headers.

use leptos::prelude::*;

/// A table whose first column heads its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableContent {
    /// What the table shows.
    pub caption: String,
    /// The columns' headings.
    pub columns: Vec<String>,
    /// The rows: a heading and the other cells.
    pub rows: Vec<(TableCell, Vec<TableCell>)>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableCell {
    /// Words or digits.
    Text(String),
    /// A link.
    Link {
        /// Its words.
        label: String,
        /// Where it leads.
        href: String,
    },
    /// A name that no translation touches.
    Name {
        /// The name.
        name: String,
        /// Its BCP 47 tag, where that is not the page's.
        language: Option<&'static str>,
        /// Where it leads, if anywhere.
        href: Option<String>,
    },
    /// Words of the data, in a script of their own.
    Value {
        /// The words.
        text: String,
        /// Their BCP 47 tag, where that is not the page's.
        language: Option<&'static str>,
    },
    /// Several cells in one, each on a line.
    Several(Vec<TableCell>),
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The table, in a box that scrolls by itself where it is too wide.
#[component]
pub fn DocumentTable(
    /// What it shows.
    content: TableContent,
) -> impl IntoView {
    let columns = content
        .columns
        .into_iter()
        .map(|column| view! { <th scope="col">{column}</th> })
        .collect_view();
    let rows = content
        .rows
        .into_iter()
        .map(|(heading, cells)| {
            let cells = cells
                .into_iter()
                .map(|cell| view! { <td>{cell_content(cell)}</td> })
                .collect_view();
            view! { <tr><th scope="row">{cell_content(heading)}</th>{cells}</tr> }
        })
        .collect_view();
    let label = content.caption.clone();
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=label>
            <table>
                <caption>{content.caption}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell_content(cell: TableCell) -> AnyView {
    match cell {
        TableCell::Text(text) => text.into_any(),
        TableCell::Link { label, href } => {
            view! { <a href=href rel="noreferrer">{label}</a> }.into_any()
        }
        TableCell::Name {
            name,
            language,
            href: Some(href),
        } => view! { <a href=href lang=language translate="no">{name}</a> }.into_any(),
        TableCell::Name { name, language, .. } => {
            view! { <bdi lang=language translate="no">{name}</bdi> }.into_any()
        }
        TableCell::Value { text, language } => view! { <bdi lang=language>{text}</bdi> }.into_any(),
        TableCell::Several(cells) => cells
            .into_iter()
            .map(|cell| view! { <div>{cell_content(cell)}</div> })
            .collect_view()
            .into_any(),
    }
}
