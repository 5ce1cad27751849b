//! What can be asked of a register's tables. Each table's file holds all about that table.

use rusqlite::{Connection, Row};

use crate::error::StoreError;

/// The tables, through one connection or one transaction.
#[derive(Clone, Copy)]
pub struct Records<'a> {
    pub(crate) connection: &'a Connection,
}

impl<'a> Records<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection }
    }
}

/// Runs the statement of a file under `src/sql` and gives the number of rows it changed.
macro_rules! execute {
    ($records:expr, $name:literal, { $($key:literal: $value:expr),* $(,)? }) => {
        match $records.connection.prepare_cached(crate::sql::sql!($name)) {
            Ok(mut statement) => {
                statement.execute(rusqlite::named_params! { $($key: $value),* }).map_err(crate::StoreError::from)
            }
            Err(error) => Err(crate::StoreError::from(error)),
        }
    };
}
pub(crate) use execute;

/// Runs the query of a file under `src/sql` and gives every row, each made by a function of the row.
macro_rules! rows {
    ($records:expr, $name:literal, { $($key:literal: $value:expr),* $(,)? }, $read:expr) => {{
        let mut statement = $records.connection.prepare_cached(crate::sql::sql!($name))?;
        let mut found = statement.query(rusqlite::named_params! { $($key: $value),* })?;
        let mut made = Vec::new();
        #[allow(unused_mut, reason = "a reader that remembers its columns changes itself; a plain function does not")]
        let mut read = $read;
        while let Some(row) = found.next()? {
            made.push(read(row)?);
        }
        made
    }};
}
pub(crate) use rows;

/// Where the columns of a query stand. They are found by name once a query: a name is looked for in all of them, and once
/// a row that costs more than reading it.
macro_rules! columns {
    ($name:ident { $($column:ident),* $(,)? }) => {
        struct $name {
            $($column: usize,)*
        }

        impl $name {
            fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let statement: &rusqlite::Statement<'_> = row.as_ref();
                Ok(Self { $($column: statement.column_index(stringify!($column))?,)* })
            }
        }
    };
}
pub(crate) use columns;

/// A reader of rows that finds the columns at the first.
pub(crate) fn by_columns<C, T>(
    columns: fn(&Row<'_>) -> rusqlite::Result<C>,
    read: fn(&Row<'_>, &C) -> Result<T, StoreError>,
) -> impl FnMut(&Row<'_>) -> Result<T, StoreError> {
    let mut found = None;
    move |row| match &found {
        Some(columns) => read(row, columns),
        None => read(row, found.insert(columns(row)?)),
    }
}
