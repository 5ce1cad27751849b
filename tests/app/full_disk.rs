//! Whatever leaves is there whole or not at all: nothing is left where a file did not fit, and nothing is remembered as given.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicI64, Ordering};

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{CommandError, Desk, call};
use chrono::{TimeZone, Utc};
use serde_json::{Value, json};

use crate::bad_input::SmallDisk;
use crate::office::{MANAGER, at, id_in};

/// Asked of the program of these tests, so that it does as a process of its own what must not happen to its other tests.
const UNDER_A_LIMIT: &str = "under a limit of the size of files";
const PAGE: u64 = 4_096;

#[test]
fn on_a_full_disk_nothing_leaves_by_halves() {
    let Some(disk) = SmallDisk::of("8m") else { return };
    let place = disk.0.path().to_owned();
    nothing_leaves_by_halves(&place, "The disk is full. Nothing was saved.", |sizes| match sizes {
        // All but the end of it would fit: two pages, for the next files may be some bytes shorter.
        Some(sizes) => fill(&place, sizes.iter().map(|size| size.div_ceil(PAGE)).sum::<u64>().saturating_sub(2) * PAGE),
        None => std::fs::remove_file(place.join(FILLER)).unwrap(),
    });
}

#[test]
fn where_a_file_may_not_grow_nothing_leaves_by_halves() {
    if Command::new("prlimit").arg("--version").output().is_err() {
        let _ = writeln!(std::io::stderr(), "NOT TESTED: there is no prlimit here, so no file was kept from growing.");
        return;
    }
    if std::env::args().any(|argument| argument == UNDER_A_LIMIT) {
        let folder = tempfile::tempdir().unwrap();
        let says = "The register could not be read or written (FileTooLarge).";
        // The largest would fit but for its end.
        nothing_leaves_by_halves(folder.path(), says, |sizes| match sizes {
            Some(sizes) => limit(&format!("{}:unlimited", sizes.iter().max().unwrap() * 9 / 10)),
            None => limit("unlimited:unlimited"),
        });
        return;
    }
    // The signal that comes with the refusal would end the program before it can say anything.
    let ran = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full_disk::where_a_file_may_not_grow_nothing_leaves_by_halves", UNDER_A_LIMIT, "--nocapture"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&ran.stderr));
}

fn limit(size: &str) {
    let done = Command::new("prlimit").args([format!("--pid={}", std::process::id()), format!("--fsize={size}")]).status();
    assert!(done.unwrap().success());
}

const FILLER: &str = "filler";

/// Fills a disk so that only this many bytes are free.
fn fill(disk: &Path, free: u64) {
    let path = disk.join(FILLER);
    let _ = std::fs::remove_file(&path);
    let mut filler = std::fs::File::create(&path).unwrap();
    while filler.write(&[0; PAGE as usize]).is_ok_and(|written| written > 0) {}
    let full = filler.metadata().unwrap().len();
    filler.set_len(full - free).unwrap();
}

/// A way for files to leave, and how much it wrote where there was room.
struct Leaves {
    what: &'static str,
    verb: &'static str,
    request: Value,
    /// A file of this name instead of a folder.
    file: Option<&'static str>,
    sizes: Vec<u64>,
}

impl Leaves {
    fn into(verb: &'static str, what: &'static str, request: Value) -> Self {
        Self { what, verb, request, file: None, sizes: Vec::new() }
    }

    fn go(&self, desk: &mut Desk, folder: &Path) -> Result<Value, CommandError> {
        let mut request = self.request.clone();
        match self.file {
            Some(name) => request["path"] = json!(folder.join(name)),
            None => request["directory"] = json!(folder),
        }
        call(desk, self.verb, request)
    }

    /// Where there is room; tables that the rules for packs refuse are left out.
    fn measure(mut self, desk: &mut Desk, folder: &Path) -> Self {
        std::fs::create_dir(folder).unwrap();
        while let Err(refused) = self.go(desk, folder) {
            let id = refused.fields.iter().find(|field| field.field == "leave_out").unwrap_or_else(|| panic!("{refused}"));
            self.request["leave_out"].as_array_mut().unwrap().push(json!(id.message));
        }
        self.sizes = files_in(folder).iter().map(|path| path.metadata().unwrap().len()).collect();
        assert!(!self.sizes.is_empty());
        self
    }
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Takes room away for so many files of these sizes, or gives all of it back.
fn nothing_leaves_by_halves(place: &Path, says: &str, mut room_for: impl FnMut(Option<&[u64]>)) {
    let town = tempfile::tempdir().unwrap();
    let seconds = AtomicI64::new(at("2026-11-23").timestamp());
    let now = move || Utc.timestamp_opt(seconds.fetch_add(1, Ordering::SeqCst), 0).unwrap();
    let desk = &mut Desk::with_clock(town.path().join("register"), Box::new(now));
    demo(desk, 60, 11, &mut |_, _| {}).unwrap();
    call(desk, "sign_out", json!({})).unwrap();
    let people = call(desk, "register_status", json!({})).unwrap();
    let maria = id_in(&people, MANAGER);
    call(desk, "sign_in", json!({"person_id": maria, "passphrase": DEMONSTRATION_PASSPHRASE})).unwrap();
    let drawn = json!({"title": "Quality of plans", "cases": "open_on", "on": "20 11 2026", "stratify_by": ["level"],
        "allocation": "proportionate", "size": "10", "seed": "a full disk"});
    let sample = call(desk, "draw_sample", drawn).unwrap();
    let pack = |profile: &str| json!({"from": "1 7 2026", "to": "30 9 2026", "profile": profile, "leave_out": []});
    let leaves = [
        Leaves::into("make_pack", "a pack for inside", pack("internal")),
        Leaves::into("make_pack", "a pack for partners", pack("partners")),
        Leaves::into("make_pack", "a pack for the public", pack("public")),
        Leaves::into("export_inspection_pack", "the inspection pack", json!({"as_at": "30 9 2026"})),
        Leaves::into("export_sample", "a sample", json!({"id": sample["id"]})),
        Leaves { file: Some("plan.xlsx"), ..Leaves::into("export_action_plan", "the action plan", json!({})) },
        Leaves { file: Some("reviews.ics"), ..Leaves::into("export_calendar", "the calendar", json!({"whose": "all"})) },
    ];
    let mut measured = 0;
    let leaves = leaves.map(|leaves| {
        measured += 1;
        leaves.measure(desk, &town.path().join(measured.to_string()))
    });
    let known = |desk: &mut Desk| {
        let head = call(desk, "verify_register", json!({})).unwrap()["head"].clone();
        (head, call(desk, "list_packs", json!({})).unwrap()["packs"].clone())
    };
    let out = place.join("out");
    std::fs::create_dir(&out).unwrap();
    for way in &leaves {
        let before = known(desk);
        room_for(Some(&way.sizes));
        let refused = way.go(desk, &out).expect_err(way.what).to_string();
        assert!(refused.starts_with(says) && refused.ends_with('.'), "{}: {refused}", way.what);
        assert_eq!(files_in(&out), Vec::<PathBuf>::new(), "{}", way.what);
        room_for(None);
        assert_eq!(known(desk), before, "{}: nothing is remembered as given", way.what);
    }
    for way in &leaves {
        way.go(desk, &out).unwrap_or_else(|refused| panic!("{} once there is room: {refused}", way.what));
    }
}
