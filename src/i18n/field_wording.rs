//! The fields of the data files in words, for the page that describes them.

use crate::domain::export::dictionary::{FieldGap, FieldKind, FieldOrigin};
use crate::domain::export::{Field, Member};
use crate::i18n::texts::{Text, Texts};

/// What a field means.
pub fn field_meaning(texts: &Texts, field: Field) -> &str {
    texts.get(match field {
        Field::Slug => Text::FieldSlug,
        Field::Name => Text::FieldName,
        Field::NativeName => Text::FieldNativeName,
        Field::Country => Text::FieldCountry,
        Field::CountryCode => Text::FieldCountryCode,
        Field::Region => Text::FieldRegion,
        Field::Joined => Text::FieldJoined,
        Field::Admissions => Text::FieldAdmissions,
        Field::Awards => Text::FieldAwards,
        Field::LastAttested => Text::FieldLastAttested,
        Field::PresumedCurrent => Text::FieldPresumedCurrent,
        Field::Latitude => Text::FieldLatitude,
        Field::Longitude => Text::FieldLongitude,
        Field::Precision => Text::FieldPrecision,
        Field::TownPopulation => Text::FieldTownPopulation,
        Field::Sources => Text::FieldSources,
        Field::Names => Text::FieldNames,
        Field::Aliases => Text::FieldAliases,
        Field::Compiled => Text::FieldCompiled,
        Field::Licence => Text::FieldLicence,
        Field::ExportedFrom => Text::FieldExportedFrom,
    })
}

/// What a member of a whole file means.
pub fn member_meaning(texts: &Texts, member: Member) -> &str {
    texts.get(match member {
        Member::About => Text::MemberAbout,
        Member::Filters => Text::MemberFilters,
        Member::ExportedFrom => Text::MemberExportedFrom,
        Member::Compiled => Text::MemberCompiled,
        Member::Exported => Text::MemberExported,
        Member::Licence => Text::MemberLicence,
        Member::Attribution => Text::MemberAttribution,
        Member::Network => Text::MemberNetwork,
        Member::Cities => Text::MemberCities,
        Member::WithoutPosition => Text::MemberWithoutPosition,
        Member::Sources => Text::MemberSources,
    })
}

/// The kind of a field's values.
pub fn field_kind(texts: &Texts, kind: FieldKind) -> &str {
    texts.get(match kind {
        FieldKind::Text => Text::KindText,
        FieldKind::Word => Text::KindWord,
        FieldKind::Year => Text::KindYear,
        FieldKind::Years => Text::KindYears,
        FieldKind::Truth => Text::KindTruth,
        FieldKind::Degrees => Text::KindDegrees,
        FieldKind::Count => Text::KindCount,
        FieldKind::Ids => Text::KindIds,
        FieldKind::Texts => Text::KindTexts,
        FieldKind::NamesByLanguage => Text::KindNames,
        FieldKind::Date => Text::KindDate,
        FieldKind::Address => Text::KindAddress,
    })
}

/// What an empty field means.
pub fn field_gap(texts: &Texts, gap: FieldGap) -> &str {
    texts.get(match gap {
        FieldGap::Never => Text::GapNever,
        FieldGap::NotKnown => Text::GapNotKnown,
        FieldGap::NoneOnRecord => Text::GapNone,
        FieldGap::Undated => Text::GapUndated,
        FieldGap::NotKnownOrElsewhere => Text::GapElsewhere,
    })
}

/// Whom a field is from, with the terms.
pub fn field_origin(texts: &Texts, origin: FieldOrigin) -> &str {
    texts.get(match origin {
        FieldOrigin::Site => Text::OriginSite,
        FieldOrigin::Sources => Text::OriginSources,
        FieldOrigin::Unesco => Text::OriginUnesco,
        FieldOrigin::Iso => Text::OriginIso,
        FieldOrigin::GeoNames => Text::OriginGeoNames,
        FieldOrigin::Cldr => Text::OriginCldr,
        FieldOrigin::SourcesOrGeoNames => Text::OriginSourcesOrGeoNames,
        FieldOrigin::CldrOrGeoNames => Text::OriginCldrOrGeoNames,
    })
}
