//! What leaves the building: packs, the register of releases, answers to the public. One child more or less cannot be read from any.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{Desk, ErrorCode, call};
use caseward_disclosure::{Audience, Release, Series, Shown, attack, audit};
use caseward_store::keys::{KeyFile, Passphrase};
use caseward_store::{Folder, Register};
use chrono::{TimeZone, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::office::{MANAGER, Office, at, id_in};

const CASES: u32 = 500;

/// A demonstration with Maria at the desk.
struct Town {
    folder: TempDir,
    desk: Desk,
}

impl Town {
    fn of(cases: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let seconds = AtomicI64::new(at("2026-11-23").timestamp());
        let now = move || Utc.timestamp_opt(seconds.fetch_add(1, Ordering::SeqCst), 0).unwrap();
        let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(now));
        demo(&mut desk, cases, 11, &mut |_, _| {}).unwrap();
        let mut town = Self { folder, desk };
        town.sign_in();
        town
    }

    fn sign_in(&mut self) {
        call(&mut self.desk, "sign_out", json!({})).unwrap();
        let people = call(&mut self.desk, "register_status", json!({})).unwrap();
        let maria = id_in(&people, MANAGER);
        call(&mut self.desk, "sign_in", json!({"person_id": maria, "passphrase": DEMONSTRATION_PASSPHRASE})).unwrap();
    }

    fn ask(&mut self, verb: &str, request: Value) -> Value {
        call(&mut self.desk, verb, request).unwrap_or_else(|error| panic!("{verb}: {error}"))
    }

    fn refused(&mut self, verb: &str, request: Value) -> String {
        call(&mut self.desk, verb, request).expect_err(verb).to_string()
    }

    /// A pack of a quarter, written to a folder of its own; the summary that it showed. A table that the rules refuse is left out, as the
    /// refusal asks.
    fn pack(&mut self, from: &str, to: &str, profile: &str, name: &str) -> (Value, Value) {
        let mut request =
            json!({"from": from, "to": to, "profile": profile, "directory": self.folder.path().join(name), "leave_out": []});
        for _ in 0..14 {
            match call(&mut self.desk, "make_pack", request.clone()) {
                Ok(made) => return (self.ask("view_pack", json!({"pack_id": made["pack_id"]})), made),
                Err(error) => {
                    assert_eq!(error.code, ErrorCode::Refused, "{error}");
                    let id = error.fields.first().unwrap_or_else(|| panic!("{error}")).message.clone();
                    request["leave_out"].as_array_mut().unwrap().push(json!(id));
                }
            }
        }
        panic!("every table was refused")
    }

    /// The register of releases, read from the file.
    fn releases(&mut self) -> Vec<Release> {
        self.ask("sign_out", json!({}));
        let directory = self.folder.path().join("register");
        let key_file = KeyFile::read(&directory.join("keys.json")).unwrap();
        let (person, _) = key_file.people().next().unwrap();
        let unlocked = key_file.unlock(person, &Passphrase::new(DEMONSTRATION_PASSPHRASE.to_owned())).unwrap();
        let register = Register::open(&Folder::new(&directory), unlocked.register_key()).unwrap();
        let rows = register.read().releases("2000-01-01".parse().unwrap(), "2100-01-01".parse().unwrap()).unwrap();
        let releases = rows.iter().map(|row| serde_json::from_str(&row.body).unwrap()).collect();
        drop(register);
        self.sign_in();
        releases
    }

    fn open_case(&mut self, opened_on: &str) {
        let facts = json!({"sex": "F", "age_at_referral": "15", "models": ["online"], "referral_source": "6"});
        self.ask("open_case", json!({"opened_on": opened_on, "level": "high", "facts": facts}));
    }
}

/// Every number that is printed of a child, by table, row and column.
fn printed(summary: &Value) -> Vec<(String, u64)> {
    let tables = summary["tables"].as_array().unwrap().iter().filter(|table| table["id"] != "action-plan");
    let mut found = Vec::new();
    for table in tables {
        for row in table["rows"].as_array().unwrap() {
            for (column, cell) in row["cells"].as_array().unwrap().iter().enumerate() {
                if cell["cell"] == "count" {
                    found.push((format!("{} | {} | {column}", table["id"], row["label"]), cell["value"].as_u64().unwrap()));
                }
            }
        }
    }
    found
}

fn differ_by_at_least(before: &Value, after: &Value, least: u64) -> usize {
    let after = printed(after);
    let mut compared = 0;
    for (name, value) in printed(before) {
        if let Some((_, now)) = after.iter().find(|(other, _)| *other == name) {
            assert!(value == *now || value.abs_diff(*now) >= least, "{name}: {value} and {now}");
            compared += 1;
        }
    }
    compared
}

fn bytes_of(made: &Value) -> Vec<(String, Vec<u8>)> {
    let paths = made["files"].as_array().unwrap().iter().map(|path| Path::new(path.as_str().unwrap()));
    paths.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn one_child_more_cannot_be_read_from_the_public_packs_before_and_after() {
    let mut town = Town::of(CASES);
    let (spring, _) = town.pack("1 4 2026", "30 6 2026", "public", "spring");
    let (before, _) = town.pack("1 7 2026", "30 9 2026", "public", "before");
    town.open_case("15 9 2026");
    let (after, _) = town.pack("1 7 2026", "30 9 2026", "public", "after");
    assert!(differ_by_at_least(&before, &after, 5) > 30, "most numbers are shown in both");
    differ_by_at_least(&spring, &after, 5);
    let releases = town.releases();
    audit(&releases, Audience::Public).unwrap();
    let known = attack(&releases, Audience::Public).unwrap();
    let changes: Vec<_> = known.iter().filter(|known| known.change).collect();
    assert!(!changes.is_empty());
    for change in changes {
        assert!(!change.too_close, "{change:?}");
    }
}

#[test]
fn one_child_more_cannot_be_read_from_the_public_packs_of_two_quarters() {
    let mut town = Town::of(CASES);
    let (before, _) = town.pack("1 4 2026", "30 6 2026", "public", "before");
    // One came, and by the end of the next quarter it is one of many.
    town.open_case("15 6 2026");
    let (after, _) = town.pack("1 7 2026", "30 9 2026", "public", "after");
    differ_by_at_least(&before, &after, 5);
    let releases = town.releases();
    audit(&releases, Audience::Public).unwrap();
    let open = releases.iter().filter(|release| release.population.name == "Open cases");
    assert!(open.clone().all(|release| release.population.series == Series::Snapshot), "changes between quarters are guarded");
    let days: std::collections::BTreeSet<u32> = open.map(|release| release.population.edition).collect();
    assert_eq!(days.len(), 2);
}

#[test]
fn partners_and_the_public_are_given_the_same_quarters_and_their_year_and_nothing_opens() {
    let mut town = Town::of(CASES);
    for (from, to) in [("1 1 2026", "31 3 2026"), ("1 4 2026", "30 6 2026"), ("1 7 2026", "30 9 2026"), ("1 1 2026", "30 9 2026")]
    {
        for profile in ["partners", "public"] {
            town.pack(from, to, profile, "out");
        }
    }
    let releases = town.releases();
    audit(&releases, Audience::Partners).unwrap();
    audit(&releases, Audience::Public).unwrap();
    let small = |release: &Release| {
        let most = release.profile.hidden_to();
        release.cells.iter().any(|cell| matches!(cell, Shown::Number(number) if (1..=most).contains(number)))
    };
    assert!(!releases.iter().any(small));
}

#[test]
fn a_pack_is_kept_with_its_files_and_can_be_made_again_byte_for_byte_whatever_happened_since() {
    let mut town = Town::of(120);
    for profile in ["internal", "partners", "public"] {
        let directory = town.folder.path().join(profile);
        let to = if profile == "internal" { "chief_executive" } else { "pcc" };
        let request = json!({"from": "1 7 2026", "to": "30 9 2026", "profile": profile, "recipient": to, "directory": directory, "leave_out": ["late-by-cause"]});
        let made = town.ask("make_pack", request);
        let first = bytes_of(&made);
        let named = if profile == "internal" { "-for-chief-executive" } else { "-for-police-and-crime-commissioner." };
        assert!(
            first.iter().all(|(name, _)| name.contains(named)),
            "{:?}",
            first.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
        town.open_case("20 9 2026");
        let again = town.ask("remake_pack", json!({"pack_id": made["pack_id"], "directory": town.folder.path().join("again")}));
        assert_eq!(first, bytes_of(&again), "{profile}");
        assert_eq!(made["audit_head"], again["audit_head"]);
    }
    let packs = town.ask("list_packs", json!({}));
    let packs = packs["packs"].as_array().unwrap();
    assert_eq!(
        packs.iter().map(|pack| pack["profile"].as_str().unwrap()).collect::<Vec<_>>(),
        ["public", "partners", "internal"]
    );
    for pack in packs {
        assert_eq!(pack["recipient"], if pack["profile"] == "internal" { "chief_executive" } else { "pcc" });
        assert!(pack["files"].as_array().unwrap().iter().all(|file| file["sha256"].as_str().unwrap().len() == 64));
    }
}

#[test]
fn a_pack_with_a_recipients_name_on_it_shows_no_more_than_they_are_usually_shown() {
    let mut town = Town::of(120);
    let directory = town.folder.path().join("slip");
    let request = json!({"from": "1 7 2026", "to": "30 9 2026", "recipient": "pcc", "directory": directory});
    let refused = town.refused("make_pack", request);
    assert!(refused.contains("profile: This shows more than Police and Crime Commissioner is usually shown."), "{refused}");
    assert!(!directory.exists());
}

#[test]
fn what_opened_and_what_closed_are_left_out_together_or_not_at_all() {
    let mut town = Town::of(120);
    let summary = town.ask(
        "view_summary",
        json!({"from": "1 7 2026", "to": "30 9 2026", "profile": "partners", "leave_out": ["opened", "late-by-cause"]}),
    );
    let ids: Vec<&str> = summary["tables"].as_array().unwrap().iter().map(|table| table["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"open-by-level") && !ids.contains(&"opened") && !ids.contains(&"closed"), "{ids:?}");
    // Whoever reads the pack is told what it lacks.
    let said: Vec<&str> = summary["suppression"].as_array().unwrap().iter().map(|said| said.as_str().unwrap()).collect();
    let lacking = said.iter().find(|said| said.starts_with("Whoever made this pack left out")).unwrap();
    assert!(lacking.contains("“Cases opened in the period, by who referred them”"), "{lacking}");
    assert!(lacking.contains("“Why things were late in the period”") && !lacking.contains("level of risk and"), "{lacking}");
}

#[test]
fn another_file_of_the_same_name_stays_and_nothing_is_written() {
    let mut town = Town::of(120);
    let directory = town.folder.path().join("out");
    let request = json!({"from": "1 7 2026", "to": "30 9 2026", "profile": "internal", "directory": directory});
    let made = town.ask("make_pack", request.clone());
    let first = bytes_of(&made);
    let again = town.ask("remake_pack", json!({"pack_id": made["pack_id"], "directory": directory}));
    assert_eq!(first, bytes_of(&again), "the same may be written again where it lies");
    town.open_case("20 9 2026");
    let refused = town.refused("make_pack", request);
    assert!(
        refused.contains("There is another file “caseward-summary-2026-07-01-to-2026-09-30-internal.pdf” in this folder"),
        "{refused}"
    );
    assert_eq!(first, bytes_of(&made));
    assert_eq!(town.ask("list_packs", json!({}))["packs"].as_array().unwrap().len(), 1);
}

#[test]
fn the_same_pack_for_two_recipients_shows_the_same() {
    let mut town = Town::of(120);
    let (first, _) = town.pack("1 7 2026", "30 9 2026", "partners", "one");
    let (second, _) = town.pack("1 7 2026", "30 9 2026", "partners", "two");
    assert_eq!(first["tables"], second["tables"]);
    let looked_at = town.ask("view_summary", json!({"from": "1 7 2026", "to": "30 9 2026", "profile": "partners"}));
    assert_eq!(first["tables"], looked_at["tables"], "looking at it shows what would leave");
}

#[test]
fn thresholds_are_the_authoritys_and_are_checked() {
    let mut town = Town::of(120);
    let refused = town.refused(
        "record_thresholds",
        json!({"profile": "partners", "hidden_to": 1, "rounded_to": 1, "reason": "Asked by the board."}),
    );
    assert!(refused.contains("hidden_to: Hide at least 1 to 2"), "{refused}");
    let refused = town.refused(
        "record_thresholds",
        json!({"profile": "internal", "hidden_to": 0, "rounded_to": 1, "reason": "Asked by the board."}),
    );
    assert!(refused.contains("Inside the authority every number is shown."), "{refused}");
    let wider = json!({"profile": "partners", "hidden_to": 9, "rounded_to": 1, "reason": "Asked by the board."});
    assert!(
        town.refused("record_thresholds", wider).contains("hidden_to: The public would be shown smaller numbers than partners.")
    );
    let silent = json!({"profile": "partners", "hidden_to": 6, "rounded_to": 1, "reason": " "});
    assert!(town.refused("record_thresholds", silent).contains("reason: Say why they are changed."));
    let view = town.ask(
        "record_thresholds",
        json!({"profile": "partners", "hidden_to": 6, "rounded_to": 1, "reason": "Asked by the board."}),
    );
    assert_eq!(view["thresholds"][0], json!({"profile": "partners", "hidden_to": 6, "rounded_to": 1}));
    let summary = town.ask(
        "view_summary",
        json!({"from": "1 7 2026", "to": "30 9 2026", "profile": "partners", "leave_out": ["late-by-cause"]}),
    );
    assert!(printed(&summary).iter().all(|(_, value)| *value == 0 || *value > 6));
    assert!(summary["suppression"][0].as_str().unwrap().contains("from 1 to 6"));
}

#[test]
fn a_wrong_period_an_empty_register_and_a_place_that_cannot_be_written_are_said_and_nothing_is_kept() {
    let mut office = Office::on("2026-11-23");
    office.as_person(MANAGER);
    let out = office.path().join("out");
    let pack = |from: &str, to: &str, profile: &str| json!({"from": from, "to": to, "profile": profile, "directory": out});
    for (request, says) in [
        (pack("1 9 2026", "1 8 2026", "internal"), "This date is before the period begins"),
        (pack("1 10 2026", "31 12 2026", "public"), "This date is in the future."),
        (pack("1 7 2026", "31 8 2026", "public"), "cover whole quarters"),
        (pack("1 7 2026", "30 9 2026", "public"), "The register has no case in this period"),
        (pack("1 7 2026", "30 9 2026", "internal"), "The register has no case in this period"),
        (json!({"from": "1 7 2026", "to": "30 9 2026", "directory": " "}), "Choose the folder to write to."),
        (
            json!({"from": "1 7 2026", "to": "30 9 2026", "directory": out, "recipient": "nobody"}),
            "There is no recipient with this code.",
        ),
    ] {
        let refused = office.refused("make_pack", request);
        assert!(refused.contains(says), "{refused}");
    }
    assert!(!out.exists());
    office.open_case("1 9 2026", "high");
    std::fs::create_dir_all(&out).unwrap();
    let link = out.join("caseward-summary-2026-07-01-to-2026-09-30-internal.html");
    std::os::unix::fs::symlink(office.path().join("elsewhere"), &link).unwrap();
    let refused = office.refused("make_pack", pack("1 7 2026", "30 9 2026", "internal"));
    assert!(refused.contains("There is a link where the file should go."), "{refused}");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1, "of a pack all files are written or none");
    assert_eq!(office.ask("list_packs", json!({}))["packs"], json!([]));
}

#[test]
fn an_answer_to_the_public_is_kept_as_given_and_agrees_with_the_packs() {
    let mut town = Town::of(CASES);
    let (pack, _) = town.pack("1 7 2026", "30 9 2026", "public", "out");
    let period = |question: &str, preview: bool| json!({"question": question, "from": "1 7 2026", "to": "30 9 2026", "request": "FOI 2026/118", "preview": preview});
    let preview = town.ask("answer_question", period("cases_by_level", true));
    assert_eq!(
        (&preview["pack_id"], town.ask("list_answers", json!({}))["answers"].as_array().unwrap().len()),
        (&Value::Null, 0)
    );
    let given = town.ask("answer_question", period("cases_by_level", false));
    assert_eq!(given["answer"]["tables"], preview["answer"]["tables"]);
    let table =
        |summary: &Value| summary["tables"].as_array().unwrap().iter().find(|table| table["id"] == "open-by-level").cloned();
    assert_eq!(table(&given["answer"]), table(&pack), "the public is told one thing");
    let refused = town.refused("answer_question", json!({"question": "cases_by_model", "from": "1 7 2026", "to": "30 9 2026"}));
    assert!(refused.contains("Enter the number under which the authority keeps the request"), "{refused}");
    let years = json!({"question": "cases_by_year", "from": "1 10 2024", "to": "30 9 2026", "request": "FOI 2026/119"});
    let years = town.ask("answer_question", years);
    let labels: Vec<&str> =
        years["answer"]["tables"][0]["rows"].as_array().unwrap().iter().map(|row| row["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"October 2024 to September 2025") && labels.contains(&"July to September 2026"), "{labels:?}");
    let answers = town.ask("list_answers", json!({}));
    let requests: Vec<&str> =
        answers["answers"].as_array().unwrap().iter().map(|answer| answer["request"].as_str().unwrap()).collect();
    assert_eq!(requests, ["FOI 2026/119", "FOI 2026/118"]);
    assert_eq!(town.ask("list_packs", json!({}))["packs"].as_array().unwrap().len(), 1, "an answer is no pack");
    audit(&town.releases(), Audience::Public).unwrap();
}
