//! How long a keystroke takes: on the bundled cities, and on as many as anybody may bring.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use learning_cities::domain::city::{City, Standing};
use learning_cities::domain::country::{Countries, CountryCode};
use learning_cities::domain::directory::Directory;
use learning_cities::domain::language::Language;
use learning_cities::domain::query::{Chosen, Facet, FacetValue, Query, Sort};
use learning_cities::domain::record::{read_cities, read_countries};
use learning_cities::domain::region::Region;

/// Texts as they grow under a typing hand, and such as ask for the dearest kinds of match.
const TEXTS: [&str; 12] = [
    "s",
    "su",
    "suz",
    "suzh",
    "suzho",
    "suzhou",
    "suzhuo",
    "an",
    "nanjing china",
    "南",
    "san mar",
    "xqzvkwp",
];

/// Parts of which plausible names are made.
const SYLLABLES: [&str; 40] = [
    "nan", "jing", "su", "zhou", "ka", "ra", "mi", "to", "san", "ta", "bel", "mon", "te", "vil",
    "la", "port", "al", "har", "bin", "go", "yang", "chi", "ang", "rai", "du", "lin", "ber", "gen",
    "os", "lo", "ma", "ri", "na", "qu", "é", "ö", "ñu", "šan", "ić", "ham",
];
const CHINESE: [char; 20] = [
    '南', '京', '苏', '州', '上', '海', '北', '杭', '成', '都', '武', '汉', '西', '安', '太', '原',
    '常', '熟', '深', '圳',
];
const CODES: [&str; 12] = [
    "CN", "KR", "DE", "EG", "MX", "IE", "KE", "TH", "BR", "TN", "JP", "TR",
];

/// A small generator of numbers (SplitMix64), so that every run measures the same.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        for word in 0..=self.below(5) / 4 {
            if word > 0 {
                name.push([' ', '-'][self.below(2)]);
            }
            for _ in 0..2 + self.below(3) {
                name.push_str(SYLLABLES[self.below(SYLLABLES.len())]);
            }
        }
        name
    }

    fn chinese(&mut self) -> String {
        (0..2 + self.below(3))
            .map(|_| CHINESE[self.below(CHINESE.len())])
            .collect()
    }
}

fn data(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(file);
    std::fs::read_to_string(path).unwrap()
}

fn countries() -> Countries {
    read_countries("countries.json", &data("countries.json")).value
}

fn cities(count: usize) -> Vec<City> {
    if count == 365 {
        return read_cities("cities.json", &data("cities.json"), &countries())
            .value
            .cities;
    }
    let mut random = Random(365);
    (0..count)
        .map(|number| {
            let country = CountryCode::parse(CODES[random.below(CODES.len())]).unwrap();
            City {
                slug: format!("city-{number}"),
                name: random.name(),
                recorded_name: None,
                native_name: (random.below(3) == 0).then(|| random.chinese()),
                country,
                country_name: country.as_str().to_owned(),
                region: Region::ALL[random.below(Region::ALL.len())],
                admissions: (random.below(6) > 0)
                    .then(|| 2015 + random.below(11) as u16)
                    .into_iter()
                    .collect(),
                awards: (random.below(6) == 0)
                    .then(|| 2015 + random.below(6) as u16)
                    .into_iter()
                    .collect(),
                position: None,
                town_population: (random.below(6) > 0).then(|| random.below(9_000_000) as u32),
                names: vec![(Language::French, random.name())],
                aliases: (0..random.below(2)).map(|_| random.name()).collect(),
                last_attested: None,
                standing: Standing::PresumedCurrent,
                sources: vec![],
            }
        })
        .collect()
}

fn query(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn bench_asking(criterion: &mut Criterion) {
    for count in [365, 10_000, 100_000] {
        let directory = Directory::new(cities(count), countries());
        let mut group = criterion.benchmark_group(format!("{count} cities"));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(100))
            .measurement_time(Duration::from_millis(500));
        for text in TEXTS {
            group.bench_with_input(BenchmarkId::new("search", text), text, |bencher, text| {
                bencher.iter(|| black_box(directory.results(black_box(&query(text)))));
            });
        }
        group.bench_function("everything", |bencher| {
            bencher.iter(|| black_box(directory.results(&Query::default())));
        });
        let mut filtered = query("");
        for (facet, value) in [
            (Facet::Country, "cn"),
            (Facet::Country, "kr"),
            (Facet::Joined, "2020"),
        ] {
            filtered.set(FacetValue::parse(facet, value).unwrap(), Chosen::Yes);
        }
        group.bench_function("facets without text", |bencher| {
            bencher.iter(|| black_box(directory.results(black_box(&filtered))));
        });
        let sorted = Query {
            sort: Sort::Population,
            ..query("an")
        };
        group.bench_function("sorted by population", |bencher| {
            bencher.iter(|| black_box(directory.results(black_box(&sorted))));
        });
        group.bench_function("directory built", |bencher| {
            let made = || (cities(count), countries());
            bencher.iter_batched(
                made,
                |(cities, known)| Directory::new(cities, known),
                BatchSize::PerIteration,
            );
        });
        group.finish();
    }
}

fn bench_reading(criterion: &mut Criterion) {
    let mut text = "[".to_owned();
    for (number, city) in cities(100_000).iter().enumerate() {
        let comma = if number == 0 { "" } else { ",\n" };
        write!(
            text,
            "{comma}{{\"slug\":\"{}\",\"name\":\"{}\",\"country\":\"China\",\"iso2\":\"CN\",\"region\":\"{}\",\"joined\":2020}}",
            city.slug, city.name, city.region.slug()
        )
        .unwrap();
    }
    text.push(']');
    let mut group = criterion.benchmark_group("file");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_secs(2));
    group.bench_function("100000 records read", |bencher| {
        bencher.iter_with_large_drop(|| {
            black_box(read_cities(
                "cities.json",
                black_box(&text),
                &Countries::default(),
            ))
        });
    });
    group.finish();
}

criterion_group!(benches, bench_asking, bench_reading);
criterion_main!(benches);
