//! The rules in the language of nginx (1.18 or newer).
//!
//! Values are chosen by `map` and added once, for the server: a location with an `add_header` of its
//! own would lose all those of the server.

use std::fmt::Write as _;

use super::Addition;
use super::rules::{self, Scope};
use crate::media_type::{MEDIA_TYPES, UNKNOWN};

/// The server; stands in the `http` context.
const SERVER_PATH: &str = "nginx/learning-cities.conf";

/// What only the brotli module knows; without it nginx would not start.
const BROTLI_PATH: &str = "nginx/snippets/learning-cities-brotli.conf";

/// The server's configuration and the part for the brotli module.
pub(super) fn additions(base: &str) -> Vec<Addition> {
    vec![
        Addition::new(SERVER_PATH, server(base)),
        Addition::new(
            BROTLI_PATH,
            "# For nginx with the module brotli_static alone: without it nginx does not start.\n\
             brotli_static on;\n",
        ),
    ]
}

fn server(base: &str) -> String {
    format!(
        "# The site below {base}. Change `listen`, `server_name` and `root` to yours; see README.txt.\n\
         # These lines stand in the http context: in Debian, in /etc/nginx/sites-enabled/.\n\n\
         {maps}\n\
         server {{\n\
         \x20   listen 80;\n\
         \x20   server_name _;\n\
         \x20   root /var/www/learning-cities;\n\
         \x20   index index.html;\n\n\
         \x20   # Redirects name the path alone, so that they hold behind a proxy as well.\n\
         \x20   absolute_redirect off;\n\
         \x20   server_tokens off;\n\n\
         \x20   # The files beside each file, .br and .gz, are sent as they are; nothing is compressed here.\n\
         \x20   gzip_static on;\n\
         \x20   gzip_vary on;\n\
         \x20   include snippets/learning-cities-brotli[.]conf;\n\n\
         \x20   # A folder without a page is missing too. Never the first page, never with status 200.\n\
         \x20   error_page 403 404 =404 {base}404.html;\n\
         \x20   location ~ \\.(br|gz)$ {{\n\
         \x20       return 404;\n\
         \x20   }}\n\n\
         \x20   # One address for each page. Empty folder names are left out: they would name another host.\n\
         \x20   if ($request_uri ~ \"^((?:/[^/?]+)*/)index\\.html(?:\\?|$)\") {{\n\
         \x20       return 301 $1$is_args$args;\n\
         \x20   }}\n\n\
         {headers}\n\
         {types}\
         }}\n",
        maps = maps(base),
        headers = headers(),
        types = types(),
    )
}

/// The values that depend on the path or the connection; an empty one adds no field.
fn maps(base: &str) -> String {
    let cards = rules::cards_pattern(base);
    let mut text = format!(
        "map $uri $learning_cities_cache {{\n    default \"{}\";\n    \"~{}\" \"{}\";\n    \"~{}\" \"{}\";\n}}\n\n",
        rules::cache(Scope::Others),
        rules::HASHED_PATTERN,
        rules::cache(Scope::Hashed),
        rules::FONT_PATTERN,
        rules::cache(Scope::Fonts),
    );
    for rule in rules::of(Scope::Unframed) {
        let _ = write!(
            text,
            "map $uri $learning_cities_framing {{\n    default \"{}\";\n    \"~{cards}\" \"\";\n}}\n\n",
            rule.value
        );
    }
    for rule in rules::of(Scope::Encrypted) {
        let _ = write!(
            text,
            "map $https $learning_cities_transport {{\n    default \"\";\n    on \"{}\";\n}}\n",
            rule.value
        );
    }
    text
}

fn headers() -> String {
    let mut text = String::new();
    for rule in rules::RULES {
        let value = match rule.scope {
            Scope::Everything => format!("\"{}\"", rule.value),
            Scope::Others => "$learning_cities_cache".to_owned(),
            Scope::Unframed => "$learning_cities_framing".to_owned(),
            Scope::Encrypted => "$learning_cities_transport".to_owned(),
            // Said by the same line as the others.
            Scope::Hashed | Scope::Fonts => continue,
        };
        let _ = write!(
            text,
            "    # {}\n    add_header {} {value} always;\n",
            rule.reason, rule.name
        );
    }
    text
}

/// All types: a `types` block takes the place of the one that the system brings.
fn types() -> String {
    let mut text = format!("    default_type {UNKNOWN};\n    types {{\n");
    for kind in MEDIA_TYPES {
        let _ = writeln!(text, "        \"{}\" {};", kind.value, kind.extension);
    }
    text.push_str("    }\n");
    text
}
