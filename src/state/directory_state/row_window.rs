//! Which rows of the results stand in the document.

use std::ops::Range;

use leptos::prelude::*;

use super::{DirectoryState, WHOLE_LIST_LIMIT, WINDOW_ROWS};
use crate::domain::city::CityId;
use crate::platform::{self, RowWindow};

impl DirectoryState {
    /// The results that stand in the document, with their positions from 1 and the size of the set
    /// where not all of them do.
    pub fn shown(self) -> Vec<(CityId, Option<(usize, usize)>)> {
        let rows = self.row_window().rows;
        self.results.with(|results| {
            let ids = &results.ids;
            let is_whole = ids.len() <= WHOLE_LIST_LIMIT;
            let numbered = ids.iter().zip(1..).skip(rows.start).take(rows.len());
            let place = |position| (!is_whole).then_some((position, ids.len()));
            numbered
                .map(|(id, position)| (*id, place(position)))
                .collect()
        })
    }

    /// The rows that stand in the document; all of them where they are few, at once in a short directory
    /// and a moment later in a long one.
    pub fn row_window(self) -> RowWindow {
        let total = self.total();
        let (window, row_px) = self.window.get();
        let records = self.with_catalogue(|catalogue| catalogue.directory.cities().len());
        let rows = if records <= WHOLE_LIST_LIMIT {
            0..total
        } else {
            window.start.min(total)..window.end.min(total)
        };
        RowWindow {
            rows,
            total,
            row_px,
        }
    }

    /// Begins the list anew; what a row's height was measured to be stays.
    pub(super) fn begin_list(self) {
        self.window.update(|(rows, _)| *rows = 0..WINDOW_ROWS);
        self.complete_list_soon();
    }

    /// Makes a list whole that is to be, once the reader has stopped for a moment.
    pub(super) fn complete_list_soon(self) {
        let complete = move || {
            let RowWindow { rows, total, .. } = untrack(|| self.row_window());
            if total <= WHOLE_LIST_LIMIT && rows.len() < total {
                self.window.update(|(rows, _)| *rows = 0..WHOLE_LIST_LIMIT);
            }
        };
        self.pause.with_value(|pause| pause.run(complete));
    }

    /// Measures once how high a row is, so that a list of which not all stands in the document has
    /// its whole length from the start.
    pub fn measure_rows(self) {
        let window = self.row_window();
        let is_part = window.rows.len() < window.total;
        // To measure makes the browser lay the page out, which takes longer than all the rest.
        if is_part
            && window.row_px.is_none()
            && let Some(row_px) = platform::row_height_px()
        {
            self.window.update(|(_, known)| *known = Some(row_px));
        }
    }

    /// Brings other rows into the document; `row_px` stands for each that is not.
    pub fn show_rows(self, rows: Range<usize>, row_px: f64) {
        self.window.set((rows, Some(row_px)));
    }
}
