//! How far the verb that runs has come, and the wish to stop it. Neither waits for the desk.

use std::sync::Arc;

use caseward_casework::Progress;
use serde::Serialize;
use tauri::State;

/// As in "1,204 of 20,000 cases".
#[derive(Serialize)]
pub struct JobProgress {
    done: u64,
    total: u64,
    counted: &'static str,
}

/// `None` while nothing that counts is running.
#[tauri::command]
pub fn job_progress(progress: State<'_, Arc<Progress>>) -> Option<JobProgress> {
    let (counted, done, total) = progress.now()?;
    Some(JobProgress { done, total, counted: counted.as_str() })
}

/// The verb that runs stops at its next step and changes nothing.
#[tauri::command]
pub fn cancel_job(progress: State<'_, Arc<Progress>>) {
    progress.cancel();
}
