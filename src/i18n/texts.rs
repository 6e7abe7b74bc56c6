//! The interface's texts in one language, read from `public/content/<language>/`: `program.json`
//! for the directory's program, `pages.json` for the rest.
//!
//! Keys are constants, so that a view cannot ask for a text that no file was checked for; a text
//! that a language lacks is an issue of its file and fails the build.

use std::collections::BTreeMap;

use crate::domain::language::Language;
use crate::i18n::format::{PluralCategory, group_thousands, plural_category};

/// English ships inside the program, so that there is always a text to fall back to.
const ENGLISH_PROGRAM: &str = include_str!("../../public/content/en/program.json");

/// What only the pages as documents show; the browser does not carry it.
const ENGLISH_PAGES: &str = include_str!("../../public/content/en/pages.json");

/// Between a key and its plural category, as in `results.count#one`.
const PLURAL_MARK: char = '#';

macro_rules! texts {
    ($(#[$meta:meta])* $list:ident: $($variant:ident = $key:literal $kind:ident,)*) => {
        #[allow(non_upper_case_globals, reason = "each is used as the variant of an enum would be")]
        #[allow(missing_docs, reason = "the key beside each name says what it is")]
        impl Text {
            $(pub const $variant: Self = Self { key: $key, form: Form::$kind };)*

            $(#[$meta])*
            pub const $list: &'static [Self] = &[$(Self::$variant,)*];
        }
    };
}

/// A text of the interface. Each is a constant of its own, so that a program carries the keys of
/// those it shows and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    key: &'static str,
    form: Form,
}

texts! {
    /// The texts of the directory's program, which the browser carries.
    OF_THE_PROGRAM:
    LeftOut = "data.left_out" Plural,
    SearchLabel = "search.label" Single,
    SearchHint = "search.hint" Single,
    FiltersLabel = "filters.label" Single,
    FiltersActive = "filters.active" Single,
    FiltersClear = "filters.clear" Single,
    FilterRemove = "filters.remove" Single,
    FacetRegion = "facet.region" Single,
    FacetCountry = "facet.country" Single,
    FacetJoined = "facet.joined" Single,
    FacetAward = "facet.award" Single,
    AwardOption = "facet.award_option" Single,
    YearUnknown = "facet.joined_unknown" Single,
    SortLabel = "sort.label" Single,
    SortRelevance = "sort.relevance" Single,
    SortNewest = "sort.newest" Single,
    SortOldest = "sort.oldest" Single,
    SortPopulation = "sort.population" Single,
    SortCountry = "sort.country" Single,
    ResultsHeading = "results.heading" Single,
    ResultCount = "results.count" Plural,
    ResultCountFiltered = "results.count_filtered" Plural,
    ShowMore = "results.more" Plural,
    EmptyHeading = "empty.heading" Single,
    EmptyText = "empty.text" Single,
    EmptySpelling = "empty.spelling" Single,
    EmptyRemoveFilter = "empty.remove_filter" Single,
    EmptyRemoveText = "empty.remove_text" Single,
    EmptyClear = "empty.clear" Single,
    AddressDropped = "address.dropped" Single,
    MatchAlias = "match.alias" Single,
    MatchName = "match.name_in" Single,
    MatchCountry = "match.country" Single,
    MatchRegion = "match.region" Single,
    RowJoined = "row.joined" Single,
    RowJoinedUnknown = "row.joined_unknown" Single,
    RowAward = "row.award" Single,
    MayHaveLeft = "standing.may_have_left" Single,
    MayHaveLeftUndated = "standing.may_have_left_undated" Single,
    LanguageEnglish = "language.en" Single,
    LanguageChinese = "language.zh" Single,
    LanguageFrench = "language.fr" Single,
    LanguageSpanish = "language.es" Single,
    LanguageArabic = "language.ar" Single,
    LanguageRussian = "language.ru" Single,
    RegionAfrica = "region.africa" Single,
    RegionArabStates = "region.arab-states" Single,
    RegionAsiaPacific = "region.asia-and-the-pacific" Single,
    RegionEuropeNorthAmerica = "region.europe-and-north-america" Single,
    RegionLatinAmerica = "region.latin-america-and-the-caribbean" Single,
}

texts! {
    /// The texts of the pages as documents.
    OF_THE_PAGES:
    SiteName = "site.name" Single,
    SiteDescription = "site.description" Single,
    SiteIndependence = "site.independence" Single,
    SkipToContent = "skip.content" Single,
    NavigationLabel = "navigation.label" Single,
    NavigationStory = "navigation.story" Single,
    NavigationDirectory = "navigation.directory" Single,
    NavigationAbout = "navigation.about" Single,
    FooterData = "footer.data" Single,
    FooterCredits = "footer.credits" Single,
    FailedStory = "failed.page" Single,
    FailedDirectory = "failed.directory" Single,
    Retry = "failed.retry" Single,
    DirectoryTitle = "directory.title" Single,
    DirectoryHeading = "directory.heading" Single,
    DirectoryDescription = "directory.description" Single,
    DirectoryHeadline = "directory.headline" Single,
    DirectoryWhy = "directory.why" Single,
    DirectoryNoScript = "directory.no_script" Single,
    PresumedCurrent = "standing.presumed_current" Single,
    CityTitle = "city.title" Single,
    CityDescription = "city.description" Single,
    CityFacts = "city.facts" Single,
    CityCountry = "city.country" Single,
    CityRegion = "city.region" Single,
    CityJoined = "city.joined" Single,
    CityJoinedAgain = "city.joined_again" Single,
    CityJoinedUnknown = "city.joined_unknown" Single,
    CityAwards = "city.awards" Single,
    CityNoAwards = "city.no_awards" Single,
    CityStanding = "city.standing" Single,
    CityAttested = "city.attested" Single,
    CityAttestedUndated = "city.attested_undated" Single,
    CityPosition = "city.position" Single,
    CityPositionUnknown = "city.position_unknown" Single,
    PrecisionCity = "precision.city" Single,
    PrecisionParent = "precision.parent" Single,
    PrecisionPrincipal = "precision.principal" Single,
    CityPopulation = "city.population" Single,
    CityPopulationNote = "city.population_note" Single,
    CityNames = "city.names" Single,
    CityAliases = "city.aliases" Single,
    CityNote = "city.note" Single,
    CityProfile = "city.profile" Single,
    CityOwnPage = "city.own_page" Single,
    CityKnownFor = "city.known_for" Single,
    CitySources = "city.sources" Single,
    CitySourcesNote = "city.sources_note" Single,
    CityRecordLink = "city.record" Single,
    CityNearest = "city.nearest" Single,
    CityNearestNote = "city.nearest_note" Single,
    CitySameCountry = "city.same_country" Single,
    CitySameYear = "city.same_year" Single,
    CityAllOf = "city.all_of" Single,
    DistanceKm = "distance.km" Single,
    CountryTitle = "country.title" Single,
    CountryDescription = "country.description" Plural,
    CountryCount = "country.count" Plural,
    CountryNone = "country.none" Single,
    CountryFilter = "country.filter" Single,
    AboutTotalsCaption = "about.totals_caption" Single,
    AboutTotalsLabel = "about.totals_label" Single,
    AboutTotalsCities = "about.totals_cities" Single,
    TotalsPresumed = "about.totals_presumed" Single,
    TotalsMayHaveLeft = "about.totals_may_have_left" Single,
    TotalsOnRecord = "about.totals_on_record" Single,
    TotalsCounted = "about.totals_counted" Single,
    TotalsMissing = "about.totals_missing" Single,
    AdmissionsCaption = "about.admissions_caption" Single,
    AdmissionsYear = "about.admissions_year" Single,
    AdmissionsAnnounced = "about.admissions_announced" Single,
    AdmissionsFound = "about.admissions_found" Single,
    AdmissionsMissing = "about.admissions_missing" Single,
    AdmissionsSource = "about.admissions_source" Single,
    AdmissionsEarlier = "about.admissions_earlier" Single,
    AdmissionsUndated = "about.admissions_undated" Single,
    NotAnnounced = "about.not_announced" Single,
    StoryEvent = "story.event" Single,
    StoryPublished = "story.published" Single,
    StoryUpdated = "story.updated" Single,
    StoryKeyPoints = "story.key_points" Single,
    StoryPeople = "story.people" Single,
    StoryTimeline = "story.timeline" Single,
    StoryDisagreements = "story.disagreements" Single,
    StorySources = "story.sources" Single,
    StoryImprint = "story.imprint" Single,
    StoryFurther = "story.further" Single,
    SourceNoAddress = "source.no_address" Single,
    FigureDrawing = "figure.drawing" Single,
    FigureCredit = "figure.credit" Single,
    FigureReuse = "figure.reuse" Single,
    NotFoundTitle = "not_found.title" Single,
    NotFoundText = "not_found.text" Single,
    NotFoundSearch = "not_found.search" Single,
}

/// Whether a text changes with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One form for all.
    Single,
    /// One form for each plural category of the language, chosen by `{count}`.
    Plural,
}

/// The texts of one language.
#[derive(Clone, Debug)]
pub struct Texts {
    language: Language,
    entries: BTreeMap<String, String>,
}

impl Texts {
    /// The English texts of the directory's program.
    pub fn english_program() -> Self {
        Self { language: Language::English, entries: read(ENGLISH_PROGRAM) }
    }

    /// All English texts.
    pub fn english() -> Self {
        let mut texts = Self::english_program();
        texts.entries.extend(read(ENGLISH_PAGES));
        texts
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text as it stands; its key where the language lacks it.
    pub fn get(&self, text: Text) -> &str {
        self.entry(text.key)
    }

    /// A text with its `{places}` filled.
    pub fn fill(&self, text: Text, places: &[(&str, &str)]) -> String {
        fill_places(self.get(text), places)
    }

    /// A text in the plural form of `count`, which also fills `{count}` with its digits grouped.
    pub fn plural(&self, text: Text, count: usize, places: &[(&str, &str)]) -> String {
        let category = plural_category(self.language, count);
        let keys = [category, PluralCategory::Other]
            .map(|category| format!("{}{PLURAL_MARK}{}", text.key, category.key()));
        let pattern = keys
            .iter()
            .find_map(|key| self.entries.get(key))
            .map_or(text.key, String::as_str);
        let digits = group_thousands(count as u64);
        fill_places(&fill_places(pattern, &[("count", &digits)]), places)
    }

    /// Keys the language lacks and keys that nothing asks for, for the checks.
    pub fn problems(&self) -> Vec<String> {
        let wanted: Vec<String> = Text::OF_THE_PROGRAM
            .iter()
            .chain(Text::OF_THE_PAGES)
            .flat_map(|text| match text.form {
                Form::Single => vec![text.key.to_owned()],
                Form::Plural => PluralCategory::of(self.language)
                    .iter()
                    .map(|category| format!("{}{PLURAL_MARK}{}", text.key, category.key()))
                    .collect(),
            })
            .collect();
        let missing = wanted
            .iter()
            .filter(|key| !self.entries.contains_key(*key))
            .map(|key| format!("program.json or pages.json: the text \"{key}\" is missing; add it"));
        let idle = self
            .entries
            .keys()
            .filter(|key| !wanted.contains(key))
            .map(|key| format!("program.json or pages.json: nothing uses the text \"{key}\"; remove it or mend its spelling"));
        missing.chain(idle).collect()
    }

    fn entry<'a>(&'a self, key: &'a str) -> &'a str {
        self.entries.get(key).map_or(key, String::as_str)
    }
}

/// A file that cannot be read gives no texts, each of which is then told as missing.
fn read(file: &str) -> BTreeMap<String, String> {
    serde_json::from_str(file).unwrap_or_default()
}

fn fill_places(pattern: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(pattern.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_every_text_and_no_idle_one() {
        assert_eq!(Texts::english().problems(), Vec::<String>::new());
    }

    #[test]
    fn a_missing_text_and_an_unknown_key_are_both_named() {
        let texts = Texts {
            language: Language::English,
            entries: BTreeMap::from([("site.nmae".to_owned(), String::new())]),
        };
        let problems = texts.problems();
        assert!(problems.iter().any(|problem| problem.contains("\"site.name\" is missing")));
        assert!(problems.iter().any(|problem| problem.contains("nothing uses the text \"site.nmae\"")));
    }

    #[test]
    fn a_plural_takes_the_form_of_its_number_and_groups_its_digits() {
        let texts = Texts::english();
        assert!(texts.plural(Text::ResultCount, 1, &[]).starts_with("1 city"));
        assert!(texts.plural(Text::ResultCount, 0, &[]).starts_with("0 cities"));
        assert!(texts.plural(Text::ResultCount, 12_345, &[]).starts_with("12,345 cities"));
    }

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        assert_eq!(fill_places("{a} {b}", &[("b", "{a}"), ("a", "1")]), "1 1");
        assert_eq!(fill_places("{a}", &[("a", "{a}")]), "{a}");
    }
}
