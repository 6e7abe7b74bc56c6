//! Draws words above the map and makes a PNG of it.

use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{FontResolver, Options, Tree};

use super::super::document::direction;
use super::super::error::PrerenderError;
use super::lines::even_lines;
use crate::domain::language::Language;
use crate::markup::escape;

/// What networks and messengers show whole (The Open Graph protocol leaves it open; all large ones
/// ask for 1.91 to 1).
pub const WIDTH_PX: u32 = 1200;

/// See [`WIDTH_PX`].
pub const HEIGHT_PX: u32 = 630;

/// What is free on either side.
const MARGIN_PX: f64 = 64.0;

/// The sizes a title may have, largest first, with the most lines it may take at each.
const TITLE_SIZES: [(f64, usize); 4] = [(84.0, 2), (68.0, 3), (56.0, 3), (44.0, 5)];

const LINE_HEIGHT: f64 = 1.22;

const FONTS: [&[u8]; 3] = [
    include_bytes!("fonts/serif.ttf"),
    include_bytes!("fonts/chinese.ttf"),
    include_bytes!("fonts/arabic.ttf"),
];

/// What all pictures of a language share.
pub(super) struct Canvas {
    options: Options<'static>,
    missing: Arc<Mutex<Vec<char>>>,
    language: Language,
    map: String,
}

impl Canvas {
    pub(super) fn new(language: Language, map_svg: &str) -> Self {
        let mut fonts = Database::new();
        for font in FONTS {
            fonts.load_font_data(font.to_vec());
        }
        let missing = Arc::new(Mutex::new(Vec::new()));
        let options = Options {
            fontdb: Arc::new(fonts),
            font_resolver: resolver(missing.clone()),
            ..Options::default()
        };
        Self {
            options,
            missing,
            language,
            map: STANDARD.encode(map_svg),
        }
    }

    /// A picture with a line above the title, the title, and a line at the foot.
    pub(super) fn draw(
        &self,
        kicker: &str,
        title: &str,
        foot: &str,
    ) -> Result<Vec<u8>, PrerenderError> {
        let refusal = |cause: String| {
            let tag = self.language.tag();
            PrerenderError::content(format!("the picture of “{title}” ({tag})"), cause)
        };
        let tree = Tree::from_str(&self.svg(kicker, title, foot), &self.options)
            .map_err(|error| refusal(error.to_string()))?;
        let missing = self.missing.lock();
        let missing: String = missing
            .unwrap_or_else(PoisonError::into_inner)
            .drain(..)
            .collect();
        if !missing.is_empty() {
            return Err(refusal(format!(
                "its fonts have no “{missing}”; write the title with other letters, or give the fonts of src/prerender/share_picture/fonts these"
            )));
        }
        let mut pixels = Pixmap::new(WIDTH_PX, HEIGHT_PX)
            .ok_or_else(|| refusal("no memory for it".to_owned()))?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels
            .encode_png()
            .map_err(|error| refusal(error.to_string()))
    }

    fn svg(&self, kicker: &str, title: &str, foot: &str) -> String {
        let (width, height) = (f64::from(WIDTH_PX), f64::from(HEIGHT_PX));
        let (size, lines) = self.title(title);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><defs><linearGradient id=\"f\" x2=\"0\" y2=\"1\"><stop offset=\".35\" stop-color=\"#fbfaf6\"/><stop offset=\".8\" stop-color=\"#fbfaf6\" stop-opacity=\"0\"/></linearGradient></defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fbfaf6\"/><image x=\"-60\" y=\"170\" width=\"1320\" height=\"642\" href=\"data:image/svg+xml;base64,{}\"/><rect width=\"{width}\" height=\"{height}\" fill=\"url(#f)\"/><rect width=\"{width}\" height=\"14\" fill=\"#0b5d6b\"/>",
            self.map
        );
        svg.push_str(&self.text(kicker, 32.0, 96.0, "#0b5d6b"));
        let mut baseline = 112.0 + size;
        for line in &lines {
            svg.push_str(&self.text(line, size, baseline, "#1d2529"));
            baseline += size * LINE_HEIGHT;
        }
        svg.push_str(&self.text(foot, 34.0, height - 44.0, "#1d2529"));
        svg.push_str("</svg>");
        svg
    }

    /// The largest size at which a title takes few enough lines, with the lines.
    fn title(&self, title: &str) -> (f64, Vec<String>) {
        let room = f64::from(WIDTH_PX) - 2.0 * MARGIN_PX;
        let mut fitted = (0.0, Vec::new());
        for (size, most) in TITLE_SIZES {
            fitted = (
                size,
                even_lines(title, room, |line| self.width_px(line, size)),
            );
            if fitted.1.len() <= most {
                break;
            }
        }
        fitted
    }

    fn width_px(&self, text: &str, size: f64) -> f64 {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH_PX}\" height=\"{HEIGHT_PX}\">{}</svg>",
            self.text(text, size, 100.0, "#000")
        );
        Tree::from_str(&svg, &self.options)
            .map(|tree| f64::from(tree.root().abs_bounding_box().width()))
            .unwrap_or_default()
    }

    /// A line of text on a ground of paper, so that it can be read on the map too.
    fn text(&self, text: &str, size: f64, baseline: f64, colour: &str) -> String {
        let (x, anchor, text) = match direction(self.language) {
            // The renderer takes every line for one from left to right: RIGHT-TO-LEFT EMBEDDING
            // and its end (UAX #9) tell it better.
            "rtl" => (
                f64::from(WIDTH_PX) - MARGIN_PX,
                "end",
                format!("\u{202b}{}\u{202c}", escape(text)),
            ),
            _ => (MARGIN_PX, "start", escape(text)),
        };
        let family = match self.language {
            Language::Chinese => "Learning Cities Chinese",
            Language::Arabic => "Learning Cities Arabic",
            _ => "Learning Cities Serif",
        };
        let mut element = String::new();
        let _ = write!(
            element,
            "<text x=\"{x}\" y=\"{baseline:.0}\" text-anchor=\"{anchor}\" font-family=\"{family}\" font-size=\"{size}\" fill=\"{colour}\" stroke=\"#fbfaf6\" stroke-width=\"{:.0}\" stroke-linejoin=\"round\" paint-order=\"stroke\">{text}</text>",
            size / 8.0
        );
        element
    }
}

/// Looks for a character in the other fonts, and remembers those that none of them has.
fn resolver(missing: Arc<Mutex<Vec<char>>>) -> FontResolver<'static> {
    let select = FontResolver::default_fallback_selector();
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(move |character, tried, fonts| {
            let found = select(character, tried, fonts);
            if found.is_none() {
                let mut missing = missing.lock().unwrap_or_else(PoisonError::into_inner);
                missing.push(character);
            }
            found
        }),
    }
}
