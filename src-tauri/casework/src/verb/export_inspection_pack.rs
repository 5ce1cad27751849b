//! Writes the inspection pack: every case with its last sign-off, review dates and level history, as at any day.

use caseward_domain::duty::{Rule, duties};
use caseward_domain::history::{CaseHistory, Period};
use caseward_domain::item::ItemKind;
use caseward_domain::level::{StatedBy, level_in_force};
use caseward_domain::role::Role;
use caseward_domain::sign_off::Outcome;
use caseward_report::{
    InspectedCase, InspectedLevel, InspectedReview, InspectedSignOff, InspectionMeta, InspectionPack, inspection_stem,
};
use caseward_store::{CaseFile, Counted, Rules, civil};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::names::Names;
use crate::packs;

/// Writes every case with its last sign-off, review dates and level history, and the method, for an inspector’s list.
#[derive(Deserialize, TS)]
pub struct ExportInspectionPack {
    /// The day whose state it shows, as typed. Empty: today.
    #[serde(default)]
    pub as_at: String,
    /// The folder to write to; it is made if it is not there.
    pub directory: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct InspectionPackWritten {
    /// Paths of the files that were written.
    pub files: Vec<String>,
    #[ts(type = "number")]
    pub cases: u64,
    /// False where there were too many rows for one: then the tables are CSV alone.
    pub workbook: bool,
    pub audit_head: String,
}

pub fn export_inspection_pack(desk: &mut Desk, request: ExportInspectionPack) -> Result<InspectionPackWritten, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let as_at = form.optional_date("as_at", &request.as_at).and_then(|day| form.in_the_past("as_at", day, None));
    if request.directory.trim().is_empty() {
        form.wrong("directory", "Choose the folder to write to.");
    }
    form.finish()?;
    let as_at = as_at.unwrap_or_else(|| session.today());
    let not_made = |_| CommandError::refused("The pack could not be made. Nothing was written. Report this.");
    let meta = InspectionMeta {
        authority: session.authority.clone(),
        as_at,
        made_at: session.now(),
        audit_head: session.register.head()?.hash,
    };
    let audit_head = meta.audit_head.clone();
    let mut pack = InspectionPack::new(meta).map_err(not_made)?;
    let (records, rules, names) = (session.read(), session.rules(), session.names()?);
    session.progress.begin(Counted::Cases, records.count_cases()?);
    records.each_case_file(|file| {
        if file.first_opened_on() <= as_at {
            pack.add(&inspected(&file, rules, &names, as_at)).map_err(not_made)?;
        }
        session.progress.step().map_err(CommandError::from)
    })?;
    let made = pack.finish(rules.policies.on(as_at)).map_err(not_made)?;
    if made.cases == 0 {
        return Err(CommandError::refused("No case had opened by this day, so there is nothing to write. Choose a later day."));
    }
    let stem = inspection_stem(as_at);
    let files: Vec<(String, Vec<u8>)> = made.files.into_iter().map(|(end, bytes)| (format!("{stem}-{end}"), bytes)).collect();
    let staged = packs::stage(&packs::directory(&request.directory)?, &files)?;
    session.transact("export_inspection_pack", |_, _, _| {
        Ok(on_register((), serde_json::json!({ "as_at": as_at, "cases": made.cases, "files": stem })))
    })?;
    Ok(InspectionPackWritten { files: packs::place(staged)?, cases: made.cases, workbook: made.workbook, audit_head })
}

/// The case as it stood at the end of a day.
fn inspected(file: &CaseFile, rules: &Rules, names: &Names, day: NaiveDate) -> InspectedCase {
    let history = file.history();
    let owed = duties(&history, &rules.policies, &rules.calendar);
    let in_force = level_in_force(&history.levels, day);
    let span = history.periods.iter().filter(|span| span.opened_on <= day).max_by_key(|span| span.opened_on);
    let mut reviews: Vec<InspectedReview> = history
        .reviews
        .iter()
        .filter(|review| review.on <= day)
        .map(|review| InspectedReview {
            on: review.on,
            reported: review.item.is_none(),
            participation: review.participation.as_ref().map(ToString::to_string).unwrap_or_default(),
            child_heard: review.voice_heard,
            signed_on: review.signed_on.filter(|signed| *signed <= day),
        })
        .collect();
    reviews.sort_by_key(|review| review.on);
    let mut said: Vec<_> = history.levels.iter().filter(|said| said.on <= day).collect();
    said.sort_by_key(|said| (said.on, said.at));
    let reviews_owed = owed.iter().filter(|duty| matches!(duty.rule, Rule::NeverReviewed | Rule::ReviewOverdue));
    InspectedCase {
        reference: file.case.reference.clone(),
        team: names.team(file.case.team_id).unwrap_or_default(),
        opened_on: history.periods.iter().map(|span| span.opened_on).min().unwrap_or(file.case.opened_on),
        closed_on: span.and_then(|span| span.closed_on).filter(|closed| *closed <= day),
        level: in_force.as_ref().map(|found| found.level.clone()),
        level_confirmed: in_force.as_ref().is_some_and(|found| found.confirmed),
        last_sign_off: last_sign_off(file, names, day),
        next_review_on: span.and_then(|span| next_review(&history, span, day)),
        review_due_by: reviews_owed.filter(|duty| duty.is_owed_on(day)).filter_map(|duty| duty.due_on).min(),
        late: owed.iter().filter(|duty| duty.is_flag_on(day)).map(|duty| duty.rule.say()).collect(),
        reviews,
        levels: said
            .into_iter()
            .map(|said| InspectedLevel { from: said.on, level: said.level.clone(), by_manager: said.by == StatedBy::Manager })
            .collect(),
    }
}

fn last_sign_off(file: &CaseFile, names: &Names, day: NaiveDate) -> Option<InspectedSignOff> {
    let signed = file.versions.iter().filter_map(|version| version.sign_off.as_ref().map(|signed| (version.kind, signed)));
    let (kind, latest): (ItemKind, _) = signed
        .filter(|(_, signed)| signed.decision.outcome == Outcome::SignedOff && civil(signed.at) <= day)
        .max_by_key(|(_, signed)| signed.at)?;
    let (on, by, level) = (civil(latest.at), names.person(latest.by), latest.decision.level.clone());
    Some(InspectedSignOff { on, of: kind.say(), by, level })
}

/// The date that stood on the day for the next review: the latest arranged since the last review or since the span opened.
fn next_review(history: &CaseHistory, span: &Period, day: NaiveDate) -> Option<NaiveDate> {
    if !span.holds(day) {
        return None;
    }
    let last = history.reviews.iter().map(|review| review.on).filter(|on| *on <= day && span.holds(*on)).max();
    let since = last.unwrap_or(span.opened_on);
    let stands = history
        .arranged
        .iter()
        .filter(|date| (since..=day).contains(&date.arranged_on) && last.is_none_or(|last| date.next_review_on > last));
    stands.max().map(|date| date.next_review_on)
}
