//! An open register: the connection, and the lock on its folder.

use std::path::Path;

use caseward_domain::calendar::Calendar;
use caseward_domain::id::CaseId;
use caseward_domain::policy::PolicyHistory;
use chrono::NaiveDate;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, TransactionBehavior};
use serde_json::Value;

use crate::audit::{self, Event, Head};
use crate::database;
use crate::error::StoreError;
use crate::folder::{Folder, Lock};
use crate::keys::RegisterKey;
use crate::progress::{Counted, Progress};
use crate::records::Records;

/// 4 MB: often enough to say how far it is, seldom enough to cost nothing.
const PAGES_AT_ONCE: i32 = 1_024;

pub struct Register {
    connection: Connection,
    folder: Folder,
    _lock: Lock,
    rules: Rules,
}

/// What the duty function needs beside a case: read once, and again after a write that changes it.
#[derive(Clone, Debug)]
pub struct Rules {
    pub policies: PolicyHistory,
    pub calendar: Calendar,
}

/// What a write did: its view, and what the audit event says of it.
pub struct Written<T> {
    pub view: T,
    pub case: Option<CaseId>,
    /// Ids, codes and field names; never the words of a record.
    pub payload: Value,
}

impl Register {
    /// Makes a new, empty register in the folder. The key file is the caller's to write first.
    pub fn create(
        folder: &Folder,
        key: &RegisterKey,
        seed: impl FnOnce(&Records<'_>) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let lock = folder.lock()?;
        if folder.database().exists() {
            return Err(StoreError::AlreadyThere);
        }
        let mut connection = database::create(&folder.database(), key)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        seed(&Records::new(&transaction))?;
        transaction.commit()?;
        let rules = Records::new(&connection).rules()?;
        Ok(Self { connection, folder: folder.clone(), _lock: lock, rules })
    }

    pub fn open(folder: &Folder, key: &RegisterKey) -> Result<Self, StoreError> {
        if !folder.has_register() {
            return Err(StoreError::NoRegister);
        }
        let lock = folder.lock()?;
        let connection = database::open(&folder.database(), key)?;
        let rules = Records::new(&connection).rules()?;
        Ok(Self { connection, folder: folder.clone(), _lock: lock, rules })
    }

    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    pub fn read(&self) -> Records<'_> {
        Records::new(&self.connection)
    }

    /// The one door for writes: the change, its duties and one audit event commit together, or nothing does.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        event: &Event,
        write: impl FnOnce(&Records<'_>, &Rules) -> Result<Written<T>, E>,
    ) -> Result<T, E> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let written = write(&Records::new(&transaction), &self.rules)?;
        audit::append(&transaction, event, written.case, &written.payload)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(written.view)
    }

    /// Works out the duties of every case again. They follow from the record, so no event is written.
    pub fn rewrite_all_duties(&mut self, today: NaiveDate, progress: &Progress) -> Result<(), StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Records::new(&transaction).rewrite_all_duties(&self.rules, today, progress)?;
        transaction.commit()?;
        Ok(())
    }

    /// Reads policies and bank holidays again, after a write that changed them.
    pub fn reload_rules(&mut self) -> Result<(), StoreError> {
        self.rules = self.read().rules()?;
        Ok(())
    }

    pub fn head(&self) -> Result<Head, StoreError> {
        audit::head(&self.connection)
    }

    pub fn first_bad_event(&self, progress: &Progress) -> Result<Option<i64>, StoreError> {
        audit::first_bad_event(&self.connection, progress)
    }

    /// Changes the key that the file is encrypted under. Run between [`crate::keys::KeyFile::rotate`] and
    /// `finish_rotation`, so that a crash leaves a key file that opens it either way.
    pub fn rekey(&self, key: &RegisterKey) -> Result<(), StoreError> {
        self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        self.connection.pragma_update(None, "rekey", key.to_pragma().as_str())?;
        Ok(())
    }

    /// Sentences that say what is wrong with the file itself; empty when all is well.
    pub fn check_file(&self) -> Result<Vec<String>, StoreError> {
        let mut problems = Vec::new();
        for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            let mut statement = self.connection.prepare(pragma)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let said: String = row.get::<_, rusqlite::types::Value>(0).map(|v| match v {
                    rusqlite::types::Value::Text(text) => text,
                    _ => "a row that points at nothing".to_owned(),
                })?;
                if said != "ok" {
                    problems.push(format!("The register file is damaged: {said}."));
                }
            }
        }
        Ok(problems)
    }

    /// Copies the register, page by page and still encrypted under the same key, to a new file.
    pub fn copy_to(&self, path: &Path, key: &RegisterKey, progress: &Progress) -> Result<u64, StoreError> {
        if path.exists() {
            return Err(StoreError::BackupThere(path.to_owned()));
        }
        let copied = self.copy_pages(path, key, progress);
        if copied.is_err() {
            // Only what this call began to write.
            let _ = std::fs::remove_file(path);
        }
        copied
    }

    fn copy_pages(&self, path: &Path, key: &RegisterKey, progress: &Progress) -> Result<u64, StoreError> {
        let mut copy = Connection::open(path)?;
        copy.pragma_update(None, "key", key.to_pragma().as_str())?;
        let backup = Backup::new(&self.connection, &mut copy)?;
        progress.reach(0)?;
        while backup.step(PAGES_AT_ONCE)? != StepResult::Done {
            let pages = backup.progress();
            let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
            progress.begin(Counted::Pages, count(pages.pagecount));
            progress.reach(count(pages.pagecount - pages.remaining))?;
        }
        drop(backup);
        copy.execute_batch("PRAGMA journal_mode = DELETE")?;
        drop(copy);
        Ok(std::fs::metadata(path)?.len())
    }

    /// The plain connection, for the bench that compares with bare SQL and for tests that damage a register on purpose.
    pub fn bare(&self) -> &Connection {
        &self.connection
    }
}
