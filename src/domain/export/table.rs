//! The table: comma-separated values (RFC 4180), a row for each city. The form has no place for
//! remarks, so what belongs to the file as a whole stands in columns of its own.

use super::super::city::City;
use super::ExportScope;
use super::degrees::degrees;
use super::field::{Cell, Field};

/// Between the years or ids of one cell; none of them has a space inside.
const LIST_SEPARATOR: char = ' ';

/// What a text begins with that spreadsheets run as a formula (OWASP, CSV Injection).
pub const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a table begins with a byte order mark, without which some spreadsheets take UTF-8 for an
/// old code page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ByteOrderMark {
    /// It does.
    Leading,
    /// It does not, as most programs expect.
    None,
}

/// The headings of the published table as a row of it, which programs know the columns by. A reader's
/// own table has them in his language.
#[must_use]
pub fn columns() -> String {
    let columns: Vec<&str> = Field::ALL.into_iter().filter_map(Field::column).collect();
    columns.join(",")
}

/// The cities as a table, below a row of headings as it is written there: a comma between any two.
#[must_use]
pub fn table(
    cities: &[&City],
    scope: &ExportScope<'_>,
    headings: &str,
    mark: ByteOrderMark,
) -> String {
    let mut table = String::new();
    if mark == ByteOrderMark::Leading {
        table.push('\u{feff}');
    }
    table.push_str(headings);
    table.push_str("\r\n");
    for city in cities {
        let fields = Field::ALL
            .into_iter()
            .filter(|field| field.column().is_some());
        let mut cells = fields.map(|field| plain(field.cell(city, scope)));
        push_row(&mut table, &mut cells);
    }
    table
}

fn push_row(table: &mut String, cells: &mut dyn Iterator<Item = String>) {
    for (number, cell) in cells.enumerate() {
        if number > 0 {
            table.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            table.push('"');
            table.push_str(&cell.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(&cell);
        }
    }
    table.push_str("\r\n");
}

fn plain(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(truth) => String::from(if truth { "true" } else { "false" }),
        Cell::Degrees(number) => degrees(number),
        Cell::Years(years) => listed(&mut years.iter().map(u16::to_string)),
        Cell::Texts(texts) => guarded(&listed(&mut texts.iter().cloned())),
        // Names have no column.
        Cell::Empty | Cell::Names(_) => String::new(),
    }
}

fn listed(texts: &mut dyn Iterator<Item = String>) -> String {
    let mut list = String::new();
    for text in texts {
        if !list.is_empty() {
            list.push(LIST_SEPARATOR);
        }
        list.push_str(&text);
    }
    list
}

/// An apostrophe keeps a text that would be run as a formula a text. Numbers are none, so those below
/// zero stay as they are.
fn guarded(text: &str) -> String {
    let mut guarded = String::new();
    if text.starts_with(FORMULA_STARTS) {
        guarded.push('\'');
    }
    guarded.push_str(text);
    guarded
}
