//! The real program from a terminal: what it answers, on which stream, and the code it ends with.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const TRACKER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/cse_tracker.xlsx");
const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/action_plan.xlsx");
const PASSPHRASE: &str = "seven small blue kettles";
const ANNA: &str = "Anna Okafor";
const BILAL: &str = "Bilal Hughes";

#[test]
fn wrong_usage_ends_with_2() {
    let place = Place::new();
    for typed in
        ["", "frobnicate", "flags --as-at", "call no_such_verb {}", "import tracker", "init --authority X", "cases --status shut"]
    {
        assert_eq!(place.run(typed).code(), 2, "{typed}");
    }
    let nowhere = program().args(["flags"]).output().unwrap();
    assert_eq!((nowhere.code(), nowhere.said().is_empty()), (2, true));
}

#[test]
fn a_refusal_ends_with_1_and_its_reason_on_stderr_in_words_or_json() {
    let place = Place::new();
    let refused = place.run("flags");
    assert_eq!((refused.code(), refused.said().as_str()), (1, ""));
    assert!(refused.complained().contains("There is no register in"), "{}", refused.complained());

    place.init();
    let wrong = place.command("verify --json").env("CASEWARD_PASSPHRASE", "not that one at all").output().unwrap();
    assert_eq!((wrong.code(), wrong.said().as_str()), (1, ""));
    let reason: Value = serde_json::from_str(&wrong.complained()).unwrap();
    assert_eq!((&reason["code"], &reason["fields"]), (&json!("wrong_passphrase"), &json!([])));
}

#[test]
fn a_register_is_made_once_and_its_recovery_code_is_shown_once() {
    let place = Place::new();
    let made = place.init();
    assert_eq!(made["person"], ANNA);
    assert!(made["recovery_code"].as_str().unwrap().len() > 30);
    assert!(made["person_id"].as_str().unwrap().len() == 36);
    let again = place.run_with(&["init", "--authority", "Another", "--person", ANNA]);
    assert_eq!(again.code(), 1);
}

#[test]
fn a_passphrase_comes_from_a_file_or_the_environment_and_from_nowhere_without_a_terminal() {
    let place = Place::new();
    place.init();
    let file = place.folder.path().join("passphrase");
    std::fs::write(&file, format!("{PASSPHRASE}\n")).unwrap();
    let from_file =
        place.command("waiting").env_remove("CASEWARD_PASSPHRASE").arg("--passphrase-file").arg(&file).output().unwrap();
    assert_eq!((from_file.code(), from_file.said().as_str()), (0, "Nothing waits for a decision.\n"));
    std::fs::write(&file, "\n").unwrap();
    let empty = place.command("waiting").arg("--passphrase-file").arg(&file).output().unwrap();
    assert_eq!(empty.code(), 1);
}

#[test]
fn who_is_asking_is_said_when_several_can_sign_in() {
    let place = Place::new();
    let made = place.init();
    place.add_bilal();
    let unsaid = place.run("waiting");
    assert_eq!(unsaid.code(), 2);
    assert!(unsaid.complained().contains("Anna Okafor, Bilal Hughes"), "{}", unsaid.complained());
    for who in ["anna okafor", made["person_id"].as_str().unwrap()] {
        assert_eq!(place.run_with(&["--as", who, "waiting"]).code(), 0);
    }
    assert_eq!(place.run_with(&["--as", "Carol", "waiting"]).code(), 1);
}

#[test]
fn a_tracker_with_bad_rows_is_refused_whole_and_brought_in_without_them_when_told() {
    let place = Place::new();
    place.init();
    let refused = place.run(&format!("import tracker {TRACKER} --json"));
    assert_eq!(refused.code(), 1);
    let (said, nothing) = (refused.json(), place.run("cases --json").json());
    assert_eq!((&said["created"], nothing), (&json!(0), json!([])));
    let rows: Vec<u64> = said["refused"].as_array().unwrap().iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [245, 246]);
    assert!(
        said["refused"][1]["cells"]
            .as_array()
            .unwrap()
            .iter()
            .all(|cell| cell["column"].is_string() && cell["reason"].is_string())
    );

    let dry = place.run(&format!("import tracker {TRACKER} --dry-run --json"));
    assert_eq!((dry.code(), &dry.json()["dry_run"], place.run("cases --json").json()), (0, &json!(true), json!([])));

    let brought_in = place.run(&format!("import tracker {TRACKER} --skip-bad-rows --json"));
    assert_eq!((brought_in.code(), &brought_in.json()["created"]), (0, &json!(240)));
    assert_eq!(brought_in.json()["rows"].as_array().unwrap().len(), 240);
    let again = place.run(&format!("import tracker {TRACKER} --skip-bad-rows --json")).json();
    assert_eq!((&again["created"], &again["unchanged"]), (&json!(0), &json!(240)));
}

#[test]
fn a_plan_comes_in_and_coverage_is_printed_as_three_counts_and_the_uncovered_names() {
    let place = Place::new();
    place.init();
    let dry = place.run(&format!("import plan {PLAN} --dry-run"));
    assert!(dry.said().contains("It would add 14 actions"), "{}", dry.said());
    let brought_in = place.run(&format!("import plan {PLAN}"));
    assert_eq!(brought_in.code(), 0, "{}", brought_in.complained());
    assert!(brought_in.said().contains("Lead: The lead has no organisation. Enter it under Change. (14 rows: 3, 4,"));
    let coverage = place.run("coverage --catalogue guidance_2009");
    let said = coverage.said();
    assert!(said.contains("superseded in February 2017"), "{said}");
    for line in ["Covered    17", "Evidenced  0", "Reflected  0", "Lines      45"] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let uncovered: Vec<&str> = said.lines().skip_while(|line| *line != "Uncovered:").skip(2).collect();
    assert_eq!(uncovered.len(), 28);
    assert!(uncovered[0].starts_with("G-01  No action answers it."), "{}", uncovered[0]);
    assert_eq!(place.run("coverage --as-at 2020-01-01 --json").json()["covered"], 0);
    assert_eq!(place.run("coverage --catalogue another").code(), 2);
    let out = place.folder.path().join("plan.xlsx").display().to_string();
    assert_eq!(place.run(&format!("export-plan --to {out} --json")).json()["actions"], 14);
    assert_eq!(place.run(&format!("import plan {out} --json")).json()["unchanged"], 14);
}

#[test]
fn lists_are_whole_and_their_days_are_iso() {
    let place = Place::with_tracker();
    let flags = place.run("flags --as-at 2026-09-30 --json").json();
    let flags = flags.as_array().unwrap();
    assert!(flags.len() > 50);
    for flag in flags {
        for key in ["reference", "rule", "family", "start_on", "due_on", "explanation"] {
            assert!(flag[key].is_string(), "{key}: {flag}");
        }
        assert!(flag["days_late"].as_i64().unwrap() > 0 && (flag["level"].is_string() || flag["level"].is_null()));
        assert!(is_iso(&flag["due_on"]) && flag["due_on"].as_str() < Some("2026-09-30"));
    }
    let typed = place.run_with(&["flags", "--as-at", "30 9 2026", "--json"]).json();
    assert_eq!(typed.as_array().unwrap(), flags);
    let overdue = place.run("flags --as-at 2026-09-30 --rule review_overdue --json").json();
    assert!(overdue.as_array().unwrap().iter().all(|flag| flag["rule"] == "review_overdue"));
    assert_eq!(place.run("flags --rule no_such_rule").code(), 1);

    let cases = place.run("cases --status all --json").json();
    assert_eq!(cases.as_array().unwrap().len(), 240);
    assert!(cases.as_array().unwrap().iter().all(|case| is_iso(&case["opened_on"]) && case["reviews"].is_array()));
    assert_eq!(place.run("cases --status all --limit 7 --json").json().as_array().unwrap().len(), 7);
    let one = cases[3]["reference"].as_str().unwrap();
    let found = place.run(&format!("cases --status all --search {one} --json")).json();
    assert_eq!((found.as_array().unwrap().len(), &found[0]["reference"]), (1, &cases[3]["reference"]));
}

#[test]
fn nobody_signs_their_own_work_or_a_version_that_has_moved_on() {
    let place = Place::new();
    place.init();
    place.add_bilal();
    let reference =
        place.call(ANNA, "open_case", json!({"opened_on": "2026-09-01", "level": "medium", "facts": {}}))["reference"].clone();
    let review = |held_on: &str| {
        json!({"kind": "review", "held_on": held_on, "agencies": ["Police"], "participation": "PN1", "level": "medium",
               "plan_progressing": "yes", "changed_by_views": "Meetings moved.", "next_review_on": "2026-12-20"})
    };
    let first = place.call(ANNA, "record_item", json!({"reference": reference, "content": review("2026-10-01")}));
    place.call(ANNA, "submit_item", json!({"item_id": first["item_id"], "hash": first["hash"]}));
    let sign = |kept: &Value| json!({"version_id": kept["version_id"], "hash": kept["hash"], "level": "medium", "plan_progressing": "yes"});
    let own = place.try_call(ANNA, "record_sign_off", sign(&first));
    assert_eq!((own.code(), own.reason()["code"].clone()), (1, json!("not_allowed")));

    place.call(ANNA, "withdraw_item", json!({"item_id": first["item_id"]}));
    let change =
        json!({"reference": reference, "item_id": first["item_id"], "based_on": first["hash"], "content": review("2026-10-02")});
    let second = place.call(ANNA, "record_item", change);
    place.call(ANNA, "submit_item", json!({"item_id": second["item_id"], "hash": second["hash"]}));
    let stale = place.try_call(BILAL, "record_sign_off", sign(&first));
    assert_eq!((stale.code(), stale.reason()["code"].clone()), (1, json!("changed")));
    let mixed = json!({"version_id": second["version_id"], "hash": first["hash"], "level": "medium", "plan_progressing": "yes"});
    assert_eq!(place.try_call(BILAL, "record_sign_off", mixed).code(), 1);
    let waiting = place.run_with(&["--as", BILAL, "waiting", "--json"]).json();
    assert_eq!((waiting.as_array().unwrap().len(), &waiting[0]["version_id"]), (1, &second["version_id"]));
    place.call(BILAL, "record_sign_off", sign(&second));
    assert_eq!(place.run_with(&["--as", BILAL, "waiting", "--json"]).json(), json!([]));
}

#[test]
fn a_request_may_come_from_standard_input() {
    let place = Place::new();
    place.init();
    let mut asked = place.command("call list_people -").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    asked.stdin.take().unwrap().write_all(b"{}").unwrap();
    let answer = asked.wait_with_output().unwrap();
    assert_eq!((answer.code(), &answer.json()["people"][0]["name"]), (0, &json!(ANNA)));
    assert_eq!(place.run("call list_people {").code(), 2);
    assert_eq!(place.run("call register_status {}").json()["state"], "locked");
}

#[test]
fn a_lost_passphrase_is_recovered_without_one() {
    let place = Place::new();
    let made = place.init();
    let request = json!({
        "recovery_code": made["recovery_code"], "person_id": made["person_id"], "passphrase": "a lantern under the pier",
    });
    let recovered =
        place.command("call recover_access").arg(request.to_string()).env_remove("CASEWARD_PASSPHRASE").output().unwrap();
    assert_eq!(recovered.code(), 0, "{}", recovered.complained());
    assert_eq!(place.run("waiting").code(), 1);
    let opened = place.command("waiting").env("CASEWARD_PASSPHRASE", "a lantern under the pier").output().unwrap();
    assert_eq!(opened.code(), 0);
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let place = Place::with_tracker();
    let mut asked = place.command("flags --json").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(asked.stdout.take());
    let ended = asked.wait_with_output().unwrap();
    assert_eq!((ended.code(), ended.complained().as_str()), (0, ""));
}

#[test]
fn the_summary_the_backup_and_the_check_say_where_things_are() {
    let place = Place::with_tracker();
    let out = place.folder.path().join("out");
    let summary = place.run(&format!("summary --from 2026-07-01 --to 2026-09-30 --out {} --json", out.display())).json();
    let mut kinds: Vec<&str> =
        summary["files"].as_array().unwrap().iter().filter_map(|file| file.as_str()?.rsplit('.').next()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["csv", "html", "json", "pdf", "xlsx"]);
    assert!(summary["files"].as_array().unwrap().iter().all(|file| std::path::Path::new(file.as_str().unwrap()).exists()));
    assert_eq!(
        (&summary["from"], &summary["to"], &summary["profile"]),
        (&json!("2026-07-01"), &json!("2026-09-30"), &json!("internal"))
    );

    let verified = place.run("verify --json").json();
    assert_eq!((&verified["ok"], &verified["problems"]), (&json!(true), &json!([])));
    let backup = place.run(&format!("backup --to {} --json", place.folder.path().join("backup").display())).json();
    assert!(std::path::Path::new(backup["path"].as_str().unwrap()).exists() && backup["bytes"].as_u64().unwrap() > 0);
}

#[test]
fn the_inspection_pack_holds_every_case() {
    let place = Place::with_tracker();
    let out = place.folder.path().join("inspection");
    let asked = format!("inspection --as-at 2026-09-30 --out {}", out.display());
    let pack = place.run(&format!("{asked} --json")).json();
    let files = pack["files"].as_array().unwrap();
    let cases = files.iter().filter_map(|file| file.as_str()).find(|file| file.ends_with("-cases.csv")).unwrap();
    let rows = std::fs::read_to_string(cases).unwrap().lines().count() - 1;
    assert!(rows > 100 && pack["cases"] == json!(rows), "{rows} rows, {} cases", pack["cases"]);
    assert!(files.iter().any(|file| file.as_str().unwrap().ends_with(".xlsx")));
    let said = place.run(&asked).said();
    assert!(said.starts_with(&format!("The inspection pack holds {rows} cases. It is written to:")), "{said}");
    assert_eq!(place.run(&format!("inspection --as-at 2001-01-01 --out {}", out.display())).code(), 1);
}

#[test]
fn everything_goes_out_and_comes_back_in() {
    let place = Place::with_tracker();
    let file = place.folder.path().join("everything.jsonl");
    assert_eq!(place.run(&format!("export-all --to {}", file.display())).code(), 0);
    let elsewhere = Place::new();
    let brought_in = elsewhere.command("").arg("import-all").arg(&file).args(["--as", ANNA]).output().unwrap();
    assert_eq!(brought_in.code(), 0, "{}", brought_in.complained());
    let listed = |place: &Place| place.run("cases --status all --json").json();
    assert_eq!(listed(&place), listed(&elsewhere));
    assert_eq!(elsewhere.run("verify").code(), 0);
}

#[test]
fn a_demonstration_is_the_same_for_the_same_seed() {
    let listed = |seed: &str| {
        let place = Place::new();
        let made = place.run(&format!("demo --cases 40 --seed {seed} --json")).json();
        let passphrase = made["passphrase"].as_str().unwrap().to_owned();
        let practitioner =
            made["people"].as_array().unwrap().iter().find_map(|person| person["name"].as_str()).unwrap().to_owned();
        let asked = place
            .command("cases --status all --json")
            .args(["--as", &practitioner])
            .env("CASEWARD_PASSPHRASE", passphrase)
            .output()
            .unwrap();
        asked.json()
    };
    let (one, same, other) = (listed("7"), listed("7"), listed("8"));
    assert_eq!((one.as_array().unwrap().len(), &one), (40, &same));
    assert_ne!(one, other);
}

/// A folder for a register of a test's own.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn with_tracker() -> Self {
        let place = Self::new();
        place.init();
        assert_eq!(place.run(&format!("import tracker {TRACKER} --skip-bad-rows")).code(), 0);
        place
    }

    fn init(&self) -> Value {
        self.run_with(&["init", "--authority", "Northshire County Council", "--person", ANNA, "--json"]).json()
    }

    fn add_bilal(&self) {
        self.call(ANNA, "add_person", json!({"name": BILAL, "roles": ["manager"], "passphrase": PASSPHRASE}));
    }

    fn command(&self, typed: &str) -> Command {
        let mut command = program();
        command.env("CASEWARD_PASSPHRASE", PASSPHRASE).arg("--register").arg(self.folder.path().join("register"));
        command.args(typed.split_whitespace());
        command
    }

    fn run(&self, typed: &str) -> Output {
        self.command(typed).output().unwrap()
    }

    fn run_with(&self, typed: &[&str]) -> Output {
        self.command("").args(typed).output().unwrap()
    }

    fn try_call(&self, person: &str, verb: &str, request: Value) -> Output {
        self.run_with(&["--json", "--as", person, "call", verb, &request.to_string()])
    }

    fn call(&self, person: &str, verb: &str, request: Value) -> Value {
        let answer = self.try_call(person, verb, request);
        assert_eq!(answer.code(), 0, "{verb}: {}", answer.complained());
        answer.json()
    }
}

/// The program with nothing of the tester's own environment that it would read, and nobody at its terminal.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_caseward-cli"));
    command.env_remove("CASEWARD_REGISTER").env_remove("CASEWARD_PASSPHRASE").stdin(Stdio::null());
    command
}

trait Ended {
    fn code(&self) -> i32;
    fn said(&self) -> String;
    fn complained(&self) -> String;
    fn json(&self) -> Value;
    fn reason(&self) -> Value;
}

impl Ended for Output {
    fn code(&self) -> i32 {
        self.status.code().unwrap()
    }

    fn said(&self) -> String {
        String::from_utf8(self.stdout.clone()).unwrap()
    }

    fn complained(&self) -> String {
        String::from_utf8(self.stderr.clone()).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.stdout).unwrap_or_else(|_| panic!("not JSON: {} {}", self.said(), self.complained()))
    }

    fn reason(&self) -> Value {
        serde_json::from_str(&self.complained()).unwrap()
    }
}

fn is_iso(day: &Value) -> bool {
    let text = day.as_str().unwrap_or_default();
    text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2])
}
