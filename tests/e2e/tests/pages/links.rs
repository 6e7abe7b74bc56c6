//! No link of any page leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::page_facts::PageFacts;

use crate::site::{dist, pages};

#[test]
fn every_internal_link_of_every_page_leads_to_something() {
    let dead = dead_links(&dist(), pages(), "/");
    assert!(
        dead.is_empty(),
        "{} dead links: {:#?}",
        dead.len(),
        dead.iter().take(20).collect::<Vec<_>>()
    );
}

#[test]
fn nothing_but_links_to_read_on_names_another_origin() {
    for page in pages() {
        for (element, address) in &page.references {
            let is_elsewhere = address.contains("://") || address.starts_with("//");
            assert!(
                !is_elsewhere || element == "a",
                "{}: <{element}> {address}",
                page.file
            );
        }
        for (relation, address) in &page.relations {
            let is_elsewhere = address.contains("://") || address.starts_with("//");
            assert!(
                !is_elsewhere || ["canonical", "alternate"].contains(&relation.as_str()),
                "{}: <link rel={relation}> {address}",
                page.file
            );
        }
    }
}

#[test]
fn links_to_elsewhere_are_web_addresses() {
    let schemes: BTreeSet<&str> = pages()
        .iter()
        .flat_map(|page| &page.references)
        .filter_map(|(_, address)| Some(address.split_once(':')?.0))
        .filter(|scheme| !scheme.contains(['/', '?', '#']))
        .collect();
    assert!(
        schemes
            .iter()
            .all(|scheme| ["https", "http", "mailto"].contains(scheme)),
        "{schemes:?}"
    );
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for page in pages() {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = page.ids.iter().filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", page.file);
    }
}

/// Internal references that no file or id answers, on a site served below `base`.
pub(crate) fn dead_links(dist: &Dist, pages: &[PageFacts], base: &str) -> Vec<String> {
    let files: BTreeSet<String> = dist.files().unwrap().into_iter().collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|page| {
            (
                page.file.as_str(),
                page.ids.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    let mut dead = Vec::new();
    for page in pages {
        let relations = page
            .relations
            .iter()
            .filter(|(relation, _)| relation != "canonical");
        for (_, address) in page.references.iter().chain(relations) {
            if address.contains("://") || address.starts_with("mailto:") {
                continue;
            }
            let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
            let path = path.split('?').next().unwrap_or_default();
            let file = match path.strip_prefix(base) {
                _ if path.is_empty() => Some(page.file.clone()),
                Some(inner) if inner.is_empty() || inner.ends_with('/') => {
                    Some(format!("{inner}index.html"))
                }
                Some(inner) => Some(inner.to_owned()),
                None => None,
            };
            let is_there = file.as_ref().is_some_and(|file| files.contains(file));
            let has_id = |file: &str| ids.get(file).is_some_and(|ids| ids.contains(fragment));
            if !is_there || !(fragment.is_empty() || file.as_deref().is_some_and(has_id)) {
                dead.push(format!("{}: {address}", page.file));
            }
        }
    }
    dead
}
