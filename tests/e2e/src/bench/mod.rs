//! How fast the directory is as a reader feels it, beside sites of other makers, in Chromium.
//!
//! Every build is driven through the same course at the same sizes, in turn, each time in a new
//! browser; what is measured and where the clock stands, `gauge.js` says.

mod controls;
pub mod course;
pub mod figures;
pub mod quiet;
pub mod report;
pub mod site;
pub mod visit;

use std::process::ExitCode;

use xtask::plan::{Build, Plan, Size};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::environment;
use crate::failure::{Failure, Outcome};
use report::Report;
use site::Site;
use visit::Visit;

/// Carries the plan out that `cargo xtask bench` made, and prints what came of it.
#[must_use]
pub fn conduct() -> ExitCode {
    match measured() {
        Ok(ending) => ending,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Outcome<ExitCode> {
    let text = environment::text(Plan::VARIABLE).map_err(|_| {
        let message = format!("{}: run `cargo xtask bench --browser`", Plan::VARIABLE);
        Failure::Form(message)
    })?;
    let plan: Plan = serde_json::from_str(&text).map_err(Failure::form(Plan::VARIABLE))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Failure::system("a runtime"))?;
    let driver = Driver::start(Engine::Chromium)?;
    let mut ending = ExitCode::SUCCESS;
    for size in &plan.sizes {
        let mut report = Report::new(size.records, &plan);
        for round in 0..plan.rounds {
            for build in in_turn(&plan.builds, round) {
                eprintln!(
                    "  {} with {} records, round {} of {}",
                    build.name,
                    size.records,
                    round + 1,
                    plan.rounds
                );
                match runtime.block_on(visit(&driver, build, size, plan.slowdown)) {
                    Ok(visit) => report.add(&build.name, visit),
                    Err(failure) => {
                        eprintln!("  {}: {failure}", build.name);
                        ending = ExitCode::FAILURE;
                    }
                }
            }
        }
        println!("{report}");
    }
    Ok(ending)
}

/// Each round begins with another build, so that none is always the first.
fn in_turn(builds: &[Build], round: usize) -> impl Iterator<Item = &Build> {
    let count = builds.len();
    builds.iter().cycle().skip(round % count.max(1)).take(count)
}

async fn visit(driver: &Driver, build: &Build, size: &Size, slowdown: u32) -> Outcome<Visit> {
    let site = Site::serve(build, size.data.as_deref())?;
    course::take(driver, &site, size.records, slowdown).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_round_takes_all_builds_and_begins_with_the_next() {
        let builds = ["a", "b", "c"].map(|name| Build {
            name: name.to_owned(),
            dist: name.into(),
        });
        let order = |round| -> String {
            let names = in_turn(&builds, round).map(|build| build.name.as_str());
            names.collect()
        };
        assert_eq!(
            [order(0), order(1), order(2), order(3)],
            ["abc", "bca", "cab", "abc"]
        );
        assert_eq!(in_turn(&[], 0).count(), 0);
    }
}
