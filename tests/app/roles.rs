//! Roles are enforced at the verbs, whichever door they are called through.

use caseward_casework::CommandError;
use serde_json::{Value, json};

use crate::office::{ADMINISTRATOR, ANALYST, MANAGER, Office, PRACTITIONER, assessment};

/// What each role may ask: P practitioner, M manager, A analyst, D administrator. Asked with a request that is whole
/// enough to be refused for the role alone.
pub const ALLOWED: &[(&str, &str)] = &[
    ("start_page", "PMAD"),
    ("list_choices", "PMAD"),
    ("list_people", "PMAD"),
    ("view_policy", "PMAD"),
    ("verify_register", "PMAD"),
    ("accept_clock", "D"),
    ("view_action_plan", "PMAD"),
    ("list_flags", "PMA"),
    ("list_cases", "PMA"),
    ("find_child", "PM"),
    ("view_case", "PM"),
    ("open_case", "PM"),
    ("change_case", "PM"),
    ("reopen_case", "PM"),
    ("set_review_date", "PM"),
    ("record_cause", "PM"),
    ("list_settled", "PMA"),
    ("view_causes", "PMA"),
    ("record_item", "PM"),
    ("record_plan_update", "PM"),
    ("record_missing_episode", "PM"),
    ("submit_item", "PM"),
    ("withdraw_item", "PM"),
    ("list_waiting", "PM"),
    ("list_voice", "PMA"),
    ("list_missing", "PMA"),
    ("list_worker_changes", "PMA"),
    ("export_calendar", "PM"),
    ("list_decisions", "MA"),
    ("list_deputies", "PMAD"),
    ("name_deputy", "MD"),
    ("end_deputy", "MD"),
    ("list_meetings", "PM"),
    ("view_meeting", "PM"),
    ("record_meeting", "PM"),
    ("record_meeting_decision", "PM"),
    ("snooze_flag", "M"),
    ("end_snooze", "M"),
    ("list_filters", "PMA"),
    ("save_filter", "PMA"),
    ("discard_filter", "PMA"),
    ("view_decision", "PM"),
    ("record_sign_off", "M"),
    ("return_item", "M"),
    ("view_summary", "MA"),
    ("make_pack", "MA"),
    ("list_packs", "MA"),
    ("view_pack", "MA"),
    ("remake_pack", "MA"),
    ("record_thresholds", "M"),
    ("answer_question", "MA"),
    ("list_answers", "MA"),
    ("view_coverage", "PMAD"),
    ("export_action_plan", "PMAD"),
    ("import_action_plan", "MAD"),
    ("list_samples", "MA"),
    ("draw_sample", "MA"),
    ("view_sample", "MA"),
    ("record_sample_finding", "M"),
    ("export_sample", "MA"),
    ("export_inspection_pack", "M"),
    ("record_objective", "MAD"),
    ("record_action", "MAD"),
    ("record_action_update", "MAD"),
    ("record_requirement", "MAD"),
    ("record_recipient", "MAD"),
    ("list_recipients", "PMAD"),
    ("list_sharing", "PMAD"),
    ("record_sharing", "MA"),
    ("record_bank_holidays", "D"),
    ("import_tracker", "MD"),
    ("import_census", "MD"),
    ("backup_register", "MD"),
    ("preview_policy", "MD"),
    ("record_policy", "MD"),
    ("add_person", "D"),
    ("change_person", "D"),
    ("record_team", "D"),
    ("record_code", "D"),
];

/// Asked without a role, or of whoever it is: making a register, signing in and out, one's own passphrase and drafts.
pub const ANYBODY: &[&str] = &[
    "register_status",
    "create_register",
    "sign_in",
    "recover_access",
    "sign_out",
    "change_passphrase",
    "save_draft",
    "read_draft",
    "discard_draft",
];

#[test]
fn every_verb_is_for_the_roles_in_the_table_and_no_others() {
    for verb in caseward_casework::verbs() {
        let listed = ALLOWED.iter().any(|(name, _)| name == verb) || ANYBODY.contains(verb);
        assert!(listed, "{verb} is in no table");
    }
    let mut office = Office::on("2026-11-23");
    for (person, letter) in PEOPLE {
        office.as_person(person);
        for (verb, letters) in ALLOWED {
            let answer = office.try_to(verb, request(verb));
            assert_eq!(is_refused_for_the_role(&answer), !letters.contains(letter), "{person}, {verb}: {answer:?}");
        }
    }
}

pub const PEOPLE: [(&str, char); 4] = [(PRACTITIONER, 'P'), (MANAGER, 'M'), (ANALYST, 'A'), (ADMINISTRATOR, 'D')];

pub fn is_refused_for_the_role(answer: &Result<Value, CommandError>) -> bool {
    matches!(answer, Err(error) if error.to_string().starts_with("Your role does not allow this."))
}

/// A request whose fields are all there, so that nothing but the role decides first.
pub fn request(verb: &str) -> Value {
    let id = crate::audit::uuid();
    let policy = json!({"assessment_authorised": 45, "plan_in_place": 10, "sign_off_decided": 5, "review_signed": 5, "change_resubmitted": 5,
        "return_interview_hours": 72, "plan_update_days": 28, "due_soon_days": 14});
    let mut request = json!({
        "reference": "CW-0000-0000", "version": 1, "facts": {}, "opened_on": "", "child_id": "", "content": assessment("", "", ""),
        "action_id": id, "on": "", "missing_from": "", "item_id": id, "hash": "", "version_id": id, "level": "", "plan_progressing": "",
        "reason": "", "theme": "", "title": "", "objective_id": id, "owner_role": "", "organisation": "", "due_on": "", "text": "",
        "state": "open", "from": "", "to": "", "directory": "", "path": "", "name": "", "roles": [], "id": id, "active": true, "list": "",
        "code": "", "label": "", "effective_from": "", "levels": [], "clocks": policy, "known_to": "", "holidays": [], "interval_months": 3,
    });
    for (field, value) in [
        ("deputy", json!(id)),
        ("held_on", json!("")),
        ("references", json!([])),
        ("decision", json!("")),
        ("whose", json!("mine")),
        ("rule", json!("never_reviewed")),
        ("start_on", json!("2026-01-01")),
        ("until", json!("")),
        ("query", json!("")),
        ("cause", json!("")),
        ("reopened_on", json!("")),
        ("next_review_on", json!("")),
        ("pack_id", json!(id)),
        ("profile", json!("partners")),
        ("hidden_to", json!(0)),
        ("rounded_to", json!(0)),
        ("question", json!("cases_by_level")),
        ("cases", json!("open_on")),
        ("allocation", json!("equal")),
        ("catalogue", json!("today")),
        ("size", json!("")),
        ("seed", json!("")),
        ("sample_id", json!(id)),
        ("looked_at", json!("")),
        ("finding", json!("")),
        ("child_heard", json!("")),
        ("pack_id", json!(id)),
        ("recipient", json!("")),
        ("shared_on", json!("")),
        ("to_role", json!("")),
        ("means", json!("")),
    ] {
        request[field] = value;
    }
    if matches!(verb, "record_action_update") {
        request["state"] = json!("on_track");
    }
    if matches!(verb, "list_flags" | "list_cases") {
        request.as_object_mut().unwrap().remove("level");
    }
    request
}

#[test]
fn without_signing_in_nothing_is_answered() {
    let mut office = Office::on("2026-11-23");
    for (verb, _) in ALLOWED {
        let refused = office.refused(verb, request(verb));
        assert_eq!(refused, "not_signed_in: Sign in first. What you typed is kept.", "{verb}");
    }
}

#[test]
fn an_analyst_sees_numbers_and_no_free_text() {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    let case = office.open_case("1 9 2026", "medium");
    office.write(&case, assessment("medium", "20 11 2026", "Marmaladefalcon"));
    office.as_person(ANALYST);
    for verb in ["list_flags", "list_cases", "view_summary", "view_action_plan", "start_page", "list_people"] {
        let answer = office.ask(verb, json!({"from": "1 7 2026", "to": "30 9 2026"}));
        assert!(!answer.to_string().contains("Marmaladefalcon"), "{verb}");
    }
}
