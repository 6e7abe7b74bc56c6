//! The interface's texts by their keys.
//!
//! The directory's program and the pages as documents have a list each, because the browser carries
//! only the first. What describes the data files and what the map says are lists of their own for
//! their length.

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

mod fields;
mod map;
mod pages;

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
    NumberGroup = "number.group" Single,
    NumberDecimal = "number.decimal" Single,
    DateMonths = "date.months" Single,
    DateMonthNames = "date.month_names" Single,
    DateDay = "date.day" Single,
    DateMonth = "date.month" Single,
    ListSeparator = "list.separator" Single,
    FilterSeparator = "filters.separator" Single,
    CitationSeparator = "citation.separator" Single,
    Pair = "pair" Single,
    Coordinates = "coordinates" Single,
    North = "coordinates.north" Single,
    South = "coordinates.south" Single,
    East = "coordinates.east" Single,
    West = "coordinates.west" Single,
    LeftOut = "data.left_out" Plural,
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
    SortNear = "sort.near" Single,
    ResultsHeading = "results.heading" Single,
    ResultCount = "results.count" Plural,
    ResultCountFiltered = "results.count_filtered" Plural,
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
    RowStar = "row.star" Single,
    RowCompare = "row.compare" Single,
    RowCompareShort = "row.compare_short" Single,
    MayHaveLeft = "standing.may_have_left" Single,
    MayHaveLeftUndated = "standing.may_have_left_undated" Single,
    LanguageEnglish = "language.en" Single,
    LanguageChinese = "language.zh" Single,
    LanguageFrench = "language.fr" Single,
    LanguageSpanish = "language.es" Single,
    LanguageArabic = "language.ar" Single,
    LanguageRussian = "language.ru" Single,
    ViewLabel = "view.label" Single,
    ViewList = "view.list" Single,
    ViewTable = "view.table" Single,
    ViewMap = "view.map" Single,
    ViewTimeline = "view.timeline" Single,
    ViewSummary = "view.summary" Single,
    TableCaption = "table.caption" Single,
    TableName = "table.name" Single,
    TableAwards = "table.awards" Single,
    TableMayHaveLeft = "table.may_have_left" Single,
    TableControls = "table.controls" Single,
    SummaryCount = "summary.count" Single,
    FilterBy = "filters.by" Single,
    TimelineMore = "timeline.more" Plural,
    CityCountry = "city.country" Single,
    CityJoinedUnknown = "city.joined_unknown" Single,
    CityAttested = "city.attested" Single,
    CityPopulation = "city.population" Single,
    KeysOpen = "keys.open" Single,
    KeysHeading = "keys.heading" Single,
    KeysUse = "keys.use" Single,
    KeysClose = "keys.close" Single,
    KeyToSearch = "keys.to_search" Single,
    KeyThroughResults = "keys.through_results" Single,
    KeyOpen = "keys.open_result" Single,
    KeyLeave = "keys.leave" Single,
    KeyHelp = "keys.help" Single,
    CompareHeading = "compare.heading" Single,
    CompareFull = "compare.full" Single,
    CompareHint = "compare.hint" Single,
    CompareUnknown = "compare.unknown" Single,
    CompareClear = "compare.clear" Single,
    CompareRemove = "compare.remove" Single,
    CompareFact = "compare.fact" Single,
    CompareSources = "compare.sources" Single,
    CompareGap = "compare.gap" Single,
    CompareNone = "compare.none" Single,
    CompareStanding = "compare.standing" Single,
    CompareCurrent = "compare.current" Single,
    CompareMayHaveLeft = "compare.may_have_left" Single,
    ComparePosition = "compare.position" Single,
    CompareDistance = "compare.distance" Single,
    CompareNames = "compare.names" Single,
    PeersOf = "peers.of" Single,
    PeersClose = "peers.close" Single,
    PeersCriteria = "peers.criteria" Single,
    ToolsLabel = "tools.label" Single,
    ToolsSentence = "tools.sentence" Single,
    ToolsCitation = "tools.citation" Single,
    ToolsAddress = "tools.address" Single,
    ToolsPrint = "tools.print" Single,
    ToolsCopied = "tools.copied" Single,
    ToolsCopyByHand = "tools.copy_by_hand" Single,
    ToolsSaved = "tools.saved" Single,
    ToolsNotSaved = "tools.not_saved" Single,
    ShortlistCount = "shortlist.count" Plural,
    ShortlistShow = "shortlist.show" Single,
    ShortlistShare = "shortlist.share" Single,
    ShortlistClear = "shortlist.clear" Single,
    ShortlistRefused = "shortlist.refused" Single,
    NearAsk = "near.ask" Single,
    NearWhy = "near.why" Single,
    NearRefused = "near.refused" Single,
    OffersLabel = "offers.label" Single,
    OnlyChip = "filters.only" Plural,
    PrecisionCity = "precision.city" Single,
    PrecisionParent = "precision.parent" Single,
    PrecisionPrincipal = "precision.principal" Single,
    ToolsCsv = "tools.csv" Single,
    ToolsCsvForExcel = "tools.csv_for_excel" Single,
    ToolsJson = "tools.json" Single,
    ToolsGeoJson = "tools.geojson" Single,
    ToolsColumns = "tools.columns" Single,
    RegionAfrica = "region.africa" Single,
    RegionArabStates = "region.arab-states" Single,
    RegionAsiaPacific = "region.asia-and-the-pacific" Single,
    RegionEuropeNorthAmerica = "region.europe-and-north-america" Single,
    RegionLatinAmerica = "region.latin-america-and-the-caribbean" Single,
    DistanceKm = "distance.km" Single,
    PeersHeading = "peers.heading" Single,
    PeersNote = "peers.note" Single,
    PeersChoose = "peers.choose" Single,
    PeersCompare = "peers.compare" Single,
    PeerSameYear = "peer.same_year" Single,
    PeerNeighbouringYear = "peer.neighbouring_year" Single,
    PeerSameAward = "peer.same_award" Single,
    PeerBothAwarded = "peer.both_awarded" Single,
    PeerGroupOne = "peer.group_one" Single,
    PeerGroupFew = "peer.group_few" Single,
    PeerGroupMany = "peer.group_many" Single,
    PeerOtherRegion = "peer.other_region" Single,
    PeerSimilarSize = "peer.similar_size" Single,
    PeerComparableSize = "peer.comparable_size" Single,
    PeerNear = "peer.near" Single,
    PeerByJoined = "peer.by_joined" Single,
    PeerByAward = "peer.by_award" Single,
    PeerByGroup = "peer.by_group" Single,
    PeerByRegion = "peer.by_region" Single,
    PeerByDistance = "peer.by_distance" Single,
    PeerBySize = "peer.by_size" Single,
    ExportAbout = "export.about" Single,
    FilterText = "export.filter_text" Single,
    FilterOnly = "export.filter_only" Plural,
    CitationFiltered = "citation.filtered" Single,
    CitationCompiled = "citation.compiled" Single,
    CitationAccessed = "citation.accessed" Single,
    CitationSentence = "citation.sentence" Single,
    CitationSentenceUndated = "citation.sentence_undated" Single,
}

texts! {
    /// What the build adds to the texts of the program: the order of names, where it is not that of
    /// their letters.
    OF_THE_BUILD:
    OrderOfCities = "order.cities" Single,
    OrderOfCountries = "order.countries" Single,
}

impl Text {
    /// Its key in the files.
    pub fn key(self) -> &'static str {
        self.key
    }
}

/// Whether a text changes with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One form for all.
    Single,
    /// One form for each plural category of the language, chosen by `{count}`.
    Plural,
}
