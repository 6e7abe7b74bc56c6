//! One visual idea per file. Components take values and give callbacks; pages hold the state.

pub mod bar;
pub mod block;
pub mod city_controls;
pub mod city_map;
pub mod city_row;
pub mod count_chart;
pub mod document_table;
pub mod error_report;
pub mod facet_group;
pub mod fact_box;
pub mod figure;
pub mod language_switch;
pub mod link_list;
pub mod marked_text;
pub mod native_name;
pub mod notice;
pub mod peer_list;
pub mod rich_text;
pub mod row_space;
pub mod share;
pub mod shell;
pub mod source_list;
pub mod static_map;
