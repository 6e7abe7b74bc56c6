//! The stylesheets as one minified text, in the order `index.html` links them.
//!
//! It stands in every page, so that a page is painted after one round trip.

use std::fs;
use std::path::Path;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::routes::Base;

use super::bundle::file_names;
use super::error::PrerenderError;

/// The oldest browsers with cascade layers (major version in the upper sixteen bits): what newer
/// syntax can be lowered to.
const OLDEST_BROWSERS: Browsers = Browsers {
    android: None,
    chrome: Some(99 << 16),
    edge: Some(99 << 16),
    firefox: Some(97 << 16),
    ie: None,
    ios_saf: Some(15 << 16 | 4 << 8),
    opera: None,
    safari: Some(15 << 16 | 4 << 8),
    samsung: None,
};

/// How the stylesheets name the fonts' folder.
const FONTS_AT_ROOT: &str = "url(/fonts/";

/// Reads, joins and minifies the stylesheets that the page linked at `index` names.
///
/// # Errors
/// Where a file cannot be read, or holds something that is not CSS.
pub fn bundle(source: &Path, index: &str, base: &Base) -> Result<String, PrerenderError> {
    let mut joined = String::new();
    for name in linked(index) {
        let path = source.join(name);
        joined.push_str(&fs::read_to_string(&path).map_err(PrerenderError::file(&path))?);
        joined.push('\n');
    }
    // A page stands in a folder of its own, so the files that the style names need the whole path.
    let fonts = format!("url({}fonts/", base.as_str());
    Ok(minify(&joined)?.replace(FONTS_AT_ROOT, &fonts))
}

/// Every page carries the stylesheet, so the files Trunk has made of it are not needed.
///
/// # Errors
/// Where one cannot be removed.
pub fn remove(staging: &Path) -> Result<(), PrerenderError> {
    let names = file_names(staging)?;
    for name in names.iter().filter(|name| name.ends_with(".css")) {
        let path = staging.join(name);
        fs::remove_file(&path).map_err(PrerenderError::file(&path))?;
    }
    Ok(())
}

fn linked(index: &str) -> impl Iterator<Item = &str> {
    index
        .split('<')
        .filter(|tag| tag.starts_with("link") && tag.contains("rel=\"css\""))
        .filter_map(|tag| tag.split_once("href=\"")?.1.split_once('"'))
        .map(|(href, _)| href)
}

fn minify(css: &str) -> Result<String, PrerenderError> {
    let targets = Targets::from(OLDEST_BROWSERS);
    let mut sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|error| PrerenderError::Stylesheet(error.to_string()))?;
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| PrerenderError::Stylesheet(error.to_string()))?;
    sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map(|printed| printed.code)
        .map_err(|error| PrerenderError::Stylesheet(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheets_are_taken_in_the_order_of_the_page() {
        let page = "<link data-trunk rel=\"css\" href=\"style/b.css\">\n<link data-trunk rel=\"rust\" href=\"Cargo.toml\"><link rel=\"css\" data-trunk href=\"style/a.css\">";
        assert_eq!(
            linked(page).collect::<Vec<_>>(),
            ["style/b.css", "style/a.css"]
        );
    }

    #[test]
    fn nesting_is_lowered_for_older_browsers() {
        assert_eq!(
            minify(".a { & b { color: red } }").unwrap(),
            ".a b{color:red}"
        );
    }

    #[test]
    fn a_broken_stylesheet_is_an_error_with_its_place() {
        assert!(
            minify("a { color: ").is_ok(),
            "CSS closes what is left open"
        );
        assert!(minify("} a").is_err());
    }
}
