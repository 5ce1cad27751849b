//! The real configuration and the real permissions, with a window that is not drawn.

use caseward_casework::verbs;
use serde_json::json;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

const OWN_PAGE: &str = "tauri://localhost";

#[test]
fn every_verb_may_be_asked_from_the_window() {
    let (_folder, app) = app();
    let window = window(&app, "main");
    assert!(verbs().len() > 40);
    for verb in verbs() {
        let refusal = ask(&window, &format!("plugin:desk|{verb}"), OWN_PAGE).err().unwrap_or_default();
        let text = refusal.to_string();
        assert!(!text.contains("not allowed") && !text.contains("not found"), "{verb}: {text}");
    }
}

#[test]
fn a_verb_that_needs_nothing_answers_in_its_own_words() {
    let (_folder, app) = app();
    let window = window(&app, "main");
    let status = ask(&window, "plugin:desk|register_status", OWN_PAGE).unwrap();
    assert_eq!(status["state"], "none");
    let refusal = ask(&window, "plugin:desk|start_page", OWN_PAGE).unwrap_err();
    assert_eq!(refusal["code"], "not_signed_in");
}

#[test]
fn a_command_that_is_not_a_verb_is_refused() {
    let (_folder, app) = app();
    let window = window(&app, "main");
    for command in [
        "plugin:desk|read_everything",
        "plugin:desk|call",
        "register_status",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:event|listen",
        "plugin:fs|read_file",
        "plugin:dialog|open",
        "plugin:log|log",
    ] {
        let refusal = ask(&window, command, OWN_PAGE).expect_err(command).to_string();
        assert!(refusal.contains("not allowed") || refusal.contains("not found"), "{command}: {refusal}");
    }
}

#[test]
fn another_window_or_a_page_from_elsewhere_may_ask_nothing() {
    let (_folder, app) = app();
    let (main, other) = (window(&app, "main"), window(&app, "other"));
    for verb in verbs() {
        let command = format!("plugin:desk|{verb}");
        for refusal in [ask(&other, &command, OWN_PAGE), ask(&main, &command, "https://example.org")] {
            let refusal = refusal.expect_err(verb).to_string();
            assert!(refusal.contains("not allowed"), "{verb}: {refusal}");
        }
    }
}

#[test]
fn the_configuration_keeps_the_webview_shut() {
    let context = caseward::context::<MockRuntime>();
    let app = &context.config().app;
    let window = app.windows.iter().find(|window| window.label == "main").unwrap();
    assert!(!app.with_global_tauri && app.security.freeze_prototype);
    assert!(!app.security.asset_protocol.enable && window.incognito && !window.drag_drop_enabled);
    let csp = serde_json::to_value(app.security.csp.as_ref().unwrap()).unwrap();
    assert_eq!(csp["default-src"], "'self'");
    assert_eq!(csp["script-src"], "'self'");
    assert_eq!(csp["connect-src"], "ipc: http://ipc.localhost");
    assert_eq!(csp["frame-src"], "'none'");
    assert_eq!(csp["object-src"], "'none'");
}

/// The application over a folder that holds no register yet, and the folder, which lasts as long as it is held.
fn app() -> (TempDir, App<MockRuntime>) {
    let folder = tempfile::tempdir().unwrap();
    let desk = caseward::desk(Some(folder.path().join("register")));
    (folder, mock_builder().plugin(desk).build(caseward::context()).unwrap())
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, Default::default()).build().unwrap()
}

fn ask(window: &WebviewWindow<MockRuntime>, command: &str, page: &str) -> Result<serde_json::Value, serde_json::Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse().unwrap(),
        body: InvokeBody::Json(json!({"request": {}})),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_string(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}
