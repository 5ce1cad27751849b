//! The authority's action plan: brought in from the workbook that authorities circulate, updated, held against guidance, and
//! taken out as the same kind of workbook.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use caseward_casework::terminal::demo;
use caseward_casework::{Desk, call};
use serde_json::{Value, json};

use crate::office::{ANALYST, MANAGER, Office, at, data};

const DAY: &str = "2026-11-23";

fn office() -> Office {
    let mut office = Office::on(DAY);
    office.as_person(MANAGER);
    office
}

fn import(office: &mut Office, path: &str) -> Value {
    office.ask("import_action_plan", json!({ "path": path }))
}

fn actions(plan: &Value) -> Vec<&Value> {
    let objectives = plan["objectives"].as_array().unwrap().iter();
    objectives.flat_map(|objective| objective["actions"].as_array().unwrap()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Every row of the sample as the file has it: number, objective, action, date, colour.
fn rows_of_the_sample() -> Vec<[String; 5]> {
    let mut book: Xlsx<_> = open_workbook(data("action_plan.xlsx")).unwrap();
    let sheet = book.worksheet_range("Action plan").unwrap();
    let say = |cell: &Data| match cell {
        Data::DateTime(day) => day.as_datetime().unwrap().date().to_string(),
        other => other.to_string(),
    };
    sheet.rows().skip(2).map(|row| [0, 2, 3, 6, 10].map(|column| say(&row[column]))).collect()
}

#[test]
fn the_sample_comes_in_with_every_action_date_and_status() {
    let mut office = office();
    let done = import(&mut office, &data("action_plan.xlsx"));
    assert_eq!(done["refused"], json!([]), "{done:#}");
    assert_eq!((done["added"].as_u64(), done["tables"].as_u64()), (Some(14), Some(1)));
    let plan = office.ask("view_action_plan", json!({}));
    let found = actions(&plan);
    let rows = rows_of_the_sample();
    assert_eq!((rows.len(), found.len()), (14, 14));
    for [number, objective, title, when, colour] in rows {
        let action = found.iter().find(|action| action["title"] == title).unwrap_or_else(|| panic!("{title} is missing"));
        assert_eq!(action["number"], number);
        let of = plan["objectives"].as_array().unwrap().iter().find(|o| o["title"] == objective).unwrap();
        assert!(of["actions"].as_array().unwrap().contains(action), "{title} is under {objective}");
        let due = match when.as_str() {
            "June 2026" => "2026-06-30",
            "September 2026" => "2026-09-30",
            "February 2027" => "2027-02-28",
            "December 2026" => "2026-12-31",
            day => day,
        };
        assert_eq!(action["due_on"], due, "{title}");
        let state = match colour.as_str() {
            "Green" => "on_track",
            "Amber" => "at_risk",
            "Red" => "off_track",
            "Complete" => "complete",
            other => panic!("{other}"),
        };
        assert_eq!(action["state"], state, "{title}");
    }
    let months: Vec<&str> =
        found.iter().flat_map(|action| action["updates"].as_array().unwrap()).map(|update| text(&update["on"])).collect();
    assert!(months.iter().all(|day| ["2026-06-30", "2026-09-30"].contains(day)), "{months:?}");
    let told: Vec<&str> = done["notes"].as_array().unwrap().iter().map(|note| text(&note["note"])).collect();
    assert!(told.contains(&"No day is given: the last day of what stands there was taken, 30 June 2026."));
    assert_eq!(told.iter().filter(|note| note.starts_with("The lead has no organisation")).count(), 14);
}

#[test]
fn coverage_of_the_2009_guidance_is_three_counts_and_the_names_of_what_is_uncovered() {
    let mut office = office();
    import(&mut office, &data("action_plan.xlsx"));
    let coverage = office.ask("view_coverage", json!({"catalogue": "guidance_2009"}));
    assert_eq!(coverage["says"], "Of 45 lines, 17 covered, 0 evidenced and 0 reflected on 23 November 2026.");
    assert!(text(&coverage["standing"]).contains("superseded in February 2017"));
    let uncovered: Vec<&str> = coverage["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["covered"] == false)
        .map(|line| text(&line["requirement"]["id"]))
        .collect();
    assert_eq!(uncovered.len(), 28);
    assert!(uncovered.contains(&"G-01") && !uncovered.contains(&"P-04"));
    let before = office.ask("view_coverage", json!({"catalogue": "guidance_2009", "as_at": "22 11 2026"}));
    assert_eq!(before["covered"], 0, "the plan was not in the register the day before");
}

#[test]
fn the_same_workbook_again_changes_nothing_and_a_dry_run_never_does() {
    let mut office = office();
    let dry = office.ask("import_action_plan", json!({"path": data("action_plan.xlsx"), "dry_run": true}));
    assert_eq!((dry["added"].as_u64(), dry["dry_run"].as_bool()), (Some(14), Some(true)));
    assert_eq!(office.ask("view_action_plan", json!({}))["objectives"], json!([]));
    import(&mut office, &data("action_plan.xlsx"));
    let head = office.ask("verify_register", json!({}))["head"].clone();
    office.it_is("2026-12-20");
    let again = import(&mut office, &data("action_plan.xlsx"));
    let counts = ["added", "changed", "unchanged", "updates", "moved"].map(|name| again[name].as_u64().unwrap());
    assert_eq!(counts, [0, 0, 14, 0, 0], "{again:#}");
    assert_eq!(office.ask("verify_register", json!({}))["head"], head);
}

/// The sample, with a date that was moved and an effect that was confirmed.
pub fn a_plan_with_a_past(office: &mut Office) {
    import(office, &data("action_plan.xlsx"));
    let plan = office.ask("view_action_plan", json!({}));
    let objective = &plan["objectives"][0];
    let action = &objective["actions"][0];
    office.ask(
        "record_action",
        json!({
            "id": action["id"], "objective_id": objective["id"], "title": action["title"], "owner_role": action["owner_role"],
            "organisation": "Council", "due_on": "31 3 2027", "why": "No trainer could be found.", "measure": action["measure"],
            "requirements": action["requirements"],
        }),
    );
    office.ask("record_action_update", json!({
        "action_id": action["id"], "on": "20 11 2026", "state": "effect_confirmed", "text": "Sampled.", "evidence": "19 of 20",
        "checked_by": "Board manager", "now": "95%", "sample": "S-1", "sampled_on": "18 11 2026",
    }));
}

fn written(office: &Office, name: &str, text: &str) -> PathBuf {
    let path = office.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn csv(office: &mut Office, text: &str) -> Value {
    let path = written(office, "plan.csv", text);
    import(office, &path.display().to_string())
}

#[test]
fn a_later_edition_adds_updates_and_moved_dates_and_an_older_one_undoes_nothing() {
    let mut office = office();
    let first = "Objective,Action,Outcome,When,Lead,Progress at June 2026,RAG\nNo case drifts,Review every case,No case late,30/09/2026,Head of Safeguarding,Begun,Green\n";
    let second = "Objective,Action,Outcome,When,Lead,Progress at June 2026,Progress at September 2026,RAG\nNo case drifts,Review every case,No case late,31/12/2026,Head of Safeguarding,Begun,Two posts vacant,Red\n";
    csv(&mut office, first);
    office.it_is("2026-11-25");
    let later = csv(&mut office, second);
    let counts = ["added", "changed", "updates", "moved"].map(|name| later[name].as_u64().unwrap());
    assert_eq!(counts, [0, 1, 1, 1], "{later:#}");
    let plan = office.ask("view_action_plan", json!({}));
    let [action] = actions(&plan).try_into().unwrap();
    assert_eq!((text(&action["due_on"]), text(&action["state"])), ("2026-12-31", "off_track"));
    let moved = &action["moved"][0];
    assert_eq!((text(&moved["on"]), text(&moved["from"]), text(&moved["to"])), ("2026-11-25", "2026-09-30", "2026-12-31"));
    assert_eq!((text(&moved["by"]), moved["days"].as_i64()), (MANAGER, Some(92)));
    let old = csv(&mut office, first);
    assert_eq!(old["moved"], 0);
    assert!(
        text(&old["notes"][1]["note"]).contains("from which the date was moved here")
            || old["notes"].to_string().contains("from which the date was moved here")
    );
    let plan = office.ask("view_action_plan", json!({}));
    assert_eq!(actions(&plan)[0]["due_on"], "2026-12-31");
    let past = office.ask("view_action_plan", json!({"as_at": "24 11 2026"}));
    assert_eq!(actions(&past)[0]["due_on"], "2026-09-30", "as it stood on that day");
}

#[test]
fn bad_rows_get_a_sentence_each_and_nothing_is_half_brought_in() {
    let mut office = office();
    let many: Vec<String> = (0..200).map(|n| format!("C-{n:02}")).collect();
    let text_of = format!(
        "Objective,Action,Outcome,When,Lead,Guidance reference,RAG\n\
         O,Good,Measured,31/03/2027,Head of Service,C-09,Green\n\
         O,Impossible day,Measured,31/02/2027,Head of Service,C-09,Green\n\
         O,No year,Measured,end of March,Head of Service,C-09,Green\n\
         O,Too many,Measured,31/03/2027,Head of Service,\"{}\",Green\n\
         O,Odd colour,Measured,31/03/2027,Head of Service,C-09,Purple\n\
         O,,Measured,31/03/2027,Head of Service,C-09,Green\n\
         O,good ,Measured,31/03/2027,Head of Service,C-09,Green\n\
         O,Somebody is called,Ask Mr Jones,31/03/2027,Head of Service,C-09,Green\n\
         O,=cmd|'/c calc'!A1,Measured,31/03/2027,Head of Service,C-09,Green\n",
        many.join(", ")
    );
    let path = written(&office, "plan.csv", &text_of).display().to_string();
    let refused = import(&mut office, &path);
    let rows: Vec<(u64, String, String)> = refused["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["row"].as_u64().unwrap(),
                text(&row["cells"][0]["column"]).to_owned(),
                text(&row["cells"][0]["reason"]).to_owned(),
            )
        })
        .collect();
    let told = |row: u64| {
        rows.iter().find(|(at, ..)| *at == row).map(|(_, column, reason)| format!("{column}: {reason}")).unwrap_or_default()
    };
    assert_eq!(rows.len(), 8, "{rows:#?}");
    assert_eq!(told(3), "When: There is no such day. Check the day and the month; they are read day first.");
    assert_eq!(told(4), "When: This names no year. Write the month with its year, for example March 2026.");
    assert_eq!(
        told(5),
        "Guidance reference: This names 200 lines of guidance; an action answers at most 100. Make several actions of it."
    );
    assert!(told(6).starts_with("RAG: This is not a status that is known."));
    assert!(told(7).starts_with("Action: No action stands in this row."));
    assert_eq!(told(8), "Action: This action stands in row 2 already. Take one of them out, or give it a different title.");
    assert_eq!(told(9), "Outcome: This seems to hold a named person. Take it out, and say who by their role.");
    assert!(told(10).starts_with("Action: This cell holds a formula without a result."));
    assert_eq!(office.ask("view_action_plan", json!({}))["objectives"], json!([]), "one bad row refuses the file");
    let done = office.ask("import_action_plan", json!({"path": path, "skip_bad_rows": true}));
    assert_eq!(done["added"], 1);
    for (name, bytes) in [("empty.xlsx", ""), ("words.csv", "nothing,of,a plan\n1,2,3\n")] {
        let path = written(&office, name, bytes).display().to_string();
        assert!(!office.refused("import_action_plan", json!({"path": path})).is_empty());
    }
}

#[test]
fn an_action_that_names_too_many_lines_of_guidance_is_refused_in_the_same_words_on_the_page() {
    let mut office = office();
    let plan = office.ask("record_objective", json!({"theme": "Protect", "title": "No case drifts"}));
    let objective = plan["objectives"][0]["id"].clone();
    let ids = |many: usize| (0..many).map(|n| format!("C-{n:03}")).collect::<Vec<_>>();
    let action = |requirements: Vec<String>| {
        json!({"objective_id": objective, "title": "Review every case", "owner_role": "Head of Service", "organisation": "Council",
            "due_on": "31 3 2027", "requirements": requirements})
    };
    let refused = office.refused("record_action", action(ids(200)));
    let says = "requirements: This names 200 lines of guidance; an action answers at most 100. Make several actions of it.";
    assert!(refused.contains(says), "{refused}");
    let refused = office.refused("record_action", action(ids(100)));
    assert!(refused.contains("requirements: Choose requirements of the list."), "{refused}");
    let plan = office.ask("record_action", action(vec!["C-09".to_owned(); 200]));
    assert_eq!(actions(&plan)[0]["requirements"], json!(["C-09"]), "the same line named twice is one line");
}

#[test]
fn work_without_a_date_or_an_owner_comes_in_named_and_covers_nothing() {
    let mut office = office();
    let done = csv(
        &mut office,
        "Objective,Action,Outcome,When,Lead,Guidance reference\nO,Goes on,Measured,Ongoing,Head of Service,C-01\nO,Reviewed,Measured,\"Ongoing, review March 2027\",Head of Service,C-02\nO,By name,Measured,March 2027,Jane Smith,C-03\n",
    );
    assert_eq!(done["added"], 3, "{done:#}");
    let coverage = office.ask("view_coverage", json!({"catalogue": "guidance_2009"}));
    let why = |id: &str| {
        let lines = coverage["lines"].as_array().unwrap();
        text(&lines.iter().find(|line| line["requirement"]["id"] == id).unwrap()["why_not"]).to_owned()
    };
    assert_eq!(why("C-01"), "Its action has no date.");
    assert_eq!(why("C-02"), "");
    assert_eq!(why("C-03"), "Its action has no owner.");
    assert_eq!(why("C-04"), "No action answers it.");
    assert!(!office.ask("view_action_plan", json!({})).to_string().contains("Smith"), "a name never comes in");
}

#[test]
fn an_effect_is_confirmed_by_a_sample_and_somebody_other_than_the_owner() {
    let mut office = office();
    csv(&mut office, "Objective,Action,Outcome,When,Lead\nO,Return interviews,80% held,31/03/2027,Missing Co-ordinator\n");
    let plan = office.ask("view_action_plan", json!({}));
    let action = actions(&plan)[0].clone();
    let change = json!({
        "id": action["id"], "objective_id": plan["objectives"][0]["id"], "title": action["title"], "owner_role": action["owner_role"],
        "organisation": "County council", "due_on": "31 3 2027", "measure": action["measure"], "requirements": ["OF-02"],
    });
    office.ask("record_action", change.clone());
    let update = |with: Value| {
        let mut update = json!({"action_id": action["id"], "on": "20 11 2026", "state": "effect_confirmed", "text": "Sampled."});
        update.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        update
    };
    let refusal = office.refused("record_action_update", update(json!({})));
    for field in ["sample:", "evidence:", "checked_by:"] {
        assert!(refusal.contains(field), "{refusal}");
    }
    let own =
        json!({"sample": "S-1", "sampled_on": "18 11 2026", "evidence": "19 of 20 held", "checked_by": "missing co-ordinator"});
    assert!(office.refused("record_action_update", update(own)).contains("Someone other than the action’s owner"));
    let whole = json!({"sample": "S-1", "sampled_on": "18 11 2026", "evidence": "19 of 20 held", "checked_by": "Board manager"});
    office.ask("record_action_update", update(whole));
    let coverage = office.ask("view_coverage", json!({"catalogue": "recommendation_2014"}));
    let line = coverage["lines"].as_array().unwrap().iter().find(|line| line["requirement"]["id"] == "OF-02").unwrap();
    assert_eq!(line["confirmed"], "Effect confirmed by sample S-1 on 18 November 2026, checked by Board manager");
    assert_eq!(coverage["reflected"], 1);
    let mut moved = change;
    moved["due_on"] = json!("30 6 2027");
    assert!(office.refused("record_action", moved.clone()).contains("Say why the date moved from 31 March 2027."));
    moved["why"] = json!("A post is vacant.");
    let plan = office.ask("record_action", moved);
    assert_eq!(actions(&plan)[0]["moved"][0]["why"], "A post is vacant.");
}

/// What an action says, without its id.
fn said(plan: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for objective in plan["objectives"].as_array().unwrap() {
        for action in objective["actions"].as_array().unwrap() {
            let mut action = action.clone();
            let fields = action.as_object_mut().unwrap();
            for own in ["id", "moved"] {
                fields.remove(own);
            }
            for update in fields["updates"].as_array_mut().unwrap() {
                update.as_object_mut().unwrap().remove("by");
            }
            lines.push(format!("{} {} {action:#}", objective["theme"], objective["title"]));
        }
    }
    lines
}

fn export(office: &mut Office, name: &str) -> PathBuf {
    let path = office.path().join(name);
    office.ask("export_action_plan", json!({"path": path}));
    path
}

#[test]
fn a_plan_that_goes_out_comes_back_the_same() {
    let office = Office::on(DAY);
    let mut desk = Desk::with_clock(office.path().join("demonstration"), Box::new(|| at(DAY)));
    demo(&mut desk, 3, 7, &mut |_, _| ()).unwrap();
    let odd = written(
        &office,
        "odd.csv",
        "Objective,Action,Outcome,When,Lead,Progress,RAG\nO,\"' =cmd|'/c calc'!A1 is only text\",\"+1, -1\",Ongoing,Head of Service,Two words: of it,Withdrawn\n",
    );
    call(&mut desk, "import_action_plan", json!({"path": odd})).unwrap();
    let path = office.path().join("plan.xlsx");
    call(&mut desk, "export_action_plan", json!({"path": path})).unwrap();
    let here = call(&mut desk, "view_action_plan", json!({})).unwrap();
    let same = call(&mut desk, "import_action_plan", json!({"path": path})).unwrap();
    let counts = ["added", "changed", "updates"].map(|name| same[name].as_u64().unwrap());
    assert_eq!(counts, [0, 0, 0], "brought in where it came from, it changes nothing: {same:#}");
    let mut other = Office::on(DAY);
    other.as_person(ANALYST);
    let done = import(&mut other, &path.display().to_string());
    assert_eq!(done["refused"], json!([]), "{done:#}");
    let there = other.ask("view_action_plan", json!({}));
    for (one, two) in said(&here).iter().zip(said(&there)) {
        assert_eq!(*one, two);
    }
    assert_eq!(said(&here).len(), said(&there).len());
}

#[test]
fn a_workbook_whose_export_the_register_cannot_record_is_not_left_behind() {
    let mut office = office();
    import(&mut office, &data("action_plan.xlsx"));
    let path = office.path().join("plan.xlsx");
    office.it_is("2025-10-01");
    let refused = office.refused("export_action_plan", json!({"path": path}));
    assert!(refused.starts_with("register: This machine’s clock says"), "{refused}");
    assert!(!path.exists() && !office.path().join("plan.xlsx.part").exists());
}

#[test]
fn a_workbook_that_goes_out_has_no_formula_real_dates_and_its_words_unchanged() {
    let mut office = office();
    office.ask("record_objective", json!({"theme": "Prevention", "title": "=1+1"}));
    let plan = office.ask("view_action_plan", json!({}));
    let nasty = "=cmd|'/c calc'!A1";
    office.ask("record_action", json!({
        "objective_id": plan["objectives"][0]["id"], "title": nasty, "owner_role": "Head of Service", "organisation": "Council",
        "due_on": "31 3 2027", "measure": "+1",
    }));
    let path = export(&mut office, "plan.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let formulas = book.worksheet_formula("Action plan").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    let sheet = book.worksheet_range("Action plan").unwrap();
    let row: Vec<&Data> = sheet.rows().nth(3).unwrap().iter().collect();
    assert_eq!(row[2].to_string(), "=1+1");
    assert_eq!(row[3].to_string(), nasty);
    assert!(matches!(row[10], Data::DateTime(_)), "{:?}", row[10]);
    assert!(export(&mut office, "again.xlsx").exists());
    std::os::unix::fs::symlink(&path, office.path().join("link.xlsx")).unwrap();
    let link = office.path().join("link.xlsx");
    assert!(office.refused("export_action_plan", json!({"path": link})).contains("There is a link"));
    assert!(office.refused("export_action_plan", json!({"path": Path::new("/nowhere/plan.xlsx")})).contains("no such folder"));
    assert!(office.refused("export_action_plan", json!({"path": "plan.csv"})).contains("ends in .xlsx"));
}
