//! The system's dialogs, opened from Rust: the page gets a path as text and never a file.

use caseward_casework::{CommandError, ErrorCode};
use serde::Deserialize;
use tauri::{AppHandle, Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

/// What the file is for, which decides the files that the dialog offers.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Tracker,
    Census,
    Mapping,
    /// A file that will be written: child ids beside references.
    KeyList,
    /// A file that will be written: review dates.
    Calendar,
    ActionPlan,
    /// A file that will be written: the action plan.
    ActionPlanCopy,
}

/// The folder that the person chose; `None` if they chose none.
#[tauri::command]
pub async fn choose_folder<R: Runtime>(app: AppHandle<R>, window: WebviewWindow<R>) -> Option<String> {
    let dialog = app.dialog().file().set_parent(&window).set_title("Choose a folder").set_can_create_directories(true);
    chosen(move || dialog.blocking_pick_folder()).await
}

/// The file that the person chose; `None` if they chose none.
#[tauri::command]
pub async fn choose_file<R: Runtime>(app: AppHandle<R>, window: WebviewWindow<R>, kind: FileKind) -> Option<String> {
    let dialog = offer(app.dialog().file().set_parent(&window), kind);
    chosen(move || match kind {
        FileKind::KeyList | FileKind::Calendar | FileKind::ActionPlanCopy => dialog.blocking_save_file(),
        FileKind::Tracker | FileKind::Census | FileKind::Mapping | FileKind::ActionPlan => dialog.blocking_pick_file(),
    })
    .await
}

/// Opens the system's print dialog on the page as it stands.
#[tauri::command]
pub fn print_page<R: Runtime>(window: WebviewWindow<R>) -> Result<(), CommandError> {
    let no_printer =
        |_| CommandError::new(ErrorCode::Refused, "The print dialog could not be opened. Check that a printer is set up.");
    window.print().map_err(no_printer)
}

fn offer<R: Runtime>(dialog: FileDialogBuilder<R>, kind: FileKind) -> FileDialogBuilder<R> {
    match kind {
        FileKind::Tracker => dialog
            .set_title("Choose a tracker")
            .add_filter("Workbooks and CSV files", &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv"]),
        FileKind::ActionPlan => dialog
            .set_title("Choose an action plan")
            .add_filter("Workbooks and CSV files", &["xlsx", "xlsm", "xls", "ods", "csv"]),
        FileKind::ActionPlanCopy => {
            dialog.set_title("Where to save the action plan").set_file_name("action-plan.xlsx").add_filter("Workbooks", &["xlsx"])
        }
        FileKind::Census => dialog.set_title("Choose a census file").add_filter("Census files", &["xml"]),
        FileKind::Mapping => dialog.set_title("Choose a mapping file").add_filter("Mapping files", &["json", "csv", "txt"]),
        FileKind::KeyList => {
            dialog.set_title("Where to keep the key list").set_file_name("key-list.csv").add_filter("CSV files", &["csv"])
        }
        FileKind::Calendar => {
            dialog.set_title("Where to save the calendar").set_file_name("reviews.ics").add_filter("Calendar files", &["ics"])
        }
    }
}

/// Waits for the person away from the thread that draws the window.
async fn chosen(ask: impl FnOnce() -> Option<FilePath> + Send + 'static) -> Option<String> {
    let path = tauri::async_runtime::spawn_blocking(ask).await.ok().flatten()?;
    Some(path.into_path().ok()?.to_string_lossy().into_owned())
}
