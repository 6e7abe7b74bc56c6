//! The rules as `_headers` and `_redirects`, which Netlify and Cloudflare Pages read alike.
//!
//! Where two rules name one field for one path, Cloudflare joins the values and Netlify promises
//! nothing: so no field is given to a path twice, and caching stays theirs where it is right
//! (both have every file asked for again by default).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::rules::{self, Scope};
use super::{Addition, SITE};

/// The two files, given the site's files.
pub(super) fn additions(base: &str, files: &[String]) -> Vec<Addition> {
    let mut additions = vec![Addition::new(
        format!("{SITE}/_headers"),
        headers(base, files),
    )];
    if base != "/" {
        // All else needs none: every address is a file, and what is missing has its page.
        let text = format!("/ {base} 302\n");
        additions.push(Addition::new(format!("{SITE}/_redirects"), text));
    }
    additions
}

fn headers(base: &str, files: &[String]) -> String {
    let mut text = String::new();
    block(&mut text, "/*", &[Scope::Everything, Scope::Encrypted]);
    for path in files.iter().filter(|path| rules::is_hashed(path)) {
        block(&mut text, &format!("{base}{path}"), &[Scope::Hashed]);
    }
    if files.iter().any(|path| path.starts_with("fonts/")) {
        block(&mut text, &format!("{base}fonts/*"), &[Scope::Fonts]);
    }
    for path in unframed(files) {
        block(&mut text, &format!("{base}{path}"), &[Scope::Unframed]);
    }
    text
}

fn block(text: &mut String, path: &str, scopes: &[Scope]) {
    let _ = writeln!(text, "{path}");
    for rule in scopes.iter().flat_map(|scope| rules::of(*scope)) {
        let _ = writeln!(text, "  {}: {}", rule.name, rule.value);
    }
}

/// The patterns that name every page but the cards: pages in the first or a language's folder by
/// themselves, as stories are, others by the folder they stand in.
fn unframed(files: &[String]) -> BTreeSet<String> {
    let languages: BTreeSet<&str> = files
        .iter()
        .filter_map(|path| path.strip_suffix("/index.html"))
        .filter(|folder| folder.len() == 2)
        .collect();
    let pages = files.iter().filter(|path| path.ends_with(".html"));
    pages
        .filter(|path| !rules::is_card(path))
        .map(|path| {
            let (language, inner) = match path.split_once('/') {
                Some((first, inner)) if languages.contains(first) => (format!("{first}/"), inner),
                _ => (String::new(), path.as_str()),
            };
            match inner.split_once('/') {
                // A card stands beside each story.
                Some((folder, _)) if folder != rules::REPORTS => format!("{language}{folder}/*"),
                _ => format!("{language}{}", inner.trim_end_matches("index.html")),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 12] = [
        "404.html",
        "app-d2f6f8a5853fc446_bg.wasm",
        "cities/cork/index.html",
        "cities/index.html",
        "embed.html",
        "fonts/serif.woff2",
        "index.html",
        "news/index.html",
        "news/second/embed.html",
        "news/second/index.html",
        "zh/cities/index.html",
        "zh/index.html",
    ];

    fn files() -> Vec<String> {
        FILES.map(str::to_owned).into()
    }

    #[test]
    fn every_page_but_the_cards_is_named_once() {
        let patterns: Vec<String> = unframed(&files()).into_iter().collect();
        assert_eq!(
            patterns,
            [
                "",
                "404.html",
                "cities/*",
                "news/",
                "news/second/",
                "zh/",
                "zh/cities/*"
            ]
        );
    }

    #[test]
    fn no_field_is_given_to_one_path_twice() {
        let text = headers("/repo/", &files());
        let named = |name: &str| text.lines().filter(|line| line.contains(name)).count();
        assert!(
            text.starts_with("/*\n  X-Content-Type-Options: nosniff\n"),
            "{text}"
        );
        assert!(text.contains("\n/repo/app-d2f6f8a5853fc446_bg.wasm\n  Cache-Control: public,"));
        assert_eq!(named("Cache-Control"), 2, "{text}");
        assert_eq!(named("frame-ancestors"), 7, "{text}");
    }

    #[test]
    fn the_first_address_of_the_host_leads_to_the_folder() {
        let paths = |base| {
            let additions = additions(base, &files()).into_iter();
            additions.map(|found| found.path).collect::<Vec<_>>()
        };
        assert_eq!(paths("/"), ["site/_headers"]);
        assert_eq!(paths("/repo/"), ["site/_headers", "site/_redirects"]);
    }
}
