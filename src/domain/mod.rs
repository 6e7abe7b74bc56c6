//! The pure core: cities, the query, search, facets, order, peers, geometry, statistics, the reading
//! of data files and the writing of exports. It knows no browser, no files and no clock, so the
//! browser, the prerenderer and the publisher's checks can all rely on the same answers.

pub mod change_log;
pub mod city;
pub mod comparison;
pub mod country;
pub mod cross_check;
pub mod directory;
pub mod display;
pub mod edit_distance;
pub mod export;
pub mod facets;
pub mod geo;
mod groups;
pub mod issue;
pub mod language;
pub mod map_clusters;
pub mod map_frame;
pub mod map_gesture;
pub mod map_plane;
pub mod map_window;
pub mod name_order;
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
pub mod summary;
pub mod text;
pub mod timeline;
