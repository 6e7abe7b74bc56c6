//! The live map: the land, a point for each result, numbers where points lie close, and the legend.
//! The list beside it is its equal: both hold the same cities in the same order.
//!
//! The part of the world shown is no matter of these views, because a drag changes it with every
//! move: the platform writes it, and scales the signs against it.

use crate::domain::map_plane::{HEIGHT, PlanePoint, WIDTH, net};
use crate::markup::{Element, block, element};

/// What stands on the land, and how the map is called.
#[derive(Clone, Debug)]
pub struct MapContents<'a> {
    /// The name of the map.
    pub label: &'a str,
    /// The id of what tells its keys.
    pub described_by: &'a str,
    /// The address of the land.
    pub land: &'a str,
    /// From the true places of spread points to where they are drawn.
    pub leaders: &'a [(PlanePoint, PlanePoint)],
    /// The points.
    pub points: Vec<Element>,
    /// The numbers.
    pub clusters: Vec<Element>,
}

/// A point of a city.
#[derive(Clone, Debug)]
pub struct MapPoint<'a> {
    /// Its id.
    pub id: &'a str,
    /// The city's slug.
    pub slug: &'a str,
    /// The address of the city's page.
    pub href: &'a str,
    /// City, country and number among the results.
    pub label: &'a str,
    /// What the position belongs to.
    pub precision: &'a str,
    /// Where it is drawn.
    pub at: PlanePoint,
    /// Whether the Tab key enters the map here.
    pub is_entrance: bool,
}

/// The map's plane with all that stands on it.
pub fn map_plane(contents: MapContents<'_>) -> Element {
    let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
    let land = element("image")
        .with("href", contents.land)
        .with("width", &width)
        .with("height", &height)
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true");
    let leaders = hairlines("map-leaders", &lines(contents.leaders));
    // Where there is no point to enter by, the map itself is entered.
    let tab = tab_index(contents.points.is_empty());
    block("svg", "map-plane")
        .with("role", "group")
        .with("aria-label", contents.label)
        .with("aria-describedby", contents.described_by)
        .with("tabindex", tab)
        .child(land)
        .child(hairlines("map-net", &net()))
        .child(leaders)
        .child(element("g").all(contents.points))
        .child(element("g").all(contents.clusters))
}

/// Lines that stay as thin on the screen however much the map is enlarged (SVG 2, 8.12).
fn hairlines(class: &str, path: &str) -> Element {
    block("path", class)
        .with("d", path)
        .with("vector-effect", "non-scaling-stroke")
}

/// A point, which is a link to the city's page.
pub fn map_point(point: &MapPoint<'_>) -> Element {
    let link = block("a", "map-point")
        .with("id", point.id)
        .with("data-city", point.slug)
        .with("data-precision", point.precision)
        .with("href", point.href)
        .with("aria-label", point.label)
        .with("tabindex", tab_index(point.is_entrance))
        .child(circle("map-target", "12"))
        .child(circle("map-dot", "4"));
    placed(point.at, link)
}

/// A number of cities that lie close; pressing it shows them apart.
pub fn map_cluster(id: &str, label: &str, count: usize, at: PlanePoint) -> Element {
    let number = element("text")
        .with("dy", "0.35em")
        .text(&count.to_string());
    let badge = block("g", "map-cluster")
        .with("id", id)
        .with("role", "button")
        .with("tabindex", "-1")
        .with("aria-label", label)
        .child(circle("map-target", "20"))
        .child(circle("map-badge", "14"))
        .child(number);
    placed(at, badge)
}

/// What a point stands for, in words beside each sign: the kinds of positions with their words.
pub fn map_legend(heading: &str, kinds: &[(&str, &str)]) -> Element {
    let signs = kinds.iter().map(|(kind, words)| {
        let sign = element("svg")
            .with("viewBox", "-8 -8 16 16")
            .with("aria-hidden", "true")
            .child(circle("map-dot", "4"));
        element("li")
            .with("data-precision", kind)
            .child(sign)
            .text(words)
    });
    let list = element("ul")
        .with("role", "list")
        .with("aria-labelledby", "map-legend");
    block("div", "map-legend")
        .child(element("span").with("id", "map-legend").text(heading))
        .child(list.all(signs.collect()))
}

/// What is said of the city that the reader points at or has reached; its name is empty where there
/// is none.
pub fn map_caption(name: &str, words: &str) -> Element {
    let name = element("strong").with("translate", "no").text(name);
    block("p", "map-caption")
        .child(name)
        .text(" ")
        .child(element("span").text(words))
}

/// Lines between pairs of places.
fn lines(pairs: &[(PlanePoint, PlanePoint)]) -> String {
    let mut lines = String::new();
    for (from, to) in pairs {
        for (command, place) in [("M", from), ("L", to)] {
            lines.push_str(command);
            lines.push_str(&pair(*place));
        }
    }
    lines
}

/// A sign at a place. That is its parent's matter, because its own scale changes with every move.
fn placed(at: PlanePoint, sign: Element) -> Element {
    let place = ["translate(", &pair(at), ")"].concat();
    element("g").with("transform", &place).child(sign)
}

fn pair(place: PlanePoint) -> String {
    [place.x.to_string(), place.y.to_string()].join(" ")
}

fn circle(class: &str, radius: &str) -> Element {
    block("circle", class).with("r", radius)
}

fn tab_index(is_entered: bool) -> &'static str {
    if is_entered { "0" } else { "-1" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: PlanePoint = PlanePoint { x: 3, y: 14 };

    fn plane(points: Vec<Element>) -> Element {
        map_plane(MapContents {
            label: "Map",
            described_by: "keys",
            land: "land.svg",
            leaders: &[(PLACE, PlanePoint { x: 1, y: 2 })],
            points,
            clusters: vec![map_cluster("c", "2 cities", 2, PLACE)],
        })
    }

    fn point(is_entrance: bool) -> Element {
        map_point(&MapPoint {
            id: "p",
            slug: "nanjing",
            href: "/cities/nanjing/",
            label: "Nanjing, China, 1 of 2",
            precision: "city",
            at: PLACE,
            is_entrance,
        })
    }

    #[test]
    fn a_point_is_a_link_that_says_city_and_number() {
        let point = point(true);
        assert_eq!(point.attribute("transform"), Some("translate(3 14)"));
        let all = point.descendants();
        let link = all.iter().find(|part| part.tag() == "a").unwrap();
        assert_eq!(link.attribute("aria-label"), Some("Nanjing, China, 1 of 2"));
        assert_eq!(link.attribute("tabindex"), Some("0"));
    }

    #[test]
    fn a_map_without_points_is_entered_itself() {
        assert_eq!(plane(Vec::new()).attribute("tabindex"), Some("0"));
        let with_point = plane(vec![point(true)]);
        assert_eq!(with_point.attribute("tabindex"), Some("-1"));
    }

    #[test]
    fn lines_lead_to_what_is_drawn_elsewhere_and_a_cluster_shows_its_number() {
        let plane = plane(Vec::new());
        assert!(plane.html().contains("d=\"M3 14L1 2\""));
        assert_eq!(plane.words(), "2");
    }
}
