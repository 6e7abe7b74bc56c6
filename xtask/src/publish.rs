//! Makes the site ready for a host.

use std::path::PathBuf;

use clap::Args;
use xtask::package::{self, Effort, Host, Package};

use crate::failure::Failure;
use crate::site;
use crate::workspace::Workspace;

/// What to package, and for whom.
#[derive(Debug, Args)]
pub(crate) struct PackageArguments {
    /// Who will serve the site
    #[arg(long, value_enum)]
    host: Host,
    /// The path the site will stand under
    #[arg(long, default_value = "/", value_parser = site::parse_base)]
    base: String,
    /// The folder to write, replacing the package in it; package/HOST if left out
    #[arg(long)]
    out: Option<PathBuf>,
    /// A site that is built already, for the same base path, instead of building it
    #[arg(long)]
    built: Option<PathBuf>,
}

/// Builds the site, unless one is given, and writes the package.
pub(crate) fn package(workspace: &Workspace, arguments: &PackageArguments) -> Result<(), Failure> {
    let PackageArguments {
        host,
        base,
        out,
        built,
    } = arguments;
    let built = match built {
        Some(built) => built.clone(),
        None => {
            site::build(workspace, base)?;
            workspace.dist()
        }
    };
    let folder = out
        .clone()
        .unwrap_or_else(|| workspace.root.join("package").join(host.name()));
    eprintln!("> packaging for {}", host.name());
    let package = Package {
        built,
        base: base.clone(),
        host: *host,
        effort: Effort::Full,
    };
    package::write(&package, &folder)
        .map_err(|error| Failure::refused(error.to_string(), error.cure()))?;
    println!("{}", folder.display());
    eprintln!(
        "what to do with it: {}",
        folder.join("README.txt").display()
    );
    Ok(())
}
