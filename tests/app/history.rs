//! What a case's history tells of lateness and of its workers: no reason that somebody gave vanishes.

use serde_json::{Value, json};

use crate::office::{MANAGER, OTHER_MANAGER, Office, PRACTITIONER, review};

fn told(office: &mut Office, case: &str) -> Vec<String> {
    let seen = office.ask("view_case", json!({"reference": case}));
    let events = seen["timeline"].as_array().unwrap().iter();
    let line = |event: &Value| {
        let by = event["by"].as_str().unwrap();
        let day = &event["at"].as_str().unwrap()[..10];
        format!("{day} {}{}{}", event["says"].as_str().unwrap(), if by.is_empty() { "" } else { " / " }, by)
    };
    events.map(line).collect()
}

#[test]
fn every_rest_stays_in_the_history_with_its_reason_and_so_does_who_woke_it() {
    let mut office = Office::on("2026-03-02");
    office.as_person(PRACTITIONER);
    let case = office.open_case("2 3 2026", "medium");
    let rest = |until: &str, cause: &str, reason: &str| json!({"reference": case, "rule": "never_reviewed", "start_on": "2026-03-02", "until": until, "cause": cause, "reason": reason});
    office.it_is("2026-05-01").as_person(MANAGER);
    office.ask("snooze_flag", rest("4 5 2026", "resources", "The chair is off sick."));
    office.it_is("2026-05-10").ask("snooze_flag", rest("20 5 2026", "", "The panel meets next week."));
    office.it_is("2026-05-11").ask("snooze_flag", rest("25 5 2026", "", "The panel was moved."));
    office.it_is("2026-05-14").as_person(OTHER_MANAGER);
    let id = office.ask("list_flags", json!({"snoozed": true}))["rows"][0]["snooze"]["id"].clone();
    office.ask("end_snooze", json!({"id": id}));
    assert_eq!(
        told(&mut office, &case),
        [
            "2026-05-14 “Never reviewed” woken before its rest was over / Grace Bell",
            "2026-05-11 “Never reviewed” let rest until 25 May 2026 instead of 20 May 2026. Why it is late: not known. The panel was moved. / Maria Osei",
            "2026-05-10 “Never reviewed” let rest until 20 May 2026. Why it is late: not known. The panel meets next week. / Maria Osei",
            "2026-05-01 “Never reviewed” let rest until 4 May 2026. Why it is late: Lack of resources. The chair is off sick. / Maria Osei",
            "2026-03-02 Case opened",
        ]
    );
    // Settled late, and why: with the words that say what the list of causes does not.
    office.as_person(PRACTITIONER).it_is("2026-05-18");
    office.write(&case, review("18 5 2026", "medium", "15 6 2026"));
    let row = office.ask("list_settled", json!({}))["rows"][0].clone();
    let note = "The strategy meeting was moved twice.";
    let cause = json!({"reference": case, "rule": row["rule"], "subject": row["subject"], "start_on": row["start_on"], "cause": "other", "note": note});
    office.ask("record_cause", cause);
    assert_eq!(
        told(&mut office, &case)[0],
        "2026-05-18 Why “Never reviewed”, due 13 April 2026, was settled late: Other, in words: The strategy meeting was moved twice. / Tom Clarke"
    );
}

#[test]
fn the_history_says_who_took_over_from_whom_as_what_and_why() {
    let mut office = Office::on("2026-09-01");
    office.as_person(MANAGER);
    let [tom, maria, grace] = [PRACTITIONER, MANAGER, OTHER_MANAGER].map(|name| office.person(name));
    let opening = json!({"opened_on": "1 9 2026", "level": "low", "facts": {}, "practitioner": null, "manager": null});
    let case = office.ask("open_case", opening)["reference"].as_str().unwrap().to_owned();
    let mut day = 1;
    let mut assign = |practitioner: &Value, manager: &Value, reason: &str| {
        day += 1;
        office.it_is(&format!("2026-09-{day:02}"));
        let version = office.ask("view_case", json!({"reference": case}))["version"].clone();
        let change = json!({"reference": case, "version": version, "facts": {}, "practitioner": practitioner, "manager": manager, "worker_change_reason": reason});
        office.ask("change_case", change);
        told(&mut office, &case)[0].clone()
    };
    let nobody = json!(null);
    assert_eq!(assign(&tom, &nobody, ""), "2026-09-02 Practitioner named: Tom Clarke");
    assert_eq!(assign(&tom, &maria, "MANAGE"), "2026-09-03 Manager named: Maria Osei: Change of manager");
    assert_eq!(assign(&tom, &grace, "MANAGE"), "2026-09-04 Manager changed from Maria Osei to Grace Bell: Change of manager");
    assert_eq!(
        assign(&maria, &maria, "ABSENC"),
        "2026-09-05 Practitioner changed from Tom Clarke to Maria Osei. Manager changed from Grace Bell to Maria Osei: Absence"
    );
    assert_eq!(assign(&nobody, &maria, "LEFTRL"), "2026-09-06 Practitioner taken off the case: Maria Osei: Left the role");
}
