//! The drawings of the whole world: every member as a point, and, for the story, lines from the first of
//! its cities to the others of the same admission. Each line is the shortest way on the earth, so what
//! it says is true of the globe and not of the paper.

use std::fmt::Write;

use crate::content::article::Drawing;
use crate::domain::city::{City, Position};
use crate::domain::directory::Directory;
use crate::domain::geo::shortest_way;
use crate::domain::projection::{HALF_HEIGHT, HALF_WIDTH, MapPoint, project};

use super::outline::Outline;
use super::{STORY_CITIES, opening};

/// Parts of a line: enough that none of its corners shows.
const STEPS: u16 = 90;

/// Between two places further apart in longitude a line goes over the edge of the map, which is at as
/// many degrees.
const HALF_TURN: f64 = 180.0;

/// Beyond this latitude a line is left out: the map draws each pole as a line, along which it would run.
const LAST_LATITUDE: f64 = 79.0;

/// All members as points, those of the story larger.
pub(super) fn network_map(outline: &Outline, directory: &Directory) -> String {
    let world = World::new(Drawing::NetworkMap);
    let (mut members, mut story) = (String::new(), String::new());
    for city in directory.cities() {
        let is_of_story = STORY_CITIES.contains(&city.slug.as_str());
        let dots = if is_of_story {
            &mut story
        } else {
            &mut members
        };
        if let Some(position) = &city.position {
            world.write_dot(dots, position);
        }
    }
    let mut svg = world.opening(outline);
    let _ = write!(
        svg,
        "<path class=\"p\" stroke-width=\"7\" d=\"{members}\"/><path class=\"h\" stroke-width=\"13\" d=\"{story}\"/></svg>"
    );
    svg
}

/// The members admitted in the same year as the first of the story's cities, each joined with it.
pub(super) fn admission_arcs(outline: &Outline, directory: &Directory) -> String {
    let world = World::new(Drawing::AdmissionArcs);
    let of_story = |slug: &str| directory.city(directory.find(slug)?);
    let first = STORY_CITIES.first().and_then(|slug| of_story(slug));
    let year = first.and_then(City::joined);
    let origin = first.and_then(|city| city.position.as_ref());
    let (mut others, mut admitted, mut story) = (String::new(), String::new(), String::new());
    let mut arcs = String::new();
    for city in directory.cities() {
        let Some(position) = &city.position else {
            continue;
        };
        let is_of_story = STORY_CITIES.contains(&city.slug.as_str());
        let is_admitted = year.is_some_and(|year| city.admissions.contains(&year));
        match (is_of_story, is_admitted) {
            (true, _) => world.write_dot(&mut story, position),
            (false, true) => world.write_dot(&mut admitted, position),
            (false, false) => world.write_dot(&mut others, position),
        }
        if let (true, Some(origin)) = (is_admitted, origin)
            && position != origin
        {
            world.write_arc(&mut arcs, origin, position);
        }
    }
    // The edge of the globe, where lines end and go on at the other side.
    let edge = world.edge();
    let mut svg = world.opening(outline);
    let _ = write!(
        svg,
        "<path class=\"g\" stroke-width=\"2\" d=\"{edge}Z\"/><path class=\"g\" stroke-linecap=\"round\" stroke-width=\"6\" d=\"{others}\"/><path class=\"a\" stroke-width=\"2\" d=\"{arcs}\"/><path class=\"p\" stroke-width=\"8\" d=\"{admitted}\"/><path class=\"h\" stroke-width=\"13\" d=\"{story}\"/></svg>"
    );
    svg
}

/// The globe as a drawing has it, from edge to edge.
struct World {
    drawing: Drawing,
    scale: f64,
    top: f64,
}

impl World {
    fn new(drawing: Drawing) -> Self {
        let (width, height) = drawing.size_px();
        let scale = f64::from(width) / (2.0 * HALF_WIDTH);
        let top = f64::from(height) / 2.0 - HALF_HEIGHT * scale;
        Self {
            drawing,
            scale,
            top,
        }
    }

    fn place(&self, point: MapPoint) -> (f64, f64) {
        let x = (point.x + HALF_WIDTH) * self.scale;
        (x, (HALF_HEIGHT - point.y) * self.scale + self.top)
    }

    fn write_dot(&self, dots: &mut String, position: &Position) {
        let (x, y) = self.place(MapPoint::from(position));
        let _ = write!(dots, "M{x:.0} {y:.0}h0");
    }

    fn write_arc(&self, arcs: &mut String, from: &Position, to: &Position) {
        let mut last: Option<(f64, f64)> = None;
        for place in shortest_way(from, to, STEPS) {
            let (latitude, longitude) = place;
            if latitude.abs() > LAST_LATITUDE {
                last = None;
                continue;
            }
            if let Some(last) = last
                && (longitude - last.1).abs() > HALF_TURN
            {
                let edge = HALF_TURN.copysign(last.1);
                let latitude = latitude_at_edge(last, place);
                self.write_point(arcs, 'L', latitude, edge);
                self.write_point(arcs, 'M', latitude, -edge);
            }
            let command = if last.is_some() { 'L' } else { 'M' };
            self.write_point(arcs, command, latitude, longitude);
            last = Some(place);
        }
    }

    fn write_point(&self, path: &mut String, command: char, latitude: f64, longitude: f64) {
        let (x, y) = self.place(project(latitude, longitude));
        let [x, y] = [x, y].map(|length| length.round() as i32);
        let _ = write!(path, "{command}{x} {y}");
    }

    /// The drawing as far as the land.
    fn opening(&self, outline: &Outline) -> String {
        let (width, height) = self.drawing.size_px();
        let corner = (f64::from(width), f64::from(height));
        let land = outline.path(
            |latitude, longitude| self.place(project(latitude, longitude)),
            corner,
        );
        let edge = self.edge();
        format!(
            "{}<clipPath id=\"m\"><path d=\"{edge}Z\"/></clipPath><path class=\"l\" clip-path=\"url(#m)\" d=\"{land}\"/>",
            opening(self.drawing)
        )
    }

    /// The land goes on beyond the map's curved edges, where it crosses the 180th meridian.
    fn edge(&self) -> String {
        let mut edge = String::new();
        for (longitude, latitudes) in [(-180.0, -18..=18), (180.0, -18..=18)] {
            let mut side: Vec<i32> = latitudes.collect();
            if longitude > 0.0 {
                side.reverse();
            }
            for step in side {
                let command = if edge.is_empty() { 'M' } else { 'L' };
                self.write_point(&mut edge, command, f64::from(step) * 5.0, longitude);
            }
        }
        edge
    }
}

/// Where a step from one (latitude, longitude) to another, short and over the edge of the map, meets it.
fn latitude_at_edge(from: (f64, f64), to: (f64, f64)) -> f64 {
    let until_edge = HALF_TURN - from.1.abs();
    let beyond_edge = HALF_TURN - to.1.abs();
    let whole = until_edge + beyond_edge;
    if whole == 0.0 {
        return to.0;
    }
    from.0 + (to.0 - from.0) * until_edge / whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::Precision;

    fn arc(from: (f64, f64), to: (f64, f64)) -> String {
        let at = |(latitude, longitude)| Position {
            latitude,
            longitude,
            precision: Precision::City,
        };
        let mut arcs = String::new();
        World::new(Drawing::AdmissionArcs).write_arc(&mut arcs, &at(from), &at(to));
        arcs
    }

    #[test]
    fn a_line_over_the_date_line_leaves_at_one_edge_and_comes_back_at_the_other() {
        let line = arc((0.0, 170.0), (0.0, -170.0));
        let (east, west) = line.split_once("L1200 292M0 292").unwrap();
        assert!(
            east.starts_with("M1167 292") && west.ends_with("L33 292"),
            "{line}"
        );
    }

    #[test]
    fn a_line_within_the_map_is_one_line() {
        let line = arc((32.0, 118.8), (48.9, 2.4));
        assert_eq!(line.matches('M').count(), 1, "{line}");
    }

    #[test]
    fn a_line_over_a_pole_is_left_out_there() {
        let line = arc((60.0, 0.0), (60.0, 180.0));
        assert_eq!(line.matches('M').count(), 2, "{line}");
    }

    #[test]
    fn the_edge_is_met_in_proportion() {
        assert_eq!(latitude_at_edge((10.0, 179.0), (14.0, -177.0)), 11.0);
        assert_eq!(latitude_at_edge((10.0, 180.0), (14.0, -180.0)), 14.0);
    }
}
