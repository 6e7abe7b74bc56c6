//! `cargo xtask`: everything that is done with the site besides `cargo test`.
//!
//! Needs only Rust to start; what else is needed it installs into a cache of its own.

mod browser_bench;
mod budgets;
mod dependencies;
mod editorial;
mod failure;
mod generate;
mod host_tests;
mod looks;
mod publish;
mod serve;
mod setup;
mod site;
mod task;
mod verify;
mod workspace;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use browser_bench::BrowserArguments;
use failure::Failure;
use generate::GenerateArguments;
use looks::LooksArguments;
use publish::PackageArguments;
use serve::{Edition, Opening};
use setup::Engine;
use verify::Browsers;
use workspace::Workspace;
use xtask::orders::EditorialOrder;

/// Sets up, builds, serves, tests and measures the site.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    version,
    after_help = "Examples:\n  cargo xtask serve             build the site and show it\n  \
        cargo xtask serve --dev       rebuild at every change\n  \
        cargo xtask test              run every test, in every browser there is\n\n\
        Tools and logs live in ~/.cache/learning-cities (or what LEARNING_CITIES_CACHE names)."
)]
struct Invocation {
    #[command(subcommand)]
    command: Order,
}

#[derive(Debug, Subcommand)]
enum Order {
    /// Install the tools that are missing
    #[command(
        after_help = "Examples:\n  cargo xtask setup             what `build` and `serve` need (they call it themselves)\n  \
        cargo xtask setup --testing   also the browsers, their drivers, the HTML validator, nginx and Caddy\n\n\
        The first run builds trunk and wasm-bindgen from source, about 10 minutes; later runs only look."
    )]
    Setup(SetupArguments),
    /// Build the site into dist/
    #[command(
        after_help = "Examples:\n  cargo xtask build                 for the root of a host\n  \
        cargo xtask build --base /repo/   for https://user.example/repo/"
    )]
    Build(BuildArguments),
    /// Build the site and show it on this machine
    #[command(
        after_help = "Examples:\n  cargo xtask serve                      the site as published, at http://127.0.0.1:8080/\n  \
        cargo xtask serve --dev --open         rebuilt at every change, not optimised\n  \
        cargo xtask serve --base /repo/        as it will stand under a path\n\n\
        If the port is taken, the next free one is used."
    )]
    Serve(ServeArguments),
    /// Make a folder that is ready for a host, with its rules and a list of checksums
    #[command(
        after_help = "Examples:\n  cargo xtask package --host nginx                           into package/nginx/\n  \
        cargo xtask package --host github-pages --base /repo/     for https://user.example/repo/\n\n\
        The README.txt in the folder says what to copy where. Compressing for nginx and Caddy takes minutes."
    )]
    Package(PackageArguments),
    /// Write every page as HTML (trunk calls this at the end of each build)
    #[command(
        after_help = "Example:\n  TRUNK_STAGING_DIR=dist/.stage TRUNK_PUBLIC_URL=/ cargo xtask prerender"
    )]
    Prerender,
    /// Run every test
    #[command(
        after_help = "Examples:\n  cargo xtask test                                        everything\n  \
        cargo xtask test --engine firefox                       one engine; its absence is then an error\n  \
        cargo xtask test --engine chromium --engine webkit      two engines\n  \
        cargo xtask test --skip-browsers                        no browser\n\n\
        An engine that is not there is left out and said; with CI=true it is an error."
    )]
    Test(TestArguments),
    /// Hold the dependencies against deny.toml: licences, bans, sources, known faults (`test` does it too)
    #[command(after_help = "Example:\n  cargo xtask dependencies\n\n\
        The list of known faults is RustSec's, at GitHub; where it cannot be fetched, that is said.")]
    Dependencies,
    /// Compare how every component looks with the reference pictures
    #[command(
        after_help = "Examples:\n  cargo xtask looks            what looks otherwise than before, with pictures in target/looks/\n  \
        cargo xtask looks --accept   make how it looks now the reference (tests/e2e/looks/)"
    )]
    Looks(LooksArguments),
    #[command(flatten)]
    Editorial(EditorialOrder),
    /// Measure the built site against its budgets, and the speed of the search or of the page
    #[command(
        after_help = "Examples:\n  cargo xtask bench                   sizes and speed of the search\n  \
        cargo xtask bench --sizes           sizes alone, of the last build; exit code 1 if one is over its budget\n  \
        cargo xtask bench --browser         the last build in Chromium: keys, filters, order, memory\n  \
        cargo xtask bench --browser --beside react=../react/dist --records 10000 --repeat 3\n\n\
        Let the machine do nothing else meanwhile. A site beside ours needs input[type=search], results\n\
        with data-city, [role=status] with their number, and data from a file named cities.json or alike."
    )]
    Bench(BenchArguments),
    /// Write a directory file with as many records as you like, for load
    #[command(
        after_help = "Examples:\n  cargo xtask generate --records 10000 --out /tmp/cities.json   the real records and invented ones\n  \
        cargo xtask generate --records 500 --form plain | head        an array, for other makers' directories\n\n\
        The same seed gives the same file; a shorter file is the beginning of a longer one."
    )]
    Generate(GenerateArguments),
}

#[derive(Debug, Args)]
struct SetupArguments {
    /// Also install what the browser tests need
    #[arg(long)]
    testing: bool,
}

#[derive(Debug, Args)]
struct BuildArguments {
    /// The path the site will stand under
    #[arg(long, default_value = "/", value_parser = site::parse_base)]
    base: String,
}

#[derive(Debug, Args)]
struct ServeArguments {
    /// The port to try first; 0 for any
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open it in the browser
    #[arg(long)]
    open: bool,
    /// Rebuild at every change, without optimising; reload the page to see it
    #[arg(long, conflicts_with = "base")]
    dev: bool,
    /// The path the site stands under
    #[arg(long, default_value = "/", value_parser = site::parse_base)]
    base: String,
}

#[derive(Debug, Args)]
struct TestArguments {
    /// Only this engine (repeatable)
    #[arg(long, value_enum, conflicts_with = "skip_browsers")]
    engine: Vec<Engine>,
    /// Leave the browser tests out
    #[arg(long)]
    skip_browsers: bool,
}

#[derive(Debug, Args)]
struct BenchArguments {
    /// Only the sizes
    #[arg(long)]
    sizes: bool,
    /// Only the built site in Chromium, as a reader feels it
    #[arg(long, conflicts_with = "sizes")]
    browser: bool,
    #[command(flatten)]
    in_browser: BrowserArguments,
}

fn main() -> ExitCode {
    let Invocation { command } = Invocation::parse();
    obey(command).unwrap_or_else(|failure| {
        eprintln!("{failure}");
        ExitCode::FAILURE
    })
}

fn obey(order: Order) -> Result<ExitCode, Failure> {
    let workspace = Workspace::find()?;
    match order {
        Order::Setup(SetupArguments { testing }) => {
            setup::site_tools(&workspace)?;
            if testing {
                setup::test_tools(&workspace, &[])?;
                setup::host_servers(&workspace)?;
                setup::cargo_deny(&workspace)?;
            }
            eprintln!(
                "the tools are in {}",
                workspace.cache.join("tools").display()
            );
        }
        Order::Build(BuildArguments { base }) => site::build(&workspace, &base)?,
        Order::Serve(ServeArguments {
            port,
            open,
            dev,
            base,
        }) => {
            let edition = if dev {
                Edition::Development
            } else {
                Edition::Release
            };
            let opening = if open {
                Opening::Automatic
            } else {
                Opening::Manual
            };
            serve::serve(&workspace, edition, opening, port, &base)?;
        }
        Order::Package(arguments) => publish::package(&workspace, &arguments)?,
        Order::Prerender => return site::prerender(&workspace),
        Order::Test(TestArguments {
            engine,
            skip_browsers,
        }) => {
            let browsers = if skip_browsers {
                Browsers::Skipped
            } else {
                Browsers::Used(engine)
            };
            return Ok(verify::test(&workspace, &browsers));
        }
        Order::Dependencies => dependencies::check(&workspace)?,
        Order::Looks(arguments) => looks::obey(&workspace, &arguments)?,
        Order::Editorial(_) => return editorial::hand_on(&workspace),
        Order::Bench(BenchArguments {
            browser: true,
            in_browser,
            ..
        }) => browser_bench::measure(&workspace, &in_browser)?,
        Order::Bench(BenchArguments { sizes, .. }) => {
            if !sizes {
                verify::speed(&workspace)?;
            }
            verify::sizes(&workspace)?;
        }
        Order::Generate(arguments) => generate::generate(&workspace, &arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Invocation::command().debug_assert();
    }

    #[test]
    fn every_command_has_an_example_in_its_help() {
        fn check(command: &clap::Command, before: &str) {
            for command in command.get_subcommands() {
                let help = command
                    .get_after_help()
                    .map_or_else(String::new, |it| it.to_string());
                let call = format!("{before} {}", command.get_name());
                assert!(
                    help.contains("Example") && help.contains(&call),
                    "{call}: {help}"
                );
                check(command, &call);
            }
        }
        check(&Invocation::command(), "cargo xtask");
    }

    #[test]
    fn a_base_path_without_its_slashes_is_refused() {
        let of = |line: &str| Invocation::try_parse_from(line.split(' '));
        assert!(of("xtask build --base /repo/").is_ok() && of("xtask build --base repo").is_err());
    }

    #[test]
    fn what_is_for_the_browser_alone_needs_it() {
        let of = |line: &str| Invocation::try_parse_from(line.split(' '));
        assert!(of("xtask bench --browser --cpu 4").is_ok());
        assert!(of("xtask bench --cpu 4").is_err() && of("xtask bench --browser --sizes").is_err());
    }

    #[test]
    fn engines_and_no_browsers_exclude_each_other() {
        let both = "xtask test --engine firefox --skip-browsers";
        assert!(Invocation::try_parse_from(both.split(' ')).is_err());
    }
}
