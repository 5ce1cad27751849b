//! What can be asked of a register's tables. Each table's file holds all about that table.

use rusqlite::Connection;

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
        while let Some(row) = found.next()? {
            made.push($read(row)?);
        }
        made
    }};
}
pub(crate) use rows;
