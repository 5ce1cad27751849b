//! Gives each verb its permission. The names are read out of the one list, `casework/src/verbs.in`, as text.

use std::error::Error;

const VERBS: &str = "src-tauri/casework/src/verbs.in";

/// Commands that only the window has: they open a dialog, or must not wait for the verb that runs.
const OF_THE_WINDOW: [&str; 5] = ["choose_folder", "choose_file", "print_page", "job_progress", "cancel_job"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={VERBS}");
    println!("cargo:rerun-if-changed=ui/dist");
    let list = std::fs::read_to_string(VERBS)?;
    let commands: Vec<&'static str> = verbs(&list).chain(OF_THE_WINDOW).map(|name| &*name.to_owned().leak()).collect();
    let desk = tauri_build::InlinedPlugin::new()
        .commands(commands.leak())
        .default_permission(tauri_build::DefaultPermissionRule::AllowAllCommands);
    tauri_build::try_build(tauri_build::Attributes::new().plugin("desk", desk))?;
    Ok(())
}

/// The name before the bracket of each line such as `sign_in(SignIn) -> SessionView;`.
fn verbs(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//") && line.ends_with(';'))
        .filter_map(|line| line.split_once('(').map(|(name, _)| name))
}
