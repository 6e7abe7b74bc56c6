//! A value as the text of a cell, and back.

use learning_cities::domain::export::FORMULA_STARTS;
use serde_json::{Number, Value};

use super::column::Kind;

/// Between several values of one cell. Unlike a comma or a semicolon it separates no cells.
const BETWEEN: char = '|';

/// Before a character that would mean something else.
const ESCAPE: char = '\\';

/// Before a text that a spreadsheet would run as a formula (OWASP, CSV Injection).
const GUARD: char = '\'';

/// The cell of a value; nothing for none.
pub(super) fn written(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::Bool(answer)) => if *answer { "yes" } else { "no" }.to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => guarded(text),
        Some(Value::Array(values)) => {
            let parts: Vec<String> = values.iter().map(part).collect();
            guarded(&parts.join(&BETWEEN.to_string()))
        }
        Some(Value::Object(object)) => Value::Object(object.clone()).to_string(),
    }
}

/// The value of a cell; none for an empty one.
///
/// # Errors
/// What is expected instead.
pub(super) fn read(cell: &str, kind: Kind) -> Result<Option<Value>, &'static str> {
    let plain = cell.trim();
    if plain.is_empty() {
        return Ok(None);
    }
    let value = match kind {
        Kind::Text => Value::String(unguarded(cell).to_owned()),
        Kind::Texts => {
            let parts = parts(unguarded(cell)).into_iter();
            Value::Array(parts.map(Value::String).collect())
        }
        Kind::Whole => Value::Number(whole(plain)?),
        Kind::Wholes => {
            let years = plain.split(BETWEEN).map(|part| whole(part.trim()));
            let years: Result<Vec<Number>, _> = years.collect();
            Value::Array(years?.into_iter().map(Value::Number).collect())
        }
        Kind::Degrees => Value::Number(degrees(plain)?),
        Kind::Answer => match plain.to_lowercase().as_str() {
            "yes" | "true" => Value::Bool(true),
            "no" | "false" => Value::Bool(false),
            _ => return Err("yes or no"),
        },
    };
    Ok(Some(value))
}

fn whole(text: &str) -> Result<Number, &'static str> {
    let number = text.parse::<i64>().map(Number::from);
    number.map_err(|_| "a whole number in digits, without separators")
}

/// European spreadsheets write a comma for the point.
fn degrees(text: &str) -> Result<Number, &'static str> {
    let pointed = text.replacen(',', ".", 1);
    let number = pointed.parse::<f64>().ok().and_then(Number::from_f64);
    number.ok_or("degrees as a number, such as 32.0617 or -9.5982")
}

/// One of several values; what would separate it is escaped.
fn part(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut escaped = String::new();
    for character in text.chars() {
        if [BETWEEN, ESCAPE].contains(&character) {
            escaped.push(ESCAPE);
        }
        escaped.push(character);
    }
    escaped
}

fn parts(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        let taken = match character {
            BETWEEN => {
                parts.push(String::new());
                continue;
            }
            ESCAPE => characters.next().unwrap_or(ESCAPE),
            other => other,
        };
        if let Some(last) = parts.last_mut() {
            last.push(taken);
        }
    }
    parts
}

/// Apostrophes before such a text are doubled by one, so that taking one off gives it back.
fn guarded(text: &str) -> String {
    match is_formula(text) {
        true => format!("{GUARD}{text}"),
        false => text.to_owned(),
    }
}

fn unguarded(cell: &str) -> &str {
    let inner = cell.strip_prefix(GUARD);
    inner.filter(|inner| is_formula(inner)).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches(GUARD).starts_with(FORMULA_STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    proptest! {
        #[test]
        fn any_text_and_list_of_texts_comes_back(text in "['=+|\\\\a\n\"]{0,6}x", list in prop::collection::vec("['=|\\\\a é]{0,4}x", 1..4)) {
            let value = json!(text);
            prop_assert_eq!(read(&written(Some(&value)), Kind::Text), Ok(Some(value)));
            let value = json!(list);
            prop_assert_eq!(read(&written(Some(&value)), Kind::Texts), Ok(Some(value)));
        }

        #[test]
        fn any_number_comes_back(degrees in -180.0..180.0, year: i32) {
            let value = json!(degrees);
            prop_assert_eq!(read(&written(Some(&value)), Kind::Degrees), Ok(Some(value)));
            let value = json!(year);
            prop_assert_eq!(read(&written(Some(&value)), Kind::Whole), Ok(Some(value)));
        }
    }

    #[test]
    fn no_cell_is_run_as_a_formula() {
        for text in ["=1+1", "+1", "-1", "@a", "\tx", "'=1"] {
            let cell = written(Some(&json!(text)));
            assert!(cell.starts_with('\''), "{text}");
        }
        assert_eq!(written(Some(&json!(-0.5))), "-0.5");
    }

    #[test]
    fn what_spreadsheets_make_of_values_is_understood() {
        assert_eq!(read("32,0617", Kind::Degrees), Ok(Some(json!(32.0617))));
        assert_eq!(read("TRUE", Kind::Answer), Ok(Some(json!(true))));
        assert_eq!(read(" 2024 ", Kind::Whole), Ok(Some(json!(2024))));
        assert_eq!(
            read("2019 | 2024", Kind::Wholes),
            Ok(Some(json!([2019, 2024])))
        );
        assert!(read("2 690 000", Kind::Whole).is_err());
        assert!(read("perhaps", Kind::Answer).is_err());
    }
}
