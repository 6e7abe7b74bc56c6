//! What every answer must say, by the kind of file.

use crate::client::Reply;

/// What no other site may do with a page.
const UNFRAMED: Option<&str> = Some("frame-ancestors 'none'");

/// The media type of a file, by the registrations of IANA.
pub(crate) fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        other => panic!("{file}: name the media type of .{other} here"),
    }
}

/// How long a file may be kept.
pub(crate) fn cache(file: &str) -> &'static str {
    if file.starts_with("learning-cities-") {
        "public, max-age=31536000, immutable"
    } else if file.ends_with(".woff2") {
        "public, max-age=604800, stale-while-revalidate=31536000"
    } else {
        "no-cache"
    }
}

/// Checks what every answer says, an error and a redirect too.
pub(crate) fn assert_protected(reply: &Reply, file: &str, what: &str) {
    let expected = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
        ),
    ];
    for (name, value) in expected {
        assert_eq!(
            reply.field(name),
            Some(value),
            "{name} of {what}: {reply:?}"
        );
    }
    let framing = if file == "embed.html" || file.ends_with("/embed.html") {
        None
    } else {
        UNFRAMED
    };
    assert_eq!(reply.field("content-security-policy"), framing, "{what}");
    // The servers speak HTTP here, where RFC 6797, section 7.2, forbids it.
    assert_eq!(reply.field("strict-transport-security"), None, "{what}");
}

/// Checks what an answer with a file says.
pub(crate) fn assert_described(reply: &Reply, file: &str, what: &str) {
    assert_protected(reply, file, what);
    assert_eq!(
        reply.field("content-type"),
        Some(media_type(file)),
        "{what}"
    );
    assert_eq!(reply.field("cache-control"), Some(cache(file)), "{what}");
}
