//! From the register to a list that a sample is drawn from, and from a sample that was drawn to its view.

use std::collections::{BTreeMap, BTreeSet};

use caseward_domain::history::CaseHistory;
use caseward_domain::id::CaseId;
use caseward_domain::level::level_in_force;
use caseward_domain::reference::CaseReference;
use caseward_domain::role::Role;
use caseward_domain::sample::{Design, StratifyBy, age_band, age_bands};
use caseward_domain::text::CaseText;
use caseward_report::{SampleFound, SampleLine, SampleLineState, SampleReport};
use caseward_store::{CaseRecord, Counted, Sample, SampleState, StoreError, civil};
use uuid::Uuid;

use crate::desk::Session;
use crate::error::CommandError;
use crate::names::Names;
use crate::view::{SampleCaseView, SampleCountView, SampleFindingView, SampleStratumView, SampleView};

/// Those who draw samples and read what was found.
pub(crate) const SAMPLERS: &[Role] = &[Role::Manager, Role::Analyst];

/// Every case of the population: with its stratum, or with the reason for which it is left out.
#[derive(Default)]
pub(crate) struct Frame {
    pub ids: BTreeMap<CaseReference, CaseId>,
    pub strata: BTreeMap<String, BTreeSet<CaseReference>>,
    pub left_out: BTreeMap<CaseReference, CaseText>,
}

/// The one reason for leaving a case out that nobody typed, so that everybody may read it.
const DRAWN_BEFORE: &str = "It was drawn in an earlier sample.";

/// One pass over every case.
pub(crate) fn frame(
    session: &Session,
    design: &Design,
    left_out: &BTreeMap<CaseReference, CaseText>,
) -> Result<Frame, CommandError> {
    let (records, names) = (session.read(), session.names()?);
    let sampled_before = match design.not_sampled_since {
        Some(day) => records.cases_sampled_since(day)?,
        None => BTreeSet::new(),
    };
    let again = CaseText::parse(DRAWN_BEFORE).unwrap_or_default();
    let mut frame = Frame::default();
    session.progress.begin(Counted::Cases, records.count_cases()?);
    records.each_case_file(|file| {
        session.progress.step()?;
        let history = file.history();
        if !design.population.holds(&history) {
            return Ok(());
        }
        let reference = file.case.reference.clone();
        frame.ids.insert(reference.clone(), file.case.id);
        if let Some(why) = left_out.get(&reference) {
            frame.left_out.insert(reference, why.clone());
        } else if sampled_before.contains(&file.case.id) {
            frame.left_out.insert(reference, again.clone());
        } else {
            let name = stratum(design, &file.case, &history, &names);
            frame.strata.entry(name).or_default().insert(reference);
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(frame)
}

/// `Level: High; team: North locality; age: 14 to 15`.
fn stratum(design: &Design, case: &CaseRecord, history: &CaseHistory, names: &Names) -> String {
    name(design, |by| match by {
        StratifyBy::Level => {
            let level = level_in_force(&history.levels, design.population.as_at());
            level.map_or_else(|| "not recorded".to_owned(), |found| found.level.say())
        }
        StratifyBy::Team => names.team(case.team_id).unwrap_or_else(|| "none".to_owned()),
        StratifyBy::AgeBand => case.facts.age_at_referral.map_or("not recorded", age_band).to_owned(),
    })
}

fn name(design: &Design, part: impl Fn(StratifyBy) -> String) -> String {
    let word = |by: &StratifyBy| match by {
        StratifyBy::Level => "level",
        StratifyBy::Team => "team",
        StratifyBy::AgeBand => "age at referral",
    };
    let parts: Vec<String> = design.stratify_by.iter().map(|by| format!("{}: {}", word(by), part(*by))).collect();
    let joined = parts.join("; ");
    let mut letters = joined.chars();
    letters.next().map_or_else(|| "All cases".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// The strata of every level, team and age band that there is, of which no case is eligible.
pub(crate) fn unreached(session: &Session, design: &Design, frame: &Frame) -> Result<Vec<String>, CommandError> {
    let policy = session.rules().policies.on(design.population.as_at());
    let levels: Vec<String> = policy.levels.iter().map(|rule| rule.level.say()).collect();
    let teams: Vec<String> = session.read().teams()?.into_iter().map(|team| team.name).collect();
    let ages: Vec<String> = age_bands().map(str::to_owned).collect();
    let mut all: Vec<BTreeMap<StratifyBy, &String>> = vec![BTreeMap::new()];
    for by in &design.stratify_by {
        let values = match by {
            StratifyBy::Level => &levels,
            StratifyBy::Team => &teams,
            StratifyBy::AgeBand => &ages,
        };
        let with = |known: &BTreeMap<StratifyBy, _>| {
            let known = known.clone();
            values.iter().map(move |value| {
                let mut longer = known.clone();
                longer.insert(*by, value);
                longer
            })
        };
        all = all.iter().flat_map(with).collect();
    }
    let named = all.iter().map(|parts| name(design, |by| parts.get(&by).map_or_else(String::new, |value| (*value).clone())));
    Ok(named.filter(|stratum| !frame.strata.contains_key(stratum)).collect())
}

/// By which the action plan and the files name it: `S-2026-11-23-1a2b3c`.
pub(crate) fn sample_reference(sample: &Sample) -> String {
    let id = sample.id.simple().to_string();
    format!("S-{}-{}", civil(sample.drawn_at), id.get(id.len().saturating_sub(6)..).unwrap_or_default())
}

pub(crate) fn find(session: &Session, id: Uuid) -> Result<Sample, CommandError> {
    let none = || CommandError::not_found("There is no such sample. Open the list of samples and choose one.");
    session.read().sample(id)?.ok_or_else(none)
}

/// Everything about a sample that leaves the register with it.
pub(crate) fn report(session: &Session, sample: &Sample) -> Result<SampleReport, CommandError> {
    let (records, names, codes) = (session.read(), session.names()?, session.codes()?);
    let findings = records.sample_findings(sample.id)?;
    let label = |code: &str| {
        let row = codes.get("sample_finding").into_iter().flatten().find(|row| row.code == code);
        row.map_or_else(|| code.to_owned(), |row| row.label.clone())
    };
    let mut report = SampleReport {
        reference: sample_reference(sample),
        title: sample.title.clone(),
        authority: session.authority.clone(),
        made_at: session.now(),
        audit_head: session.register.head()?.hash,
        drawn_at: sample.drawn_at,
        drawn_by: names.person(sample.drawn_by),
        design: sample.design.clone(),
        unreached: sample.unreached.clone(),
        lines: Vec::new(),
        found: Vec::new(),
    };
    for case in records.drawn_cases(sample.id)?.into_iter().chain(records.cases_not_drawn(sample.id)?) {
        let state = match case.state {
            SampleState::LeftOut(why) if why.as_str() == DRAWN_BEFORE => SampleLineState::LeftOut(DRAWN_BEFORE.to_owned()),
            SampleState::LeftOut(why) => SampleLineState::LeftOut(session.case_text(why.as_str())),
            SampleState::Ranked { stratum, place, drawn } => SampleLineState::Ranked { stratum, place, drawn },
        };
        if let Some(found) = findings.get(&case.case) {
            report.found.push(SampleFound {
                reference: case.reference.clone(),
                finding: found.finding.to_string(),
                finding_says: label(found.finding.as_str()),
                child_heard: found.child_heard,
                looked_at: session.case_text(found.looked_at.as_str()),
                note: session.case_text(found.note.as_str()),
                found_by: names.person(found.found_by),
                found_on: civil(found.found_at),
                own_case: found.own_case,
            });
        }
        report.lines.push(SampleLine { reference: case.reference, state });
    }
    Ok(report)
}

pub(crate) fn view(session: &Session, sample: &Sample) -> Result<SampleView, CommandError> {
    let report = report(session, sample)?;
    let finding = |reference: &CaseReference| report.found.iter().find(|found| found.reference == *reference);
    let cases = report.lines.iter().filter_map(|line| match &line.state {
        SampleLineState::Ranked { stratum, place, drawn: true } => Some(SampleCaseView {
            reference: line.reference.clone(),
            stratum: stratum.clone(),
            place: *place,
            found: finding(&line.reference).map(|found| SampleFindingView {
                finding: found.finding.clone(),
                finding_says: found.finding_says.clone(),
                child_heard: found.child_heard,
                looked_at: found.looked_at.clone(),
                note: found.note.clone(),
                found_by: found.found_by.clone(),
                found_on: found.found_on,
                own_case: found.own_case,
            }),
        }),
        _ => None,
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let strata = report.strata();
    let counted = |(what, number)| SampleCountView { what, count: count(number) };
    Ok(SampleView {
        id: sample.id,
        reference: sample_reference(sample),
        title: sample.title.clone(),
        population: sample.design.population.say(),
        in_population: count(report.lines.len()),
        left_out: report.left_out().into_iter().map(counted).collect(),
        eligible: count(strata.iter().map(|stratum| stratum.eligible).sum()),
        seed: sample.design.seed.as_str().to_owned(),
        size: sample.design.size,
        allocation: sample.design.allocation,
        drawn_on: civil(sample.drawn_at),
        drawn_by: report.drawn_by.clone(),
        cases: cases.collect(),
        findings: report.findings().into_iter().map(counted).collect(),
        not_heard: report.not_heard(),
        strata: strata
            .iter()
            .map(|s| SampleStratumView { name: s.name.clone(), eligible: count(s.eligible), drawn: count(s.drawn) })
            .collect(),
        unreached: sample.unreached.clone(),
        method: report.method(),
    })
}
