//! The land below the live map: on the map's own plane, in steps of a hundred of its units, so that
//! the program carries no outline. Land alone, no borders; the net of degrees is the live map's, since
//! lines in a picture grow with it.

use std::fmt::Write;

use crate::domain::map_plane::{HEIGHT, PlanePoint, WIDTH};

use super::outline::Outline;

/// Units of the plane in one of the drawing's: three kilometres, finer than the outline is drawn.
const UNITS_IN_STEP: i32 = 100;

/// Steps along the curved edge of the globe.
const EDGE_DEGREES: i32 = 5;

/// Colours that hold on light and dark pages: raised paper for the sea, as the stylesheet's token has
/// it. A drawing in `image` does not see the page's own.
const STYLE: &str = "<style>.s{fill:#fff}.l{fill:#d5d9d0}@media(prefers-color-scheme:dark){.s{fill:#1c2326}.l{fill:#3a4549}}</style>";

/// The drawing.
pub(super) fn land(outline: &Outline) -> String {
    let (width, height) = (WIDTH / UNITS_IN_STEP, HEIGHT / UNITS_IN_STEP);
    let globe = path(&[edge()]);
    let rings = outline.rings().map(|ring| steps(ring.into_iter()));
    let land = path(&rings.collect::<Vec<_>>());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\">{STYLE}<clipPath id=\"m\"><path d=\"{globe}\"/></clipPath><path class=\"s\" d=\"{globe}\"/><path class=\"l\" clip-path=\"url(#m)\" d=\"{land}\"/></svg>"
    )
}

/// The edge of the globe, where the land that goes on beyond the date line is cut.
fn edge() -> Vec<(i32, i32)> {
    let steps_to_pole = 90 / EDGE_DEGREES;
    let side = |east: f64, northward: i32| {
        (-steps_to_pole..=steps_to_pole)
            .map(move |step| (east, f64::from(northward * step * EDGE_DEGREES)))
    };
    steps(side(-180.0, 1).chain(side(180.0, -1)))
}

/// Places by longitude and latitude in the drawing's steps, each once where several fall together.
fn steps(places: impl Iterator<Item = (f64, f64)>) -> Vec<(i32, i32)> {
    let mut steps: Vec<(i32, i32)> = places
        .map(|(longitude, latitude)| {
            let PlanePoint { x, y } = PlanePoint::at(latitude, longitude);
            let half = UNITS_IN_STEP / 2;
            (
                (x + half).div_euclid(UNITS_IN_STEP),
                (y + half).div_euclid(UNITS_IN_STEP),
            )
        })
        .collect();
    steps.dedup();
    steps
}

/// Closed lines in relative steps, which are the shortest to write (SVG 2, 9.3).
fn path(lines: &[Vec<(i32, i32)>]) -> String {
    let mut path = String::new();
    for line in lines.iter().filter(|line| line.len() > 1) {
        let mut last: Option<(i32, i32)> = None;
        for (x, y) in line {
            let _ = match last {
                None => write!(path, "M{x} {y}l"),
                Some(last) => write_step(&mut path, (x - last.0, y - last.1)),
            };
            last = Some((*x, *y));
        }
        path.push('z');
    }
    path
}

/// A sign separates numbers as well as a blank does.
fn write_step(path: &mut String, step: (i32, i32)) -> std::fmt::Result {
    for number in [step.0, step.1] {
        let is_first = path.ends_with('l');
        if number >= 0 && !is_first {
            path.push(' ');
        }
        write!(path, "{number}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_line_is_written_in_the_shortest_form() {
        assert_eq!(
            path(&[vec![(10, 10), (9, 12), (11, 11)], vec![(1, 1)]]),
            "M10 10l-1 2 2-1z"
        );
    }

    #[test]
    fn the_land_of_the_world_is_small_enough_to_wait_for() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/map/land-110m.json");
        let drawing = land(&Outline::read(&file).unwrap());
        assert!(drawing.len() < 40_000, "{} bytes", drawing.len());
        assert!(!drawing.contains("style="));
        assert!(
            drawing.starts_with(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10000 4867\""
            )
        );
    }
}
