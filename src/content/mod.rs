//! What editors write: the story and the about page as typed blocks. Pure: no web types.

pub mod article;
pub mod inline;
