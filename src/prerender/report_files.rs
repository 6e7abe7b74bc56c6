//! The files of a language's further stories.

use std::path::Path;

use crate::content::news::slug_of_file;
use crate::domain::language::Language;
use crate::routes::REPORTS;

use super::bundle::file_names;
use super::error::PrerenderError;

/// The names of the further stories, in their order. A story stands in every language or in none, so
/// they are those of the English files; a file that is named otherwise than an
/// address can be stops the build.
pub fn report_slugs(public: &Path) -> Result<Vec<String>, PrerenderError> {
    let name = format!("content/{}/{REPORTS}", Language::English.tag());
    let folder = public.join(&name);
    let mut slugs = Vec::new();
    if folder.is_dir() {
        for file in file_names(&folder)? {
            let slug = slug_of_file(&file).ok_or_else(|| {
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
