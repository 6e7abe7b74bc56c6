//! An entry of the log as a line of the file, and as an editor reads it.

use learning_cities::domain::change_log::{Change, RecordedValue};
use learning_cities::domain::issue::shorten;
use serde_json::{Number, Value};

/// The line of an entry.
pub(super) fn line(change: &Change) -> String {
    let text = |text: &str| Some(Value::from(text));
    let field = change.field.map(|field| Value::from(field.value()));
    let members = [
        ("date", text(&change.date)),
        ("kind", text(change.kind.value())),
        ("city", text(&change.city)),
        ("name", text(&change.name)),
        ("field", field),
        ("before", change.before.as_ref().map(json)),
        ("after", change.after.as_ref().map(json)),
        ("sources", Some(Value::from(change.sources.clone()))),
    ];
    let members = members
        .into_iter()
        .filter_map(|(key, value)| Some(format!("\"{key}\":{}", value?)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// The entry in a line for an editor.
pub(super) fn described(change: &Change) -> String {
    let kind = change.kind.value();
    let shown = |value: &Option<RecordedValue>| match value {
        Some(value) => shorten(&json(value).to_string()),
        None => "nothing".to_owned(),
    };
    let fact = change.field.map(|field| {
        let (before, after) = (shown(&change.before), shown(&change.after));
        format!(", {}: {before} becomes {after}", field.value())
    });
    let fact = fact.unwrap_or_default();
    let sources = change.sources.join(", ");
    format!("{kind:<10} {}{fact} ({sources})", change.city)
}

/// The value as it stands in the data: whole numbers without decimals.
fn json(value: &RecordedValue) -> Value {
    let number = |number: f64| {
        if number.fract() == 0.0 && number.abs() < 1e15 {
            Value::from(number as i64)
        } else {
            Number::from_f64(number).map_or(Value::Null, Value::Number)
        }
    };
    match value {
        RecordedValue::Answer(answer) => Value::from(*answer),
        RecordedValue::Number(digits) => number(*digits),
        RecordedValue::Text(text) => Value::from(text.as_str()),
        RecordedValue::Numbers(numbers) => numbers.iter().copied().map(number).collect(),
        RecordedValue::Texts(texts) => Value::from(texts.clone()),
    }
}
