//! One invented case: its facts, and what was written, sent, signed and held.

use caseward_domain::code::Code;
use caseward_domain::content::{Assessment, ChildSeen, Content, Plan, PlanAction, Progressing, Review, ReviewArrangement};
use caseward_domain::duty::duties;
use caseward_domain::history::Moment;
use caseward_domain::id::{CaseId, EpisodeId, ItemId, PersonId, PlanActionId, VersionId};
use caseward_domain::item::{ItemKind, VersionHash};
use caseward_domain::level::{RiskLevel, level_in_force};
use caseward_domain::reference::CaseReference;
use caseward_domain::sign_off::{Decision, Outcome, signed_bytes};
use caseward_domain::text::CaseText;
use caseward_store::keys::Unlocked;
use caseward_store::{
    CaseFacts, CaseFile, CaseRecord, Episode, PlanUpdate, Records, Reported, Rules, SignOffRecord, Source, StoreError,
    Submission, VersionRecord, WorkerChange, keyed_hash,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use fastrand::Rng;
use uuid::Uuid;

use super::staff::Cast;
use super::words;

/// A case ready to be written.
pub(super) struct Invented {
    pub file: CaseFile,
}

pub(super) fn write(records: &Records<'_>, rules: &Rules, invented: &Invented, today: NaiveDate) -> Result<(), StoreError> {
    let file = &invented.file;
    records.insert_case(&file.case)?;
    let first = WorkerChange {
        from_on: file.first_opened_on(),
        practitioner_id: file.case.practitioner_id,
        manager_id: file.case.manager_id,
        reason: String::new(),
    };
    records.insert_worker_change(file.case.id, at(file.first_opened_on(), 9), &first)?;
    let mut last_item = None;
    for version in &file.versions {
        if last_item != Some(version.item) {
            records.insert_item(version.item, file.case.id, version.kind)?;
            last_item = Some(version.item);
        }
        records.insert_version(version)?;
        for (place, sent) in version.submissions.iter().enumerate() {
            let id = Uuid::from_u128(version.id.0.as_u128() ^ (1 + place as u128));
            records.insert_submission(id, version.id, sent.by, sent.at)?;
        }
        if let Some(sign_off) = &version.sign_off {
            records.insert_sign_off(version.id, sign_off)?;
        }
    }
    for earlier in &file.earlier {
        records.insert_earlier_period(file.case.id, earlier)?;
    }
    for date in &file.review_dates {
        records.insert_review_date(file.case.id, date)?;
    }
    for episode in &file.episodes {
        records.save_episode(file.case.id, episode)?;
    }
    for update in &file.plan_updates {
        records.insert_plan_update(file.case.id, update)?;
    }
    let history = file.history();
    let owed = duties(&history, &rules.policies, &rules.calendar);
    records.store_duties(file, &history, &owed, rules, today)?;
    super::causes::write(records, file, &owed, today)
}

/// The cases of an ordinary authority: a few hundred open, the rest closed over the years before.
pub(super) fn invent(rng: &mut Rng, cast: &Cast, manager: &Unlocked, number: u32, of: u32, today: NaiveDate) -> Invented {
    let open_share = if of <= 1_000 { 0.75 } else { 0.07 };
    let is_open = rng.f64() < open_share;
    let opened_on = back(today, if is_open { rng.u64(5..500) } else { rng.u64(200..4_000) });
    let closed_on = (!is_open).then(|| (opened_on + Days::new(rng.u64(90..500))).min(back(today, 1)));
    let mut ids = Ids::of_case(number, today);
    let case = case(rng, &mut ids, cast, number, opened_on, closed_on);
    let file = CaseFile {
        case,
        versions: Vec::new(),
        episodes: Vec::new(),
        plan_updates: Vec::new(),
        review_dates: Vec::new(),
        earlier: Vec::new(),
        snoozes: Vec::new(),
    };
    let mut story = Story { rng, ids, cast, manager, file, end: closed_on.unwrap_or(today), decisions: Vec::new() };
    story.tell();
    if let Some(end) = super::again::open_again(story.rng, &mut story.file, open_share, today) {
        story.end = end;
        story.tell();
    }
    super::again::set_date(story.rng, &mut story.file, cast.signer, today);
    story.take_decisions();
    Invented { file: story.file }
}

fn case(
    rng: &mut Rng,
    ids: &mut Ids,
    cast: &Cast,
    number: u32,
    opened_on: NaiveDate,
    closed_on: Option<NaiveDate>,
) -> CaseRecord {
    let codes = |texts: &[&str]| texts.iter().filter_map(|text| Code::parse(text).ok()).collect::<Vec<_>>();
    let age = if rng.f64() < 0.82 { rng.u8(10..18) } else { rng.u8(4..10) };
    let sex = match rng.u32(0..100) {
        0..66 => "F",
        66..98 => "M",
        _ => "U",
    };
    let mut factors = vec!["11A"];
    let others = ["1A", "2A", "3A", "3B", "4A", "4B", "7A", "10A", "13A", "14A", "15A", "16A", "17A", "19B", "24A"];
    let wanted = rng.usize(2..7);
    factors.extend(rng.choose_multiple(others, wanted));
    factors.sort_unstable();
    let ethnicity = if rng.f64() < 0.72 {
        "WBRI"
    } else {
        pick(rng, &["WOTH", "WIRI", "MWBC", "MWBA", "MWAS", "AIND", "APKN", "ABAN", "BCRB", "BAFR", "OOTH", "NOBT"])
    };
    let mut level = Some(pick_weighted(rng, &[("high", 22), ("medium", 40), ("low", 38)]));
    if rng.f64() < 0.04 {
        level = None;
    }
    let team = rng.usize(0..cast.teams.len());
    let practitioner = rng.usize(0..cast.practitioners.len());
    CaseRecord {
        id: CaseId(ids.next(rng)),
        reference: CaseReference::from_random(rng.u64(..)),
        // The invented child's id at the authority is DEMO-1, DEMO-2, …; only its hash is kept, as for any child.
        link_key: Some(keyed_hash(&[7; 32], "demonstration", number.to_string().as_bytes())),
        opened_on,
        closed_on,
        source: Source::Demonstration,
        brought_in_on: None,
        opening_level: level.and_then(|level| RiskLevel::parse(level).ok()),
        team_id: cast.teams.get(team).copied(),
        practitioner_id: cast.practitioners.get(practitioner).copied(),
        manager_id: cast.managers.get(practitioner % cast.managers.len()).copied(),
        facts: CaseFacts {
            referral_source: Code::parse(pick(rng, &["1A", "1C", "2A", "3C", "3E", "5A", "5D", "6", "6", "8"])).ok(),
            age_at_referral: Some(age),
            sex: Code::parse(sex).ok(),
            ethnicity: Code::parse(ethnicity).ok(),
            disabilities: if rng.f64() < 0.12 { codes(&[pick(rng, &["LD", "AUT", "BEH", "COMM"])]) } else { codes(&["NONE"]) },
            statuses: Vec::new(),
            factors: codes(&factors),
            models: codes(&[pick(rng, &["older_associate", "peer", "group_or_gang", "online", "party"])]),
            contexts: codes(&[pick(
                rng,
                &["online", "public_place", "private_address", "hotel", "vehicle", "school", "care_setting"],
            )]),
            evidence_of_harm: Code::parse(pick(rng, &["none", "suspected", "suspected", "disclosed", "confirmed"])).ok(),
            placed_out_of_area: Some(rng.f64() < 0.1),
            school_absence_checked_on: (rng.f64() < 0.6).then(|| opened_on + Days::new(rng.u64(0..4))),
        },
        reported: Reported::default(),
        version: 1,
    }
}

/// What happened on one case, told in order and never past its end.
struct Story<'a> {
    rng: &'a mut Rng,
    ids: Ids,
    cast: &'a Cast,
    manager: &'a Unlocked,
    file: CaseFile,
    end: NaiveDate,
    /// Day, version and outcome of each decision, until they are taken.
    decisions: Vec<(NaiveDate, VersionId, Outcome)>,
}

impl Story<'_> {
    fn tell(&mut self) {
        let opened = self.file.case.opened_on;
        let level = self.file.case.opening_level.clone();
        if self.rng.f64() < 0.92 {
            let level = level.clone().or_else(|| RiskLevel::parse("medium").ok());
            let on = opened + Days::new(self.rng.u64(5..45));
            self.assess(on, level);
        }
        if self.rng.f64() < 0.85 {
            let on = opened + Days::new(self.rng.u64(15..60));
            self.plan(on);
        }
        if self.rng.f64() < 0.7 {
            let on = opened + Days::new(self.rng.u64(0..30));
            self.arrange(on);
        }
        // A fifth are never reviewed.
        if self.rng.f64() >= 0.2 {
            self.review(opened, level);
        }
        for _ in 0..pick_weighted(self.rng, &[(0, 50), (1, 25), (2, 15), (3, 10)]) {
            self.miss(opened);
        }
        if let Some(closed) = self.file.case.closed_on {
            self.close(closed);
        }
    }

    fn assess(&mut self, on: NaiveDate, level: Option<RiskLevel>) {
        let Some(level) = level else { return };
        let text = |text: &str| CaseText::parse(text).unwrap_or_default();
        let Ok(harm) = Code::parse(pick(self.rng, &["none", "suspected", "disclosed"])) else { return };
        let content = Content::Assessment(Assessment {
            started_on: back(on, 4),
            completed_on: on,
            tool: text("Local risk tool"),
            tool_version: text("3"),
            score: Some(self.rng.i32(4..40)),
            indicators: ["missing", "online", "family"].iter().filter_map(|code| Code::parse(code).ok()).collect(),
            level,
            evidence_of_harm: harm,
            child_seen: self
                .rng
                .choice([ChildSeen::Alone, ChildSeen::Yes, ChildSeen::Alone, ChildSeen::No])
                .unwrap_or(ChildSeen::Yes),
            summary: text(pick(self.rng, words::SUMMARIES)),
        });
        self.item(content, on, 0.85);
    }

    fn plan(&mut self, on: NaiveDate) {
        let text = |text: &str| CaseText::parse(text).unwrap_or_default();
        let goal_count = self.rng.usize(1..3);
        let goals = self.rng.choose_multiple(words::GOALS, goal_count).into_iter().map(|goal| text(goal)).collect();
        let action_count = self.rng.usize(2..5);
        let chosen = self.rng.choose_multiple(words::ACTIONS, action_count);
        let actions: Vec<PlanAction> = chosen
            .into_iter()
            .map(|(what, owner, agency)| PlanAction {
                id: PlanActionId(self.ids.next(self.rng)),
                what: text(what),
                owner_role: text(owner),
                agency: text(agency),
                due_on: on + Days::new(self.rng.u64(14..120)),
            })
            .collect();
        let updates: Vec<(PlanActionId, NaiveDate)> = actions.iter().map(|action| (action.id, action.due_on)).collect();
        if !self.item(Content::Plan(Plan { goals, actions }), on, 0.8) {
            return;
        }
        for (action, due) in updates {
            let day = if self.rng.f64() < 0.75 { back(due, self.rng.u64(0..10)) } else { due + Days::new(self.rng.u64(1..40)) };
            if day < self.end && day > on && self.rng.f64() < 0.85 {
                let state = if self.rng.f64() < 0.75 { "done" } else { "open" };
                let note = text(pick(self.rng, words::NOTES));
                let update = PlanUpdate {
                    id: self.ids.next(self.rng),
                    action,
                    day,
                    state: state.to_owned(),
                    note,
                    by: self.cast.author,
                    at: at(day, 15),
                };
                self.file.plan_updates.push(update);
            }
        }
    }

    fn arrange(&mut self, on: NaiveDate) {
        let text = |text: &str| CaseText::parse(text).unwrap_or_default();
        let content = Content::ReviewArrangement(ReviewArrangement {
            next_review_on: on + Days::new(self.rng.u64(20..100)),
            chair_role: text("Team manager"),
            agencies: vec![text("Police"), text("Health"), text("School")],
            bring_forward_if: text("A missing episode overnight, or new contact with the adult of concern."),
        });
        self.item(content, on, 0.8);
    }

    fn review(&mut self, opened: NaiveDate, level: Option<RiskLevel>) {
        let text = |text: &str| CaseText::parse(text).unwrap_or_default();
        let Some(level) = level.or_else(|| RiskLevel::parse("medium").ok()) else { return };
        let every = match level.as_str() {
            "high" => 28,
            "medium" => 42,
            _ => 84,
        };
        let mut on = opened + Days::new(self.rng.u64(14..every + 20));
        for _ in 0..6 {
            if on >= self.end {
                return;
            }
            let participation =
                pick_weighted(self.rng, &[("PN1", 34), ("PN2", 8), ("PN3", 3), ("PN4", 9), ("PN5", 9), ("PN6", 20), ("PN7", 17)]);
            let Ok(participation) = Code::parse(participation) else { return };
            let gap = self.rng.u64(every / 2..every + every / 3);
            let content = Content::Review(Review {
                held_on: on,
                agencies: vec![text("Police"), text("Health")],
                participation,
                level: level.clone(),
                plan_progressing: self
                    .rng
                    .choice([Progressing::Yes, Progressing::Yes, Progressing::Partly, Progressing::No])
                    .unwrap_or(Progressing::Partly),
                changed_by_views: text(pick(self.rng, words::CHANGED)),
                next_review_on: (self.rng.f64() < 0.8).then(|| on + Days::new(gap)),
            });
            self.item(content, on, 0.85);
            on = on + Days::new(gap + self.rng.u64(0..12));
        }
    }

    fn miss(&mut self, opened: NaiveDate) {
        let day = opened + Days::new(self.rng.u64(1..200));
        let returned = day + Days::new(self.rng.u64(0..3));
        if returned >= self.end {
            return;
        }
        let moment = |on: NaiveDate, hour: u32| Moment { on, at: NaiveTime::from_hms_opt(hour, 30, 0) };
        // Two thirds in time; of the rest, half late and half not at all.
        let held = match self.rng.u32(0..6) {
            0..4 => Some(returned + Days::new(self.rng.u64(0..3))),
            4 => Some(returned + Days::new(self.rng.u64(4..15))),
            _ => None,
        };
        let held = held.filter(|day| *day < self.end);
        let themes = CaseText::parse(pick(self.rng, words::THEMES)).unwrap_or_default();
        self.file.episodes.push(Episode {
            id: EpisodeId(self.ids.next(self.rng)),
            missing_from: moment(day, 20),
            returned: Some(moment(returned, 21)),
            interview_offered: Some(moment(returned, 22)),
            interview_held: held.map(|day| moment(day, 16)),
            interview_declined: None,
            themes,
        });
    }

    fn close(&mut self, closed: NaiveDate) {
        let text = |text: &str| CaseText::parse(text).unwrap_or_default();
        let Ok(reason) = Code::parse(pick(self.rng, &["RC7", "RC7", "RC8", "RC9", "RC5"])) else { return };
        let level = RiskLevel::parse(pick_weighted(self.rng, &[("low", 78), ("medium", 16), ("high", 6)])).ok();
        let where_now = text("At home with carers, in education, with a worker to call.");
        let content = Content::Closure(caseward_domain::content::Closure { closing_on: closed, reason, where_now, level });
        let written = back(closed, 2);
        let item = ItemId(self.ids.next(self.rng));
        let mut version = self.version(item, 1, content, written);
        version.submissions.push(Submission {
            at: at(written, 11),
            by: self.cast.author,
            withdrawn_at: None,
            withdrawn_by: None,
        });
        self.decide(&version, closed, Outcome::SignedOff);
        self.file.versions.push(version);
    }

    /// Writes an item unless it lies past the end; most are sent, and most of those are decided. Says whether it was written.
    fn item(&mut self, content: Content, on: NaiveDate, sent: f64) -> bool {
        if on >= self.end {
            return false;
        }
        let item = ItemId(self.ids.next(self.rng));
        let mut version = self.version(item, 1, content.clone(), on);
        // Nothing waits on a case that closed.
        if self.rng.f64() < sent && (self.file.case.closed_on.is_none() || on + Days::new(16) < self.end) {
            version.submissions.push(Submission { at: at(on, 14), by: self.cast.author, withdrawn_at: None, withdrawn_by: None });
            let decided = on + Days::new(pick_weighted(self.rng, &[(1, 30), (3, 40), (6, 15), (14, 15)]));
            if decided < self.end {
                let returned = self.rng.f64() < 0.08;
                self.decide(&version, decided, if returned { Outcome::Returned } else { Outcome::SignedOff });
                let again = decided + Days::new(2);
                if returned && again + Days::new(3) < self.end {
                    let mut second = self.version(item, 2, content, again);
                    second.submissions.push(Submission {
                        at: at(again, 14),
                        by: self.cast.author,
                        withdrawn_at: None,
                        withdrawn_by: None,
                    });
                    self.decide(&second, again + Days::new(3), Outcome::SignedOff);
                    self.file.versions.push(version);
                    self.file.versions.push(second);
                    return true;
                }
            }
        }
        self.file.versions.push(version);
        true
    }

    fn version(&mut self, item: ItemId, number: u32, content: Content, on: NaiveDate) -> VersionRecord {
        let kind: ItemKind = content.kind();
        VersionRecord {
            id: VersionId(self.ids.next(self.rng)),
            item,
            case: self.file.case.id,
            kind,
            number,
            hash: VersionHash::of(item, number, &content),
            content,
            authors: vec![self.author()],
            written_at: at(on, 10),
            changed_at: None,
            submissions: Vec::new(),
            sign_off: None,
        }
    }

    fn author(&self) -> PersonId {
        self.file.case.practitioner_id.unwrap_or(self.cast.author)
    }

    /// A decision on a day. What it says follows from those before it, so it is taken when the whole story is told.
    fn decide(&mut self, version: &VersionRecord, on: NaiveDate, outcome: Outcome) {
        self.decisions.push((on, version.id, outcome));
    }

    /// Takes the decisions in the order of their days.
    fn take_decisions(&mut self) {
        let mut decisions = std::mem::take(&mut self.decisions);
        decisions.sort_by_key(|(on, version, _)| (*on, *version));
        for (minutes, (on, id, outcome)) in (0..).zip(decisions) {
            let Some(version) = self.file.versions.iter().find(|version| version.id == id) else { continue };
            // One after the other, so that of two on one day it is clear which level was stated last.
            let sign_off = self.taken(version, at(on, 16) + TimeDelta::minutes(minutes), outcome);
            for version in self.file.versions.iter_mut().filter(|version| version.id == id) {
                version.sign_off = Some(sign_off.clone());
            }
        }
    }

    fn taken(&self, version: &VersionRecord, decided_at: DateTime<Utc>, outcome: Outcome) -> SignOffRecord {
        let on = decided_at.date_naive();
        let signed = outcome == Outcome::SignedOff;
        let level_before = crate::items::stated_level(&version.content).cloned().or_else(|| self.level_on(on));
        let met = level_before.clone().or_else(|| RiskLevel::parse("medium").ok());
        let another = met.as_ref().filter(|_| sees_it_otherwise(version)).and_then(another_level);
        let reason = match (signed, &another) {
            (false, _) => words::INSTEAD,
            (true, Some(_)) => otherwise(version),
            (true, None) => "",
        };
        let decision = Decision {
            outcome,
            hash: version.hash.clone(),
            level: another.or(met).filter(|_| signed),
            plan_progressing: signed.then_some(Progressing::Partly),
            reason: CaseText::parse(reason).unwrap_or_default(),
        };
        let by = self.cast.signer;
        let signature = self.manager.sign_hex(&signed_bytes(&decision, by, decided_at));
        let away = self.cast.away.filter(|away| self.file.case.manager_id == Some(away.manager) && away.holds(on));
        let deputy_for = away.map(|away| away.manager);
        SignOffRecord { decision, by, at: decided_at, signature, level_before, deputy_for }
    }

    fn level_on(&self, day: NaiveDate) -> Option<RiskLevel> {
        level_in_force(&self.file.history().levels, day).map(|found| found.level.clone())
    }
}

/// A number of the version's own, so that nothing else that is drawn changes with it.
fn drawn(version: &VersionRecord) -> usize {
    version.id.0.as_bytes().last().copied().map(usize::from).unwrap_or_default()
}

/// In one decision of eight the manager states another level than the one that they met.
fn sees_it_otherwise(version: &VersionRecord) -> bool {
    version.kind != ItemKind::Closure && drawn(version).is_multiple_of(8)
}

fn otherwise(version: &VersionRecord) -> &'static str {
    words::OTHERWISE.get(drawn(version) / 8 % words::OTHERWISE.len()).copied().unwrap_or_default()
}

/// More serious, except where there is nothing more serious.
fn another_level(level: &RiskLevel) -> Option<RiskLevel> {
    RiskLevel::parse(if level.as_str() == "medium" { "high" } else { "medium" }).ok()
}

pub(super) fn pick(rng: &mut Rng, from: &[&'static str]) -> &'static str {
    rng.choice(from).copied().unwrap_or_default()
}

pub(super) fn pick_weighted<T: Copy + Default>(rng: &mut Rng, from: &[(T, u32)]) -> T {
    let total: u32 = from.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.u32(0..total.max(1));
    for (choice, weight) in from {
        if left < *weight {
            return *choice;
        }
        left -= weight;
    }
    T::default()
}

/// The ids of one case: one after the other, as they would be made by whoever enters it, and each case's after the last.
struct Ids {
    millis: u64,
}

impl Ids {
    /// Room for 64 ids a case.
    fn of_case(number: u32, today: NaiveDate) -> Self {
        let start = u64::try_from(at(back(today, 1), 0).timestamp_millis()).unwrap_or(0);
        Self { millis: start + u64::from(number) * 64 }
    }

    fn next(&mut self, rng: &mut Rng) -> Uuid {
        let mut random = [0; 10];
        rng.fill(&mut random);
        self.millis += 1;
        uuid::Builder::from_unix_timestamp_millis(self.millis, &random).into_uuid()
    }
}

pub(super) fn at(day: NaiveDate, hour: i64) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(hour)
}

pub(super) fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
