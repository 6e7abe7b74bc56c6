//! The test command: every step in order, stopping at the first failure, with a table at the end.
//!
//! The tests of the built site learn from variables what there is: `DIST` (the built site), `ENGINES`
//! (`chromium,firefox,webkit` or fewer), `CHROMIUM`, `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`,
//! `WEBKIT_BROWSER`, `WEBKIT_DRIVER`, `XVFB_RUN`, `XAUTH`, `AXE_JS`, `JAVA`, `VNU_JAR`, `NGINX`,
//! `NGINX_BROTLI` (its module), `CADDY` and `PRERENDER` (the program that writes the pages, to try
//! another base path).

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::budgets::Measurements;
use crate::dependencies;
use crate::editorial;
use crate::failure::Failure;
use crate::host_tests;
use crate::looks;
use crate::setup::{self, Engine};
use crate::site;
use crate::task::{Task, readable};
use crate::workspace::Workspace;

/// Which browsers take part in the tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Browsers {
    /// None.
    Skipped,
    /// These; none named means every engine that can be had.
    Used(Vec<Engine>),
}

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed(Duration),
    Failed(Duration),
    NotRun,
}

/// The steps so far.
#[derive(Debug, Default)]
struct Report {
    rows: Vec<(&'static str, Outcome)>,
    failure: Option<Failure>,
}

impl Report {
    /// Runs a step unless one before it has failed.
    fn step<T>(
        &mut self,
        name: &'static str,
        action: impl FnOnce() -> Result<T, Failure>,
    ) -> Option<T> {
        if self.failure.is_some() {
            self.rows.push((name, Outcome::NotRun));
            return None;
        }
        eprintln!("\n== {name}");
        let started = Instant::now();
        match action() {
            Ok(result) => {
                self.rows.push((name, Outcome::Passed(started.elapsed())));
                Some(result)
            }
            Err(failure) => {
                self.rows.push((name, Outcome::Failed(started.elapsed())));
                self.failure = Some(failure);
                None
            }
        }
    }

    fn finish(self) -> ExitCode {
        eprintln!("\n{self}");
        match self.failure {
            None => ExitCode::SUCCESS,
            Some(failure) => {
                eprintln!("{failure}");
                ExitCode::FAILURE
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{:<24} {:<8} {:>12}", "step", "result", "time")?;
        for (name, outcome) in &self.rows {
            let (result, time) = match outcome {
                Outcome::Passed(time) => ("passed", readable(*time)),
                Outcome::Failed(time) => ("FAILED", readable(*time)),
                Outcome::NotRun => ("not run", String::new()),
            };
            writeln!(formatter, "{name:<24} {result:<8} {time:>12}")?;
        }
        Ok(())
    }
}

/// Runs all tests.
pub(crate) fn test(workspace: &Workspace, browsers: &Browsers) -> ExitCode {
    let mut report = Report::default();
    let tools = report.step("setup", || prepare(workspace, browsers));
    report.step("dependencies", || dependencies::check(workspace));
    // The core's tests stand in the same crate: compiled without the pages they would run twice.
    report.step("core and pages", || {
        cargo_tests(
            workspace,
            "testing the core and the pages as HTML",
            ["test", "--features", "prerender"],
        )
    });
    report.step("build tool", || {
        cargo_tests(
            workspace,
            "testing the build tool",
            ["test", "--package", "xtask"],
        )
    });
    report.step("publishers' tools", || {
        cargo_tests(
            workspace,
            "testing the check and the spreadsheets",
            ["test", "--package", "editorial"],
        )
    });
    report.step("data and texts", || editorial::check(workspace));
    report.step("build", || site::build(workspace, "/"));
    report.step("sizes", || sizes(workspace));
    report.step("site as files", || site_tests(workspace));
    report.step("hosts", || host_tests::test(workspace));
    if *browsers != Browsers::Skipped {
        let tools = tools.unwrap_or_default();
        report.step("looks", || looks::test(workspace, &tools));
        report.step("browsers", || browser_tests(workspace, tools));
    }
    report.finish()
}

/// Prints the sizes of the built site; an excess is a failure.
pub(crate) fn sizes(workspace: &Workspace) -> Result<(), Failure> {
    let measurements = Measurements::take(&workspace.dist())?;
    println!("{measurements}");
    let over = measurements.over();
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::refused(
        format!("over budget: {}", over.join("; ")),
        "see what the last change added (git stash, build and measure again), and take it out or make it smaller",
    ))
}

/// Measures the speed of the search.
pub(crate) fn speed(workspace: &Workspace) -> Result<(), Failure> {
    Task::new(
        "measuring the search",
        workspace.cargo(["bench", "--bench", "search"]),
    )
    .expected("about 3 minutes")
    .shown()
    .run(workspace)
}

fn prepare(
    workspace: &Workspace,
    browsers: &Browsers,
) -> Result<Vec<(&'static str, OsString)>, Failure> {
    setup::site_tools(workspace)?;
    let Browsers::Used(asked) = browsers else {
        return Ok(Vec::new());
    };
    let variables = setup::test_tools(workspace, asked)?;
    if variables
        .iter()
        .any(|(name, value)| *name == "ENGINES" && value.is_empty())
    {
        return Err(Failure::refused(
            "no browser was found that can be tested",
            "install one of those named above, or run `cargo xtask test --skip-browsers`",
        ));
    }
    Ok(variables)
}

fn cargo_tests<const COUNT: usize>(
    workspace: &Workspace,
    title: &str,
    arguments: [&str; COUNT],
) -> Result<(), Failure> {
    run_tests(workspace, title, workspace.cargo(arguments))
}

/// What needs no browser: every page and file of the built site.
fn site_tests(workspace: &Workspace) -> Result<(), Failure> {
    build_prerenderer(workspace)?;
    let tests = [
        "test",
        "--package",
        "learning-cities-e2e",
        "--lib",
        "--test",
        "pages",
    ];
    let mut command = workspace.cargo(tests);
    command
        .env("DIST", workspace.dist())
        .env("PRERENDER", prerenderer()?);
    run_tests(workspace, "testing the site as files", command)
}

fn browser_tests(
    workspace: &Workspace,
    variables: Vec<(&'static str, OsString)>,
) -> Result<(), Failure> {
    let tests = [
        "test",
        "--package",
        "learning-cities-e2e",
        "--test",
        "journeys",
        "--test",
        "audit",
    ];
    let mut command = workspace.cargo(tests);
    command
        .env("DIST", workspace.dist())
        .env("PRERENDER", prerenderer()?)
        .envs(variables);
    run_tests(workspace, "testing the site in browsers", command)
}

/// Builds the program that writes the pages.
pub(crate) fn build_prerenderer(workspace: &Workspace) -> Result<(), Failure> {
    let build = workspace.cargo(["build", "--features", "prerender", "--bin", "prerender"]);
    Task::new("building the prerenderer", build)
        .expected("a few seconds after a build of the site")
        .run(workspace)
}

/// The program that writes the pages: Cargo puts it beside this one.
pub(crate) fn prerenderer() -> Result<PathBuf, Failure> {
    let own = env::current_exe().map_err(Failure::file(Path::new("cargo xtask")))?;
    Ok(own.with_file_name(format!("prerender{}", env::consts::EXE_SUFFIX)))
}

/// Runs tests whose output the reader sees.
pub(crate) fn run_tests(
    workspace: &Workspace,
    title: &str,
    command: Command,
) -> Result<(), Failure> {
    Task::new(title, command)
        .expected("a few minutes when it has to be compiled first")
        .cure("read the first failure above; its name is the sentence that does not hold")
        .shown()
        .run(workspace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_runs_after_a_failure_and_the_table_says_so() {
        let mut report = Report::default();
        assert_eq!(report.step("first", || Ok(7)), Some(7));
        assert_eq!(
            report.step("second", || Err::<(), _>(Failure::refused(
                "broken", "mend it"
            ))),
            None
        );
        let mut has_run = false;
        report.step("third", || {
            has_run = true;
            Ok(())
        });
        assert!(!has_run);
        let results: Vec<String> = report
            .to_string()
            .lines()
            .skip(1)
            .map(|line| {
                line.split_whitespace()
                    .take(2)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(results, ["first passed", "second FAILED", "third not"]);
        assert!(report.failure.unwrap().to_string().contains("mend it"));
    }
}
