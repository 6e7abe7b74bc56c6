//! Tests of elements.

use proptest::prelude::*;

use super::*;

#[test]
fn neighbouring_texts_are_one_as_a_browser_reads_them() {
    let line = element("p").text("a").text("").text("b");
    assert_eq!(line.children(), [Markup::Text("ab".to_owned())]);
}

#[test]
fn the_same_element_is_equal_however_it_was_built() {
    let at_once = element("p")
        .with("class", "x")
        .text("ab")
        .child(element("br"));
    let by_parts = element("p").text("a").text("b").with("class", "x");
    assert_eq!(by_parts.all(vec![element("br")]), at_once);
    assert_ne!(at_once, at_once.clone().text("c"));
    assert_ne!(
        element("p").child(element("i").text("a")),
        element("p").child(element("i"))
    );
}

#[test]
fn a_copy_that_is_added_to_leaves_the_other_as_it_was() {
    let first = element("p").text("a");
    let second = first.clone().text("b");
    assert_eq!(first.words(), "a");
    assert_eq!(second.words(), "ab");
    assert_ne!(first, second);
}

#[test]
fn what_looks_alike_when_run_together_is_told_apart() {
    let of = |pairs: &[(&'static str, &str)]| {
        let pairs = pairs.iter();
        pairs.fold(element("p"), |it, (name, value)| it.with(name, value))
    };
    assert_ne!(of(&[("a", "bc")]), of(&[("ab", "c")]));
    assert_ne!(of(&[("a", ""), ("b", "")]), of(&[("a", "b")]));
    assert_ne!(element("p").text("i"), element("p").child(element("i")));
    let (a, b) = (element("i").text("a"), element("i").text("b"));
    let pair =
        |first: &Element, second: &Element| element("p").child(first.clone()).child(second.clone());
    assert_ne!(pair(&a, &b), pair(&b, &a));
    assert_ne!(
        element("p").child(element("i").with("x", "y")),
        element("p").child(element("i").text("x"))
    );
}

proptest! {
    #[test]
    fn elements_are_equal_where_their_html_is(
        first in any_element(),
        second in any_element(),
    ) {
        prop_assert_eq!(first == second, first.html() == second.html());
    }
}

/// Few words, so that equal ones are met.
fn any_element() -> impl Strategy<Value = Element> {
    let word = || prop::sample::select(vec!["a", "b", "ab", ""]);
    let leaf = (prop::sample::select(vec!["i", "b"]), word())
        .prop_map(|(tag, words)| element(tag).text(words));
    leaf.prop_recursive(3, 12, 3, move |inner| {
        let parts = prop::collection::vec((word(), inner), 0..3);
        (prop::sample::select(vec!["p", "q"]), word(), parts).prop_map(|(tag, value, parts)| {
            let start = element(tag).with("class", value);
            parts
                .into_iter()
                .fold(start, |it, (words, child)| it.text(words).child(child))
        })
    })
}
