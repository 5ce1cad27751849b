//! Every verb that writes, tried on another person's behalf; and the table of it in `docs/roles.md`, written by the test.

use caseward_casework::CommandError;
use serde_json::{Value, json};

use crate::office::{
    ADMINISTRATOR, ANALYST, MANAGER, OTHER_MANAGER, Office, PASSPHRASE, PRACTITIONER, assessment, closure, id_in, review,
};
use crate::roles::{ALLOWED, ANYBODY, PEOPLE, is_refused_for_the_role, request};

const OTHER_PRACTITIONER: &str = "Una Shaw";

/// An attempt: what was tried in words, the verb, and what came of it.
struct Attempt {
    verb: &'static str,
    tried: String,
    answer: String,
}

struct Attempts {
    office: Office,
    made: Vec<Attempt>,
}

impl Attempts {
    fn as_person(&mut self, person: &str) -> &mut Self {
        self.office.as_person(person);
        self
    }

    fn ask(&mut self, verb: &str, asked: Value) -> Value {
        self.office.ask(verb, asked)
    }

    fn note(&mut self, verb: &'static str, tried: &str, answer: Result<Value, CommandError>) -> Option<Value> {
        let said = match &answer {
            Ok(_) => "allowed".to_owned(),
            Err(error) => format!("refused: {}", error.to_string().lines().last().unwrap().trim()),
        };
        self.made.push(Attempt { verb, tried: tried.to_owned(), answer: said });
        answer.ok()
    }

    fn allowed(&mut self, verb: &'static str, tried: &str, asked: Value) -> Value {
        let answer = self.office.try_to(verb, asked);
        self.note(verb, tried, answer).unwrap_or_else(|| panic!("{verb}, {tried}: was refused"))
    }

    fn refused(&mut self, verb: &'static str, tried: &str, asked: Value) {
        let answer = self.office.try_to(verb, asked);
        assert!(self.note(verb, tried, answer).is_none(), "{verb}, {tried}: was allowed");
    }
}

/// Two practitioners, two managers, an analyst and an administrator; a case of Tom's with Maria as its manager.
fn begun() -> (Attempts, String) {
    let mut office = Office::on("2026-11-23");
    office.as_person(ADMINISTRATOR);
    office.ask("add_person", json!({"name": OTHER_PRACTITIONER, "roles": ["practitioner"], "passphrase": PASSPHRASE}));
    let people = office.ask("list_people", json!({}));
    office.as_person(PRACTITIONER);
    let opened = json!({
        "opened_on": "1 6 2026", "level": "medium", "facts": {"sex": "F", "age_at_referral": "14"}, "team": "North locality",
        "practitioner": id_in(&people, PRACTITIONER), "manager": id_in(&people, MANAGER),
    });
    let case = office.ask("open_case", opened)["reference"].as_str().unwrap().to_owned();
    (Attempts { office, made: Vec::new() }, case)
}

fn decision(sent: &Value, level: &str) -> Value {
    json!({"version_id": sent["version_id"], "hash": sent["hash"], "level": level, "plan_progressing": "yes", "reason": "In my judgement."})
}

fn returning(sent: &Value) -> Value {
    json!({"version_id": sent["version_id"], "hash": sent["hash"], "reason": "Say what the child said."})
}

fn attempts() -> Vec<Attempt> {
    let (mut tries, case) = begun();
    writing(&mut tries, &case);
    deciding(&mut tries, &case);
    working(&mut tries, &case);
    overseeing(&mut tries, &case);
    sharing(&mut tries, &case);
    planning(&mut tries);
    looking_after(&mut tries);
    tries.made
}

fn writing(tries: &mut Attempts, case: &str) {
    let written = tries.office.write(case, assessment("medium", "20 11 2026", "Seen twice at school."));
    let item = json!({"item_id": written["item_id"], "hash": written["hash"]});
    let change = |based_on: &Value| json!({"reference": case, "item_id": written["item_id"], "based_on": based_on, "content": assessment("medium", "20 11 2026", "Seen three times.")});
    tries.as_person(ANALYST).refused("record_item", "an analyst changes a practitioner’s assessment", change(&written["hash"]));
    let changed = tries.as_person(OTHER_PRACTITIONER).allowed(
        "record_item",
        "another practitioner changes it, and counts as an author from then on",
        change(&written["hash"]),
    );
    tries.refused("record_item", "on the text that stood before that change", change(&written["hash"]));
    tries.refused("submit_item", "another practitioner sends the text that stood before", item);
    let send = json!({"item_id": changed["item_id"], "hash": changed["hash"]});
    tries.allowed("submit_item", "another practitioner, an author now, sends it", send);
    let take_back = json!({"item_id": changed["item_id"]});
    tries.as_person(OTHER_MANAGER).refused("withdraw_item", "a manager takes back what others wrote", take_back.clone());
    tries.as_person(PRACTITIONER).allowed("withdraw_item", "its first author takes it back", take_back);
    tries.as_person(OTHER_PRACTITIONER).allowed(
        "record_missing_episode",
        "a practitioner on another’s case",
        json!({"reference": case, "missing_from": "18 11 2026 21:00", "returned": "19 11 2026"}),
    );
    let version = tries.ask("view_case", json!({"reference": case}))["version"].clone();
    let facts =
        json!({"reference": case, "version": version, "facts": {"sex": "F", "age_at_referral": "14"}, "team": "North locality"});
    let without_workers = |mut request: Value| {
        request["worker_change_reason"] = json!("ABSENC");
        request
    };
    tries.allowed("change_case", "a practitioner takes another off a case, and says why", without_workers(facts.clone()));
    tries.refused("change_case", "on the version that stood before", without_workers(facts));
    let people = tries.ask("list_people", json!({}));
    let version = tries.ask("view_case", json!({"reference": case}))["version"].clone();
    let back = json!({"reference": case, "version": version, "facts": {"sex": "F", "age_at_referral": "14"}, "team": "North locality",
        "practitioner": id_in(&people, PRACTITIONER), "manager": id_in(&people, MANAGER)});
    tries.ask("change_case", back);
}

fn deciding(tries: &mut Attempts, case: &str) {
    let own = {
        tries.as_person(MANAGER);
        let written = tries.office.write(case, review("20 11 2026", "medium", "14 12 2026"));
        tries.office.submit(&written)
    };
    tries.refused("record_sign_off", "a manager signs a review that they wrote", decision(&own, "medium"));
    tries.refused("return_item", "a manager returns a review that they wrote", returning(&own));
    tries.as_person(PRACTITIONER).refused("record_sign_off", "a practitioner signs a manager’s work", decision(&own, "medium"));
    tries.as_person(ADMINISTRATOR).refused(
        "record_sign_off",
        "an administrator signs a manager’s work",
        decision(&own, "medium"),
    );
    tries.as_person(OTHER_MANAGER);
    let mut forged = decision(&own, "medium");
    forged["hash"] = json!("0".repeat(64));
    tries.refused("record_sign_off", "another manager, with a forged hash", forged);
    let mut elsewhere = decision(&own, "medium");
    elsewhere["version_id"] = crate::audit::uuid();
    tries.refused("record_sign_off", "another manager, on a version that is nowhere", elsewhere);
    tries.allowed("record_sign_off", "another manager signs it", decision(&own, "medium"));
    tries.refused("record_sign_off", "the same manager signs it twice", decision(&own, "medium"));
    tries.refused("return_item", "the same manager returns what they signed", returning(&own));
    tries.as_person(PRACTITIONER);
    let written = tries.office.write(case, assessment("high", "20 11 2026", "A second look."));
    let sent = tries.office.submit(&written);
    tries.as_person(OTHER_MANAGER).allowed("return_item", "a manager who is not the case’s returns it", returning(&sent));
    tries.as_person(MANAGER).refused(
        "record_sign_off",
        "the case’s own manager, when another has returned it",
        decision(&sent, "high"),
    );
}

fn working(tries: &mut Attempts, case: &str) {
    let people = tries.ask("list_people", json!({}));
    let opening = json!({"opened_on": "2 11 2026", "level": "low", "facts": {}, "practitioner": id_in(&people, PRACTITIONER), "manager": id_in(&people, MANAGER)});
    tries.as_person(ADMINISTRATOR).refused("open_case", "an administrator opens a case for a practitioner", opening.clone());
    let other = tries.as_person(OTHER_PRACTITIONER).allowed(
        "open_case",
        "a practitioner opens a case for another, who has it from then on",
        opening,
    )["reference"]
        .clone();
    let plan = json!({"kind": "plan", "goals": ["Safe at school"], "actions": [{"what": "Meet weekly", "owner_role": "Worker", "agency": "Council", "due_on": "1 12 2026"}]});
    tries.as_person(PRACTITIONER);
    let written = tries.office.write(case, plan);
    tries.office.submit(&written);
    let action = tries.ask("view_case", json!({"reference": case}))["plan"]["actions"][0]["id"].clone();
    let done = json!({"reference": case, "action_id": action, "on": "23 11 2026", "state": "done"});
    tries.as_person(ANALYST).refused("record_plan_update", "an analyst, on a plan that a practitioner wrote", done.clone());
    tries.as_person(OTHER_PRACTITIONER).allowed("record_plan_update", "a practitioner, on the plan of another’s case", done);
    let late = tries.ask("list_settled", json!({}))["rows"][0].clone();
    let cause = |code: &str| json!({"reference": late["reference"], "rule": late["rule"], "subject": late["subject"], "start_on": late["start_on"], "cause": code});
    tries.as_person(ANALYST).refused("record_cause", "an analyst says why another’s review was late", cause("resources"));
    tries.as_person(OTHER_PRACTITIONER).allowed(
        "record_cause",
        "a practitioner says why another’s review was late",
        cause("resources"),
    );
    tries.as_person(MANAGER).allowed(
        "record_cause",
        "the manager of the case says otherwise: the later counts",
        cause("priorities"),
    );

    tries.as_person(PRACTITIONER);
    let closing = tries.office.write(other.as_str().unwrap(), closure("23 11 2026"));
    let sent = tries.office.submit(&closing);
    tries.as_person(MANAGER).office.sign_off(&sent, "low").unwrap();
    let version = tries.ask("view_case", json!({"reference": other}))["version"].clone();
    let reopen = json!({"reference": other, "version": version, "reopened_on": "23 11 2026", "reason": "Missing again."});
    tries.as_person(ANALYST).refused("reopen_case", "an analyst opens a case again that a manager closed", reopen.clone());
    tries.as_person(OTHER_PRACTITIONER).allowed(
        "reopen_case",
        "a practitioner opens another’s case again that a manager closed",
        reopen.clone(),
    );
    tries.as_person(MANAGER).refused("reopen_case", "a manager, when another has opened it again", reopen);
}

fn overseeing(tries: &mut Attempts, case: &str) {
    let people = tries.ask("list_people", json!({}));
    let (maria, grace, tom) = (id_in(&people, MANAGER), id_in(&people, OTHER_MANAGER), id_in(&people, PRACTITIONER));
    let away =
        |manager: &Value, deputy: &Value| json!({"manager": manager, "deputy": deputy, "from": "24 11 2026", "to": "4 12 2026"});
    tries.as_person(OTHER_MANAGER).refused("name_deputy", "a manager names themself for another manager", away(&maria, &grace));
    tries.as_person(MANAGER).refused("name_deputy", "a manager names a practitioner", away(&maria, &tom));
    let named = tries.allowed("name_deputy", "a manager names another for themself", away(&maria, &grace));
    let id = json!({"id": named["deputies"][0]["id"]});
    tries.as_person(OTHER_MANAGER).refused("end_deputy", "the deputy ends it", id.clone());
    tries.as_person(ADMINISTRATOR).allowed("end_deputy", "an administrator ends it", id);
    tries.allowed("name_deputy", "an administrator names one for a manager who cannot", away(&maria, &grace));

    tries.as_person(MANAGER);
    let flags = tries.ask("view_case", json!({"reference": case}))["flags"].clone();
    let flag = flags
        .as_array()
        .unwrap()
        .iter()
        .find(|flag| flag["rule"] == "assessment_not_signed")
        .expect("the assessment is late")
        .clone();
    let rest = json!({"reference": case, "rule": flag["rule"], "subject": flag["subject"], "start_on": flag["start_on"], "until": "1 12 2026",
        "cause": "resources", "reason": "The worker is off sick until Monday."});
    tries.as_person(OTHER_PRACTITIONER).refused("snooze_flag", "a practitioner lets a flag rest", rest.clone());
    tries.as_person(OTHER_MANAGER).allowed("snooze_flag", "a manager on another manager’s case", rest);
    let asleep = tries.ask("list_flags", json!({"snoozed": true}))["rows"][0]["snooze"]["id"].clone();
    tries.as_person(PRACTITIONER).refused("end_snooze", "the practitioner of the case wakes it", json!({"id": asleep}));
    tries.as_person(MANAGER).allowed("end_snooze", "the manager of the case wakes what another let rest", json!({"id": asleep}));

    tries.as_person(PRACTITIONER).ask("save_filter", json!({"name": "Mine", "query": "whose=mine"}));
    tries.as_person(OTHER_PRACTITIONER).refused("discard_filter", "another’s filter", json!({"name": "Mine"}));
    let kept = json!({"name": "Mine", "query": "whose=mine&severity=overdue"});
    tries.allowed("save_filter", "under the name of another’s: only one’s own of that name changes", kept);
    tries.as_person(PRACTITIONER);
    let own = tries.ask("list_filters", json!({}));
    assert_eq!(own["filters"], json!([{"name": "Mine", "query": "whose=mine"}]), "another’s filter is not to be changed");
    tries
        .as_person(PRACTITIONER)
        .ask("save_draft", json!({"key": "open_case", "title": "Open a case", "body": "{\"opened_on\":\"1 6\"}"}));
    tries.as_person(OTHER_PRACTITIONER);
    let draft = tries.ask("read_draft", json!({"key": "open_case"}));
    assert_eq!(draft["body"], "", "another’s draft is not to be read");
    let answer = tries.office.try_to("discard_draft", json!({"key": "open_case"}));
    tries.note("discard_draft", "another’s draft: only one’s own of that name goes", answer);
    tries.as_person(PRACTITIONER);
    assert_eq!(tries.ask("read_draft", json!({"key": "open_case"}))["body"], "{\"opened_on\":\"1 6\"}", "it is still there");

    let meeting = tries.ask("record_meeting", json!({"name": "Panel", "held_on": "23 11 2026", "references": [case]}));
    let moved = json!({"id": meeting["id"], "version": meeting["version"], "name": "Panel", "held_on": "23 11 2026", "references": [case]});
    tries.as_person(ANALYST).refused("record_meeting", "an analyst changes a meeting of others", moved.clone());
    tries.as_person(OTHER_PRACTITIONER).allowed(
        "record_meeting",
        "a practitioner changes a meeting that another made",
        moved.clone(),
    );
    tries.as_person(PRACTITIONER).refused("record_meeting", "whoever made it, on the version that stood before", moved);
    let meeting = tries.ask("view_meeting", json!({"id": meeting["id"]}));
    let decide =
        |version: &Value| json!({"id": meeting["id"], "reference": case, "version": version, "decision": "Keep at medium."});
    let first = meeting["cases"][0]["version"].clone();
    tries.as_person(ANALYST).refused("record_meeting_decision", "an analyst, in a meeting of others", decide(&first));
    tries.as_person(OTHER_PRACTITIONER).allowed(
        "record_meeting_decision",
        "a practitioner, in a meeting that another made",
        decide(&first),
    );
    tries.as_person(MANAGER).refused("record_meeting_decision", "a manager, over a decision made meanwhile", decide(&first));
    let date = json!({"reference": case, "next_review_on": "7 12 2026", "reason": "School holidays."});
    tries.as_person(OTHER_PRACTITIONER).allowed("set_review_date", "a practitioner on another’s case", date.clone());
    tries.as_person(ADMINISTRATOR).refused("set_review_date", "an administrator", date);
}

fn sharing(tries: &mut Attempts, case: &str) {
    let draw = json!({"title": "Plans", "cases": "open_on", "on": "23 11 2026", "allocation": "equal", "size": "2", "seed": "x"});
    let sample = tries.as_person(ANALYST).ask("draw_sample", draw.clone());
    let found =
        json!({"sample_id": sample["id"], "reference": case, "looked_at": "The plan.", "finding": "good", "child_heard": "yes"});
    tries.refused("record_sample_finding", "the analyst who drew the sample", found.clone());
    tries.as_person(MANAGER).allowed("record_sample_finding", "the case’s own manager, who is named as that", found.clone());
    tries.as_person(OTHER_MANAGER).allowed("record_sample_finding", "another manager, once more: the later counts", found);
    tries.allowed("draw_sample", "the same sample that another drew: both stay in the list", draw);
    let directory = tries.office.path().join("pack");
    let asked = json!({"from": "1 7 2026", "to": "30 9 2026", "recipient": "chief_executive", "directory": directory});
    let pack = tries.as_person(ANALYST).ask("make_pack", asked)["pack_id"].clone();
    let again = json!({"pack_id": pack, "directory": tries.office.path().join("again")});
    tries.as_person(PRACTITIONER).refused("remake_pack", "a practitioner writes an analyst’s pack again", again.clone());
    tries.as_person(MANAGER).allowed("remake_pack", "a manager writes an analyst’s pack again", again);
    let shared = json!({"pack_id": pack, "recipient": "chief_executive", "shared_on": "23 11 2026", "to_role": "Chief Executive", "means": "meeting"});
    tries.as_person(PRACTITIONER).refused("record_sharing", "a practitioner, of a pack that an analyst made", shared.clone());
    tries.as_person(MANAGER).allowed("record_sharing", "a manager, of a pack that an analyst made", shared);
}

fn planning(tries: &mut Attempts) {
    let theme = json!({"theme": "Prevention", "title": "Fewer children harmed"});
    let objective = tries.as_person(MANAGER).ask("record_objective", theme)["objectives"][0]["id"].clone();
    let action = |due: &str, id: Value, why: &str| json!({"id": id, "objective_id": objective, "title": "Train schools", "owner_role": "Head of safeguarding", "organisation": "Council", "due_on": due, "why": why});
    let plan = tries.ask("record_action", action("31 3 2027", Value::Null, ""));
    let id = plan["objectives"][0]["actions"][0]["id"].clone();
    let later = action("30 6 2027", id.clone(), "The schools asked for the summer term.");
    tries.as_person(PRACTITIONER).refused("record_action", "a practitioner moves the date of an action", later.clone());
    tries.as_person(ANALYST).allowed(
        "record_action",
        "an analyst moves the date of an action that a manager entered, and says why",
        later,
    );
    let update = |checked_by: &str| json!({"action_id": id, "on": "23 11 2026", "state": "on_track", "text": "Half of the schools are trained.", "evidence": "Attendance lists", "checked_by": checked_by});
    tries.refused("record_action_update", "evidence that its own owner checked", update("Head of safeguarding"));
    tries.as_person(PRACTITIONER).refused(
        "record_action_update",
        "a practitioner, on an action of a head of service",
        update("Board manager"),
    );
    tries.as_person(ADMINISTRATOR).allowed(
        "record_action_update",
        "an administrator, on an action of a head of service, with evidence that another checked",
        update("Board manager"),
    );
    let mut policy = tries.ask("view_policy", json!({}))["policies"][0].clone();
    policy["effective_from"] = json!("1 1 2027");
    tries.ask("record_policy", policy.clone());
    (policy["replaces"], policy["clocks"]["plan_update_days"]) = (json!("2027-01-01"), json!(21));
    tries.as_person(PRACTITIONER).refused("record_policy", "a practitioner changes a policy to come", policy.clone());
    tries.as_person(MANAGER).allowed("record_policy", "a manager changes a policy to come that an administrator set", policy);
}

fn looking_after(tries: &mut Attempts) {
    let people = tries.ask("list_people", json!({}));
    let (tom, alan) = (id_in(&people, PRACTITIONER), id_in(&people, ADMINISTRATOR));
    let manager = json!({"id": tom, "name": PRACTITIONER, "roles": ["manager"], "active": true});
    tries.as_person(PRACTITIONER).refused("change_person", "a practitioner makes themself a manager", manager.clone());
    tries.as_person(MANAGER).refused("change_person", "a manager makes a practitioner a manager", manager);
    let out = json!({"id": alan, "name": ADMINISTRATOR, "roles": ["administrator"], "active": false});
    tries.as_person(ADMINISTRATOR).refused("change_person", "the only administrator ends their own access", out);
    let wrong = json!({"old": "not the passphrase", "new": "another passphrase for tests"});
    let answer = tries.office.try_to("change_passphrase", wrong);
    tries.note("change_passphrase", "with a passphrase that is not one’s own", answer);
}

#[test]
fn the_table_of_roles_is_what_trying_every_verb_answers() {
    let mut table = String::from(
        "# Who may do what\n\n\
         Written by the test `the_table_of_roles_is_what_trying_every_verb_answers` (`tests/app/behalf.rs`), which tries each verb of the\n\
         program with each role, and each verb that has an owner on another person’s behalf. Do not edit it.\n\n\
         ## By role\n\n\
         Roles are enforced where the verbs are, so the answer is the same in the window, on the command line and for a forged call.\n\n\
         | verb | practitioner | manager | analyst | administrator |\n| --- | --- | --- | --- | --- |\n",
    );
    let mut office = Office::on("2026-11-23");
    let mut answers: Vec<Vec<&str>> = vec![Vec::new(); ALLOWED.len()];
    for (person, _) in PEOPLE {
        office.as_person(person);
        for ((verb, _), row) in ALLOWED.iter().zip(&mut answers) {
            row.push(if is_refused_for_the_role(&office.try_to(verb, request(verb))) { "refused" } else { "allowed" });
        }
    }
    for ((verb, _), row) in ALLOWED.iter().zip(answers) {
        table.push_str(&format!("| `{verb}` | {} |\n", row.join(" | ")));
    }
    let names: Vec<String> = ANYBODY.iter().map(|verb| format!("`{verb}`")).collect();
    table.push_str(&format!("\nFor anybody, about themself alone: {}.\n", names.join(", ")));
    table.push_str("\n## On another person’s behalf\n\n| verb | what was tried | answer |\n| --- | --- | --- |\n");
    for Attempt { verb, tried, answer } in attempts() {
        table.push_str(&format!("| `{verb}` | {tried} | {answer} |\n"));
    }
    expect_test::expect_file!["../../docs/roles.md"].assert_eq(&table);
}
