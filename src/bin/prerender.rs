//! Writes every page of the built site. Run by Trunk's post_build hook through `cargo xtask
//! prerender`; takes the folder Trunk has filled and the base path.

use std::path::PathBuf;
use std::process::ExitCode;

use learning_cities::prerender::site_writer::SiteWriter;
use learning_cities::routes::Base;

const USAGE: &str = "usage: prerender --staging DIR --base PATH";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [staging_flag, staging, base_flag, base] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    if staging_flag != "--staging" || base_flag != "--base" {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    }
    let source = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    match SiteWriter::new(source, PathBuf::from(staging), Base::new(base))
        .and_then(|writer| writer.write())
    {
        Ok(written) => {
            println!("prerendered {written} files");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}
