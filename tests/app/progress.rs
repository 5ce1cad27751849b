//! A long job says how far it is and can be stopped; stopped, it has changed nothing.

use caseward_casework::{BackupRegister, CommandError, Desk, ErrorCode, ImportActionPlan, ImportTracker, VerifyRegister};
use caseward_casework::{backup_register, import_action_plan, import_tracker, verify_register};
use serde_json::json;

use crate::office::{MANAGER, Office, PRACTITIONER, data};

fn office() -> Office {
    let mut office = Office::on("2026-11-23");
    office.as_person(PRACTITIONER);
    office.open_case("1 11 2026", "high");
    office.as_person(MANAGER);
    office
}

fn stopped<T>(desk: &mut Desk, job: impl FnOnce(&mut Desk) -> Result<T, CommandError>) -> CommandError {
    desk.progress().cancel();
    job(desk).err().expect("the job went on to its end")
}

#[test]
fn a_job_that_is_stopped_changes_nothing_and_the_next_one_runs() {
    let mut office = office();
    let (folder, tracker) = (office.path().join("copies"), data("cse_tracker.xlsx"));
    let import = ImportTracker {
        path: tracker,
        mapping_path: String::new(),
        dry_run: false,
        skip_bad_rows: true,
        key_list_path: String::new(),
    };
    let plan = ImportActionPlan { path: data("action_plan.xlsx"), dry_run: false, skip_bad_rows: false };
    let backup = BackupRegister { directory: folder.display().to_string() };
    let refusals = [
        stopped(&mut office.desk, |desk| verify_register(desk, VerifyRegister {})),
        stopped(&mut office.desk, |desk| import_tracker(desk, import)),
        stopped(&mut office.desk, |desk| import_action_plan(desk, plan)),
        stopped(&mut office.desk, |desk| backup_register(desk, backup)),
    ];
    for refusal in refusals {
        assert_eq!((refusal.code, refusal.message.as_str()), (ErrorCode::Cancelled, "Cancelled. No record was changed."));
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "half a backup is no backup");
    assert_eq!(office.ask("list_cases", json!({}))["total"], 1);
    assert_eq!(office.ask("view_action_plan", json!({}))["objectives"], json!([]));
    // A wish to stop the last job is no wish to stop this one.
    office.desk.progress().cancel();
    assert_eq!(office.ask("verify_register", json!({}))["problems"], json!([]));
}

#[test]
fn whoever_watches_sees_the_count_reach_its_total() {
    let mut office = office();
    verify_register(&mut office.desk, VerifyRegister {}).unwrap();
    let (counted, done, total) = office.desk.progress().now().expect("the last part of the check counts cases");
    assert_eq!((counted.as_str(), done, total), ("cases", 1, 1));
    let plan = ImportActionPlan { path: data("action_plan.xlsx"), dry_run: false, skip_bad_rows: false };
    let brought_in = import_action_plan(&mut office.desk, plan).unwrap();
    let (counted, done, total) = office.desk.progress().now().expect("bringing in a plan counts its rows");
    assert_eq!((counted.as_str(), done, total), ("rows", u64::from(brought_in.added), u64::from(brought_in.added)));
    office.ask("list_cases", json!({}));
    assert_eq!(office.desk.progress().now(), None, "nothing that counts is running");
}
