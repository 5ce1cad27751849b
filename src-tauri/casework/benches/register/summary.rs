//! The summary of a quarter, which reads every case, against the bare SQL aggregates that its tables are made of.
//!
//! The aggregates are those that somebody would write who had only the stored columns: counts by level, age and sex, model, month,
//! kind, rule. They know nothing of levels on a past day, of working days or of what a policy said then, which the summary works out.

use std::path::Path;
use std::time::Instant;

use caseward_casework::call;
use serde_json::json;

use crate::{desk, print, read_all, with_bare};

/// The last whole quarter before today, as ISO days.
fn quarter() -> (String, String) {
    use chrono::{Datelike, Months};
    let today = chrono::Utc::now().date_naive();
    let this = today.with_day(1).unwrap().with_month(today.month0() / 3 * 3 + 1).unwrap();
    let last = this.checked_sub_months(Months::new(3)).unwrap();
    (last.to_string(), this.pred_opt().unwrap().to_string())
}

fn aggregates(from: &str, to: &str) -> Vec<String> {
    let open = format!("opened_on <= '{to}' AND closed_on > '{to}'");
    let within = |column: &str| format!("{column} BETWEEN '{from}' AND '{to}'");
    vec![
        format!("SELECT level, level_confirmed, count(*), sum(no_review_due_on < '{to}') FROM case_record WHERE {open} GROUP BY 1, 2"),
        format!("SELECT facts ->> 'age_at_referral', facts ->> 'sex', count(*) FROM case_record WHERE {open} GROUP BY 1, 2"),
        format!("SELECT m.value, count(*) FROM case_record, json_each(facts, '$.models') AS m WHERE {open} GROUP BY 1"),
        format!("SELECT facts ->> 'referral_source', count(*) FROM case_record WHERE {} GROUP BY 1", within("opened_on")),
        format!("SELECT level, count(*) FROM case_record WHERE {} GROUP BY 1", within("closed_on")),
        format!(
            "SELECT substr(content ->> 'held_on', 1, 7), content ->> 'participation', count(*) FROM item_version WHERE {} GROUP BY 1, 2",
            within("content ->> 'held_on'")
        ),
        format!(
            "SELECT i.kind, s.outcome, count(*) FROM sign_off AS s JOIN item_version AS v ON v.id = s.version_id JOIN item AS i ON i.id = v.item_id
             WHERE {} GROUP BY 1, 2",
            within("substr(s.decided_at, 1, 10)")
        ),
        format!(
            "SELECT rule, count(*), count(DISTINCT case_id), max(julianday('{to}') - julianday(due_on)) FROM duty
             WHERE start_on <= '{to}' AND due_on < '{to}' AND until_on > '{to}' GROUP BY 1"
        ),
        format!("SELECT rule, sum(met_on > due_on), count(*) FROM duty WHERE {} GROUP BY 1", within("met_on")),
        format!("SELECT interview_held <> '', interview_declined <> '', count(*) FROM episode WHERE {} GROUP BY 1, 2", within("substr(returned, 1, 10)")),
        format!("SELECT state, count(*) FROM plan_update WHERE {} GROUP BY 1", within("day")),
        format!("SELECT cause, count(*) FROM lateness WHERE {} GROUP BY 1", within("substr(recorded_at, 1, 10)")),
    ]
}

pub fn run(register: &Path) {
    let (from, to) = quarter();
    let bare = with_bare(register, |register| {
        let texts = aggregates(&from, &to);
        let all = || texts.iter().map(|text| read_all(register.bare(), text)).sum::<u64>();
        all();
        let start = Instant::now();
        std::hint::black_box(all());
        start.elapsed()
    });
    let mut desk = desk(register);
    for profile in ["internal", "public"] {
        let asked = json!({"from": from, "to": to, "profile": profile, "leave_out": ["late-by-cause"]});
        let start = Instant::now();
        std::hint::black_box(call(&mut desk, "view_summary", asked).unwrap());
        print(&format!("summary of every case, {profile}"), start.elapsed(), bare);
    }
}
