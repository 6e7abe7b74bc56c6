//! The mistakes: what editors have done to such files, and to these.

use std::fs;

use crate::project::Project;

/// A slip in one file, made once.
pub(crate) struct Mistake {
    pub(crate) title: &'static str,
    pub(crate) file: &'static str,
    pub(crate) slip: Slip,
}

/// What is done to the file.
pub(crate) enum Slip {
    /// In the first line that holds a text, another text becomes a third.
    Line(&'static str, &'static str, &'static str),
    /// The line that holds a text is taken out.
    Cut(&'static str),
    /// The file is saved in other bytes.
    Bytes(fn(&str) -> Vec<u8>),
}

const CITIES: &str = "data/cities.json";
const CHANGES: &str = "data/changes.json";
const SITE: &str = "content/site.json";

pub(crate) const MISTAKES: &[Mistake] = &[
    Mistake {
        title: "a comma after the last record",
        file: CITIES,
        slip: Slip::Line("\"slug\":\"zivinice\"", "\"s216\"]}", "\"s216\"]},"),
    },
    Mistake {
        title: "a year with a digit too many",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"nanjing\"",
            "\"joined\":2024",
            "\"joined\":20204",
        ),
    },
    Mistake {
        title: "the name of a country in place of its code",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"recife\"",
            "\"iso2\":\"BR\"",
            "\"iso2\":\"Brasil\"",
        ),
    },
    Mistake {
        title: "latitude and longitude exchanged, both possible",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"adrar\"",
            "\"lat\":27.8743,\"lon\":-0.2939",
            "\"lat\":-0.2939,\"lon\":27.8743",
        ),
    },
    Mistake {
        title: "latitude and longitude exchanged, one impossible",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"nanjing\"",
            "\"lat\":32.0617,\"lon\":118.7778",
            "\"lat\":118.7778,\"lon\":32.0617",
        ),
    },
    Mistake {
        title: "a slug used twice",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"suzhou\"",
            "\"slug\":\"suzhou\"",
            "\"slug\":\"nanjing\"",
        ),
    },
    Mistake {
        title: "the id of a source misspelt",
        file: CITIES,
        slip: Slip::Line("\"slug\":\"agadir\"", "\"s05\"", "\"S05\""),
    },
    Mistake {
        title: "a country that has no entry",
        file: CITIES,
        slip: Slip::Line(
            "\"slug\":\"lausanne\"",
            "\"iso2\":\"CH\"",
            "\"iso2\":\"LI\"",
        ),
    },
    Mistake {
        title: "a field misspelt",
        file: CITIES,
        slip: Slip::Line("\"slug\":\"abuja\"", "\"population\"", "\"populaton\""),
    },
    Mistake {
        title: "a city entered a second time under another slug",
        file: CITIES,
        slip: Slip::Line(
            "{\"slug\":\"zivinice\"",
            "{\"slug\":\"zivinice\"",
            "{\"slug\":\"zivinice-2\",\"name\":\"Zivinice\",\"iso2\":\"BA\",\"region\":\"europe-and-north-america\",\"sources\":[\"s11\"]},{\"slug\":\"zivinice\"",
        ),
    },
    Mistake {
        title: "a plural form that Arabic needs taken out",
        file: "content/ar/program.json",
        slip: Slip::Cut("\"results.count#few\""),
    },
    Mistake {
        title: "a place to fill lost in a translation",
        file: "content/fr/program.json",
        slip: Slip::Line("\"results.count_filtered#other\"", "{records}", "365"),
    },
    Mistake {
        title: "two headings of saved tables run together",
        file: "content/es/program.json",
        slip: Slip::Line("\"tools.columns\"", "latitud,longitud", "latitud longitud"),
    },
    Mistake {
        title: "a key misspelt",
        file: "content/ru/pages.json",
        slip: Slip::Line("\"site.name\"", "site.name", "site.nmae"),
    },
    Mistake {
        title: "a curly quotation mark in place of a straight one",
        file: "content/es/story.json",
        slip: Slip::Line("\"headline\"", "\"headline\"", "“headline”"),
    },
    Mistake {
        title: "a link to a city that is not on record",
        file: "content/zh/story.json",
        slip: Slip::Line("(city:nanjing)", "(city:nanjing)", "(city:nanjng)"),
    },
    Mistake {
        title: "a filter misspelt in a link of a further story",
        file: "content/en/news/december-2025-admission.json",
        slip: Slip::Line("(cities?joined=2025)", "joined=2025", "joind=2025"),
    },
    Mistake {
        title: "a kind of block misspelt",
        file: "content/en/about.json",
        slip: Slip::Line("\"paragraph\"", "\"paragraph\"", "\"paragrah\""),
    },
    Mistake {
        title: "a date as people write it",
        file: "content/ru/story.json",
        slip: Slip::Line("\"updated\"", "\"updated\": \"2", "\"updated\": \"23.11.2"),
    },
    Mistake {
        title: "an address for corrections without its scheme",
        file: SITE,
        slip: Slip::Line(
            "\"origin\"",
            "\"origin\"",
            "\"corrections\": \"editor@cities.example\", \"origin\"",
        ),
    },
    Mistake {
        title: "an address for corrections out of the handbook",
        file: SITE,
        slip: Slip::Line(
            "\"origin\"",
            "\"origin\"",
            "\"corrections\": \"mailto:editor@example.org\", \"origin\"",
        ),
    },
    Mistake {
        title: "the field for corrections misspelt",
        file: SITE,
        slip: Slip::Line(
            "\"origin\"",
            "\"origin\"",
            "\"correction\": \"mailto:editor@example.org\", \"origin\"",
        ),
    },
    Mistake {
        title: "a change without a source",
        file: CHANGES,
        slip: Slip::Line(
            "\"changes\":[",
            "\"changes\":[",
            "\"changes\":[\n{\"date\":\"2026-12-01\",\"kind\":\"added\",\"city\":\"cork\",\"name\":\"Cork\",\"sources\":[]}",
        ),
    },
    Mistake {
        title: "a kind of change misspelt",
        file: CHANGES,
        slip: Slip::Line(
            "\"changes\":[",
            "\"changes\":[",
            "\"changes\":[\n{\"date\":\"2026-12-01\",\"kind\":\"aded\",\"city\":\"cork\",\"name\":\"Cork\",\"sources\":[\"s01\"]}",
        ),
    },
    Mistake {
        title: "a change of a city that is not on record",
        file: CHANGES,
        slip: Slip::Line(
            "\"changes\":[",
            "\"changes\":[",
            "\"changes\":[\n{\"date\":\"2026-12-01\",\"kind\":\"added\",\"city\":\"corc\",\"name\":\"Cork\",\"sources\":[\"s01\"]}",
        ),
    },
    Mistake {
        title: "a change of a field that no record has",
        file: CHANGES,
        slip: Slip::Line(
            "\"changes\":[",
            "\"changes\":[",
            "\"changes\":[\n{\"date\":\"2026-12-01\",\"kind\":\"corrected\",\"city\":\"cork\",\"name\":\"Cork\",\"field\":\"populaton\",\"after\":5,\"sources\":[\"s01\"]}",
        ),
    },
    Mistake {
        title: "the day of the first publication as people write it",
        file: CHANGES,
        slip: Slip::Line(
            "\"first_published\"",
            "\"first_published\":\"2",
            "\"first_published\":\"23.11.2",
        ),
    },
    Mistake {
        title: "a file saved as UTF-16",
        file: "content/fr/pages.json",
        slip: Slip::Bytes(|text| {
            let marked = format!("\u{feff}{text}");
            marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }),
    },
    Mistake {
        title: "a file saved as Latin-1",
        file: "content/es/about.json",
        slip: Slip::Bytes(|text| {
            text.chars()
                .map(|it| u8::try_from(it).unwrap_or(b'?'))
                .collect()
        }),
    },
    Mistake {
        title: "a file saved with a byte order mark",
        file: "data/sources.json",
        slip: Slip::Bytes(|text| format!("\u{feff}{text}").into_bytes()),
    },
];

impl Mistake {
    /// Makes the mistake; gives the number of its line.
    pub(crate) fn make(&self, project: &Project) -> usize {
        let path = project.folder.join("public").join(self.file);
        let text = fs::read_to_string(&path).unwrap();
        let line_with = |part: &str| {
            let found = text.lines().position(|line| line.contains(part));
            found.unwrap_or_else(|| panic!("{}: no line with {part}", self.title))
        };
        let (line, bytes) = match self.slip {
            Slip::Line(with, from, to) => {
                let at = line_with(with);
                let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
                let line = lines.get_mut(at).unwrap();
                assert!(line.contains(from), "{}: {line}", self.title);
                *line = line.replacen(from, to, 1);
                (at, lines.join("\n").into_bytes())
            }
            Slip::Cut(with) => {
                let at = line_with(with);
                let mut lines: Vec<&str> = text.split('\n').collect();
                lines.remove(at);
                (at, lines.join("\n").into_bytes())
            }
            Slip::Bytes(saved) => (0, saved(&text)),
        };
        fs::write(path, bytes).unwrap();
        line + 1
    }
}
