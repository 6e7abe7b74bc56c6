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
    pub rows: Vec<(String, Vec<TableCell>)>,
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
            let cells = cells.into_iter().map(cell).collect_view();
            view! { <tr><th scope="row">{heading}</th>{cells}</tr> }
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

fn cell(cell: TableCell) -> impl IntoView {
    match cell {
        TableCell::Text(text) => view! { <td>{text}</td> }.into_any(),
        TableCell::Link { label, href } => view! { <td><a href=href>{label}</a></td> }.into_any(),
    }
}
