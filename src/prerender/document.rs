//! The document around a page: head, policy, loader.

use std::fmt::Write;

use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};
use crate::markup::escape;
use crate::pages::metadata::Metadata;
use crate::routes::{Asset, Base, OfflineFile, Page, Route};
use crate::state::site::Site;

use super::bundle::Bundle;
use super::offline::OfflineReading;
use super::page_scripts::{
    FAILURE_SCRIPT, LANGUAGE_SCRIPT, OLD_BROWSER_SCRIPT, PLAIN_SEARCH, PUT_OFF_REST, REST_OF_STORY,
    SHARE_SCRIPT, early_requests, inlined,
};
use super::policy::policy;
use super::preview;
use super::share_picture::{HEIGHT_PX, WIDTH_PX, share_picture};
use super::stylesheet::Stylesheets;

/// What all pages share.
#[derive(Clone, Debug)]
pub struct DocumentFrame {
    /// The origin of the published site, without a last slash.
    pub origin: String,
    /// The languages in which the site stands.
    pub languages: Vec<Language>,
    /// The version in the addresses of data files.
    pub data_version: String,
    /// The stylesheets.
    pub styles: Stylesheets,
    /// The program.
    pub bundle: Bundle,
    /// Whether readers' devices keep the site.
    pub offline: OfflineReading,
}

/// When a page starts the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// At once: the page has parts that only the program brings to life.
    AtOnce,
    /// When a file is there that a publisher wants to see; this is no page for search engines.
    OnFile,
    /// Not at all: the page is a document. Once it is read and shown, and the browser has nothing
    /// better to do, the program is only fetched, so that the directory opens at once; a reader
    /// who saves data is spared that.
    OnAnotherPage,
}

impl DocumentFrame {
    /// The whole document of a route; `head` is what its head says to programs.
    pub fn document(
        &self,
        site: &Site,
        route: &Route,
        metadata: &Metadata,
        head: &str,
        body: &str,
    ) -> String {
        let start = match route.page {
            Page::Directory => Start::AtOnce,
            _ => Start::OnAnotherPage,
        };
        self.written(site, route, metadata, (head, body), start)
    }

    /// The preview of a file of cities: the directory without the cities.
    pub fn preview(&self, site: &Site, metadata: &Metadata, body: &str) -> String {
        let body = preview::preview_body(site, body);
        let route = preview::preview_route();
        self.written(site, &route, metadata, ("", &body), Start::OnFile)
    }

    fn written(
        &self,
        site: &Site,
        route: &Route,
        metadata: &Metadata,
        (head, body): (&str, &str),
        start: Start,
    ) -> String {
        let mut loader = self.loader(&site.base, start);
        if start == Start::OnFile {
            loader.push_str(&preview::script(site));
        }
        if route.page.is_story() {
            loader.push_str(&inlined(REST_OF_STORY));
            loader.push_str(&inlined(SHARE_SCRIPT));
        }
        let (early, preload) = match start {
            Start::AtOnce => (Some(self.early_requests(site)), self.preload(&site.base)),
            Start::OnFile => {
                let wasm = format!("{}{}", site.base.as_str(), self.bundle.wasm);
                let early = preview::early_script(site, &wasm);
                (Some(early), self.preload(&site.base))
            }
            Start::OnAnotherPage => {
                let put_off = route.page.is_story().then(|| PUT_OFF_REST.to_owned());
                (put_off, String::new())
            }
        };
        let mut page = format!(
            "<!doctype html><html lang=\"{}\" dir=\"{}\" data-app=\"static\" data-base=\"{}\" data-version=\"{}\"><head><meta charset=\"utf-8\">",
            route.language.tag(),
            direction(route.language),
            escape(site.base.as_str()),
            self.data_version,
        );
        let style = match start {
            Start::AtOnce | Start::OnFile => &self.styles.whole,
            Start::OnAnotherPage => &self.styles.documents,
        };
        let scripts = early.as_deref().into_iter();
        let scripts: Vec<&str> = scripts.chain([&*loader, OLD_BROWSER_SCRIPT]).collect();
        let content_policy = policy(&scripts, style);
        let _ = write!(
            page,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{content_policy}\">"
        );
        // First of all after the policy: on a slow line what the program needs comes with the page, and
        // what is put off must be before it is laid out.
        if let Some(early) = early {
            let _ = write!(page, "<script>{early}</script>{preload}");
        }
        page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        if start == Start::OnFile {
            page.push_str("<title>Preview</title><meta name=\"robots\" content=\"noindex\">");
        } else {
            self.write_metadata(&mut page, site, route, metadata);
        }
        let _ = write!(page, "<style>{style}</style>");
        let _ = write!(
            page,
            "<script type=\"module\">{loader}</script><script nomodule>{OLD_BROWSER_SCRIPT}</script>"
        );
        let _ = writeln!(page, "{head}</head><body>{body}</body></html>");
        page
    }

    /// A page for frames on other sites: no script, nothing for search engines.
    pub fn card(&self, site: &Site, route: &Route, title: &str, body: &str) -> String {
        let language = site.language();
        let story = site.base.href(route);
        format!(
            "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title><meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\"><link rel=\"canonical\" href=\"{}{}\"><style>{}</style></head><body>{body}</body></html>\n",
            language.tag(),
            direction(language),
            policy(&[], &self.styles.documents),
            escape(title),
            self.origin,
            escape(&story),
            self.styles.documents,
        )
    }

    fn write_metadata(&self, page: &mut String, site: &Site, route: &Route, metadata: &Metadata) {
        let texts: &Texts = &site.texts;
        let address = format!("{}{}", self.origin, site.base.href(route));
        let (title, description) = (escape(&metadata.title), escape(&metadata.description));
        let _ = write!(
            page,
            "<title>{}</title>",
            escape(&metadata.full_title(texts))
        );
        let _ = write!(
            page,
            "<meta name=\"description\" content=\"{description}\">"
        );
        if route.page == Page::NotFound {
            page.push_str("<meta name=\"robots\" content=\"noindex\">");
        } else {
            let _ = write!(
                page,
                "<link rel=\"canonical\" href=\"{}\">",
                escape(&address)
            );
            self.write_alternates(page, site, route);
        }
        let kind = if route.page.is_story() {
            "article"
        } else {
            "website"
        };
        let picture = share_picture(&route.page, route.language);
        let picture = format!("{}{}", self.origin, site.base.asset(&picture));
        for (property, content) in [
            ("og:title", title.as_str()),
            ("og:description", description.as_str()),
            ("og:type", kind),
            ("og:url", &escape(&address)),
            ("og:site_name", &escape(texts.get(Text::SiteName))),
            ("og:locale", route.language.tag()),
            ("og:image", &escape(&picture)),
            ("og:image:width", &WIDTH_PX.to_string()),
            ("og:image:height", &HEIGHT_PX.to_string()),
            ("og:image:alt", title.as_str()),
        ] {
            let _ = write!(page, "<meta property=\"{property}\" content=\"{content}\">");
        }
        page.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">");
        let _ = write!(
            page,
            "<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\"><link rel=\"manifest\" href=\"{}\">",
            site.base.asset(&Asset::Icon),
            site.base.asset(&Asset::Manifest),
        );
    }

    /// The same page in every language, itself among them, and the one for readers of no other.
    fn write_alternates(&self, page: &mut String, site: &Site, route: &Route) {
        let languages = self.languages.iter();
        let languages = languages.map(|language| (language.tag(), *language));
        let all = languages.chain([("x-default", Language::English)]);
        for (tag, language) in all {
            let href = site.base.href(&Route::new(language, route.page.clone()));
            let address = format!("{}{href}", self.origin);
            let _ = write!(
                page,
                "<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">",
                escape(&address)
            );
        }
    }

    fn preload(&self, base: &Base) -> String {
        let base = base.as_str();
        format!(
            "<link rel=\"modulepreload\" href=\"{base}{}\">",
            self.bundle.script
        )
    }

    /// The script that asks for what the program will need. Preload links would bring it too, but
    /// know nothing of the line, and WebKit fetches once more what they have brought.
    fn early_requests(&self, site: &Site) -> String {
        let wasm = format!("{}{}", site.base.as_str(), self.bundle.wasm);
        let [cities, countries, texts] = Asset::of_the_program(site.language());
        let [cities, countries, texts] = [cities, countries, texts].map(|it| site.asset(&it));
        early_requests(&[&wasm, &cities, &countries, &texts])
    }

    /// The script that starts the program, or only sees that it is there, and says so where it
    /// cannot. Leptos asks for four lists of streamed resources, which a page written beforehand has
    /// none of.
    fn loader(&self, base: &Base, start: Start) -> String {
        let keep = self.keep(base, start);
        let base = base.as_str();
        let Bundle {
            script,
            wasm,
            wasm_integrity,
        } = &self.bundle;
        match start {
            Start::AtOnce | Start::OnFile => {
                let [failure, search] = [FAILURE_SCRIPT, PLAIN_SEARCH].map(inlined);
                format!(
                    "const parts=[\"{base}{script}\",...programFiles];{failure}for(const n of[\"__INCOMPLETE_CHUNKS\",\"__RESOLVED_RESOURCES\",\"__PENDING_RESOURCES\",\"__SERIALIZED_ERRORS\"])self[n]=[];\
                     const start=()=>programAsked.then(()=>import(\"{base}{script}\")).then(m=>m.default({{module_or_path:early[\"{base}{wasm}\"]||\"{base}{wasm}\"}})).catch(fail);\
                     {LANGUAGE_SCRIPT}const f=document.querySelector(\".filters details\");if(f&&matchMedia(\"(min-width:56rem)\").matches)f.open=true;start(){keep};{search}"
                )
            }
            Start::OnAnotherPage => format!(
                "const d=document.documentElement.dataset,ask=(u,o)=>fetch(u,o).then(r=>r.ok?r.arrayBuffer():Promise.reject(Error(`${{r.status}} ${{u}}`))),\
                 see=()=>(navigator.connection?.saveData?Promise.resolve():Promise.all([ask(\"{base}{script}\"),ask(\"{base}{wasm}\",{{integrity:\"{wasm_integrity}\"}})])).then(()=>{{d.app=\"ready\"}},e=>{{d.app=\"failed\";console.error(e)}}){keep};\
                 {LANGUAGE_SCRIPT}addEventListener(\"load\",()=>(self.requestIdleCallback||setTimeout)(see));"
            ),
        }
    }
}

impl DocumentFrame {
    /// What comes last, when nothing more is needed to read the page: the site is kept for reading
    /// without a connection. Where that fails nothing is lost.
    fn keep(&self, base: &Base, start: Start) -> String {
        let client = format!("{}{}", base.as_str(), OfflineFile::Client.path());
        match (self.offline, start) {
            (OfflineReading::Off, _) | (_, Start::OnFile) => String::new(),
            (OfflineReading::On, Start::AtOnce) => format!(
                ".then(()=>(self.requestIdleCallback||setTimeout)(()=>import(\"{client}\").catch(()=>0)))"
            ),
            (OfflineReading::On, Start::OnAnotherPage) => {
                format!(".then(()=>import(\"{client}\")).catch(()=>0)")
            }
        }
    }
}

/// Which way a language is written, as the `dir` attribute has it.
pub(super) fn direction(language: Language) -> &'static str {
    match language {
        Language::Arabic => "rtl",
        _ => "ltr",
    }
}
