//! Measures built sites in Chromium: makes the data files and the plan, and starts the program that
//! drives the browser. That one is a bench target of the browser tests, so that this stays small.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use xtask::plan::{Build, Plan, Size};

use crate::failure::Failure;
use crate::generate::{self, Form};
use crate::setup;
use crate::task::Task;
use crate::workspace::Workspace;

/// Beside the size of the real directory: one that a worldwide one could have, and one that is
/// beyond all reason.
const SIZES_FOR_LOAD: [usize; 2] = [10_000, 100_000];

/// What the tables call the site of this project.
const OURS: &str = "ours";

/// What `cargo xtask bench --browser` is asked.
#[derive(Debug, Args)]
pub(crate) struct BrowserArguments {
    /// Another built site to measure in the same run (repeatable)
    #[arg(long, requires = "browser", value_name = "NAME=DIST", value_parser = parse_build)]
    beside: Vec<Build>,
    /// How many records the directory has (repeatable); as many as now, 10000 and 100000 if not given
    #[arg(long, requires = "browser", value_name = "N")]
    records: Vec<usize>,
    /// How many times slower the processor is made
    #[arg(long, requires = "browser", value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=20))]
    cpu: u32,
    /// How often everything is measured
    #[arg(long, requires = "browser", value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    repeat: u32,
}

fn parse_build(text: &str) -> Result<Build, String> {
    let Some((name, dist)) = text.split_once('=') else {
        return Err("must be a name and a folder, such as react=../react/dist".to_owned());
    };
    if name.is_empty() || name == OURS {
        return Err(format!("needs a name other than `{OURS}`"));
    }
    let dist = std::path::absolute(dist).map_err(|error| error.to_string())?;
    if dist.is_dir() {
        let name = name.to_owned();
        Ok(Build { name, dist })
    } else {
        Err(format!("{} is no folder", dist.display()))
    }
}

/// Measures the last build in Chromium.
pub(crate) fn measure(workspace: &Workspace, arguments: &BrowserArguments) -> Result<(), Failure> {
    let variables = setup::chromium(workspace)?;
    let plan = plan(workspace, arguments)?;
    let text = serde_json::to_string(&plan).map_err(|error| {
        Failure::refused(
            format!("the plan cannot be told: {error}"),
            "give the built sites folders whose names are plain text",
        )
    })?;
    // The time is taken in the page, so the program that drives it need not be optimised.
    let profile = ["bench", "--profile", "dev", "--quiet"];
    let target = ["--package", "learning-cities-e2e", "--bench", "browser"];
    let mut command = workspace.cargo(profile);
    command
        .args(target)
        .envs(variables)
        .env(Plan::VARIABLE, text);
    Task::new("measuring in Chromium", command)
        .expected("about a minute for each build, size and round, and a few once to compile")
        .cure(
            "read the first failure above; on a site of another maker, see what the page must have",
        )
        .shown()
        .run(workspace)
}

fn plan(workspace: &Workspace, arguments: &BrowserArguments) -> Result<Plan, Failure> {
    let ours = Build {
        name: OURS.to_owned(),
        dist: workspace.dist(),
    };
    if !ours.dist.join("index.html").is_file() {
        let what = format!("{}: no site stands there", ours.dist.display());
        return Err(Failure::refused(
            what,
            "build the site first: cargo xtask build",
        ));
    }
    let real = generate::real_count(workspace)?;
    let mut counts = arguments.records.clone();
    if counts.is_empty() {
        counts.push(real);
        counts.extend(SIZES_FOR_LOAD);
    }
    let sizes = counts.into_iter().map(|records| {
        // Alone and at its own size the site is measured as it was built.
        let is_as_built = arguments.beside.is_empty() && records == real;
        let data = (!is_as_built).then(|| data_file(workspace, arguments, records));
        let data = data.transpose()?;
        Ok(Size { records, data })
    });
    Ok(Plan {
        sizes: sizes.collect::<Result<_, Failure>>()?,
        builds: [ours].into_iter().chain(arguments.beside.clone()).collect(),
        slowdown: arguments.cpu,
        rounds: usize::try_from(arguments.repeat).unwrap_or(1),
    })
}

/// One file for all builds of a run: the plain form where there are others than ours.
fn data_file(
    workspace: &Workspace,
    arguments: &BrowserArguments,
    records: usize,
) -> Result<PathBuf, Failure> {
    let (form, name) = if arguments.beside.is_empty() {
        (Form::Site, "site")
    } else {
        (Form::Plain, "plain")
    };
    let folder = workspace.cache.join("bench");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let path = folder.join(format!("cities-{records}-{name}.json"));
    eprintln!("> making {records} records up");
    let text = generate::file(workspace, records, generate::SEED, form)?;
    fs::write(&path, text).map_err(Failure::file(&path))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_beside_ours_has_a_name_of_its_own_and_a_folder() {
        let build = parse_build("other=src").unwrap();
        assert_eq!(build.name, "other");
        assert!(build.dist.is_absolute());
        for wrong in ["src", "=src", "ours=src", "other=no-such-folder"] {
            assert!(parse_build(wrong).is_err(), "{wrong}");
        }
    }
}
