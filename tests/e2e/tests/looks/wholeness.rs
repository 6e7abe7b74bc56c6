//! The gallery shows everything that the stylesheet speaks of, and takes nothing from the machine.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::trials::Journey;

use crate::comparison::LOOKS;
use crate::gallery::open;

/// The selectors of the blocks (`style/blocks`) that find nothing in the page. What a pointer does,
/// what is no element and what is hidden is left out of them.
const UNSEEN: &str = r"
    const passing = /::?(hover|active|focus-visible|focus|before|after|marker|backdrop|details-content)\b|(?<!:not\()\[hidden\]/g;
    const isFound = selector => document.querySelector(selector.replace(passing, '').trim());
    const unseen = new Set();
    const look = (rules, isBlock) => { for (const rule of rules) {
        if (rule.selectorText) {
            if (isBlock && !isFound(rule.selectorText)) unseen.add(rule.selectorText);
        } else if (rule.cssRules) look(rule.cssRules, isBlock || rule.name === 'blocks');
    } };
    for (const sheet of document.styleSheets) look(sheet.cssRules, false);
    return [...unseen];";

/// Marks elements that have, all together, every letter of the page in their own texts; those that
/// the stylesheet adds stand in an element of their own then.
const LETTERS: &str = "
    const all = [...document.body.querySelectorAll('*')];
    const added = all.flatMap(node => ['::before', '::after'].map(part => getComputedStyle(node, part).content));
    const sample = document.createElement('p');
    sample.textContent = [...new Set(added)].filter(text => text.startsWith('\"')).join(' ');
    document.body.append(sample);
    const known = new Set();
    let marked = 0;
    for (const node of [sample, ...all]) {
        if (!node.checkVisibility()) continue;
        const letters = [...node.childNodes].filter(child => child.nodeType === 3).flatMap(child => [...child.data]);
        const unknown = letters.filter(letter => !known.has(letter));
        if (unknown.length === 0) continue;
        unknown.forEach(letter => known.add(letter));
        node.dataset.letters = '';
        marked += 1;
    }
    return marked;";

/// A face, as Chromium tells which were used.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct UsedFace {
    family_name: String,
    is_custom_font: bool,
    glyph_count: u32,
}

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(every_rule_of_the_blocks_finds_a_specimen, engines: [Chromium]),
        journey!(no_letter_depends_on_the_typefaces_of_the_machine, engines: [Chromium]),
    ]
}

async fn every_rule_of_the_blocks_finds_a_specimen(browser: Browser) -> Outcome {
    let _served = open(&browser, LOOKS[0]).await?;
    let unseen: Vec<String> = browser.run(UNSEEN, Vec::new()).await?;
    assert!(
        unseen.is_empty(),
        "these rules of style/blocks style nothing in the gallery; add a specimen (src/prerender/gallery) or \
         take the rule out: {unseen:#?}"
    );
    Ok(())
}

async fn no_letter_depends_on_the_typefaces_of_the_machine(browser: Browser) -> Outcome {
    for look in [LOOKS[0], LOOKS[4], LOOKS[6]] {
        let _served = open(&browser, look).await?;
        let marked: usize = browser.run(LETTERS, Vec::new()).await?;
        let faces = used_faces(&browser).await?;
        let own: u32 = faces
            .iter()
            .filter(|face| face.is_custom_font)
            .map(|face| face.glyph_count)
            .sum();
        assert!(own as usize > marked, "{marked} elements, {own} letters");
        let foreign = faces.iter().filter(|face| !face.is_custom_font);
        let foreign: BTreeSet<&str> = foreign.map(|face| face.family_name.as_str()).collect();
        assert!(foreign.is_empty(), "{}: {foreign:?}", look.language);
    }
    Ok(())
}

/// The faces of the marked elements.
async fn used_faces(browser: &Browser) -> Outcome<Vec<UsedFace>> {
    for command in ["DOM.enable", "CSS.enable"] {
        browser.devtools(command, json!({})).await?;
    }
    let document = browser.devtools("DOM.getDocument", json!({})).await?;
    let marked = json!({"nodeId": document["root"]["nodeId"], "selector": "[data-letters]"});
    let marked = browser.devtools("DOM.querySelectorAll", marked).await?;
    let mut faces: Vec<UsedFace> = Vec::new();
    for node in marked["nodeIds"].as_array().cloned().unwrap_or_default() {
        let node = json!({"nodeId": node});
        let used = browser
            .devtools("CSS.getPlatformFontsForNode", node)
            .await?;
        let used: Vec<UsedFace> =
            serde_json::from_value(used["fonts"].clone()).map_err(Failure::form("the faces"))?;
        faces.extend(used);
    }
    Ok(faces)
}
