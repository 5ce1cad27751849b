//! Whether a comment may come in: nothing in it may point at a child, neither this row's nor another's.

use crate::ChildId;
use crate::field::Field;
use crate::header::Columns;
use crate::sheet::{Cell, Row};
use caseward_screen::{find, name_parts, words};
use chrono::NaiveDate;
use std::collections::HashSet;

/// An id of fewer characters is too like a number to be looked for in text.
const SHORTEST_ID: usize = 5;

/// The children of the whole file, by the parts of their names and by their ids.
pub(crate) struct Others {
    names: HashSet<String>,
    ids: HashSet<ChildId>,
}

impl Others {
    pub(crate) fn gather(rows: &[&Row], columns: &Columns) -> Others {
        let id_column = columns.one(Field::ChildId);
        let mut others = Others { names: HashSet::new(), ids: HashSet::new() };
        for row in rows {
            others.names.extend(names(row, columns).iter().flat_map(|n| name_parts(n)));
            let id = id_column.and_then(|c| row.cell(c.index)).and_then(Cell::shown);
            others.ids.extend(id.and_then(|id| lookup_id(&id)));
        }
        others
    }

    /// Whether the text names a child of the file: an id, or a part of a name written with a capital.
    fn are_named_in(&self, text: &str) -> bool {
        words(text).iter().any(|w| {
            (w.capital && self.names.contains(&w.folded)) || lookup_id(&w.folded).is_some_and(|id| self.ids.contains(&id))
        })
    }
}

/// The names in a row.
pub(crate) fn names(row: &Row, columns: &Columns) -> Vec<String> {
    columns.all(Field::Name).iter().filter_map(|c| row.cell(c.index)?.shown()).collect()
}

/// Whether a comment holds nothing personal.
pub(crate) fn is_clear(text: &str, row_names: &[String], others: &Others, today: NaiveDate) -> bool {
    let row_names: Vec<&str> = row_names.iter().map(String::as_str).collect();
    find(text, &row_names, today).is_empty() && !others.are_named_in(text)
}

fn lookup_id(text: &str) -> Option<ChildId> {
    ChildId::parse(&text.to_lowercase()).filter(|id| id.expose().chars().count() >= SHORTEST_ID)
}
