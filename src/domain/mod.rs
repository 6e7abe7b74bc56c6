//! The pure core: cities, the query, search, facets, order, geometry, statistics and the reading of
//! data files. It knows no browser, no files and no clock, so the browser, the prerenderer and the
//! publisher's checks can all rely on the same answers.

pub mod city;
pub mod country;
pub mod cross_check;
pub mod directory;
pub mod display;
pub mod edit_distance;
pub mod facets;
mod facts;
pub mod geo;
pub mod issue;
pub mod language;
pub mod map_clusters;
pub mod map_frame;
pub mod map_gesture;
pub mod map_plane;
pub mod map_window;
pub mod network;
mod order;
pub mod peers;
pub mod profile;
pub mod projection;
pub mod query;
pub mod query_codec;
pub mod record;
pub mod region;
pub mod results;
pub mod search;
pub mod slugs;
pub mod sort;
pub mod source;
pub mod statistics;
pub mod suggestions;
pub mod text;
