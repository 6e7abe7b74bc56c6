//! What a page's HTML says, read once into plain values.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use crate::failure::{Failure, Outcome};

/// A page as the tests look at it.
#[derive(Clone, Debug, Default)]
pub struct PageFacts {
    /// The file below the site's folder.
    pub file: String,
    /// The language of the root element.
    pub language: String,
    /// The text of the title.
    pub title: String,
    /// The text of each main heading.
    pub main_headings: Vec<String>,
    /// Name or property of each `meta`, with its content.
    pub metas: Vec<(String, String)>,
    /// Relation and address of each `link`.
    pub relations: Vec<(String, String)>,
    /// Element and address of each other `href`, `src` and `action`.
    pub references: Vec<(String, String)>,
    /// Every `id`.
    pub ids: Vec<String>,
    /// The classes of all elements.
    pub classes: BTreeSet<String>,
    /// The text of each inline script.
    pub scripts: Vec<String>,
    /// The text of each inline stylesheet.
    pub styles: Vec<String>,
    /// Each `style` and `on…` attribute, which the policy forbids.
    pub forbidden_attributes: Vec<String>,
}

impl PageFacts {
    /// Reads a page.
    ///
    /// # Errors
    /// Where the document has no root element.
    pub fn read(file: &str, html: &str) -> Outcome<Self> {
        let document = Html::parse_document(html);
        let mut facts = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        for element in document.root_element().descendent_elements() {
            facts.take(element);
        }
        facts.language = attribute(document.root_element(), "lang");
        if document
            .errors
            .iter()
            .any(|error| error.contains("doctype"))
        {
            return Err(Failure::Form(format!("{file}: no doctype")));
        }
        Ok(facts)
    }

    /// The content of a `meta`.
    #[must_use]
    pub fn meta(&self, name: &str) -> Option<&str> {
        self.metas
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, content)| content.as_str())
    }

    /// The address of a `link`.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&str> {
        self.relations
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, address)| address.as_str())
    }

    /// The address the page answers at, below the site's folder.
    #[must_use]
    pub fn address(&self) -> &str {
        self.file.strip_suffix("index.html").unwrap_or(&self.file)
    }

    fn take(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        let text = || element.text().collect::<String>();
        match name {
            "title" if self.title.is_empty() => self.title = text(),
            "h1" => self.main_headings.push(text()),
            "meta" => {
                let keys = ["name", "property", "http-equiv", "charset"];
                let key = keys
                    .iter()
                    .map(|key| attribute(element, key))
                    .find(|key| !key.is_empty());
                self.metas
                    .push((key.unwrap_or_default(), attribute(element, "content")));
            }
            "link" => self
                .relations
                .push((attribute(element, "rel"), attribute(element, "href"))),
            // Browsers run no JSON, so no policy is asked about it.
            "script" if element.attr("type") == Some("application/ld+json") => {}
            "script" if element.attr("src").is_none() => self.scripts.push(text()),
            "style" => self.styles.push(text()),
            _ => {}
        }
        for (key, value) in element.value().attrs() {
            match key {
                "id" => self.ids.push(value.to_owned()),
                "class" => {
                    let classes = value.split_ascii_whitespace().map(str::to_owned);
                    self.classes.extend(classes);
                }
                "href" | "src" | "action" | "srcset" | "poster" | "data" if name != "link" => {
                    self.references.push((name.to_owned(), value.to_owned()));
                }
                _ if key == "style" || key.starts_with("on") => {
                    self.forbidden_attributes
                        .push(format!("<{name} {key}=\"{value}\">"));
                }
                _ => {}
            }
        }
    }
}

/// The texts of the elements a selector finds.
///
/// # Errors
/// Where the selector cannot be read.
pub fn texts(document: &Html, selector: &str) -> Outcome<Vec<String>> {
    let selector = Selector::parse(selector).map_err(Failure::form(selector))?;
    Ok(document
        .select(&selector)
        .map(|element| element.text().collect())
        .collect())
}

/// An attribute of the elements a selector finds, empty where one has none.
///
/// # Errors
/// Where the selector cannot be read.
pub fn attributes(document: &Html, selector: &str, name: &str) -> Outcome<Vec<String>> {
    let selector = Selector::parse(selector).map_err(Failure::form(selector))?;
    Ok(document
        .select(&selector)
        .map(|element| attribute(element, name))
        .collect())
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.attr(name).unwrap_or_default().to_owned()
}
