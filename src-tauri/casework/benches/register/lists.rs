//! The lists: a page of each, as the window asks for it.

use std::path::Path;
use std::time::Instant;

use caseward_casework::call;
use serde_json::{Value, json};

use crate::{desk, median, print, read_all, with_bare};

const ROUNDS: usize = 3;
const TIMES: usize = 15;

struct Measure {
    what: &'static str,
    verb: &'static str,
    request: Value,
    /// The statements that a program without Caseward would run for the same page, on the same tables and indexes.
    bare: Vec<String>,
}

pub fn run(register: &Path) {
    let reference = with_bare(register, |register| {
        let text = "SELECT reference FROM case_record WHERE closed_on = '9999-12-31' AND reviews > 1 LIMIT 1";
        register.bare().query_row(text, [], |row| row.get::<_, String>(0)).unwrap()
    });
    let maria = with_bare(register, |register| {
        let text = "SELECT hex(id) FROM person WHERE name = 'Maria Osei'";
        register.bare().query_row(text, [], |row| row.get::<_, String>(0)).unwrap()
    });
    let part: String = reference.chars().filter(char::is_ascii_alphanumeric).skip(3).take(4).collect();
    let measures = measures(&reference, &part, &maria);
    let (mut ours, mut bare) = (vec![Vec::new(); measures.len()], vec![Vec::new(); measures.len()]);
    for _ in 0..ROUNDS {
        let mut desk = desk(register);
        for (measure, times) in measures.iter().zip(&mut ours) {
            call(&mut desk, measure.verb, measure.request.clone()).unwrap();
            for _ in 0..TIMES {
                let start = Instant::now();
                call(&mut desk, measure.verb, measure.request.clone()).unwrap();
                times.push(start.elapsed());
            }
        }
        drop(desk);
        with_bare(register, |register| {
            for (measure, times) in measures.iter().zip(&mut bare) {
                let run = || measure.bare.iter().map(|text| read_all(register.bare(), text)).sum::<u64>();
                run();
                for _ in 0..TIMES {
                    let start = Instant::now();
                    std::hint::black_box(run());
                    times.push(start.elapsed());
                }
            }
        });
    }
    for ((measure, ours), bare) in measures.iter().zip(&mut ours).zip(&mut bare) {
        print(measure.what, median(ours), median(bare));
    }
}

fn measures(reference: &str, part: &str, maria: &str) -> Vec<Measure> {
    let today = chrono::Utc::now().date_naive();
    let soon = today + chrono::Days::new(14);
    let page = "SELECT c.reference, d.rule, d.subject, d.due_on, d.start_on, d.explanation, c.level, t.name, p.name FROM duty AS d INDEXED BY duty_owed
        JOIN case_record AS c ON c.id = d.case_id LEFT JOIN team AS t ON t.id = d.team_id LEFT JOIN person AS p ON p.id = d.practitioner_id
        WHERE d.until_on = '9999-12-31'";
    let groups = format!("sum(due_on < '{today}'), sum(due_on BETWEEN '{today}' AND '{soon}'), sum(due_on > '{soon}')");
    let counts =
        format!("SELECT level_rank, {groups} FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31' GROUP BY level_rank");
    let of = |column: &str| {
        format!(
            "SELECT level_rank, {groups} FROM duty INDEXED BY duty_owed_of_{column} WHERE until_on = '9999-12-31' AND {column}_id = x'{maria}' GROUP BY level_rank"
        )
    };
    let team = format!(
        "SELECT level_rank, {groups} FROM duty INDEXED BY duty_owed_of_team WHERE until_on = '9999-12-31' AND team_id = (SELECT team_id FROM person WHERE id = x'{maria}') GROUP BY level_rank"
    );
    let waiting = "SELECT count(*) FROM submission AS s JOIN item_version AS v ON v.id = s.version_id JOIN item AS i ON i.id = v.item_id
        JOIN case_record AS c ON c.id = i.case_id WHERE s.withdrawn_at = '9999-12-31' AND s.decided = 0 AND c.closed_on = '9999-12-31'";
    let listed = "SELECT c.reference, c.opened_on, c.closed_on, c.level, c.reviews, c.last_review_on, c.next_review_on, t.name, p.name, m.name,
        (SELECT count(*) FROM duty AS d WHERE d.case_id = c.id AND d.until_on = '9999-12-31') FROM case_record AS c
        LEFT JOIN team AS t ON t.id = c.team_id LEFT JOIN person AS p ON p.id = c.practitioner_id LEFT JOIN person AS m ON m.id = c.manager_id";
    let found = format!("instr(replace(c.reference, '-', ''), '{part}') > 0");
    let open = "SELECT count(*) FROM case_record WHERE closed_on = '9999-12-31'".to_owned();
    let first_page = format!("{page} AND d.level_rank = 0 AND d.due_on < '{today}' ORDER BY d.due_on, d.case_id LIMIT 50");
    vec![
        Measure {
            what: "worklist, first page with its counts",
            verb: "list_flags",
            request: json!({}),
            bare: vec![counts.clone(), first_page],
        },
        Measure {
            what: "worklist, one rule and one level",
            verb: "list_flags",
            request: json!({"rule": "never_reviewed", "level": "high"}),
            bare: vec![
                format!(
                    "SELECT {groups} FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31' AND level_rank = 1 AND rule = 'never_reviewed'"
                ),
                format!(
                    "{page} AND d.level_rank = 1 AND d.rule = 'never_reviewed' AND d.due_on < '{today}' ORDER BY d.due_on LIMIT 50"
                ),
            ],
        },
        Measure {
            what: "start page",
            verb: "start_page",
            request: json!({}),
            bare: vec![
                counts,
                of("practitioner"),
                of("manager"),
                team,
                format!(
                    "SELECT count(DISTINCT case_id) FROM duty INDEXED BY duty_owed WHERE until_on = '9999-12-31' AND due_on < '{today}' AND family = 'no_review'"
                ),
                waiting.to_owned(),
                open.clone(),
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
            bare: vec![open, format!("{listed} WHERE c.closed_on = '9999-12-31' ORDER BY c.opened_on DESC LIMIT 50")],
        },
        Measure {
            what: "one case by its whole reference",
            verb: "view_case",
            request: json!({"reference": reference}),
            bare: vec![
                format!("SELECT * FROM case_record WHERE reference = '{reference}'"),
                format!(
                    "SELECT v.*, s.* FROM case_record AS c JOIN item AS i ON i.case_id = c.id JOIN item_version AS v ON v.item_id = i.id LEFT JOIN sign_off AS s ON s.version_id = v.id WHERE c.reference = '{reference}'"
                ),
            ],
        },
    ]
}
