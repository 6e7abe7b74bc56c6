//! Every address of the contract answers, and nothing else does.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;

use url::Url;

use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;

use crate::site::{dist, list, pages};

/// The pages and files that are there whatever the data says.
const FIXED: [&str; 13] = [
    "",
    "cities/",
    "about/",
    "news/",
    "data/cities.json",
    "data/cities.csv",
    "data/cities.geojson",
    "sitemap.xml",
    "feed.xml",
    "event.ics",
    "robots.txt",
    "manifest.webmanifest",
    "404.html",
];

#[test]
fn every_address_of_the_contract_answers_on_a_plain_host() {
    let site = Served::as_built().unwrap();
    let mut addresses: Vec<String> = FIXED.map(str::to_owned).into();
    for slug in Records::bundled().unwrap().slugs(|_| true) {
        addresses.push(format!("cities/{slug}/"));
        addresses.push(format!("data/cities/{slug}.json"));
    }
    for country in list("data/countries.json") {
        addresses.push(format!(
            "countries/{}/",
            text(&country, "iso2").to_lowercase()
        ));
    }
    assert!(addresses.len() > 800, "{}", addresses.len());
    let dead: Vec<_> = addresses
        .iter()
        .filter(|path| answer(&site, path).0 != 200)
        .collect();
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn every_city_and_every_country_has_one_page() {
    let addresses: BTreeSet<&str> = pages().iter().map(|page| page.address()).collect();
    let cities = addresses
        .iter()
        .filter(|path| path.starts_with("cities/") && **path != "cities/")
        .count();
    let countries = addresses
        .iter()
        .filter(|path| path.starts_with("countries/"))
        .count();
    assert_eq!(
        (cities, countries),
        (
            Records::bundled().unwrap().list().len(),
            list("data/countries.json").len()
        )
    );
    assert!(
        cities >= 365 && countries >= 87,
        "{cities} cities, {countries} countries"
    );
}

#[test]
fn an_address_that_leads_nowhere_is_answered_404_with_a_page_that_helps() {
    let site = Served::as_built().unwrap();
    for path in [
        "nowhere/",
        "cities/atlantis/",
        "countries/zz/",
        "data/atlantis.json",
    ] {
        let (status, body) = answer(&site, path);
        assert_eq!(status, 404, "{path}");
        assert!(
            body.contains("<h1") && body.contains("type=\"search\""),
            "{path} has no page that helps"
        );
    }
}

#[test]
fn the_sitemap_lists_every_page_but_404_once() {
    let sitemap = dist().read("sitemap.xml").unwrap();
    let listed: Vec<String> = sitemap
        .split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap().to_owned())
        .map(|address| {
            Url::parse(&address)
                .unwrap_or_else(|error| panic!("{address}: {error}"))
                .path()
                .to_owned()
        })
        .collect();
    let expected: BTreeSet<String> = pages()
        .iter()
        .filter(|page| page.file != "404.html")
        .map(|page| format!("/{}", page.address()))
        .collect();
    assert_eq!(listed.len(), expected.len(), "one entry for each page");
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn robots_may_read_all_and_find_the_sitemap() {
    let robots = dist().read("robots.txt").unwrap();
    assert!(
        !robots.lines().any(|line| line.starts_with("Disallow: /")),
        "{robots}"
    );
    let sitemap = robots
        .lines()
        .find_map(|line| line.strip_prefix("Sitemap: "))
        .unwrap();
    assert_eq!(Url::parse(sitemap).unwrap().path(), "/sitemap.xml");
}

/// Status and body of a plain request, as the simplest of clients makes it.
fn answer(site: &Served, path: &str) -> (u16, String) {
    let url = Url::parse(&site.url(path)).unwrap();
    let mut stream = TcpStream::connect(url.socket_addrs(|| None).unwrap()[0]).unwrap();
    write!(
        stream,
        "GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        url.path()
    )
    .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    (
        status.unwrap_or_else(|| panic!("{path}: no status in {text:.100}")),
        text,
    )
}
