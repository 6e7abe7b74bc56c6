//! The tables of one size: times of every action for every build, then what was found and weighed.

use std::fmt;

use xtask::plan::Plan;

use super::figures::Figures;
use super::visit::{Action, Visit};

/// A megabyte, of 1,000,000 bytes.
const MEGABYTE: f64 = 1e6;

/// The visits of one size, by build.
#[derive(Clone, Debug)]
pub struct Report {
    title: String,
    builds: Vec<(String, Vec<Visit>)>,
}

/// The figures of one action of one build.
struct Line {
    count: usize,
    unchanged: usize,
    dom: Option<Figures>,
    paint: Figures,
}

impl Report {
    /// Without any visit yet.
    #[must_use]
    pub fn new(records: usize, plan: &Plan) -> Self {
        let speed = match plan.slowdown {
            0 | 1 => "processor as it is".to_owned(),
            times => format!("processor slowed {times} times"),
        };
        let builds = plan.builds.iter();
        Self {
            title: format!("{records} records, {speed}, rounds: {}", plan.rounds),
            builds: builds
                .map(|build| (build.name.clone(), Vec::new()))
                .collect(),
        }
    }

    /// Adds what a visit gave.
    pub fn add(&mut self, build: &str, visit: Visit) {
        let mut builds = self.builds.iter_mut();
        if let Some((_, visits)) = builds.find(|(name, _)| name == build) {
            visits.push(visit);
        }
    }

    fn write_times(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{:<7}{:<12}{:>5}{:>8} |{:>8}{:>8}{:>8} |{:>8}{:>8}{:>8} |{:>8}{:>8}{:>8}",
            "", "", "", "no", "dom", "", "", "paint", "", "", "of ours", "dom", "paint"
        )?;
        writeln!(
            out,
            "{:<7}{:<12}{:>5}{:>8} |{:>8}{:>8}{:>8} |{:>8}{:>8}{:>8} |{:>8}{:>8}{:>8}",
            "action",
            "build",
            "n",
            "change",
            "p50",
            "p95",
            "max",
            "p50",
            "p95",
            "max",
            "dom p50",
            "p95",
            "p50"
        )?;
        for action in Action::ALL {
            let ours = self
                .builds
                .first()
                .and_then(|(_, visits)| line(visits, action));
            for (name, visits) in self.builds.iter().filter(|(_, visits)| !visits.is_empty()) {
                write!(out, "{:<7}{name:<12}", action.name())?;
                match line(visits, action) {
                    Some(line) => line.write(ours.as_ref(), out)?,
                    None => writeln!(out, " no such control")?,
                }
            }
        }
        Ok(())
    }

    fn write_rest(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "\n{:<12}{:>14}{:>10}{:>10}{:>12}{:>6}{:>7}",
            "build", "first results", "heap MB", "wasm MB", "found", "late", "noisy"
        )?;
        for (name, visits) in self.builds.iter().filter(|(_, visits)| !visits.is_empty()) {
            let middle = |of: fn(&Visit) -> f64| {
                let values: Vec<f64> = visits.iter().map(of).collect();
                Figures::of(&values).map_or(0.0, |figures| figures.median)
            };
            let sum = |of: fn(&Visit) -> usize| visits.iter().map(of).sum::<usize>();
            let found = format!(
                "{} of {}",
                sum(|visit| visit.found),
                sum(|visit| visit.typed)
            );
            writeln!(
                out,
                "{name:<12}{:>14.0}{:>10.1}{:>10.1}{found:>12}{:>6}{:>7}",
                middle(|visit| visit.first_results),
                middle(|visit| visit.heap) / MEGABYTE,
                middle(|visit| visit.wasm) / MEGABYTE,
                sum(|visit| visit.late),
                sum(|visit| visit.noisy),
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "\n{} (times in ms)\n", self.title)?;
        self.write_times(out)?;
        self.write_rest(out)
    }
}

fn line(visits: &[Visit], action: Action) -> Option<Line> {
    let samples = visits.iter().flat_map(|visit| &visit.samples);
    let samples: Vec<_> = samples.filter(|sample| sample.action == action).collect();
    let dom: Vec<f64> = samples.iter().filter_map(|sample| sample.dom).collect();
    let paint: Vec<f64> = samples.iter().map(|sample| sample.paint).collect();
    Some(Line {
        count: samples.len(),
        unchanged: samples.len() - dom.len(),
        dom: Figures::of(&dom),
        paint: Figures::of(&paint)?,
    })
}

impl Line {
    fn write(&self, ours: Option<&Self>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:>5}{:>8} |", self.count, self.unchanged)?;
        write_figures(self.dom, out)?;
        write_figures(Some(self.paint), out)?;
        let dom = self.dom.zip(ours.and_then(|ours| ours.dom));
        let paint = ours.map(|ours| (self.paint, ours.paint));
        for pair in [
            dom.map(|(own, ours)| (own.median, ours.median)),
            dom.map(|(own, ours)| (own.p95, ours.p95)),
            paint.map(|(own, ours)| (own.median, ours.median)),
        ] {
            match pair {
                Some((own, ours)) if ours > 0.0 => write!(out, "{:>8.2}", own / ours)?,
                _ => write!(out, "{:>8}", "-")?,
            }
        }
        writeln!(out)
    }
}

fn write_figures(figures: Option<Figures>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    match figures {
        Some(Figures { median, p95, most }) => {
            write!(out, "{median:>8.1}{p95:>8.1}{most:>8.1} |")
        }
        None => write!(out, "{:>8}{:>8}{:>8} |", "-", "-", "-"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::visit::Sample;
    use super::*;
    use xtask::plan::Build;

    fn plan(slowdown: u32) -> Plan {
        let build = |name: &str| Build {
            name: name.to_owned(),
            dist: name.into(),
        };
        Plan {
            builds: vec![build("ours"), build("other")],
            sizes: Vec::new(),
            slowdown,
            rounds: 1,
        }
    }

    fn visit(milliseconds: &[Option<f64>]) -> Visit {
        let sample = |dom: &Option<f64>| Sample {
            action: Action::Key,
            dom: *dom,
            paint: 20.0,
        };
        Visit {
            samples: milliseconds.iter().map(sample).collect(),
            first_results: 120.0,
            heap: 3.1e6,
            found: 15,
            typed: 16,
            ..Visit::default()
        }
    }

    /// The words of the first line that begins so.
    fn row(text: &str, start: &[&str]) -> Vec<String> {
        let words = text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>());
        let found = words.into_iter().find(|words| words.starts_with(start));
        found.unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn times_of_another_build_are_set_in_proportion_to_ours() {
        let mut report = Report::new(365, &plan(4));
        report.add("ours", visit(&[Some(2.0), Some(2.0), None]));
        report.add("other", visit(&[Some(5.0), Some(5.0)]));
        let text = report.to_string();
        assert!(
            text.contains("365 records, processor slowed 4 times"),
            "{text}"
        );
        let ours = "key ours 3 1 | 2.0 2.0 2.0 | 20.0 20.0 20.0 | 1.00 1.00 1.00";
        assert_eq!(row(&text, &["key", "ours"]).join(" "), ours);
        let other = "key other 2 0 | 5.0 5.0 5.0 | 20.0 20.0 20.0 | 2.50 2.50 1.00";
        assert_eq!(row(&text, &["key", "other"]).join(" "), other);
        assert_eq!(
            row(&text, &["ours"]).join(" "),
            "ours 120 3.1 0.0 15 of 16 0 0"
        );
    }

    #[test]
    fn what_a_build_has_not_is_said_and_one_that_was_never_measured_is_left_out() {
        let mut report = Report::new(365, &plan(1));
        report.add("ours", visit(&[Some(2.0)]));
        let text = report.to_string();
        assert_eq!(
            row(&text, &["view", "ours"]).join(" "),
            "view ours no such control"
        );
        assert!(!text.contains("other"), "{text}");
    }
}
