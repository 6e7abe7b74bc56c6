//! The drawings, made from the data: the network on the land outline, the admission of the story's
//! cities as arcs, these two with the distance between them, and the land below the live map. Land
//! only, no borders.

mod clip;
mod land;
mod outline;
mod world;

use std::fmt::Write;
use std::path::Path;

use crate::content::article::Drawing;
use crate::domain::city::Position;
use crate::domain::geo::distance_km;
use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};
use crate::routes::Asset;
use crate::state::catalogue::Catalogue;

use super::edition::Edition;
use super::error::PrerenderError;
use crate::markup::escape;
use outline::Outline;
use world::{admission_arcs, network_map};

/// The two cities of the story.
const STORY_CITIES: [&str; 2] = ["nanjing", "suzhou"];

/// The part of the globe the second drawing shows: south, north, west, east, in degrees.
const DELTA: [f64; 4] = [29.6, 33.6, 115.7, 124.0];

/// Colours that hold on light and dark pages; drawings in `img` do not see the page's own.
const STYLE: &str = "<style>.l{fill:#d5d9d0}.g{fill:none;stroke:#8a9296;stroke-opacity:.35}.p,.a{fill:none;stroke:#0b5d6b;stroke-linecap:round}.a{stroke-opacity:.45;stroke-linejoin:round}.h{fill:none;stroke:#b4430f;stroke-linecap:round}.d{fill:none;stroke:#b4430f}text{font-family:ui-serif,Georgia,serif;fill:#1d2529;paint-order:stroke;stroke:#fbfaf6;stroke-linejoin:round}@media(prefers-color-scheme:dark){.l{fill:#333c40}.p,.a{stroke:#6cc3d1}.h,.d{stroke:#ff9a62}text{fill:#e8e6df;stroke:#14191b}}</style>";

/// The drawing of the network, which has no words and is the same in every language.
pub fn network_map_asset() -> Asset {
    Asset::Picture(Drawing::NetworkMap.file_name(Language::English))
}

/// All drawings with their addresses.
///
/// # Errors
/// Where the land outline cannot be read.
pub fn drawings(
    source: &Path,
    editions: &[Edition],
) -> Result<Vec<(Asset, String)>, PrerenderError> {
    let outline = Outline::read(&source.join("public/map/land-110m.json"))?;
    let mut drawn = vec![(Asset::Land, land::land(&outline))];
    for edition in editions {
        let catalogue = &edition.library.catalogue;
        let picture = |drawing: Drawing| Asset::Picture(drawing.file_name(edition.language()));
        if edition.language() == Language::English {
            let directory = &catalogue.directory;
            drawn.push((network_map_asset(), network_map(&outline, directory)));
            let arcs = admission_arcs(&outline, directory);
            drawn.push((picture(Drawing::AdmissionArcs), arcs));
        }
        let two_cities = two_cities(&outline, catalogue, &edition.texts);
        drawn.push((picture(Drawing::TwoCities), two_cities));
    }
    Ok(drawn)
}

fn two_cities(outline: &Outline, catalogue: &Catalogue, texts: &Texts) -> String {
    let (width, height) = Drawing::TwoCities.size_px();
    let [south, north, west, east] = DELTA;
    let place = |latitude: f64, longitude: f64| {
        let x = (longitude - west) / (east - west) * f64::from(width);
        (x, (north - latitude) / (north - south) * f64::from(height))
    };
    let corner = (f64::from(width), f64::from(height));
    let mut svg = opening(Drawing::TwoCities);
    let _ = write!(
        svg,
        "<path class=\"l\" d=\"{}\"/>",
        outline.path(place, corner)
    );
    let mut grid = String::new();
    for degree in south.ceil() as i32..=north.floor() as i32 {
        let (_, y) = place(f64::from(degree), west);
        let _ = write!(grid, "M0 {y:.0}H{width}");
    }
    for degree in west.ceil() as i32..=east.floor() as i32 {
        let (x, _) = place(south, f64::from(degree));
        let _ = write!(grid, "M{x:.0} 0V{height}");
    }
    let _ = write!(svg, "<path class=\"g\" d=\"{grid}\"/>");
    let directory = &catalogue.directory;
    let cities: Vec<(&str, &Position)> = STORY_CITIES
        .iter()
        .filter_map(|slug| directory.city(directory.find(slug)?))
        .filter_map(|city| Some((city.name.as_str(), city.position.as_ref()?)))
        .collect();
    if let [(_, first), (_, second)] = cities.as_slice() {
        let (from, to) = (
            place(first.latitude, first.longitude),
            place(second.latitude, second.longitude),
        );
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        let label = texts.fill(
            Text::DistanceKm,
            &[("km", &texts.distance(distance_km(first, second)))],
        );
        let _ = write!(
            svg,
            "<path class=\"d\" stroke-width=\"2\" stroke-dasharray=\"6 6\" d=\"M{:.0} {:.0}L{:.0} {:.0}\"/><text x=\"{:.0}\" y=\"{:.0}\" font-size=\"24\" stroke-width=\"6\" text-anchor=\"middle\">{}</text>",
            from.0,
            from.1,
            to.0,
            to.1,
            middle.0 + 40.0,
            middle.1 - 24.0,
            escape(&label),
        );
    }
    for (name, position) in cities {
        let (x, y) = place(position.latitude, position.longitude);
        let _ = write!(
            svg,
            "<path class=\"h\" stroke-width=\"18\" d=\"M{x:.0} {y:.0}h0\"/><text x=\"{x:.0}\" y=\"{:.0}\" font-size=\"36\" stroke-width=\"8\" text-anchor=\"middle\">{}</text>",
            y + 50.0,
            escape(name),
        );
    }
    svg.push_str("</svg>");
    svg
}

fn opening(drawing: Drawing) -> String {
    let (width, height) = drawing.size_px();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">{STYLE}"
    )
}
