//! The site written for a folder of a host.

use learning_cities_e2e::dist::Dist;

use crate::links::dead_links;
use crate::site::{dist, facts_of, pages};

const BASE: &str = "/repo/";

#[test]
fn below_a_folder_every_link_stays_in_it_and_leads_to_something() {
    let folder = dist().prerendered_below(BASE).unwrap();
    let site = Dist::at(folder.path());
    let moved = facts_of(&site);
    assert_eq!(moved.len(), pages().len());
    let dead = dead_links(&site, &moved, BASE);
    assert!(
        dead.is_empty(),
        "{} dead links: {:#?}",
        dead.len(),
        dead.iter().take(20).collect::<Vec<_>>()
    );
    for page in &moved {
        let loader = page.scripts.join("");
        assert!(
            loader.contains("\"/repo/") && !loader.contains("\"/learning"),
            "{}: {loader}",
            page.file
        );
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&site.read("manifest.webmanifest").unwrap()).unwrap();
    assert_eq!(manifest["scope"], BASE);
}
