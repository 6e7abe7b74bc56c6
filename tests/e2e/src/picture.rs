//! A picture of a part of a page, as a browser gives it.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Encoder, Transformations};

use crate::failure::{Failure, Outcome};

/// Red, green and blue.
pub type Colour = [u8; 3];

/// Opaque pixels, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Their number in a row.
    pub width_px: usize,
    /// The number of rows.
    pub height_px: usize,
    /// The pixels.
    pub pixels: Vec<Colour>,
}

impl Picture {
    /// Reads a PNG.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(png: &[u8]) -> Outcome<Self> {
        let form = |error: DecodingError| Failure::Form(format!("a picture: {error}"));
        let mut decoder = Decoder::new(Cursor::new(png));
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(form)?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let frame = reader.next_frame(&mut bytes).map_err(form)?;
        let pixels = bytes.chunks_exact(frame.color_type.samples());
        let pixels = pixels.map(|pixel| match pixel {
            [red, green, blue, ..] => [*red, *green, *blue],
            [grey, ..] => [*grey; 3],
            [] => [0; 3],
        });
        Ok(Self {
            width_px: frame.width as usize,
            height_px: frame.height as usize,
            pixels: pixels.collect(),
        })
    }

    /// A PNG.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn png(&self) -> Outcome<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width_px as u32, self.height_px as u32);
        encoder.set_color(ColorType::Rgb);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(self.pixels.as_flattened())?;
            writer.finish()
        });
        written.map_err(|error| Failure::Form(format!("a picture: {error}")))?;
        Ok(file)
    }

    /// The pixel at a place; none beyond the edges.
    #[must_use]
    pub fn at(&self, x: usize, y: usize) -> Option<Colour> {
        if x >= self.width_px {
            return None;
        }
        self.pixels.get(y * self.width_px + x).copied()
    }

    /// Half as wide and high: each pixel is the mean of four.
    #[must_use]
    pub fn halved(&self) -> Self {
        let (width_px, height_px) = (self.width_px.div_ceil(2), self.height_px.div_ceil(2));
        let mut pixels = Vec::with_capacity(width_px * height_px);
        for y in (0..self.height_px).step_by(2) {
            for x in (0..self.width_px).step_by(2) {
                let four = [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)];
                let mut sums = [0_u16; 3];
                let mut count = 0;
                for colour in four.into_iter().filter_map(|(x, y)| self.at(x, y)) {
                    count += 1;
                    for (sum, part) in sums.iter_mut().zip(colour) {
                        *sum += u16::from(part);
                    }
                }
                pixels.push(sums.map(|sum| ((sum + count / 2) / count) as u8));
            }
        }
        Self {
            width_px,
            height_px,
            pixels,
        }
    }
}

/// The largest difference of any part of two colours.
#[must_use]
pub fn distance(one: Colour, other: Colour) -> u8 {
    let [red, green, blue] = one;
    let [other_red, other_green, other_blue] = other;
    red.abs_diff(other_red)
        .max(green.abs_diff(other_green))
        .max(blue.abs_diff(other_blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_as_it_was_written() {
        let pixels: Vec<Colour> = (0..15).map(|index| [index * 17, 9, 200]).collect();
        let picture = Picture {
            width_px: 3,
            height_px: 5,
            pixels,
        };
        assert_eq!(Picture::read(&picture.png().unwrap()).unwrap(), picture);
        assert!(Picture::read(b"no picture").is_err());
    }

    #[test]
    fn a_half_is_the_mean_of_four_and_at_the_edges_of_those_there_are() {
        let [black, white] = [[0; 3], [255; 3]];
        let picture = Picture {
            width_px: 3,
            height_px: 3,
            pixels: vec![
                black, white, white, black, white, white, black, black, black,
            ],
        };
        let halved = picture.halved();
        assert_eq!((halved.width_px, halved.height_px), (2, 2));
        assert_eq!(halved.pixels, [[128; 3], white, black, black]);
    }
}
