//! What the publisher sets for the whole site: its address, where readers report errors, and whether
//! devices keep it.

use serde::Deserialize;

use crate::routes::{CorrectionAddress, is_origin};
use crate::state::corrections_desk::CorrectionsDesk;

use super::error::PrerenderError;
use super::offline::OfflineReading;

/// What `content/site.json` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Scheme and host the site is published at, without a last slash.
    pub origin: String,
    /// Where readers report errors; the pages offer it nowhere without it.
    pub corrections: Option<CorrectionAddress>,
    /// Whether readers' devices keep the site, so that it can be read without a connection.
    pub offline: OfflineReading,
}

#[derive(Deserialize)]
struct PublicationFile {
    origin: String,
    corrections: Option<String>,
    #[serde(default)]
    offline: OfflineReading,
}

impl Publication {
    /// The file's path below `public/`.
    pub const FILE: &str = "content/site.json";

    /// Reads the text of the file.
    ///
    /// # Errors
    /// Where it is no JSON object, or an address in it is none.
    pub fn read(text: &str) -> Result<Self, PrerenderError> {
        let wrong =
            |message: String| PrerenderError::content(format!("public/{}", Self::FILE), message);
        let file: PublicationFile =
            serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let origin = file.origin;
        if !is_origin(&origin) {
            return Err(wrong(format!(
                "origin: found \"{origin}\", expected scheme and host without a last slash, such as \"https://cities.example.org\""
            )));
        }
        let parsed = |address: String| {
            let expected = CorrectionAddress::EXPECTED;
            CorrectionAddress::parse(&address).ok_or_else(|| {
                wrong(format!(
                    "corrections: found \"{address}\", expected {expected}"
                ))
            })
        };
        let corrections = file.corrections.map(parsed).transpose()?;
        Ok(Self {
            origin,
            corrections,
            offline: file.offline,
        })
    }

    /// Where errors are reported, if anywhere.
    pub fn desk(&self) -> Option<CorrectionsDesk> {
        let address = self.corrections.clone()?;
        Some(CorrectionsDesk {
            address,
            origin: self.origin.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use leptos::prelude::*;
    use leptos_router::location::RequestUrl;

    use super::*;
    use crate::app::Document;
    use crate::prerender::edition::Edition;
    use crate::prerender::material::Material;
    use crate::routes::{Base, Page, Route};

    const FORM: &str = "https://forge.example/group/project/issues/new";

    fn body(edition: &Edition, desk: Option<CorrectionsDesk>, page: Page) -> String {
        let owner = Owner::new();
        let body = owner.with(|| {
            let base = Base::new("/sub/");
            let route = Route::new(edition.language(), page);
            provide_context(RequestUrl::new(&base.href(&route)));
            let site = edition.site(&base, "0123456789");
            let mut library = edition.library.clone();
            library.corrections = desk;
            view! { <Document site=site library=library route=route languages=Vec::new()/> }
                .to_html()
        });
        owner.cleanup();
        body
    }

    #[test]
    fn every_city_and_the_story_offer_to_report_an_error_only_where_somebody_takes_it() {
        let material = Material::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let origin = &material.publication.origin;
        let text = format!(r#"{{"origin":"{origin}","corrections":"{FORM}"}}"#);
        let encoded = origin.replace(':', "%3A").replace('/', "%2F");
        let desk = Publication::read(&text).unwrap().desk();
        for edition in &material.editions {
            let language = edition.language();
            let pages = [
                (Page::City("nanjing".to_owned()), "cities%2Fnanjing%2F"),
                (Page::Story, ""),
            ];
            for (page, path) in pages {
                let html = body(edition, desk.clone(), page.clone());
                let href = html.split("href=\"").find(|link| link.starts_with(FORM));
                let href = href.unwrap_or_else(|| panic!("{language:?}: no link"));
                let prefix = match language.tag() {
                    "en" => String::new(),
                    tag => format!("{tag}%2F"),
                };
                let address = format!("{encoded}%2Fsub%2F{prefix}{path}%0A");
                let (href, _) = href.split_once('"').unwrap();
                assert!(href.contains(&address), "{language:?}: {href}");
                assert!(href.contains("0123456789"), "{language:?}: {href}");
                assert!(
                    !href.contains("%7B"),
                    "{language:?}: a place is left open in {href}"
                );
                assert!(!body(edition, None, page).contains(FORM), "{language:?}");
            }
        }
    }

    #[test]
    fn a_wrong_address_stops_the_build_and_says_what_is_expected() {
        for (text, told) in [
            (r#"{"origin":"https://a.example/"}"#, "origin: found"),
            (
                r#"{"origin":"https://a.example","corrections":"editor@a.example"}"#,
                "corrections: found \"editor@a.example\", expected a mail address such as",
            ),
            (
                r#"{"origin":"https://a.example","corrections":7}"#,
                "invalid type",
            ),
        ] {
            let error = Publication::read(text).unwrap_err().to_string();
            assert!(error.starts_with("public/content/site.json: "), "{error}");
            assert!(error.contains(told), "{error}");
        }
        let silent = Publication::read(r#"{"origin":"https://a.example"}"#).unwrap();
        assert_eq!(silent.desk(), None);
    }
}
