//! The interface's texts by their keys.
//!
//! The directory's program and the pages as documents have a list each, because the browser carries
//! only the first.

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
    pub(super) key: &'static str,
    pub(super) form: Form,
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
    MatchJoined = "match.joined" Single,
    MatchAward = "match.award" Single,
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
