//! The pages that specimens are taken from: the site's own, with its real texts and data, of which
//! some are left out so that the pictures stay small. Nothing is made up.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{Document, Library};
use crate::content::article::{About, Block, Drawing, Story};
use crate::content::news::News;
use crate::domain::city::City;
use crate::domain::country::CountryCode;
use crate::domain::language::Language;
use crate::domain::query_codec::decode;
use crate::domain::slugs::Slugs;
use crate::i18n::language_name::LanguageName;
use crate::i18n::texts::Text;
use crate::markup::Element;
use crate::pages::about::AboutMaterial;
use crate::pages::directory::program::{shown, table_rows};
use crate::pages::embed_card::EmbedCard;
use crate::prerender::admission_notes::admission_notes;
use crate::prerender::edition::Edition;
use crate::prerender::error::PrerenderError;
use crate::prerender::material::Material;
use crate::routes::{Asset, Base, CorrectionAddress, Page, Route};
use crate::state::catalogue::Catalogue;
use crate::state::corrections_desk::CorrectionsDesk;
use crate::state::directory_state::DirectoryState;
use crate::state::record_sources::RecordSource;
use crate::state::shortlist::Shortlist;
use crate::state::site::Site;

use super::specimen::{Beyond, Origin};

/// So many people, moments and the like are enough to see how they look.
const FEW: usize = 2;

/// The map on a screen of 1280 and of 360 pixels, as the stylesheet lays it out.
const WIDE_MAP_PX: (f64, f64) = (932.0, 453.0);
const NARROW_MAP_PX: (f64, f64) = (326.0, 245.0);

/// The city that is starred and told of.
const CITY: &str = "nanjing";

/// What Chromium says where a reader keeps his position to himself.
const REFUSAL: &str = "User denied Geolocation";

/// The table without its rows, as the page's program finds it.
const ROWS: &str = "<tbody data-rows>";

/// The pages of an edition.
pub(super) struct Pages {
    site: Site,
    library: Library,
    prose: Library,
    incomplete: Arc<Catalogue>,
    languages: Vec<LanguageName>,
}

impl Pages {
    /// The pages of an edition, at the root of a host.
    ///
    /// # Errors
    /// Where the data cannot be read.
    pub(super) fn of(edition: &Edition, material: &Material) -> Result<Self, PrerenderError> {
        let names = material.editions.iter();
        let names = names.map(|edition| LanguageName::of(&edition.texts));
        Ok(Self {
            site: edition.site(&Base::new(""), ""),
            library: shortened(edition, |story| sample(story, edition.language())),
            prose: shortened(edition, |story| prose(story, &edition.library.about.about)),
            incomplete: incomplete(edition, material)?,
            languages: names.collect(),
        })
    }

    /// A page as HTML.
    pub(super) fn html(&self, origin: Origin) -> String {
        let owner = Owner::new();
        let html = owner.with(|| match origin {
            Origin::Story => self.document(Page::Story, &self.library),
            Origin::Prose => self.document(Page::Story, &self.prose),
            Origin::Directory => self.document(Page::Directory, &self.library),
            Origin::Program(asked, beyond) => self.program(asked, beyond),
            Origin::City(slug) => self.document(Page::City(slug.to_owned()), &self.library),
            Origin::Country(code) => self.document(country(code), &self.library),
            Origin::News => self.document(Page::News, &self.library),
            Origin::About => self.document(Page::About, &self.library),
            Origin::NotFound => self.document(Page::NotFound, &self.library),
            Origin::Card => {
                let site = self.site.clone();
                let story = &*self.library.news.lead;
                view! { <EmbedCard site=site story=story page=Page::Story/> }.to_html()
            }
        });
        owner.cleanup();
        html
    }

    fn document(&self, page: Page, library: &Library) -> String {
        let (site, library, languages) =
            (self.site.clone(), library.clone(), self.languages.clone());
        let route = Route::new(site.language(), page);
        view! { <Document site=site library=library route=route languages=languages/> }.to_html()
    }

    /// The directory's program within its page, after its address was opened.
    fn program(&self, asked: &str, beyond: Beyond) -> String {
        let catalogue = match beyond {
            Beyond::LeftOut => &self.incomplete,
            _ => &self.library.catalogue,
        };
        let shortlist = Shortlist::new();
        let state = DirectoryState::new(Arc::clone(catalogue), decode(asked), shortlist);
        self.put_beyond(state, beyond);
        self.bring(state);
        let rows: String = table_rows(&self.site, state)
            .iter()
            .map(Element::html)
            .collect();
        let html = shown(&self.site, state)
            .html()
            .replacen(ROWS, &format!("{ROWS}{rows}"), 1);
        let html = framed(state, &html);
        format!(
            "<main id=\"main\" tabindex=\"-1\"><div class=\"page directory\">{html}</div></main>"
        )
    }

    fn put_beyond(&self, state: DirectoryState, beyond: Beyond) {
        let file = [("file", "learning-cities.csv")];
        match beyond {
            Beyond::Nothing | Beyond::LeftOut => {}
            Beyond::Starred => {
                state.shortlist.slugs.set(Slugs::parse(CITY, 1).0);
                state
                    .extras
                    .tell(self.site.texts.fill(Text::ToolsSaved, &file));
            }
            // No device keeps anything while pages are written.
            Beyond::StarsRefused => state.shortlist.toggle(CITY),
            Beyond::PositionRefused => state.extras.refuse(REFUSAL.to_owned()),
            Beyond::WideMap => {
                state.map.take_size(WIDE_MAP_PX);
                let told = state.with_catalogue(|catalogue| catalogue.directory.find(CITY));
                state.map.told.set(told);
            }
            Beyond::NarrowMap => state.map.take_size(NARROW_MAP_PX),
        }
    }

    /// Brings what the program would fetch.
    fn bring(&self, state: DirectoryState) {
        let notes = admission_notes(&self.site, &self.library.about);
        let compared = state.display_parts(|display| display.compared.clone());
        let directory = &self.library.catalogue.directory;
        let cities = compared.iter().filter_map(|slug| {
            let city = directory.city(directory.find(slug)?)?;
            Some((slug.to_owned(), self.sources(city).into()))
        });
        state.extras.change(|extras| {
            extras.admission_notes = notes;
            extras.record_sources = cities.collect();
        });
    }

    fn sources(&self, city: &City) -> Vec<RecordSource> {
        let known = self.library.details.sources.iter();
        let cited = known.filter(|source| city.sources.contains(&source.id));
        let cited = cited.map(|source| RecordSource {
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
        });
        cited.collect()
    }
}

/// The page of a country; the one where nothing stands if the code names none.
fn country(code: &str) -> Page {
    CountryCode::parse(code).map_or(Page::NotFound, Page::Country)
}

/// The part of the world that the map shows and the size of its signs, which the platform writes.
fn framed(state: DirectoryState, html: &str) -> String {
    let (shown, scale) = (state.map.view_box(), state.map.scale());
    let html = html.replace(
        "<svg class=\"map-plane\"",
        &format!("<svg viewBox=\"{shown}\" class=\"map-plane\""),
    );
    ["a class=\"map-point\"", "g class=\"map-cluster\""]
        .iter()
        .fold(html, |html, sign| {
            html.replace(
                &format!("<{sign}"),
                &format!("<{sign} transform=\"scale({scale})\""),
            )
        })
}

/// The directory as it is where a record of the file cannot be read.
fn incomplete(edition: &Edition, material: &Material) -> Result<Arc<Catalogue>, PrerenderError> {
    let file = |asset: Asset| {
        let text = material.files.get(&asset.path());
        text.map(String::as_str).unwrap_or_default()
    };
    let cities = file(Asset::Cities).replacen("\"cities\":[", "\"cities\":[{},", 1);
    let read = Catalogue::read(&cities, file(Asset::Countries), &edition.texts);
    let (catalogue, _) = read.map_err(PrerenderError::Issues)?;
    Ok(Arc::new(catalogue))
}

/// An edition with another story, and an about page of one heading, one table and some code.
fn shortened(edition: &Edition, story: impl FnOnce(&Story) -> Story) -> Library {
    let library = edition.library.clone();
    let material = &library.about;
    let kinds: [fn(&Block) -> bool; 3] = [
        |block| matches!(block, Block::Heading { .. }),
        |block| matches!(block, Block::Table(_)),
        |block| matches!(block, Block::Code { .. }),
    ];
    let blocks = kinds
        .iter()
        .filter_map(|is_kind| material.about.blocks.iter().find(|block| is_kind(block)));
    let about = AboutMaterial {
        about: About {
            blocks: blocks.cloned().collect(),
            ..material.about.clone()
        },
        ..AboutMaterial::clone(material)
    };
    let news = News {
        lead: Arc::new(story(&library.news.lead)),
        ..News::clone(&library.news)
    };
    Library {
        news: Arc::new(news),
        corrections: desk(),
        about: Arc::new(about),
        ..library
    }
}

/// The place for corrections that README.md gives as an example; nothing of it is seen.
fn desk() -> Option<CorrectionsDesk> {
    let address = CorrectionAddress::parse("mailto:editor@example.org")?;
    let origin = String::new();
    Some(CorrectionsDesk { address, origin })
}

/// The story with a few of each kind; a figure as if its picture were there; and a disagreement as a
/// remark, of which the texts have none at present.
fn sample(story: &Story, language: Language) -> Story {
    let mut story = story.clone();
    story.body.retain(|block| !matches!(block, Block::List(_)));
    for block in &mut story.body {
        if let Block::Figure(figure) = block
            && figure.drawing == Drawing::TwoCities
        {
            // Letters in a picture would be those of the machine.
            figure.picture = Some(Drawing::NetworkMap.file_name(language));
        }
    }
    let note = story.disagreements.first().map(|disagreement| Block::Note {
        title: disagreement.point.clone(),
        text: disagreement.text.clone(),
    });
    story.body.extend(note);
    story.key_points.truncate(FEW);
    story.people.truncate(FEW);
    story.timeline.truncate(FEW);
    story.disagreements.truncate(FEW);
    story.sources.truncate(FEW);
    story
}

/// The first paragraph and the first heading of the story, and a list of the about page.
fn prose(story: &Story, about: &About) -> Story {
    let kinds: [fn(&Block) -> bool; 2] = [
        |block| matches!(block, Block::Paragraph(_)),
        |block| matches!(block, Block::Heading { .. }),
    ];
    let text = kinds
        .iter()
        .filter_map(|is_kind| story.body.iter().find(|block| is_kind(block)));
    let list = about.blocks.iter().find_map(|block| match block {
        Block::List(points) => Some(Block::List(points.iter().take(FEW).cloned().collect())),
        _ => None,
    });
    Story {
        body: text.cloned().chain(list).collect(),
        ..story.clone()
    }
}
