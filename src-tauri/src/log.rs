//! A log file in the application's log folder: names of verbs and codes of refusals, and never a word of a case.

use caseward_casework::ErrorCode;
use tauri::Runtime;
use tauri::plugin::TauriPlugin;
use tauri_plugin_log::log::{LevelFilter, info};
use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};

/// Only records with this target are kept: what other crates would say is not known to be free of case text.
const OURS: &str = "caseward";
const MOST_BYTES: u128 = 1_000_000;

pub fn plugin<R: Runtime>() -> TauriPlugin<R> {
    Builder::new()
        .level(LevelFilter::Off)
        .level_for(OURS, LevelFilter::Info)
        .filter(|record| record.target() == OURS)
        .targets([Target::new(TargetKind::LogDir { file_name: Some("caseward".to_owned()) })])
        .max_file_size(MOST_BYTES)
        .rotation_strategy(RotationStrategy::KeepOne)
        .build()
}

/// Notes that a verb was asked, and the code if it was refused.
pub fn note(verb: &str, refused: Option<ErrorCode>) {
    match refused {
        None => info!(target: OURS, "{verb}"),
        Some(code) => info!(target: OURS, "{verb} refused: {code:?}"),
    }
}
