//! The specimens of the directory: what is asked of it, as an address has it.

use super::specimen::{Beyond, Origin, Put, Specimen};

use Beyond::{LeftOut, NarrowMap, Nothing, PositionRefused, Starred, StarsRefused, WideMap};
use Origin::{Directory, Program};

/// The root element says that the program could not start; here each specimen says so for itself.
const FAILED: &[Put] = &[("", "data-app", Some("failed"))];

/// Names of all kinds: with one in Chinese, with two awards, long, in Arabic, which begins with an
/// apostrophe, and of a city that may have left.
const KINDS: &str = "only=nanjing,cork,niamtougou-commune-de-doufelgou-1,medina,s-hertogenbosch,abuja\
                     &compare=cork";

/// Above the results, and the filters beside them.
pub(super) const HEAD: &[Specimen] = &[
    Specimen::of("directory-header", Directory, &["header.directory-header"]),
    Specimen::of("notice-failed", Directory, &["header.directory-header"]).with(FAILED),
    Specimen::of(
        "notice-failed-detail",
        Directory,
        &["div[data-notice=failed]"],
    )
    .with(&[
        ("", "data-app", Some("failed")),
        ("details", "hidden", None),
        ("details", "open", Some("")),
    ]),
    Specimen::of(
        "notice-incomplete",
        Directory,
        &["div[data-notice=incomplete]"],
    )
    .with(&[("", "data-incomplete", Some(""))]),
    Specimen::of(
        "notice-scripts-off",
        Directory,
        &["div[data-notice=scripts-off]"],
    ),
    Specimen::of("search-empty", Directory, &["form.search-form"]).everywhere(),
    Specimen::of("search-filled", Directory, &["form.search-form"])
        .with(&[("input", "value", Some("Nanjing"))])
        .focused("input"),
    Specimen::of(
        "filters",
        Program("region=africa&joined=2024", Nothing),
        &["section.filters"],
    )
    .showing(&["facet_group"])
    .with(&[("details", "open", Some(""))]),
    Specimen::of("filters-closed", Program("", Nothing), &["section.filters"])
        .focused("summary")
        .only_at(360),
    Specimen::of(
        "result-bar",
        Program("q=nan&sort=-joined", Nothing),
        &["div.result-bar"],
    ),
    Specimen::of(
        "view-switch",
        Program("view=table", Nothing),
        &["div.view-switch"],
    )
    .focused("[data-view=map]"),
    Specimen::of("offers", Program("q=korea", Nothing), &["div.offers"]),
    Specimen::of(
        "chips",
        Program(
            "region=asia-and-the-pacific&country=cn&joined=2024&only=nanjing,suzhou",
            Nothing,
        ),
        &["div.active-filters"],
    )
    .focused(".chip")
    .everywhere(),
    Specimen::of(
        "notice-left-out",
        Program("", LeftOut),
        &["p[data-notice=left-out]"],
    ),
    Specimen::of(
        "notice-address",
        Program("colour=red&region=atlantis", Nothing),
        &["p[data-notice=address]"],
    ),
    Specimen::of(
        "near",
        Program("sort=near", PositionRefused),
        &["div[data-notice=near]"],
    ),
];

/// The results in every view.
pub(super) const RESULTS: &[Specimen] = &[
    Specimen::of("rows", Program(KINDS, Starred), &["div.list-part"])
        .showing(&["city_row", "city_controls", "row_space"])
        .everywhere(),
    Specimen::of(
        "rows-matched",
        Program("q=nankin", Nothing),
        &["div.list-part"],
    )
    .showing(&["marked_text"])
    .focused(".star"),
    Specimen::of(
        "table",
        Program(
            "view=table&sort=-joined&only=nanjing,cork,medina,abuja",
            Starred,
        ),
        &["div.view-part"],
    )
    .everywhere(),
    Specimen::of(
        "table-matched",
        Program("view=table&q=nankin&sort=joined", Nothing),
        &["div.view-part"],
    ),
    Specimen::of(
        "timeline",
        Program(
            "view=timeline&only=nanjing,suzhou,cork,medina,beijing",
            Nothing,
        ),
        &["ol.admissions"],
    )
    .showing(&["bar"])
    .everywhere(),
    Specimen::of(
        "summary",
        Program("view=summary&country=cn&country=ie&country=fr", Nothing),
        &["div.summary"],
    )
    .showing(&["count_chart"])
    .everywhere(),
    Specimen::of("map-wide", Program("view=map", WideMap), &["div.map-board"])
        .showing(&["city_map"])
        .only_at(1280),
    Specimen::of(
        "map-narrow",
        Program("view=map", NarrowMap),
        &["div.map-board"],
    )
    .only_at(360),
    Specimen::of(
        "map-points",
        Program("view=map&at=31.60,120.00,4.00&country=cn", WideMap),
        &["div.map-board"],
    )
    .focused(".map-point[data-city=nanjing]")
    .only_at(1280),
    Specimen::of(
        "map-notes",
        Program("view=map&only=nanjing,hina,bikok", WideMap),
        &["div.map-notes"],
    ),
    Specimen::of("static-map", Directory, &["figure.map-figure"])
        .showing(&["static_map"])
        .with(FAILED),
];

/// What stands between and below.
pub(super) const AROUND: &[Specimen] = &[
    Specimen::of(
        "peers",
        Program("like=nanjing", Starred),
        &["section.peers"],
    ),
    Specimen::of(
        "comparison",
        Program("compare=nanjing,cork,atlantis", Nothing),
        &["div.comparison"],
    ),
    Specimen::of(
        "comparison-begun",
        Program("compare=medina", Nothing),
        &["div.comparison"],
    ),
    Specimen::of(
        "empty-result",
        Program("q=nnajing&region=africa", Nothing),
        &["div.empty-result"],
    ),
    Specimen::of("tools", Program("", Starred), &["section.tools"]).focused("[data-act=csv]"),
    Specimen::of(
        "notice-shortlist",
        Program("", StarsRefused),
        &["p[data-notice=shortlist]"],
    ),
    Specimen::of("keys", Program("", Nothing), &["dialog.keys"]).with(&[(
        "dialog",
        "open",
        Some(""),
    )]),
];
