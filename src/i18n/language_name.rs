//! What a language says of itself on the pages in others.

use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};

/// A language in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageName {
    /// The language.
    pub language: Language,
    /// Its name in itself.
    pub own: String,
    /// The offer to read on in it.
    pub offer: String,
}

impl LanguageName {
    /// What a language's texts say of it.
    pub fn of(texts: &Texts) -> Self {
        Self {
            language: texts.language(),
            own: texts.get(Text::LanguageOwn).to_owned(),
            offer: texts.get(Text::LanguageOffer).to_owned(),
        }
    }
}
