//! What every host is told, in one list. A host's own file is this list in its language.
//!
//! The Content-Security-Policy of a page stands in the page itself, for it names the hashes of that
//! page's scripts; here stands what a `meta` element cannot say (CSP Level 3, section 3.3).

/// The value of `Cache-Control` for all that nothing else is said of, redirects and errors included.
pub(super) const REVALIDATED: &str = "no-cache";

/// A regular expression for the path of a file whose name holds a hash of its content.
pub(super) const HASHED_PATTERN: &str = r"-[0-9a-f]+(_bg)?\.(css|js|wasm)$";

/// A regular expression for the path of a font.
pub(super) const FONT_PATTERN: &str = r"\.woff2$";

/// The shortest hash that trunk writes is taken to have so many digits: it cuts leading zeros.
const SHORTEST_HASH_DIGITS: usize = 12;

/// The file beside each story that other sites may show in a frame.
const CARD: &str = "embed.html";

/// The folder of further stories.
pub(super) const REPORTS: &str = "news";

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Every answer, errors too.
    Everything,
    /// Answers over HTTPS: RFC 6797, section 7.2, forbids the field elsewhere.
    Encrypted,
    /// Files whose names hold a hash of their content.
    Hashed,
    /// Fonts.
    Fonts,
    /// Files that are neither hashed nor fonts, and errors.
    Others,
    /// All but the cards for other sites.
    Unframed,
}

/// A field of the answer, where it stands and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct HostRule {
    /// Where.
    pub(super) scope: Scope,
    /// The name of the field.
    pub(super) name: &'static str,
    /// Its value.
    pub(super) value: &'static str,
    /// Why, as a sentence for whoever reads a host's configuration.
    pub(super) reason: &'static str,
}

/// All of them.
pub(super) const RULES: &[HostRule] = &[
    HostRule {
        scope: Scope::Others,
        name: "Cache-Control",
        value: REVALIDATED,
        reason: "Kept, but asked for again before use: a reader never sees yesterday's page.",
    },
    // The version in a query (?v=) names the data, not the program that writes the file from them:
    // such a file must not be kept unasked.
    HostRule {
        scope: Scope::Hashed,
        name: "Cache-Control",
        value: "public, max-age=31536000, immutable",
        reason: "A changed file has another name.",
    },
    HostRule {
        scope: Scope::Fonts,
        name: "Cache-Control",
        value: "public, max-age=604800, stale-while-revalidate=31536000",
        reason: "A font is used only where it is there at once; it hardly ever changes.",
    },
    HostRule {
        scope: Scope::Unframed,
        name: "Content-Security-Policy",
        value: "frame-ancestors 'none'",
        reason: "No other site may show a page in a frame, embed.html excepted. \
            The rest of the policy stands in each page.",
    },
    HostRule {
        scope: Scope::Everything,
        name: "X-Content-Type-Options",
        value: "nosniff",
        reason: "A file is what its media type says.",
    },
    HostRule {
        scope: Scope::Everything,
        name: "Referrer-Policy",
        value: "strict-origin-when-cross-origin",
        reason: "Other sites learn where a reader comes from, but not what he searched for.",
    },
    HostRule {
        scope: Scope::Everything,
        name: "Permissions-Policy",
        value: "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
        reason: "The map asks for the reader's position, when he wants it; nothing else is used.",
    },
    HostRule {
        scope: Scope::Everything,
        name: "Cross-Origin-Opener-Policy",
        value: "same-origin",
        reason: "A window that another site opened has no hold on it.",
    },
    HostRule {
        scope: Scope::Encrypted,
        name: "Strict-Transport-Security",
        value: "max-age=31536000",
        reason: "Over HTTPS only: for a year the browser asks for this host in no other way.",
    },
];

/// The rules of a scope.
pub(super) fn of(scope: Scope) -> impl Iterator<Item = &'static HostRule> {
    RULES.iter().filter(move |rule| rule.scope == scope)
}

/// What is said of caching in a scope.
pub(super) fn cache(scope: Scope) -> &'static str {
    of(scope).next().map_or(REVALIDATED, |rule| rule.value)
}

/// A regular expression for the paths of the cards for other sites, in every language.
pub(super) fn cards_pattern(base: &str) -> String {
    let [base, card] = [base, CARD].map(|path| path.replace('.', r"\."));
    format!("^{base}([a-z][a-z]/)?({REPORTS}/[a-z0-9-]+/)?{card}$")
}

/// Whether a path below the site's folder is one of a card for other sites.
pub(super) fn is_card(path: &str) -> bool {
    let Some(folder) = path.strip_suffix(CARD) else {
        return false;
    };
    let parts: Vec<&str> = folder.split_terminator('/').collect();
    let is_language = |part: &str| part.len() == 2;
    let is_whole = folder.is_empty() || folder.ends_with('/');
    let beside = match parts.as_slice() {
        [language, rest @ ..] if is_language(language) => rest,
        rest => rest,
    };
    is_whole && (beside.is_empty() || matches!(beside, [REPORTS, _]))
}

/// Whether a name holds a hash of the content.
pub(super) fn is_hashed(path: &str) -> bool {
    let Some((stem, extension)) = path.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    ["css", "js", "wasm"].contains(&extension)
        && hash.len() >= SHORTEST_HASH_DIGITS
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_counts_as_one() {
        assert!(is_hashed("learning-cities-d2f6f8a5853fc446.js"));
        assert!(is_hashed("learning-cities-d2f6f8a5853fc446_bg.wasm"));
        for name in [
            "cities.json",
            "learning-cities.js",
            "data/cities/ba-da.json",
            "a/b.d/c",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_card_is_one_in_every_language_and_a_file_of_that_name_elsewhere_is_none() {
        assert!(is_card("embed.html") && is_card("zh/embed.html"));
        assert!(is_card("news/second/embed.html") && is_card("zh/news/second/embed.html"));
        assert!(!is_card("zh/cities/embed.html") && !is_card("unembed.html"));
        assert!(!is_card("news/embed.html") && !is_card("zh/cities/a/embed.html"));
    }

    #[test]
    fn a_scope_says_a_field_once() {
        for (place, rule) in RULES.iter().enumerate() {
            let mut others = RULES.iter().skip(place + 1);
            assert!(
                !others.any(|other| other.name == rule.name && other.scope == rule.scope),
                "{} {:?}",
                rule.name,
                rule.scope
            );
        }
    }
}
