//! The web app manifest (W3C Web Application Manifest): what an installed copy of the site is.

use serde_json::{Value, json};

use crate::i18n::texts::{Text, Texts};
use crate::routes::{Asset, Base};

/// The manifest in a language.
pub fn manifest(base: &Base, texts: &Texts) -> Value {
    json!({
        "name": texts.get(Text::SiteName),
        "short_name": texts.get(Text::SiteName),
        "description": texts.get(Text::SiteDescription),
        "lang": texts.language().tag(),
        "start_url": base.as_str(),
        "scope": base.as_str(),
        "display": "minimal-ui",
        "icons": [{
            "src": base.asset(&Asset::Icon),
            "type": "image/svg+xml",
            "sizes": "any",
            "purpose": "any maskable",
        }],
    })
}
