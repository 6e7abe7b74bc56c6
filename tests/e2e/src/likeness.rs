//! Whether a picture looks like its reference.
//!
//! Versions of a browser smooth the edges of letters a little differently, so a pixel passes whose
//! colour lies among those around the same place in the other picture. A changed colour, a shift of
//! more than two pixels of the screen and a line that is missing do not pass.

use std::fmt;

use crate::picture::{Colour, Picture, distance};
use crate::reference::Reference;

/// What a reader may see as another colour: a twentieth of the range of a part.
const TOLERANCE: u8 = 12;

/// On an edge such a part of its contrast more, because that is where browsers smooth.
const EDGE_SHARE: u8 = 20;

/// A size may be rounded differently.
const SIZE_TOLERANCE_PX: usize = 1;

/// One pixel in so many may differ, and in a small picture so many at all.
const PASSING: usize = 10_000;
const PASSING_ANYWHERE: usize = 10;

/// How a picture is like its reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// As far as a reader can see they are the same.
    Alike,
    /// They are of different sizes, expected and actual.
    OtherSize((usize, usize), (usize, usize)),
    /// So many pixels differ, which are red in a picture of half the size.
    Differs(usize, Picture),
}

impl Likeness {
    /// How something is like what was expected.
    #[must_use]
    pub fn of(expected: &Reference, actual: &Reference) -> Self {
        let (wanted, found) = (expected.size_px, actual.size_px);
        if wanted.0.abs_diff(found.0) > SIZE_TOLERANCE_PX
            || wanted.1.abs_diff(found.1) > SIZE_TOLERANCE_PX
        {
            return Self::OtherSize(wanted, found);
        }
        let (expected, actual) = (&expected.halved, &actual.halved);
        let mut marked = Vec::with_capacity(actual.pixels.len());
        let mut count = 0;
        for (index, colour) in actual.pixels.iter().enumerate() {
            let place = (index % actual.width_px, index / actual.width_px);
            let differs = differs(expected, actual, place);
            count += usize::from(differs);
            marked.push(if differs { [255, 0, 0] } else { faded(*colour) });
        }
        if count <= PASSING_ANYWHERE.max(actual.pixels.len() / PASSING) {
            return Self::Alike;
        }
        let marked = Picture {
            pixels: marked,
            ..*actual
        };
        Self::Differs(count, marked)
    }
}

impl fmt::Display for Likeness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alike => formatter.write_str("alike"),
            Self::OtherSize((width, height), (found_width, found_height)) => write!(
                formatter,
                "{found_width} × {found_height} px instead of {width} × {height}"
            ),
            Self::Differs(count, picture) => {
                let all = picture.pixels.len();
                write!(formatter, "{count} of {all} places differ")
            }
        }
    }
}

fn differs(expected: &Picture, actual: &Picture, (x, y): (usize, usize)) -> bool {
    let (Some(wanted), Some(found)) = (expected.at(x, y), actual.at(x, y)) else {
        // Beyond the edge of the smaller of two sizes that pass for the same.
        return false;
    };
    distance(wanted, found) > TOLERANCE
        && !(lies_among(found, expected, (x, y)) && lies_among(wanted, actual, (x, y)))
}

/// Whether a colour lies between the darkest and the lightest around a place.
fn lies_among(colour: Colour, picture: &Picture, (x, y): (usize, usize)) -> bool {
    let mut least: Colour = [255; 3];
    let mut most: Colour = [0; 3];
    for row in y.saturating_sub(1)..=y + 1 {
        for column in x.saturating_sub(1)..=x + 1 {
            if let Some(near) = picture.at(column, row) {
                for ((least, most), part) in least.iter_mut().zip(&mut most).zip(near) {
                    *least = part.min(*least);
                    *most = part.max(*most);
                }
            }
        }
    }
    let tolerance = TOLERANCE + distance(least, most) / EDGE_SHARE;
    let mut parts = colour.iter().zip(least).zip(most);
    parts.all(|((part, least), most)| {
        *part >= least.saturating_sub(tolerance) && *part <= most.saturating_add(tolerance)
    })
}

fn faded(colour: Colour) -> Colour {
    colour.map(|part| 191 + part / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPER: Colour = [251, 250, 246];
    const INK: Colour = [29, 37, 41];
    const RULE: Colour = [217, 214, 204];

    /// Lines on paper, one of them moved and coloured.
    fn lined(shift: usize, rule: Colour) -> Picture {
        let mut pixels = vec![PAPER; 100 * 60];
        for (index, pixel) in pixels.iter_mut().enumerate() {
            match (index % 100, index / 100) {
                (_, row) if row == 11 + shift => *pixel = rule,
                (20, 15..) | (_, 40) => *pixel = INK,
                _ => {}
            }
        }
        Picture {
            width_px: 100,
            height_px: 60,
            pixels,
        }
    }

    fn is_alike(one: &Picture, other: &Picture) -> bool {
        let (one, other) = (Reference::of(one), Reference::of(other));
        Likeness::of(&one, &other) == Likeness::Alike
            && Likeness::of(&other, &one) == Likeness::Alike
    }

    #[test]
    fn a_picture_is_like_itself_and_like_one_moved_by_a_pixel() {
        let picture = lined(0, RULE);
        assert!(is_alike(&picture, &picture));
        assert!(is_alike(&picture, &lined(1, RULE)));
    }

    #[test]
    fn a_moved_line_a_missing_line_and_another_colour_are_seen() {
        let picture = lined(0, RULE);
        for other in [
            lined(4, RULE),
            lined(0, PAPER),
            lined(0, [180, 177, 167]),
            lined(0, INK),
        ] {
            assert!(!is_alike(&picture, &other));
        }
    }

    #[test]
    fn edges_that_are_smoothed_otherwise_pass() {
        let sharp = lined(0, RULE);
        let mut smooth = sharp.clone();
        // A tenth of the ink of a line is spread over the next.
        for (row, colour) in [(40, [51, 58, 62]), (41, [229, 229, 226])] {
            for pixel in smooth.pixels.iter_mut().skip(row * 100).take(100) {
                *pixel = colour;
            }
        }
        assert!(is_alike(&sharp, &smooth));
    }

    #[test]
    fn a_pixel_more_or_less_passes_as_a_size_and_two_do_not() {
        let picture = lined(0, RULE);
        let mut longer = picture.clone();
        for expected in [true, false] {
            longer.pixels.extend([PAPER; 100]);
            longer.height_px += 1;
            assert_eq!(is_alike(&picture, &longer), expected);
        }
    }
}
