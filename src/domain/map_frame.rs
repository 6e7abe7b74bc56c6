//! The rectangle of the plane that the map shows, and how a reader moves it. It has the proportions
//! of the whole map and never leaves it.
//!
//! The map has the meridian of Greenwich in its middle, so places on both sides of the date line lie
//! at its two edges: a rectangle that holds both is as wide as the world.

use super::geo::within;
use super::map_plane::{HEIGHT, PlanePoint, WIDTH};
use super::map_window::{MOST_ZOOM, MapWindow, push_decimal};

/// The largest enlargement for a few results: countries around them still give them a place.
const MOST_ZOOM_TO_FIT: f64 = 16.0;

/// The enlargement around the reader: an hour's or two hours' drive to each side.
const ZOOM_NEAR_ME: f64 = 48.0;

/// The part of the rectangle that is left free around what it must hold, on all sides together.
const MARGIN: f64 = 0.2;

/// The rectangle of the plane that the map shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapFrame {
    left: i32,
    top: i32,
    width: i32,
}

/// Width and height of the map on the screen, in CSS pixels.
pub type ScreenSize = (f64, f64);

impl MapFrame {
    /// The whole map.
    pub const WORLD: Self = Self {
        left: 0,
        top: 0,
        width: WIDTH,
    };

    /// The rectangle of a window; the whole map where there is none.
    #[must_use]
    pub fn of(window: Option<MapWindow>) -> Self {
        window.map_or(Self::WORLD, |window| {
            let middle = PlanePoint::at(window.latitude(), window.longitude());
            Self::around(middle, window.zoom())
        })
    }

    /// The rectangle around a place.
    #[must_use]
    pub fn around(middle: PlanePoint, zoom: f64) -> Self {
        let width = width_at(zoom);
        Self::inside(
            f64::from(middle.x) - width / 2.0,
            f64::from(middle.y) - height_of(width) / 2.0,
            width,
        )
    }

    /// The rectangle around a reader's own place.
    #[must_use]
    pub fn near(latitude: f64, longitude: f64) -> Self {
        Self::around(PlanePoint::at(latitude, longitude), ZOOM_NEAR_ME)
    }

    /// The smallest rectangle that shows all places with some margin; `None` where there is none.
    #[must_use]
    pub fn fitting(places: impl Iterator<Item = PlanePoint>) -> Option<Self> {
        let bounds = Bounds::of(places)?;
        let zoom = bounds.zoom_to_fit().min(MOST_ZOOM_TO_FIT);
        Some(Self::around(bounds.middle(), zoom))
    }

    /// The window that an address carries; `None` for the whole map.
    #[must_use]
    pub fn window(self) -> Option<MapWindow> {
        (self.width < WIDTH).then(|| {
            let middle = PlanePoint {
                x: self.left + self.width / 2,
                y: self.top + self.height() / 2,
            };
            let (latitude, longitude) = middle.degrees();
            MapWindow::new(latitude, longitude, self.zoom())
        })
    }

    /// How many times the whole map is enlarged.
    #[must_use]
    pub fn zoom(self) -> f64 {
        f64::from(WIDTH) / f64::from(self.width)
    }

    /// The same enlargement in the corner of the map: frames that give the same one draw alike.
    #[must_use]
    pub fn in_the_corner(self) -> Self {
        Self {
            left: 0,
            top: 0,
            ..self
        }
    }

    /// Whether it can be enlarged no further.
    #[must_use]
    pub fn is_closest(self) -> bool {
        f64::from(self.width) <= width_at(MOST_ZOOM)
    }

    /// Moved by parts of its own width and height: to the right, and down.
    #[must_use]
    pub fn panned(self, right: f64, down: f64) -> Self {
        let width = f64::from(self.width);
        Self::inside(
            f64::from(self.left) + right * width,
            f64::from(self.top) + down * height_of(width),
            width,
        )
    }

    /// Enlarged by a factor; the place at these parts of its width and height stays where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, about: (f64, f64)) -> Self {
        let before = f64::from(self.width);
        let width = width_at(self.zoom() * factor);
        Self::inside(
            f64::from(self.left) + about.0 * (before - width),
            f64::from(self.top) + about.1 * height_of(before - width),
            width,
        )
    }

    /// Moved, not enlarged, so that it shows a place; as it is where it does.
    #[must_use]
    pub fn showing(self, place: PlanePoint) -> Self {
        let (across, down) = self.parts_of(place);
        let inner = MARGIN / 4.0..=1.0 - MARGIN / 4.0;
        if inner.contains(&across) && inner.contains(&down) {
            self
        } else {
            Self::around(place, self.zoom())
        }
    }

    /// Whether it holds a place.
    #[must_use]
    pub fn holds(self, place: PlanePoint) -> bool {
        let (across, down) = self.parts_of(place);
        (0.0..=1.0).contains(&across) && (0.0..=1.0).contains(&down)
    }

    /// Where a place lies, in parts of its width and height.
    #[must_use]
    pub fn parts_of(self, place: PlanePoint) -> (f64, f64) {
        (
            f64::from(place.x - self.left) / f64::from(self.width),
            f64::from(place.y - self.top) / f64::from(self.height()),
        )
    }

    /// Units of the plane in a pixel, where it is shown as large as fits.
    #[must_use]
    pub fn units_per_px(self, screen: ScreenSize) -> f64 {
        let across = f64::from(self.width) / screen.0.max(1.0);
        across.max(f64::from(self.height()) / screen.1.max(1.0))
    }

    /// A distance on the screen, in parts of its width and height.
    #[must_use]
    pub fn parts_of_px(self, screen: ScreenSize, px: (f64, f64)) -> (f64, f64) {
        let units = self.units_per_px(screen);
        (
            px.0 * units / f64::from(self.width),
            px.1 * units / f64::from(self.height()),
        )
    }

    /// The `viewBox` of an SVG that shows it.
    #[must_use]
    pub fn view_box(self) -> String {
        [self.left, self.top, self.width, self.height()]
            .map(|number| number.to_string())
            .join(" ")
    }

    fn height(self) -> i32 {
        height_of(f64::from(self.width)).round() as i32
    }

    fn inside(left: f64, top: f64, width: f64) -> Self {
        let most_left = (f64::from(WIDTH) - width).max(0.0);
        let most_top = (f64::from(HEIGHT) - height_of(width).round()).max(0.0);
        Self {
            left: within(left, 0.0, most_left).round() as i32,
            top: within(top, 0.0, most_top).round() as i32,
            width: width.round() as i32,
        }
    }
}

/// A number with two decimals; the formatting of floats would cost kilobytes.
#[must_use]
pub fn two_decimals(number: f64) -> String {
    let mut text = String::new();
    push_decimal(&mut text, (number * 100.0).round() as i32, 100);
    text
}

/// The box around some places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    least: PlanePoint,
    most: PlanePoint,
}

impl Bounds {
    pub(super) fn of(places: impl Iterator<Item = PlanePoint>) -> Option<Self> {
        let around = |place| Self {
            least: place,
            most: place,
        };
        places.map(around).reduce(|all, one| Self {
            least: PlanePoint {
                x: all.least.x.min(one.least.x),
                y: all.least.y.min(one.least.y),
            },
            most: PlanePoint {
                x: all.most.x.max(one.most.x),
                y: all.most.y.max(one.most.y),
            },
        })
    }

    pub(super) fn middle(self) -> PlanePoint {
        PlanePoint {
            x: (self.least.x + self.most.x) / 2,
            y: (self.least.y + self.most.y) / 2,
        }
    }

    /// The longer side.
    pub(super) fn extent(self) -> i32 {
        (self.most.x - self.least.x).max(self.most.y - self.least.y)
    }

    /// The enlargement at which it fills a frame but for the margin; without end for one place.
    pub(super) fn zoom_to_fit(self) -> f64 {
        let across = f64::from(self.most.x - self.least.x) / f64::from(WIDTH);
        let down = f64::from(self.most.y - self.least.y) / f64::from(HEIGHT);
        (1.0 - MARGIN) / across.max(down)
    }
}

fn width_at(zoom: f64) -> f64 {
    (f64::from(WIDTH) / within(zoom, 1.0, MOST_ZOOM)).round()
}

fn height_of(width: f64) -> f64 {
    width * f64::from(HEIGHT) / f64::from(WIDTH)
}

#[cfg(test)]
mod tests;
