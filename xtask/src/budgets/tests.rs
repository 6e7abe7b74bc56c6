//! The budgets beside sites of known size.

use super::*;

/// Text that does not compress to almost nothing, the same in every run.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u32 = 2_463_534_242;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()
    };
    std::iter::repeat_with(&mut next)
        .flatten()
        .take(length)
        .collect()
}

fn site(name: &str, cities: &[u8]) -> PathBuf {
    let dist = std::env::temp_dir().join(format!("xtask-budgets-{}-{name}", std::process::id()));
    for folder in ["cities", "data", "deep/er"] {
        fs::create_dir_all(dist.join(folder)).unwrap();
    }
    let story = "<link rel=stylesheet href=/linked-1a2b.css><style media=all>p{color:red}</style>";
    fs::write(dist.join("index.html"), story).unwrap();
    fs::write(dist.join("cities/index.html"), "<ol></ol>").unwrap();
    fs::write(dist.join("data/cities.json"), cities).unwrap();
    fs::write(dist.join("linked-1a2b.css"), noise(1_000)).unwrap();
    fs::write(dist.join("other.css"), noise(2_000)).unwrap();
    fs::write(dist.join("app.wasm"), noise(3_000)).unwrap();
    fs::write(dist.join("deep/er/app.js"), noise(4_000)).unwrap();
    fs::write(dist.join("sw.js"), noise(2_000)).unwrap();
    fs::write(dist.join("deep/er/serif.woff2"), noise(5_000)).unwrap();
    dist
}

fn measured(name: &str, cities: &[u8]) -> Measurements {
    let dist = site(name, cities);
    let measurements = Measurements::take(&dist).unwrap();
    fs::remove_dir_all(dist).unwrap();
    measurements
}

#[test]
fn each_size_counts_the_files_it_is_about() {
    let sizes: Vec<usize> = measured("files", b"[]")
        .0
        .iter()
        .map(|line| line.bytes / 1_000)
        .collect();
    assert_eq!(
        sizes,
        [1, 7, 2, 0, 0, 3, 5],
        "story with its linked sheet, programs in every folder, the worker, all sheets, typefaces"
    );
}

#[test]
fn a_site_within_its_budgets_has_nothing_over() {
    assert_eq!(measured("within", b"[]").over(), Vec::<&str>::new());
}

#[test]
fn what_is_over_its_budget_is_named_and_marked() {
    let measurements = measured("over", &noise(CITIES + 1));
    assert_eq!(measurements.over(), ["data/cities.json"]);
    let table = measurements.to_string();
    let marked: Vec<&str> = table
        .lines()
        .filter(|line| line.ends_with("OVER"))
        .collect();
    assert!(
        marked.len() == 1 && marked.concat().starts_with("data/cities.json"),
        "{table}"
    );
}

#[test]
fn a_site_that_is_not_built_says_how_to_build_it() {
    let text = Measurements::take(Path::new("no-such-dist"))
        .unwrap_err()
        .to_string();
    assert!(
        text.contains("no-such-dist") && text.contains("cargo xtask build"),
        "{text}"
    );
}

#[test]
fn inlined_styles_are_collected_from_every_element() {
    let html = "<style>a{}</style><p><style media=\"print\">b{}</style>";
    assert_eq!(inlined_styles(html), "a{}b{}");
}
