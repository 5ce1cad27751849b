//! One command per verb, made from the one list, as an inlined plugin so that each has a permission.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use caseward_casework::{CommandError, Desk, ErrorCode, call};
use serde_json::Value;
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{AppHandle, Manager as _, Runtime, State};

use crate::{dialog, job, log, window};

/// The register that this window works at. One verb at a time: the store takes one writer.
type SharedDesk = Arc<Mutex<Desk>>;

macro_rules! with_verbs {
    ($($verb:ident($request:ident) -> $view:ident;)*) => {
        $(
            #[tauri::command]
            async fn $verb(desk: State<'_, SharedDesk>, request: Value) -> Result<Value, CommandError> {
                ask(&desk, stringify!($verb), request).await
            }
        )*

        /// The desk over a register folder; `None` is the one in the user's own data folder.
        pub fn desk<R: Runtime>(register: Option<PathBuf>) -> TauriPlugin<R> {
            Builder::new("desk")
                .invoke_handler(tauri::generate_handler![
                    $($verb,)*
                    dialog::choose_folder,
                    dialog::choose_file,
                    dialog::print_page,
                    job::job_progress,
                    job::cancel_job,
                ])
                .setup(move |app, _| Ok(lay_out(app, register)?))
                .build()
        }
    };
}
include!("../casework/src/verbs.in");

fn lay_out<R: Runtime>(app: &AppHandle<R>, register: Option<PathBuf>) -> tauri::Result<()> {
    let folder = match register {
        Some(folder) => folder,
        None => window::own_register(app)?,
    };
    let desk = Desk::new(folder);
    app.manage(desk.progress());
    app.manage::<SharedDesk>(Arc::new(Mutex::new(desk)));
    Ok(())
}

/// Calls a verb away from the thread that draws the window, and notes its name and how it ended.
async fn ask(desk: &SharedDesk, verb: &'static str, request: Value) -> Result<Value, CommandError> {
    let desk = Arc::clone(desk);
    let called = tauri::async_runtime::spawn_blocking(move || match desk.lock() {
        Ok(mut desk) => call(&mut desk, verb, request),
        Err(_) => Err(stopped()),
    });
    let answer = called.await.unwrap_or_else(|_| Err(stopped()));
    log::note(verb, answer.as_ref().err().map(|refusal| refusal.code));
    answer
}

/// A verb stopped in the middle. Its transaction is rolled back; the desk is not used again.
fn stopped() -> CommandError {
    CommandError::new(
        ErrorCode::Register,
        "Caseward stopped in the middle of that and changed nothing. Close the window and open it again.",
    )
}
