//! The window. Everything it shows comes from `casework`; everything it does is asked of `casework`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    caseward::run()
}
