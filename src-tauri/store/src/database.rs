//! Opening the database: the key, the pragmas, the schema. A file that cannot be used is refused with its own words and
//! left byte for byte as it was; nothing is ever deleted to recover.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::keys::RegisterKey;

/// Migrations in order. The version of a register is how many have run.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_register.sql"),
    include_str!("migrations/0002_oversight.sql"),
    include_str!("migrations/0003_action_plan.sql"),
    include_str!("migrations/0004_sharing.sql"),
    include_str!("migrations/0005_samples.sql"),
    include_str!("migrations/0006_rests.sql"),
];

/// "CASE" as a number: says whose file it is.
const APPLICATION_ID: i32 = 0x4341_5345;

pub(crate) fn create(path: &Path, key: &RegisterKey) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    unlock(&connection, key)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    prepare(&connection)?;
    migrate(&connection, 0)?;
    Ok(connection)
}

pub(crate) fn open(path: &Path, key: &RegisterKey) -> Result<Connection, StoreError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreError::NoRegister),
        Err(error) => return Err(error.into()),
        Ok(found) if found.len() == 0 => return Err(StoreError::ZeroLength),
        // SQLCipher's pages are 4,096 bytes; a shorter file is cut off.
        Ok(found) if found.len() < 4_096 => return Err(StoreError::Damaged),
        Ok(_) => {}
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(&connection, key)?;
    let version: usize = connection
        .query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))
        .map_err(StoreError::from)?
        .try_into()
        .map_err(|_| StoreError::Damaged)?;
    if version > MIGRATIONS.len() {
        return Err(StoreError::Newer);
    }
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::Damaged);
    }
    prepare(&connection)?;
    migrate(&connection, version)?;
    Ok(connection)
}

fn unlock(connection: &Connection, key: &RegisterKey) -> Result<(), StoreError> {
    // What SQLCipher would print of a wrong key, the caller says in words.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.pragma_update(None, "key", key.to_pragma().as_str())?;
    Ok(())
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA cipher_memory_security = OFF;",
    )?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

fn migrate(connection: &Connection, version: usize) -> Result<(), StoreError> {
    for (place, migration) in MIGRATIONS.iter().enumerate().skip(version) {
        connection.execute_batch(&format!("BEGIN IMMEDIATE; {migration}; PRAGMA user_version = {}; COMMIT;", place + 1))?;
    }
    Ok(())
}
