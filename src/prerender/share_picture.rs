//! The pictures that stand beside a shared link: one for each kind of page in each language, drawn
//! at build time from the page's own words and the network's map.

mod canvas;
mod lines;

use crate::content::article::Story;
use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};
use crate::routes::{Asset, Page};

use super::edition::Edition;
use super::error::PrerenderError;
use canvas::Canvas;

pub use canvas::{HEIGHT_PX, WIDTH_PX};

/// Which picture stands for a page. Countries share the directory's, cities have one for all of
/// them: a picture each would weigh more than all the rest of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Subject {
    Story,
    Report(String),
    Directory,
    City,
    About,
}

/// The words on a picture.
struct Words<'a> {
    kicker: &'a str,
    title: &'a str,
    foot: String,
}

/// Where the picture of a page stands.
pub fn share_picture(page: &Page, language: Language) -> Asset {
    asset(&Subject::of(page), language)
}

/// All pictures of an edition as PNG, above a drawing of the network.
///
/// # Errors
/// Where a picture's letters are not in its fonts; the message names them and their place.
pub fn share_pictures(
    edition: &Edition,
    map_svg: &str,
) -> Result<Vec<(Asset, Vec<u8>)>, PrerenderError> {
    let canvas = Canvas::new(edition.language(), map_svg);
    let reports = edition.library.news.reports.iter();
    let reports = reports.map(|report| Subject::Report(report.slug.clone()));
    let pages = [
        Subject::Story,
        Subject::Directory,
        Subject::City,
        Subject::About,
    ];
    let drawn = pages.into_iter().chain(reports).map(|subject| {
        let words = words(&subject, edition);
        let picture = canvas.draw(words.kicker, words.title, &words.foot)?;
        Ok((asset(&subject, edition.language()), picture))
    });
    drawn.collect()
}

impl Subject {
    fn of(page: &Page) -> Self {
        match page {
            Page::Story => Self::Story,
            Page::Report(slug) => Self::Report(slug.clone()),
            Page::News | Page::Directory | Page::Country(_) | Page::NotFound => Self::Directory,
            Page::City(_) => Self::City,
            Page::About => Self::About,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Story => "story".to_owned(),
            Self::Report(slug) => format!("news-{slug}"),
            Self::Directory => "directory".to_owned(),
            Self::City => "city".to_owned(),
            Self::About => "about".to_owned(),
        }
    }
}

fn asset(subject: &Subject, language: Language) -> Asset {
    Asset::Picture(format!("share/{}-{}.png", subject.name(), language.tag()))
}

fn words<'a>(subject: &Subject, edition: &'a Edition) -> Words<'a> {
    let (texts, news) = (&edition.texts, &edition.library.news);
    let lead = &*news.lead;
    let site = texts.get(Text::SiteName);
    let records = edition.library.catalogue.directory.cities().len();
    let records = texts.fill(
        Text::ShareRecords,
        &[("records", &texts.number(records as u64))],
    );
    match subject {
        Subject::Story => story_words(texts, lead),
        Subject::Report(slug) => story_words(texts, news.report(slug).map_or(lead, |it| it)),
        Subject::Directory => Words {
            kicker: site,
            title: texts.get(Text::DirectoryTitle),
            foot: records,
        },
        Subject::City => Words {
            kicker: site,
            title: &lead.kicker,
            foot: records,
        },
        Subject::About => Words {
            kicker: site,
            title: &edition.library.about.about.title,
            foot: records,
        },
    }
}

fn story_words<'a>(texts: &Texts, story: &'a Story) -> Words<'a> {
    Words {
        kicker: &story.kicker,
        title: &story.headline,
        foot: texts.date(story.day()),
    }
}
