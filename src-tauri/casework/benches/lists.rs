//! The lists that people wait for, each against the bare SQL that it needs, on the same file in the same run.
//!
//! `cargo bench -p caseward-casework --bench lists -- [--cases N] [--register DIR]`
//!
//! Makes a demonstration register of N cases (20,000 unless told) in a folder for the run, or uses the one it is given
//! (which must be a demonstration). Figures are medians; the ratio is what counts, for a shared machine has no clock of
//! its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::disallowed_methods)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use caseward_casework::terminal::{DEMONSTRATION_PASSPHRASE, demo};
use caseward_casework::{Desk, call};
use caseward_store::keys::{KeyFile, Passphrase};
use caseward_store::{Folder, Register};
use serde_json::{Value, json};

const ROUNDS: usize = 3;
const TIMES: usize = 15;

struct Measure {
    what: &'static str,
    verb: &'static str,
    request: Value,
    /// The statements that a program without Caseward would run for the same page.
    bare: Vec<String>,
}

fn main() {
    let (cases, given) = arguments();
    let folder = tempfile::tempdir().unwrap();
    let register = given.unwrap_or_else(|| {
        let register = folder.path().join("register");
        demo(&mut Desk::new(register.clone()), cases, 1, &mut |_, _| {}).unwrap();
        register
    });
    let reference = first_reference(&register);
    let part: String = reference.chars().filter(char::is_ascii_alphanumeric).skip(3).take(4).collect();
    let measures = measures(&reference, &part);
    let mut desk_times = vec![Vec::new(); measures.len()];
    let mut bare_times = vec![Vec::new(); measures.len()];
    for _ in 0..ROUNDS {
        by_desk(&register, &measures, &mut desk_times);
        by_bare_sql(&register, &measures, &mut bare_times);
    }
    println!(
        "{} cases, {} open",
        number(&register, "SELECT count(*) FROM case_record"),
        number(&register, "SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31'")
    );
    println!("{:<44} {:>12} {:>12} {:>8}", "", "Caseward", "bare SQL", "ratio");
    for (place, measure) in measures.iter().enumerate() {
        let (desk, bare) = (median(&mut desk_times[place]), median(&mut bare_times[place]));
        let ratio = desk.as_secs_f64() / bare.as_secs_f64();
        println!("{:<44} {:>9.2} ms {:>9.2} ms {:>8.2}", measure.what, millis(desk), millis(bare), ratio);
    }
}

fn measures(reference: &str, part: &str) -> Vec<Measure> {
    let today = chrono::Utc::now().date_naive();
    let page = "SELECT c.reference, d.rule, d.due_on, d.start_on, c.level, t.name, p.name FROM duty AS d
        JOIN case_record AS c ON c.id = d.case_id LEFT JOIN team AS t ON t.id = c.team_id LEFT JOIN person AS p ON p.id = c.practitioner_id
        WHERE d.until_on = '9999-12-31'";
    let counts = format!(
        "SELECT level_rank, sum(due_on < '{today}'), sum(due_on >= '{today}') FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31' GROUP BY level_rank"
    );
    let listed = "SELECT c.reference, c.opened_on, c.closed_on, c.level, c.reviews, c.last_review_on, c.next_review_on, t.name, p.name, m.name,
        (SELECT count(*) FROM duty AS d WHERE d.case_id = c.id AND d.until_on = '9999-12-31') FROM case_record AS c
        LEFT JOIN team AS t ON t.id = c.team_id LEFT JOIN person AS p ON p.id = c.practitioner_id LEFT JOIN person AS m ON m.id = c.manager_id";
    let found = format!("instr(replace(c.reference, '-', ''), '{part}') > 0");
    vec![
        Measure {
            what: "worklist, first page with its counts",
            verb: "list_flags",
            request: json!({}),
            bare: vec![counts.clone(), format!("{page} AND d.level_rank = 0 AND d.due_on < '{today}' ORDER BY d.due_on LIMIT 50")],
        },
        Measure {
            what: "worklist, one rule and one level",
            verb: "list_flags",
            request: json!({"rule": "never_reviewed", "level": "high"}),
            bare: vec![
                format!("SELECT sum(due_on < '{today}') FROM duty WHERE until_on = '9999-12-31' AND level_rank = 1 AND rule = 'never_reviewed'"),
                format!("{page} AND d.level_rank = 1 AND d.rule = 'never_reviewed' AND d.due_on < '{today}' ORDER BY d.due_on LIMIT 50"),
            ],
        },
        Measure {
            what: "start page",
            verb: "start_page",
            request: json!({}),
            bare: vec![
                counts,
                format!("SELECT count(DISTINCT case_id) FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31' AND due_on < '{today}' AND family = 'no_review'"),
                "SELECT count(*) FROM submission AS s JOIN item_version AS v ON v.id = s.version_id JOIN item AS i ON i.id = v.item_id
                 JOIN case_record AS c ON c.id = i.case_id WHERE s.withdrawn_at = '9999-12-31' AND s.decided = 0 AND c.closed_on = '9999-12-31'"
                    .to_owned(),
                "SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31'".to_owned(),
            ],
        },
        Measure {
            what: "cases, search by part of a reference",
            verb: "list_cases",
            request: json!({"search": part, "status": "all"}),
            bare: vec![
                format!("SELECT count(*) FROM case_record AS c WHERE {found}"),
                format!("{listed} WHERE {found} ORDER BY c.reference LIMIT 50"),
            ],
        },
        Measure {
            what: "cases, open ones, newest first",
            verb: "list_cases",
            request: json!({}),
            bare: vec![
                "SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31'".to_owned(),
                format!("{listed} WHERE c.closed_on = '9999-12-31' ORDER BY c.opened_on DESC LIMIT 50"),
            ],
        },
        Measure {
            what: "one case by its whole reference",
            verb: "view_case",
            request: json!({"reference": reference}),
            bare: vec![
                format!("SELECT * FROM case_record WHERE reference = '{reference}'"),
                format!("SELECT v.*, s.* FROM case_record AS c JOIN item AS i ON i.case_id = c.id JOIN item_version AS v ON v.item_id = i.id LEFT JOIN sign_off AS s ON s.version_id = v.id WHERE c.reference = '{reference}'"),
            ],
        },
    ]
}

fn by_desk(register: &Path, measures: &[Measure], times: &mut [Vec<Duration>]) {
    let mut desk = Desk::new(register.to_owned());
    let status = call(&mut desk, "register_status", json!({})).unwrap();
    let manager = status["people"].as_array().unwrap().iter().find(|p| p["name"] == "Maria Osei").unwrap()["id"].clone();
    call(&mut desk, "sign_in", json!({"person_id": manager, "passphrase": DEMONSTRATION_PASSPHRASE})).unwrap();
    for (measure, times) in measures.iter().zip(times) {
        call(&mut desk, measure.verb, measure.request.clone()).unwrap();
        for _ in 0..TIMES {
            let start = Instant::now();
            call(&mut desk, measure.verb, measure.request.clone()).unwrap();
            times.push(start.elapsed());
        }
    }
}

fn by_bare_sql(register: &Path, measures: &[Measure], times: &mut [Vec<Duration>]) {
    with_bare(register, |register| {
        let run = |text: &str| {
            let mut statement = register.bare().prepare_cached(text).unwrap();
            let width = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..width {
                    std::hint::black_box(row.get_ref(column).unwrap());
                }
            }
        };
        for (measure, times) in measures.iter().zip(times.iter_mut()) {
            measure.bare.iter().for_each(|text| run(text));
            for _ in 0..TIMES {
                let start = Instant::now();
                measure.bare.iter().for_each(|text| run(text));
                times.push(start.elapsed());
            }
        }
    });
}

fn with_bare(register: &Path, mut ask: impl FnMut(&Register)) {
    let key_file = KeyFile::read(&register.join("keys.json")).unwrap();
    let (person, _) = key_file.people().next().unwrap();
    let unlocked = key_file.unlock(person, &Passphrase::new(DEMONSTRATION_PASSPHRASE.to_owned())).unwrap();
    ask(&Register::open(&Folder::new(register), unlocked.register_key()).unwrap());
}

fn number(register: &Path, text: &str) -> i64 {
    let mut found = 0;
    with_bare(register, |register| found = register.bare().query_row(text, [], |row| row.get(0)).unwrap());
    found
}

fn first_reference(register: &Path) -> String {
    let mut found = String::new();
    let text = "SELECT reference FROM case_record WHERE closed_on = '9999-12-31' AND reviews > 1 LIMIT 1";
    with_bare(register, |register| found = register.bare().query_row(text, [], |row| row.get(0)).unwrap());
    found
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn arguments() -> (u32, Option<PathBuf>) {
    let given: Vec<String> = std::env::args().collect();
    let after = |name: &str| given.iter().position(|text| text == name).and_then(|place| given.get(place + 1)).cloned();
    let cases = after("--cases").map_or(20_000, |text| text.parse().expect("--cases takes a number"));
    (cases, after("--register").map(PathBuf::from))
}
