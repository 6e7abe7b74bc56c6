//! The map layer: GeoJSON (RFC 7946). What belongs to the file as a whole, and the cities that no
//! position is known of, stand in foreign members (6.1), so that nothing is lost silently.

use super::super::city::{City, Position};
use super::super::source::Source;
use super::ExportScope;
use super::document::{push_scope, push_sources};
use super::field::{Cell, Field, Member};
use super::json_text::JsonText;

/// The cities as points, a line for each; sources are written out where they are passed.
#[must_use]
pub fn map_layer(cities: &[&City], scope: &ExportScope<'_>, sources: &[Source]) -> String {
    let mut json = JsonText::default();
    json.open('{');
    json.key("type");
    json.string("FeatureCollection");
    push_scope(&mut json, scope);
    json.key("features");
    json.open('[');
    for city in cities {
        if let Some(position) = &city.position {
            json.line();
            push_feature(&mut json, city, position, scope);
        }
    }
    json.close(']');
    json.key(Member::WithoutPosition.key());
    json.open('[');
    for city in cities.iter().filter(|city| city.position.is_none()) {
        json.line();
        push_properties(&mut json, city, scope);
    }
    json.close(']');
    push_sources(&mut json, cities, sources);
    json.close('}');
    json.finish()
}

fn push_feature(json: &mut JsonText, city: &City, position: &Position, scope: &ExportScope<'_>) {
    json.open('{');
    json.key("type");
    json.string("Feature");
    json.key("id");
    json.string(&city.slug);
    json.key("geometry");
    json.open('{');
    json.key("type");
    json.string("Point");
    json.key("coordinates");
    json.open('[');
    // Longitude comes first (3.1.1).
    json.cell(Cell::Degrees(position.longitude));
    json.cell(Cell::Degrees(position.latitude));
    json.close(']');
    json.close('}');
    json.key("properties");
    push_properties(json, city, scope);
    json.close('}');
}

/// What is not known is null: map programs take their columns from the first point.
fn push_properties(json: &mut JsonText, city: &City, scope: &ExportScope<'_>) {
    json.open('{');
    for field in Field::ALL {
        if let Some(key) = field.property() {
            json.key(key);
            json.cell(field.cell(city, scope));
        }
    }
    json.close('}');
}
