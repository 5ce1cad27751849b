//! The one window: its place on the screen is remembered, and it goes nowhere but to its own pages.
#![allow(clippy::disallowed_methods, reason = "the webview looks in the environment for a driver, and so must we")]

use std::path::PathBuf;

use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Runtime, Url, WebviewWindowBuilder};
use tauri_plugin_window_state::{Builder, StateFlags};

const MAIN: &str = "main";

/// Opens the window that `tauri.conf.json` describes.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let described = app.config().app.windows.iter().find(|window| window.label == MAIN).cloned();
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, &described)?
        // A driven window cannot also be a private one: WebKitGTK lends only its shared context to a driver.
        .incognito(described.incognito && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    Ok(())
}

/// Brings the window to the front, when Caseward is started a second time.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Remembers size, place and whether it filled the screen.
pub fn state<R: Runtime>() -> TauriPlugin<R> {
    Builder::new().with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED).build()
}

/// The register in the user's own data folder, on this machine only.
pub fn own_register<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<PathBuf> {
    Ok(app.path().local_data_dir()?.join("Caseward").join("register"))
}

fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // What Windows uses in place of a scheme of our own.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_to_its_own_pages_and_nowhere_else() {
        let goes = |text: &str| is_own_page(&text.parse().unwrap());
        assert!(goes("tauri://localhost/index.html#/flags"));
        assert!(goes("http://tauri.localhost/"));
        for elsewhere in [
            "https://example.org/",
            "http://localhost:1420/",
            "file:///etc/passwd",
            "tauri://elsewhere/",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }
}
