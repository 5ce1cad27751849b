//! The window: one webview that may ask the desk and nothing else. The only crate that names Tauri.

mod arguments;
mod commands;
mod dialog;
mod job;
mod log;
mod window;

use std::process::ExitCode;

pub use commands::desk;
use tauri::{Context, Runtime};

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(refusal) => return refusal.say(),
    };
    let opened = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .plugin(log::plugin())
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::state())
        .plugin(desk(arguments.register))
        .setup(|app| Ok(window::open(app.handle())?))
        .run(context());
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Caseward could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The configuration, the pages and the permissions, as `tauri.conf.json` and `build.rs` set them.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}
