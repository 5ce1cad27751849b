//! An office with a register, three people and a clock of its own: what journeys are told with.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use caseward_casework::{CommandError, Desk, call};
use chrono::{DateTime, TimeZone, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "a passphrase for tests";
pub const PRACTITIONER: &str = "Tom Clarke";
pub const MANAGER: &str = "Maria Osei";
pub const OTHER_MANAGER: &str = "Grace Bell";
pub const ANALYST: &str = "Priya Nair";
pub const ADMINISTRATOR: &str = "Alan Reid";

pub struct Office {
    folder: TempDir,
    clock: Arc<AtomicI64>,
    pub desk: Desk,
}

/// Made once and copied: making keys is slow on purpose.
fn template() -> &'static TempDir {
    static TEMPLATE: OnceLock<TempDir> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::with_clock(folder.path().join("register"), Box::new(|| at("2024-01-02")));
        let made = json!({"authority": "Test Council", "person_name": ADMINISTRATOR, "passphrase": PASSPHRASE});
        call(&mut desk, "create_register", made).unwrap();
        for (name, role) in
            [(PRACTITIONER, "practitioner"), (MANAGER, "manager"), (OTHER_MANAGER, "manager"), (ANALYST, "analyst")]
        {
            call(&mut desk, "add_person", json!({"name": name, "roles": [role], "passphrase": PASSPHRASE})).unwrap();
        }
        let people = call(&mut desk, "list_people", json!({})).unwrap();
        let own = json!({"id": id_in(&people, ADMINISTRATOR), "name": ADMINISTRATOR, "roles": ["administrator"], "active": true});
        call(&mut desk, "change_person", own).unwrap();
        call(&mut desk, "record_team", json!({"name": "North locality"})).unwrap();
        folder
    })
}

impl Office {
    /// An office on a day, at noon, with nobody signed in.
    pub fn on(day: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&template().path().join("register"), &folder.path().join("register"));
        let clock = Arc::new(AtomicI64::new(at(day).timestamp()));
        let ticking = Arc::clone(&clock);
        let now = move || Utc.timestamp_opt(ticking.fetch_add(1, Ordering::SeqCst), 0).unwrap();
        let desk = Desk::with_clock(folder.path().join("register"), Box::new(now));
        Self { folder, clock, desk }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn register(&self) -> PathBuf {
        self.folder.path().join("register")
    }

    pub fn it_is(&mut self, day: &str) -> &mut Self {
        self.clock.store(at(day).timestamp(), Ordering::SeqCst);
        self
    }

    /// The clock at an instant, for what depends on the hour.
    pub fn the_clock_says(&mut self, instant: &str) -> &mut Self {
        self.clock.store(instant.parse::<DateTime<Utc>>().unwrap().timestamp(), Ordering::SeqCst);
        self
    }

    /// Somebody sits down at the desk.
    pub fn as_person(&mut self, name: &str) -> &mut Self {
        call(&mut self.desk, "sign_out", json!({})).unwrap();
        // A test beside this one that starts a program lends it the lock of this folder, from fork to exec.
        let mut look = || call(&mut self.desk, "register_status", json!({})).unwrap();
        let status = std::iter::repeat_with(&mut look).take(2_000).find(|status| status["state"] == "locked").unwrap();
        let id = status["people"].as_array().unwrap().iter().find(|person| person["name"] == name).unwrap()["id"].clone();
        call(&mut self.desk, "sign_in", json!({"person_id": id, "passphrase": PASSPHRASE})).unwrap();
        self
    }

    /// A verb that must do.
    pub fn ask(&mut self, verb: &str, request: Value) -> Value {
        self.try_to(verb, request).unwrap_or_else(|error| panic!("{verb}: {error}"))
    }

    pub fn try_to(&mut self, verb: &str, request: Value) -> Result<Value, CommandError> {
        call(&mut self.desk, verb, request)
    }

    /// A verb that must be refused: its words and its code.
    pub fn refused(&mut self, verb: &str, request: Value) -> String {
        match self.try_to(verb, request) {
            Ok(_) => panic!("{verb} was not refused"),
            Err(error) => {
                let code = serde_json::to_value(error.code).unwrap();
                format!("{}: {error}", code.as_str().unwrap())
            }
        }
    }

    pub fn person(&mut self, name: &str) -> Value {
        let people = self.ask("list_people", json!({}));
        id_in(&people, name)
    }

    pub fn open_case(&mut self, opened_on: &str, level: &str) -> String {
        let request = json!({"opened_on": opened_on, "level": level, "facts": {"sex": "F", "age_at_referral": "14"}, "team": "North locality"});
        self.ask("open_case", request)["reference"].as_str().unwrap().to_owned()
    }

    pub fn write(&mut self, reference: &str, content: Value) -> Value {
        self.ask("record_item", json!({"reference": reference, "content": content}))
    }

    pub fn submit(&mut self, item: &Value) -> Value {
        self.ask("submit_item", json!({"item_id": item["item_id"], "hash": item["hash"]}))
    }

    pub fn sign_off(&mut self, item: &Value, level: &str) -> Result<Value, CommandError> {
        let request = json!({
            "version_id": item["version_id"], "hash": item["hash"], "level": level, "plan_progressing": "yes",
            "reason": "In my judgement, from supervision.",
        });
        self.try_to("record_sign_off", request)
    }

    /// How many flags the list of cases has for a case: those that stand and those at rest. Its page must have as many.
    pub fn flags_at_rest(&mut self, reference: &str) -> (u64, u64) {
        let page = self.ask("list_cases", json!({"search": reference, "status": "all"}));
        let listed = (page["rows"][0]["flags"].as_u64().unwrap(), page["rows"][0]["at_rest"].as_u64().unwrap());
        let case = self.ask("view_case", json!({"reference": reference}));
        let (resting, standing): (Vec<&Value>, Vec<&Value>) =
            case["flags"].as_array().unwrap().iter().partition(|flag| flag["snooze"].is_object());
        assert_eq!(listed, (standing.len() as u64, resting.len() as u64), "{reference}: the list and the page");
        listed
    }

    /// The rules that have a flag on a case today.
    pub fn flags_of(&mut self, reference: &str) -> Vec<String> {
        let case = self.ask("view_case", json!({"reference": reference}));
        let mut rules: Vec<String> =
            case["flags"].as_array().unwrap().iter().map(|f| f["rule"].as_str().unwrap().to_owned()).collect();
        rules.sort();
        rules
    }
}

pub fn assessment(level: &str, completed_on: &str, summary: &str) -> Value {
    json!({
        "kind": "assessment", "started_on": completed_on, "completed_on": completed_on, "tool": "Local risk tool", "level": level,
        "evidence_of_harm": "suspected", "child_seen": "alone", "summary": summary,
    })
}

pub fn review(held_on: &str, level: &str, next: &str) -> Value {
    json!({
        "kind": "review", "held_on": held_on, "participation": "PN1", "level": level, "plan_progressing": "yes",
        "changed_by_views": "The place was changed.", "next_review_on": next,
    })
}

pub fn closure(closing_on: &str) -> Value {
    json!({"kind": "closure", "closing_on": closing_on, "reason": "RC7", "where_now": "At home, in school.", "level": "low"})
}

pub fn at(day: &str) -> DateTime<Utc> {
    format!("{day}T12:00:00Z").parse().unwrap()
}

pub fn id_in(people: &Value, name: &str) -> Value {
    people["people"].as_array().unwrap().iter().find(|person| person["name"] == name).unwrap()["id"].clone()
}

pub fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name).display().to_string()
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
