//! The files of a language's further stories.

use std::path::Path;

use crate::domain::language::Language;
use crate::domain::slugs::is_slug;
use crate::routes::REPORTS;

use super::bundle::file_names;
use super::error::PrerenderError;

/// The names of a language's further stories, in their order; a file that is named otherwise than an
/// address can be stops the build.
pub fn report_slugs(public: &Path, language: Language) -> Result<Vec<String>, PrerenderError> {
    let name = format!("content/{}/{REPORTS}", language.tag());
    let folder = public.join(&name);
    let mut slugs = Vec::new();
    if folder.is_dir() {
        for file in file_names(&folder)? {
            let slug = file.strip_suffix(".json").filter(|slug| is_slug(slug));
            let slug = slug.ok_or_else(|| {
                PrerenderError::content(
                    format!("public/{name}/{file}"),
                    "the name of the file is the end of the story's address: expected lower-case letters, digits and hyphens, then .json",
                )
            })?;
            slugs.push(slug.to_owned());
        }
    }
    slugs.sort();
    Ok(slugs)
}
