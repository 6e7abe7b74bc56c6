//! The event of a story as a file for calendar programs: iCalendar (RFC 5545).

/// The longest line in bytes, without its end (3.1).
const LONGEST_LINE: usize = 75;

/// What starts a line that carries on the one before it (3.1).
const CONTINUATION: char = ' ';

/// What ends a line (3.1).
const LINE_END: &str = "\r\n";

/// How many digits year, month and day have (3.3.4).
const DAY_DIGITS: [usize; 3] = [4, 2, 2];

/// An event that fills a day.
#[derive(Clone, Copy, Debug)]
pub struct CalendarEvent<'a> {
    /// The BCP 47 tag of the language that all texts are in.
    pub language: &'a str,
    /// The name of the site that writes the file.
    pub site: &'a str,
    /// The event's lasting name, the same in every language and after every change.
    pub id: &'a str,
    /// What the event is called.
    pub name: &'a str,
    /// What it was, in a few sentences without markup.
    pub description: &'a str,
    /// The place in words.
    pub location: &'a str,
    /// The address of the page about it.
    pub address: &'a str,
    /// The day, ISO 8601.
    pub day: &'a str,
    /// The day on which what is said here was last changed, ISO 8601.
    pub updated: &'a str,
}

/// The event as a file; nothing where one of its days is none. It has no end, because an event that
/// begins on a day and not at an hour lasts for that day (3.6.1), and nobody is busy because of it.
pub fn calendar(event: &CalendarEvent<'_>) -> Option<String> {
    let (day, updated) = (digits(event.day)?, digits(event.updated)?);
    let language = plain(event.language);
    let said = |name: &str, words: &str| format!("{name};LANGUAGE={language}:{}", text(words));
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//{0}//{0}//{language}", text(event.site)),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", text(event.id)),
        format!("DTSTAMP:{updated}T000000Z"),
        format!("DTSTART;VALUE=DATE:{day}"),
        said("SUMMARY", event.name),
        said("LOCATION", event.location),
        said("DESCRIPTION", event.description),
        format!("URL:{}", plain(event.address)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Some(lines.iter().map(|line| folded(line)).collect())
}

fn digits(day: &str) -> Option<String> {
    let [year, month, date] = *day.split('-').collect::<Vec<_>>() else {
        return None;
    };
    let is_day = [year, month, date].map(str::len) == DAY_DIGITS
        && (1..=12).contains(&month.parse::<u8>().ok()?)
        && (1..=31).contains(&date.parse::<u8>().ok()?);
    let digits = [year, month, date].concat();
    (is_day && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}

/// A value of the type text (3.3.11).
fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A value of another type, in which nothing is escaped.
fn plain(words: &str) -> String {
    words.chars().filter(|it| !it.is_control()).collect()
}

/// A line with its end, cut where it is too long, but never within a character.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + LINE_END.len());
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            folded.push_str(LINE_END);
            folded.push(CONTINUATION);
            length = CONTINUATION.len_utf8();
        }
        folded.push(character);
        length += character.len_utf8();
    }
    folded.push_str(LINE_END);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{Calendar, CalendarComponent, Component, Event, EventLike};
    use proptest::prelude::*;

    const EVENT: CalendarEvent<'_> = CalendarEvent {
        language: "en",
        site: "Learning Cities",
        id: "2024-05-19@example.org",
        name: "Symposium, with a launch",
        description: "Two vice mayors; one stage.\nBoth spoke.",
        location: "Nanjing, China",
        address: "https://example.org/?a,b;c",
        day: "2024-05-19",
        updated: "2026-11-23",
    };

    fn read(file: &str) -> Event {
        let calendar: Calendar = file.parse().unwrap();
        match calendar.components.as_slice() {
            [CalendarComponent::Event(event)] => event.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_event_is_written_as_the_standard_shows_it() {
        assert_eq!(
            calendar(&EVENT).unwrap(),
            "BEGIN:VCALENDAR\r\n\
             VERSION:2.0\r\n\
             PRODID:-//Learning Cities//Learning Cities//en\r\n\
             BEGIN:VEVENT\r\n\
             UID:2024-05-19@example.org\r\n\
             DTSTAMP:20261123T000000Z\r\n\
             DTSTART;VALUE=DATE:20240519\r\n\
             SUMMARY;LANGUAGE=en:Symposium\\, with a launch\r\n\
             LOCATION;LANGUAGE=en:Nanjing\\, China\r\n\
             DESCRIPTION;LANGUAGE=en:Two vice mayors\\; one stage.\\nBoth spoke.\r\n\
             URL:https://example.org/?a,b;c\r\n\
             TRANSP:TRANSPARENT\r\n\
             END:VEVENT\r\n\
             END:VCALENDAR\r\n"
        );
    }

    #[test]
    fn a_foreign_reader_finds_the_event_on_its_day() {
        let event = read(&calendar(&EVENT).unwrap());
        assert_eq!(event.get_uid(), Some(EVENT.id));
        assert_eq!(event.get_summary(), Some(EVENT.name));
        assert_eq!(event.get_location(), Some(EVENT.location));
        assert_eq!(event.get_description(), Some(EVENT.description));
        assert_eq!(event.get_url(), Some(EVENT.address));
        assert_eq!(event.property_value("DTSTART"), Some("20240519"));
        let summary = &event.properties()["SUMMARY"];
        assert_eq!(summary.params()["LANGUAGE"].value(), "en");
    }

    #[test]
    fn a_day_that_is_none_gives_no_file() {
        for day in [
            "",
            "2024",
            "2024-05",
            "2024-13-01",
            "2024-00-01",
            "2024-5-019",
            "soon-er-ok",
            "2024-+1-19",
        ] {
            assert_eq!(calendar(&CalendarEvent { day, ..EVENT }), None, "{day}");
        }
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_was_folded(line in "\\PC{0,200}") {
            let folded = folded(&line);
            let lines: Vec<&str> = folded.strip_suffix(LINE_END).unwrap().split(LINE_END).collect();
            prop_assert!(lines.iter().all(|part| part.len() <= LONGEST_LINE));
            prop_assert!(lines.iter().skip(1).all(|part| part.starts_with(CONTINUATION)));
            let unfolded = lines.join(LINE_END).replace("\r\n ", "");
            prop_assert_eq!(unfolded, line);
        }

        #[test]
        fn any_words_keep_within_their_line_and_are_read_back(words in any::<String>()) {
            let file = calendar(&CalendarEvent { description: &words, ..EVENT }).unwrap();
            let unfolded = file.replace("\r\n ", "");
            prop_assert_eq!(unfolded.lines().count(), 14);
            let line = unfolded.lines().find(|line| line.starts_with("DESCRIPTION")).unwrap();
            prop_assert!(line.chars().all(|it| !it.is_control()));
            let expected: String = words
                .replace("\r\n", "\n")
                .chars()
                .filter(|it| *it == '\n' || !it.is_control())
                .collect();
            let event = read(&file);
            prop_assert_eq!(event.get_description().unwrap_or_default(), expected);
        }
    }
}
