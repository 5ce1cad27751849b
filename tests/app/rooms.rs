//! The rooms and their arrows: who may name whom.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may name.
const ARROWS: &[(&str, &[&str])] = &[
    (".", &["casework"]),
    ("src-tauri/cli", &["casework"]),
    ("src-tauri/casework", &["store", "intake", "report", "paper", "domain", "screen", "disclosure"]),
    ("src-tauri/store", &["domain"]),
    ("src-tauri/intake", &["domain", "screen"]),
    ("src-tauri/report", &["domain", "disclosure"]),
    ("src-tauri/paper", &["report"]),
    ("src-tauri/domain", &[]),
    ("src-tauri/screen", &[]),
    ("src-tauri/disclosure", &[]),
];

/// What only one room may name.
const KEPT: &[(&str, &str)] = &[
    ("tauri", "."),
    ("rusqlite", "src-tauri/store"),
    ("ed25519-dalek", "src-tauri/store"),
    ("calamine", "src-tauri/intake"),
    ("rust_xlsxwriter", "src-tauri/report"),
    ("typst", "src-tauri/paper"),
    ("typst-layout", "src-tauri/paper"),
    ("typst-pdf", "src-tauri/paper"),
    ("getrandom", "src-tauri/casework"),
    ("clap", "src-tauri/cli"),
    ("microlp", "src-tauri/disclosure"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The names under `[dependencies]`: what a room is built on, tests apart.
fn dependencies(room: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join(room).join("Cargo.toml")).unwrap();
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]";
        } else if inside && let Some(name) = line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty()) {
            names.insert(name.to_owned());
        }
    }
    assert!(!names.is_empty(), "{room} has no dependencies: is its Cargo.toml read rightly?");
    names
}

#[test]
fn arrows_point_one_way() {
    for (room, allowed) in ARROWS {
        let named = dependencies(room).into_iter().filter_map(|name| name.strip_prefix("caseward-").map(str::to_owned));
        for other in named {
            assert!(allowed.contains(&other.as_str()), "{room} must not name {other}");
        }
    }
}

#[test]
fn every_room_is_in_the_list() {
    let members = std::fs::read_dir(root().join("src-tauri")).unwrap().map(|entry| entry.unwrap().path());
    let rooms = members.filter(|path| path.join("Cargo.toml").exists());
    for room in rooms {
        let name = format!("src-tauri/{}", room.file_name().unwrap().to_string_lossy());
        assert!(ARROWS.iter().any(|(known, _)| *known == name), "{name} is in no arrow");
    }
}

#[test]
fn each_part_is_named_by_one_room_only() {
    for (part, keeper) in KEPT {
        for (room, _) in ARROWS {
            assert!(room == keeper || !dependencies(room).contains(*part), "{room} must not name {part}");
        }
        assert!(dependencies(keeper).contains(*part), "{keeper} no longer names {part}: take it off the list");
    }
}

#[test]
fn sql_stands_only_in_the_store() {
    let mut found = Vec::new();
    for (room, _) in ARROWS.iter().filter(|(room, _)| *room != "src-tauri/store") {
        let source = if *room == "." { root().join("src-tauri/src") } else { root().join(room).join("src") };
        visit(&source, &mut |path, text| {
            // Tests of a verb may damage the register from below.
            let text = text.split("#[cfg(test)]").next().unwrap();
            for word in ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA "] {
                if text.contains(&format!("\"{word}")) {
                    found.push(format!("{}: {word}", path.display()));
                }
            }
        });
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn one_folder_of_the_pages_imports_tauri() {
    let mut found = Vec::new();
    visit(&root().join("ui/src"), &mut |path, text| {
        if text.contains("@tauri-apps/") && !path.starts_with(root().join("ui/src/api")) {
            found.push(path.display().to_string());
        }
    });
    assert!(found.is_empty(), "{found:?}");
}

fn visit(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, see);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            see(&path, &text);
        }
    }
}
