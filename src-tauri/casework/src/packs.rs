//! Packs: counting for a period, showing it as a profile allows, writing it in every format, and keeping what was shown.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use caseward_disclosure::{Audience, Profile as Rules, Release, Seed};
use caseward_domain::action_plan::is_late;
use caseward_domain::duty::duties;
use caseward_domain::id::CaseId;
use caseward_domain::item::hex;
use caseward_report::summary::{Profile, Summary};
use caseward_report::{
    ActionPlanLine, Audits, Causes, Child, Counted as Everything, EARLIER_MATTERS_FOR_DAYS, Earlier, Lists, Meta, NotPublished,
    Period, Publishing, SummaryFold,
};
use caseward_store::{Counted, Pack, PackFile, StoreError, keyed_hash};
use chrono::Days;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::desk::{Session, new_id, on_register};
use crate::error::CommandError;
use crate::files::{Staged, keep_all};

/// What leaves in one go: the summary, and what the register of releases keeps of it.
pub(crate) struct Shown {
    pub summary: Summary,
    pub releases: Vec<Release>,
}

/// Everything of a period.
pub(crate) fn count(session: &Session, period: Period) -> Result<Everything, CommandError> {
    count_these(session, period, &session.read().cases_touched_since(period.eve())?)
}

/// One pass over these cases: nothing about a child but its history's dates and codes goes in.
fn count_these(session: &Session, period: Period, cases: &HashSet<CaseId>) -> Result<Everything, CommandError> {
    let (records, rules) = (session.read(), session.rules());
    let mut fold = SummaryFold::new(period, &rules.policies, &rules.calendar, &lists(session)?);
    session.progress.begin(Counted::Cases, u64::try_from(cases.len()).unwrap_or(u64::MAX));
    records.each_of_these_case_files(cases, |file| {
        let history = file.history();
        let duties = duties(&history, &rules.policies, &rules.calendar);
        let facts = &file.case.facts;
        let child = Child {
            age_at_referral: facts.age_at_referral,
            sex: facts.sex.as_ref(),
            models: &facts.models,
            referral_source: facts.referral_source.as_ref(),
        };
        fold.add(&history, child, &duties, &crate::leaving::levels_at_closing(&file));
        session.progress.step()
    })?;
    let (mut by_quarter, mut audits) = (Vec::new(), Vec::new());
    for quarter in fold.quarters() {
        let late = crate::verb::view_causes::causes(session, quarter.from, quarter.to)?;
        by_quarter.push(Causes {
            given: late.causes.into_iter().map(|cause| (cause.label, cause.count.into())).collect(),
            not_known: late.not_known.into(),
            not_asked: late.not_asked.into(),
        });
        audits.push(audits_between(session, *quarter)?);
    }
    fold.causes(&by_quarter);
    fold.audits(&audits);
    let plan = crate::verb::view_action_plan::current(session, period.to)?;
    let line = |s: crate::verb::view_action_plan::Standing| ActionPlanLine {
        late: is_late(s.due_on, s.state, period.to),
        theme: s.theme,
        state: s.state,
        due_on: s.due_on,
    };
    fold.action_plan(&plan.into_iter().map(line).collect::<Vec<_>>());
    Ok(fold.finish())
}

/// In the order of the list, and what was found in none too; a code that it does not know is counted under its own name.
fn audits_between(session: &Session, span: Period) -> Result<Audits, StoreError> {
    let codes = session.codes()?;
    let mut found = session.read().audited_between(span.from, span.to)?;
    let mut of = |code: &str| found.remove(code).unwrap_or(0);
    let listed = codes.get("sample_finding").into_iter().flatten();
    let mut counted: Vec<(String, u64)> = listed.map(|row| (row.label.clone(), of(&row.code))).collect();
    counted.extend(found);
    Ok(Audits { drawn: session.read().samples_drawn_between(span.from, span.to)?, found: counted })
}

fn lists(session: &Session) -> Result<Lists, StoreError> {
    let codes = session.codes()?;
    let list = |name: &str, grouped: bool| -> Vec<(String, String)> {
        let rows = codes.get(name).into_iter().flatten();
        rows.map(|row| (row.code.clone(), if grouped { row.grouping.clone() } else { row.label.clone() })).collect()
    };
    Ok(Lists {
        sexes: list("sex", false),
        models: list("exploitation_model", false),
        referral_groups: list("referral_source", true),
    })
}

/// What a profile lets be shown of what was counted.
pub(crate) fn show(
    session: &Session,
    counted: &Everything,
    period: Period,
    profile: Profile,
    recipient: Option<String>,
    leave_out: &[String],
) -> Result<Shown, CommandError> {
    let meta = meta(session, recipient)?;
    let Some(rules) = rules_of(session, profile)? else {
        return Ok(Shown { summary: counted.internal(meta), releases: Vec::new() });
    };
    let releases = publish(session, counted, period, &rules, leave_out, None)?;
    Ok(Shown { summary: counted.released(meta, &rules, &releases), releases })
}

/// The answer to a question from the public: one table of the menu, under the rules for the public.
pub(crate) fn answer(
    session: &Session,
    counted: &Everything,
    period: Period,
    table: &str,
    title: &str,
) -> Result<Shown, CommandError> {
    let rules = rules_of(session, Profile::Public)?.unwrap_or(Rules::PUBLIC);
    let releases = publish(session, counted, period, &rules, &[], Some(table))?;
    Ok(Shown { summary: counted.answer(meta(session, None)?, &rules, &releases, title), releases })
}

fn meta(session: &Session, recipient: Option<String>) -> Result<Meta, StoreError> {
    let audit_head = session.register.head()?.hash;
    Ok(Meta { authority: session.authority.clone(), made_at: session.now(), audit_head, recipient })
}

/// Through the disclosure rules, together with everything that was released before.
fn publish(
    session: &Session,
    counted: &Everything,
    period: Period,
    rules: &Rules,
    leave_out: &[String],
    only: Option<&str>,
) -> Result<Vec<Release>, CommandError> {
    let earlier = released(session, period)?;
    let seed = Seed::new(keyed_hash(&session.link_secret, "disclosure", b""));
    let how = Publishing { profile: rules, earlier: &earlier, seed: &seed, leave_out, only };
    session.progress.begin(Counted::Tables, u64::try_from(Everything::steps()).unwrap_or(1));
    counted.publish(how, &mut || session.progress.step().is_ok()).map_err(refusal)
}

fn refusal(refused: NotPublished) -> CommandError {
    match refused {
        NotPublished::Stopped => StoreError::Cancelled.into(),
        NotPublished::TooFine { ref id, .. } | NotPublished::Contradicts { ref id, .. } => {
            let field = crate::error::FieldError { field: "leave_out".to_owned(), message: id.clone() };
            CommandError { fields: vec![field], ..CommandError::refused(format!("{refused} Nothing was written.")) }
        }
        NotPublished::NotCounted(_) => CommandError::refused(refused.to_string()),
    }
}

/// The register of releases, as far as it can matter for a period.
fn released(session: &Session, period: Period) -> Result<Vec<Earlier>, StoreError> {
    let apart = Days::new(EARLIER_MATTERS_FOR_DAYS.unsigned_abs());
    let since = period.from.checked_sub_days(apart).unwrap_or(period.from);
    let until = period.to.checked_add_days(apart).unwrap_or(period.to);
    let rows = session.read().releases(since, until)?.into_iter();
    rows.map(|row| Ok(Earlier { period: Period { from: row.from, to: row.to }, release: serde_json::from_str(&row.body)? }))
        .collect()
}

/// The thresholds of a profile as the authority set them; `None` inside the authority, where every number is shown.
pub(crate) fn rules_of(session: &Session, profile: Profile) -> Result<Option<Rules>, CommandError> {
    let (audience, usual) = match profile {
        Profile::Internal => return Ok(None),
        Profile::Partners => (Audience::Partners, Rules::PARTNERS),
        Profile::Public => (Audience::Public, Rules::PUBLIC),
    };
    let kept = session.read().disclosure_profiles()?.into_iter().find(|kept| kept.audience == profile.as_str());
    let Some(kept) = kept else { return Ok(Some(usual)) };
    let rules = Rules::new(audience, kept.hidden_to, kept.rounded_to);
    rules.map(Some).map_err(|error| CommandError::refused(format!("{error}. Ask a manager to set the thresholds again.")))
}

/// Every format of a pack, by the ending of its file: the one place where they are listed.
fn formats(summary: &Summary) -> Result<[(&'static str, Vec<u8>); 5], CommandError> {
    let not_made = || CommandError::refused("The summary could not be made. Nothing was written. Report this.");
    Ok([
        ("pdf", caseward_paper::pdf(summary).map_err(|_| not_made())?),
        ("xlsx", caseward_report::xlsx(summary).map_err(|_| not_made())?),
        ("csv", caseward_report::csv(summary).map_err(|_| not_made())?),
        ("csv-metadata.json", caseward_report::csv_metadata(summary).map_err(|_| not_made())?),
        ("html", caseward_report::html(summary).into_bytes()),
    ])
}

/// The files of a pack, in memory, by their names.
pub(crate) fn files(summary: &Summary) -> Result<Vec<(String, Vec<u8>)>, CommandError> {
    let stem = caseward_report::file_stem(summary);
    Ok(formats(summary)?.into_iter().map(|(ending, bytes)| (format!("{stem}.{ending}"), bytes)).collect())
}

pub(crate) fn described(files: &[(String, Vec<u8>)]) -> Vec<PackFile> {
    let describe = |(name, bytes): &(String, Vec<u8>)| PackFile { name: name.clone(), sha256: hex(&Sha256::digest(bytes)) };
    files.iter().map(describe).collect()
}

/// The folder that somebody chose.
pub(crate) fn directory(typed: &str) -> Result<PathBuf, CommandError> {
    if typed.trim().is_empty() {
        return Err(CommandError::invalid("directory", "Choose the folder to write to."));
    }
    Ok(Path::new(typed.trim()).to_owned())
}

/// Writes all files beside where they will be, or none.
pub(crate) fn stage(directory: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<Staged>, CommandError> {
    std::fs::create_dir_all(directory).map_err(StoreError::from)?;
    files.iter().map(|(name, bytes)| Staged::write(&directory.join(name), bytes)).collect()
}

/// The same of a pack. What is there already under one of its names and says something else stays: somebody may have been given it.
pub(crate) fn stage_pack(directory: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<Staged>, CommandError> {
    for (name, bytes) in files {
        let path = directory.join(name);
        let is_file = std::fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        if is_file && std::fs::read(&path).is_ok_and(|there| there != *bytes) {
            return Err(CommandError::refused(format!(
                "There is another file “{name}” in this folder already. Choose another folder, or move that file first. Nothing was written."
            )));
        }
    }
    stage(directory, files)
}

/// Puts them in place; their paths, as people read them.
pub(crate) fn place(staged: Vec<Staged>) -> Result<Vec<String>, CommandError> {
    Ok(keep_all(staged)?.iter().map(|path| path.display().to_string()).collect())
}

/// What a pack is kept with.
pub(crate) struct Keeping {
    pub op: &'static str,
    pub profile: Profile,
    pub recipient: String,
    pub period: Period,
    pub question: String,
    pub request: String,
}

/// Remembers what is shown, so that whatever is made later is attacked together with it.
pub(crate) fn keep(session: &mut Session, shown: &Shown, keeping: Keeping, files: Vec<PackFile>) -> Result<Uuid, CommandError> {
    let id = new_id(session.now())?;
    let kept_as_json = |error: serde_json::Error| CommandError::from(StoreError::from(error));
    let summary = serde_json::to_string(&shown.summary).map_err(kept_as_json)?;
    let releases = shown.releases.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>().map_err(kept_as_json)?;
    session.transact(keeping.op, |records, _, at| {
        let payload = serde_json::json!({
            "pack": id, "profile": keeping.profile, "from": keeping.period.from, "to": keeping.period.to,
            "recipient": keeping.recipient, "question": keeping.question, "tables": releases.len(), "files": files,
        });
        let pack = Pack {
            id,
            profile: keeping.profile.as_str().to_owned(),
            recipient: keeping.recipient,
            from: keeping.period.from,
            to: keeping.period.to,
            made_by: at.by,
            made_at: shown.summary.made_at,
            audit_head: shown.summary.audit_head.clone(),
            files,
            question: keeping.question,
            request: keeping.request,
        };
        records.insert_pack(&pack, &summary, &releases)?;
        Ok(on_register(id, payload))
    })
}
