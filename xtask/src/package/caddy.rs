//! The rules in the language of Caddy (2.6 or newer).
//!
//! Fields of which the file server has its own opinion are set when the answer is written (`defer`).
//! What is set so before an error is lost with the error, what is set at once is kept.

use std::fmt::Write as _;

use super::Addition;
use super::rules::{self, HostRule, Scope};
use crate::media_type::MEDIA_TYPES;

/// Caddy's configuration.
const PATH: &str = "Caddyfile";

/// How files are found. The file server of some versions says `Vary` twice, of others not at all,
/// forgets the query of a redirect and answers whatever method.
const FILES: &str = "\
\t@negotiated path_regexp (/|\\.(html|css|js|mjs|wasm|json|geojson|webmanifest|xml|txt|csv|ics|svg))$
\theader @negotiated {
\t\tVary Accept-Encoding
\t\tdefer
\t}

\t# One address for each page, the query kept.
\tmap {query} {learning_cities_query} {
\t\t~^(.+)$ \"?${1}\"
\t\tdefault \"\"
\t}
\t@folder {
\t\tpath_regexp folder ^(/[^/]+)+$
\t\tfile {path}/index.html
\t}
\tredir @folder {re.folder.0}/{learning_cities_query} permanent
\t@index path_regexp index ^((/[^/]+)*/)index\\.html$
\tredir @index {re.index.1}{learning_cities_query} permanent

\t@writing not method GET HEAD
\theader @writing Allow \"GET, HEAD\"
\terror @writing 405

\t# The compressed files are sent in the place of others, and are missing under their own names.
\t@compressed path *.br *.gz
\terror @compressed 404

\tfile_server {
\t\tprecompressed br gzip
\t}

";

/// The configuration.
pub(super) fn additions(base: &str) -> Vec<Addition> {
    vec![Addition::new(PATH, configuration(base))]
}

fn configuration(base: &str) -> String {
    [
        format!(
            "# The site below {base}. Change the address `:80` (a domain name brings HTTPS with it) and\n\
             # `root` to yours; see README.txt.\n\n"
        ),
        ":80 {\n\troot * /var/www/learning-cities\n\theader -Server\n\n".to_owned(),
        everywhere(),
        framing(base),
        caching(),
        types(),
        FILES.to_owned(),
        errors(base),
        "}\n".to_owned(),
    ]
    .concat()
}

/// What every answer says, whether it is a file or an error.
fn everywhere() -> String {
    let mut text = String::new();
    text.extend(rules::of(Scope::Everything).map(|rule| field("", rule)));
    text.push_str("\t@encrypted protocol https\n");
    text.extend(rules::of(Scope::Encrypted).map(|rule| field("@encrypted ", rule)));
    text.push('\n');
    text
}

/// A field of the answers that a matcher names; of all where it is empty.
fn field(matcher: &str, rule: &HostRule) -> String {
    format!(
        "\t# {}\n\theader {matcher}{} \"{}\"\n",
        rule.reason, rule.name, rule.value
    )
}

fn framing(base: &str) -> String {
    let cards = rules::cards_pattern(base);
    let mut text = format!("\t@unframed not path_regexp {cards}\n");
    text.extend(rules::of(Scope::Unframed).map(|rule| field("@unframed ", rule)));
    text.push('\n');
    text
}

fn caching() -> String {
    format!(
        "\tmap {{http.request.uri.path}} {{cache}} {{\n\
         \t\t~{} \"{}\"\n\
         \t\t~{} \"{}\"\n\
         \t\tdefault \"{}\"\n\
         \t}}\n\
         \theader Cache-Control {{cache}}\n\n",
        rules::HASHED_PATTERN,
        rules::cache(Scope::Hashed),
        rules::FONT_PATTERN,
        rules::cache(Scope::Fonts),
        rules::cache(Scope::Others),
    )
}

/// Caddy asks the system for what it does not know, and systems differ.
fn types() -> String {
    let mut text = String::new();
    for kind in MEDIA_TYPES {
        let extension = kind.extension;
        let _ = write!(
            text,
            "\t@{extension} path *.{extension}\n\theader @{extension} Content-Type \"{}\"\n",
            kind.value
        );
    }
    text.push('\n');
    text
}

/// What is said of an error, whatever file was asked for.
fn errors(base: &str) -> String {
    let mut fields = String::new();
    for rule in rules::of(Scope::Others).chain(rules::of(Scope::Unframed)) {
        let _ = writeln!(fields, "\t\t\t{} \"{}\"", rule.name, rule.value);
    }
    format!(
        "\t# Never the first page, never with status 200.\n\
         \thandle_errors {{\n\
         \t\theader -Server\n\
         \t\theader {{\n\
         {fields}\
         \t\t\tContent-Type \"text/html; charset=utf-8\"\n\
         \t\t\tVary Accept-Encoding\n\
         \t\t\tdefer\n\
         \t\t}}\n\
         \t\trewrite * {base}404.html\n\
         \t\tfile_server {{\n\
         \t\t\tprecompressed br gzip\n\
         \t\t}}\n\
         \t}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media_type::Density;

    #[test]
    fn every_kind_that_is_compressed_varies_by_what_the_client_accepts() {
        let listed = FILES.split_once("(html|").unwrap().1;
        let listed = format!("html|{}", listed.split_once(')').unwrap().0);
        let plain = MEDIA_TYPES
            .iter()
            .filter(|kind| kind.density == Density::Plain);
        let expected: Vec<&str> = plain.map(|kind| kind.extension).collect();
        assert_eq!(listed, expected.join("|"));
    }
}
