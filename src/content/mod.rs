//! What editors write, the story and the about page as typed blocks, and how it is cited. Pure: no
//! web types.

pub mod article;
pub mod citation;
pub mod inline;
pub mod news;
pub mod reading_time;
