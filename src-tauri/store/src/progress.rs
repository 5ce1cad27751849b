//! How far a long job has come, and whether somebody wants it stopped. Shared by the one who works and those who watch:
//! nobody waits for anybody.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

use crate::error::StoreError;

/// What a job counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Cases,
    Events,
    Decisions,
    Pages,
    Rows,
    Tables,
}

impl Counted {
    const ALL: [Counted; 6] =
        [Counted::Cases, Counted::Events, Counted::Decisions, Counted::Pages, Counted::Rows, Counted::Tables];

    /// As in "1,204 of 20,000 cases".
    pub fn as_str(self) -> &'static str {
        match self {
            Counted::Cases => "cases",
            Counted::Events => "events",
            Counted::Decisions => "decisions",
            Counted::Pages => "pages",
            Counted::Rows => "rows",
            Counted::Tables => "tables",
        }
    }
}

/// One job at a time. A total of 0 means that no job counts now.
#[derive(Debug, Default)]
pub struct Progress {
    counted: AtomicU8,
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// A job, or the next part of one, begins. A wish to stop holds for all of its parts.
    pub fn begin(&self, counted: Counted, total: u64) {
        self.done.store(0, Ordering::Relaxed);
        let place = Counted::ALL.iter().position(|other| *other == counted).unwrap_or(0);
        self.counted.store(u8::try_from(place).unwrap_or(0), Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more is done. Answers [`StoreError::Cancelled`] when somebody wants the job stopped: the caller gives up what
    /// it began.
    pub fn step(&self) -> Result<(), StoreError> {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// So many are done.
    pub fn reach(&self, done: u64) -> Result<(), StoreError> {
        self.done.store(done, Ordering::Relaxed);
        self.go_on()
    }

    fn go_on(&self) -> Result<(), StoreError> {
        if self.cancelled.load(Ordering::Relaxed) { Err(StoreError::Cancelled) } else { Ok(()) }
    }

    /// No job counts any more, and a wish to stop the last one is no wish to stop the next.
    pub fn end(&self) {
        self.total.store(0, Ordering::Relaxed);
        self.cancelled.store(false, Ordering::Relaxed);
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// What is counted, how many are done, of how many; `None` while no job counts.
    pub fn now(&self) -> Option<(Counted, u64, u64)> {
        let total = self.total.load(Ordering::Relaxed);
        let counted = Counted::ALL.get(usize::from(self.counted.load(Ordering::Relaxed))).copied()?;
        (total > 0).then(|| (counted, self.done.load(Ordering::Relaxed).min(total), total))
    }
}
