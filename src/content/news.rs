//! All stories of a language: the launch story, which is the home page, and the further ones.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::slugs::is_slug;

use super::article::Story;

/// The stories.
#[derive(Clone, Debug)]
pub struct News {
    /// The launch story.
    pub lead: Arc<Story>,
    /// The further ones.
    pub reports: Vec<Report>,
}

/// A further story, with the name that its file has and its address ends with.
#[derive(Clone, Debug)]
pub struct Report {
    /// The name.
    pub slug: String,
    /// The text.
    pub story: Arc<Story>,
}

/// The name of a further story by that of its file; none where no address can end so.
pub fn slug_of_file(name: &str) -> Option<&str> {
    name.strip_suffix(".json").filter(|slug| is_slug(slug))
}

impl News {
    /// A further story.
    pub fn report(&self, slug: &str) -> Option<&Arc<Story>> {
        let found = self.reports.iter().find(|report| report.slug == slug);
        found.map(|report| &report.story)
    }

    /// Every story, the one published last first, with its slug where it is a further one. Of one
    /// day the order is that of the slugs, the launch story last.
    pub fn newest_first(&self) -> Vec<(Option<&str>, &Story)> {
        let reports = self.reports.iter();
        let reports = reports.map(|report| (Some(report.slug.as_str()), &*report.story));
        let mut stories: Vec<_> = reports.chain([(None, &*self.lead)]).collect();
        stories.sort_by_key(|(slug, story)| {
            let published = Reverse(story.first_published.clone());
            (published, slug.is_none(), slug.map(str::to_owned))
        });
        stories
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(day: &str) -> Arc<Story> {
        let mut story: Story =
            serde_json::from_str(include_str!("../../public/content/en/story.json")).unwrap();
        story.first_published = day.to_owned();
        Arc::new(story)
    }

    #[test]
    fn the_story_published_last_comes_first_and_the_launch_story_last_of_its_day() {
        let report = |slug: &str, day: &str| Report {
            slug: slug.to_owned(),
            story: story(day),
        };
        let news = News {
            lead: story("2026-11-23"),
            reports: vec![
                report("b", "2026-11-23"),
                report("c", "2026-12-01"),
                report("a", "2026-11-23"),
                report("d", "2026-01-01"),
            ],
        };
        let order: Vec<Option<&str>> = news.newest_first().into_iter().map(|it| it.0).collect();
        assert_eq!(order, [Some("c"), Some("a"), Some("b"), None, Some("d")]);
        assert!(news.report("a").is_some());
        assert!(news.report("e").is_none());
    }
}
