//! The texts of the live map, which the browser carries too.

use super::{Form, Text};

texts! {
    /// The texts of the live map.
    OF_THE_MAP:
    MapLabel = "map.label" Plural,
    MapPoint = "map.point" Single,
    MapCluster = "map.cluster" Plural,
    MapControls = "map.controls" Single,
    MapCloser = "map.closer" Single,
    MapFarther = "map.farther" Single,
    MapWorld = "map.world" Single,
    MapFit = "map.fit" Single,
    MapLocate = "map.locate" Single,
    MapLocateNote = "map.locate_note" Single,
    MapHint = "map.hint" Single,
    MapCaption = "map.caption" Single,
    MapPosition = "map.position" Single,
    MapPrecision = "map.precision" Single,
    MapWithout = "map.without" Plural,
    MapPart = "map.part" Single,
    MapNote = "map.note" Single,
}
