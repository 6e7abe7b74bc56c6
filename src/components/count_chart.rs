//! A chart that is its own table: a row for each value, with its count, and a bar. Each row's
//! heading is a button that filters by the value.

use crate::components::bar::bar;
use crate::markup::{Element, block, button, element};

/// A row: its words, the action of its button, its count, and whether its value is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct CountRow {
    /// The value in words.
    pub label: String,
    /// What the button does.
    pub action: String,
    /// How many there are.
    pub count: u32,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The chart; `count_heading` heads its column of counts.
pub fn count_chart(caption: &str, count_heading: &str, rows: Vec<CountRow>) -> Element {
    let most = rows.iter().map(|row| row.count).max().unwrap_or(0);
    let rows = rows.into_iter().map(|row| {
        let heading =
            button("chart-value", &row.action, &row.label).state("aria-pressed", row.is_chosen);
        let heading = element("th").with("scope", "row").child(heading);
        element("tr")
            .child(heading)
            .child(block("td", "chart-count").text(&row.count.to_string()))
            .child(block("td", "chart-bar").child(bar(row.count, most, None)))
    });
    let column = |heading: &str| element("th").with("scope", "col").text(heading);
    let heads = element("tr")
        .child(column(caption))
        .child(column(count_heading))
        .child(element("td"));
    block("table", "count-chart")
        .child(element("caption").text(caption))
        .child(block("thead", "visually-hidden").child(heads))
        .child(element("tbody").all(rows.collect()))
}
