//! The stylesheets as minified texts, in the order `index.html` links them.
//!
//! They stand in the pages, so that a page is painted after one round trip; what `data-pages` keeps for
//! the directory stands in that alone.

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

/// How a link says that only the directory needs its stylesheet.
const FOR_THE_DIRECTORY: &str = "data-pages=\"directory\"";

/// The stylesheets of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stylesheets {
    /// The whole, which the directory needs.
    pub whole: String,
    /// What all other pages need of it.
    pub documents: String,
}

impl Stylesheets {
    /// Reads, joins and minifies the stylesheets that the page `index` links.
    ///
    /// # Errors
    /// Where a file cannot be read, or holds something that is not CSS.
    pub fn read(source: &Path, index: &str, base: &Base) -> Result<Self, PrerenderError> {
        let (mut whole, mut documents) = (String::new(), String::new());
        for link in links(index) {
            let path = source.join(link.href);
            let sheet = fs::read_to_string(&path).map_err(PrerenderError::file(&path))?;
            if link.pages == Pages::All {
                documents.push_str(&sheet);
            }
            whole.push_str(&sheet);
        }
        // A page stands in a folder of its own, so the files that the style names need the whole path.
        let fonts = format!("url({}fonts/", base.as_str());
        let finished = |joined: &str| Ok(minify(joined)?.replace(FONTS_AT_ROOT, &fonts));
        Ok(Self {
            whole: finished(&whole)?,
            documents: finished(&documents)?,
        })
    }
}

/// The pages that need a stylesheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pages {
    All,
    Directory,
}

/// What a page links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link<'a> {
    href: &'a str,
    pages: Pages,
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

fn links(index: &str) -> impl Iterator<Item = Link<'_>> {
    index
        .split('<')
        .filter(|tag| tag.starts_with("link") && tag.contains("rel=\"css\""))
        .filter_map(|tag| {
            let (href, _) = tag.split_once("href=\"")?.1.split_once('"')?;
            let pages = if tag.contains(FOR_THE_DIRECTORY) {
                Pages::Directory
            } else {
                Pages::All
            };
            Some(Link { href, pages })
        })
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
        let page = "<link data-trunk rel=\"css\" href=\"style/b.css\">\n<link data-trunk rel=\"rust\" href=\"Cargo.toml\"><link rel=\"css\" data-trunk href=\"style/a.css\" data-pages=\"directory\">";
        let link = |href, pages| Link { href, pages };
        assert_eq!(
            links(page).collect::<Vec<_>>(),
            [
                link("style/b.css", Pages::All),
                link("style/a.css", Pages::Directory)
            ]
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
