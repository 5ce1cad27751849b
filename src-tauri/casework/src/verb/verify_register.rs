//! Checks the audit chain, every signed version, the stored duties and the file itself.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use caseward_domain::date::say_date;
use caseward_domain::duty::duties;
use caseward_domain::item::VersionHash;
use caseward_domain::sign_off::signed_bytes;
use caseward_store::{Counted, DutyRow, civil, duty_rows, keys, standing};
use chrono::TimeDelta;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// Checks the audit chain, every signed version, the stored duties and the file itself.
#[derive(Deserialize, TS)]
pub struct VerifyRegister {}

#[derive(Clone, Debug, Serialize, TS)]
pub struct VerifyView {
    pub ok: bool,
    #[ts(type = "number")]
    pub events: i64,
    pub head: String,
    /// The first event that does not hold.
    #[ts(type = "number | null")]
    pub first_bad_event: Option<i64>,
    /// Whole sentences; empty when all is well.
    pub problems: Vec<String>,
}

pub fn verify_register(desk: &mut Desk, _request: VerifyRegister) -> Result<VerifyView, CommandError> {
    let session = desk.signed_in()?;
    let head = session.register.head()?;
    let mut problems = session.register.check_file()?;
    let first_bad_event = session.register.first_bad_event(&session.progress)?;
    if let Some(sequence) = first_bad_event {
        problems.push(format!("Event {sequence} of the audit chain was changed after it was written. Restore the latest backup, and keep this register for whoever looks into it."));
    }
    if let Err(error) = session.key_file.verify_roster(&session.unlocked) {
        problems.push(error.to_string());
    }
    sign_offs(session, &mut problems)?;
    stored_duties(session, &mut problems)?;
    if let Some(last) = head.at.filter(|last| *last - session.now() > TimeDelta::days(1)) {
        problems.push(format!(
            "This machine’s clock says {}, but the register was last changed on {}. Set the clock, or ask an administrator to say that it is right. What is kept was checked as at that day.",
            say_date(session.today()),
            say_date(civil(last))
        ));
    }
    Ok(VerifyView { ok: problems.is_empty(), events: head.sequence, head: head.hash, first_bad_event, problems })
}

/// Every decision is about the text that stands there, and carries its signer's own signature.
fn sign_offs(session: &Session, problems: &mut Vec<String>) -> Result<(), CommandError> {
    let records = session.read();
    session.progress.begin(Counted::Decisions, records.count_sign_offs()?);
    records.each_sign_off(|version, hash, sign_off| {
        if sign_off.decision.hash != *hash {
            problems.push(format!("The text of version {version} was changed after it was decided."));
        }
        let bytes = signed_bytes(&sign_off.decision, sign_off.by, sign_off.at);
        let signed = records.keys_of(sign_off.by)?.iter().any(|key| keys::verify(key, &bytes, &sign_off.signature));
        if !signed {
            problems.push(format!("The decision on version {version} does not carry its signer’s signature."));
        }
        session.progress.step()
    })?;
    Ok(())
}

/// The list stored for each case is the answer of the duty function, as at the day on which it was written.
fn stored_duties(session: &Session, problems: &mut Vec<String>) -> Result<(), CommandError> {
    let (records, rules, day) = (session.read(), session.rules(), session.duties_on()?);
    session.progress.begin(Counted::Cases, records.count_cases()?);
    records.each_case_file(|file| {
        let reference = file.case.reference.clone();
        let history = file.history();
        let owed = duties(&history, &rules.policies, &rules.calendar);
        let mut stored: Vec<DutyRow> = records.duties_of(file.case.id)?.into_iter().map(|(_, row)| row).collect();
        let mut answered = duty_rows(&file, &history, &owed, rules, day);
        let stands = standing(&file, &history, &answered, rules, day);
        if records.standing_of(file.case.id)?.as_ref() != Some(&stands) {
            problems.push(format!("What lists say of case {reference} is not what follows from its facts. Report this."));
        }
        for version in file.versions.iter().filter(|v| VersionHash::of(v.item, v.number, &v.content) != v.hash) {
            let (number, kind) = (version.number, version.kind.say());
            problems.push(format!(
                "The text of version {number} of the {kind} of case {reference} was changed after it was written."
            ));
        }
        stored.sort();
        answered.sort();
        if stored != answered {
            problems.push(format!("The flags kept for case {reference} are not those that follow from its facts. Report this."));
        }
        session.progress.step()
    })?;
    if !records.tally_holds()? {
        problems.push("The counts kept for the worklist are not those of its flags. Report this.".to_owned());
    }
    Ok(())
}
