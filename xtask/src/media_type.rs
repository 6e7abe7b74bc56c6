//! Which media type a file is served with, by the end of its name.
//!
//! One table for our own server and for the configuration of every host.

use std::path::Path;

/// What a host says of a file it knows nothing about.
pub(crate) const UNKNOWN: &str = "application/octet-stream";

/// Every kind of file that the site has or an editor may add.
pub(crate) const MEDIA_TYPES: &[MediaType] = &[
    plain("html", "text/html; charset=utf-8"),
    plain("css", "text/css; charset=utf-8"),
    plain("js", "text/javascript; charset=utf-8"),
    plain("mjs", "text/javascript; charset=utf-8"),
    // Streaming compilation refuses any other type.
    plain("wasm", "application/wasm"),
    plain("json", "application/json"),
    plain("geojson", "application/geo+json"),
    plain("webmanifest", "application/manifest+json"),
    plain("xml", "application/xml; charset=utf-8"),
    plain("txt", "text/plain; charset=utf-8"),
    plain("csv", "text/csv; charset=utf-8"),
    plain("ics", "text/calendar; charset=utf-8"),
    plain("svg", "image/svg+xml"),
    dense("ico", "image/x-icon"),
    dense("png", "image/png"),
    dense("jpg", "image/jpeg"),
    dense("jpeg", "image/jpeg"),
    dense("webp", "image/webp"),
    dense("avif", "image/avif"),
    dense("woff2", "font/woff2"),
];

/// Whether compression makes a kind of file smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Density {
    /// It does.
    Plain,
    /// It is compressed in itself.
    Dense,
}

/// One kind of file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MediaType {
    /// The end of its name, without the dot.
    pub(crate) extension: &'static str,
    /// The value of `Content-Type`.
    pub(crate) value: &'static str,
    /// Whether it can be compressed.
    pub(crate) density: Density,
}

/// The value of `Content-Type` for a file.
pub(crate) fn of(path: &Path) -> &'static str {
    find(path).map_or(UNKNOWN, |found| found.value)
}

/// Whether a file is one that compression makes smaller.
pub(crate) fn density(path: &Path) -> Density {
    find(path).map_or(Density::Dense, |found| found.density)
}

fn find(path: &Path) -> Option<&'static MediaType> {
    let extension = path.extension()?.to_str()?;
    MEDIA_TYPES
        .iter()
        .find(|known| known.extension.eq_ignore_ascii_case(extension))
}

const fn plain(extension: &'static str, value: &'static str) -> MediaType {
    MediaType {
        extension,
        value,
        density: Density::Plain,
    }
}

const fn dense(extension: &'static str, value: &'static str) -> MediaType {
    MediaType {
        extension,
        value,
        density: Density::Dense,
    }
}
