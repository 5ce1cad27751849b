//! The rules of work that waits: for a signature, for progress, for an interview after a child went missing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::rows::{Item, Submission, Version, day, id};
use super::{Flags, Look, flag};

/// A version, and when it was sent.
type Sent<'a> = (DateTime<Utc>, &'a Version);

impl Look<'_> {
    pub(crate) fn signing(&self, flags: &mut Flags) {
        let known = |on: Option<NaiveDate>| on.filter(|on| self.knows(*on));
        let signed = |kind: &'static str| -> Option<NaiveDate> {
            self.versions(kind).filter_map(|version| version.signed_on()).filter(|on| self.knows(*on)).min()
        };
        let reported = &self.case.reported;
        let is_reported = |what: &str| reported[what] == true;
        // A case that closed before it was brought in owes nothing of the kind.
        let (_, closed) = self.case.spells.last().unwrap();
        let is_past = self.case.brought_in_on.is_some_and(|brought_in| closed.is_some_and(|closed| closed <= brought_in));

        let assessed = is_reported("assessment_signed_off") || day(&reported["assessment_authorised_on"]).is_some();
        let owes_assessment = !assessed && !is_past && signed("assessment").is_none();
        flag(flags, "assessment_not_signed", owes_assessment && self.past(self.opened, "assessment_authorised"));

        // The same time for both, from the assessment's sign-off; a reported one is known from the day it was brought in.
        let start = signed("assessment").or(known(self.case.brought_in_on).filter(|_| assessed)).filter(|_| !is_past);
        if let Some(start) = start {
            let owes = |kind: &'static str| signed(kind).is_none() && self.past(start, "plan_in_place");
            flag(flags, "plan_not_signed", !is_reported("plan_signed_off") && owes("plan"));
            flag(flags, "arrangement_not_signed", owes("review_arrangement"));
        }
        for item in &self.case.items {
            for version in &item.versions {
                for sent in &version.submissions {
                    let over = [sent.taken_back_on, version.decided_on()].into_iter().flatten().min();
                    // What still waits when a case is opened again is owed anew from that day.
                    let start = sent.sent_on().max(self.begins);
                    let waits = start <= self.day && over.is_none_or(|over| over > self.day);
                    flag(flags, "decision_waiting", waits && self.past(start, "sign_off_decided"));
                }
            }
            flag(flags, "changed_since_signed", self.is_changed_and_not_sent(item));
        }
    }

    /// Each change to an item that was signed before is to be sent; the latest version stands for the item. Returned, it is to
    /// be written and sent again. So is what was returned of a second assessment, plan or arrangement, once another is signed:
    /// nothing else asks for it.
    fn is_changed_and_not_sent(&self, item: &Item) -> bool {
        let Some(latest) = item.versions.iter().rfind(|version| version.written_on() <= self.day) else { return false };
        let before = || item.versions.iter().filter(|version| version.number < latest.number);
        let is_change = before().any(|version| version.signed_on().is_some());
        let others = self.case.items.iter().filter(|other| other.kind == item.kind && !std::ptr::eq(*other, item));
        let signed = others.flat_map(|other| &other.versions).filter_map(Version::signed_on).filter(|on| self.knows(*on)).min();
        let another = signed.filter(|_| ["assessment", "plan", "review_arrangement"].contains(&item.kind.as_str()));
        let is_owed_since = |day: NaiveDate| self.knows(day) && self.past(day, "change_resubmitted");
        if let Some(returned) = latest.returned_on().filter(|returned| *returned <= self.day) {
            return if is_change {
                is_owed_since(returned)
            } else {
                another.is_some_and(|signed| is_owed_since(signed.max(returned)))
            };
        }
        let written = latest.written_on();
        let is_second =
            before().any(|version| version.returned_on().is_some()) && another.is_some_and(|signed| signed <= written);
        let stands = |sent: &Submission| sent.sent_on() <= self.day && sent.taken_back_on.is_none_or(|back| back > self.day);
        (is_change || is_second) && !latest.submissions.iter().any(stands) && is_owed_since(written)
    }

    pub(crate) fn progress(&self, flags: &mut Flags) {
        // Owed from the day on which it entered the plan: even one that was due before may be done on that day.
        let mut since: BTreeMap<String, NaiveDate> = BTreeMap::new();
        let mut planned = Vec::new();
        for (day, plan) in self.plans() {
            planned = plan.map_or_else(Vec::new, |plan| plan.content["actions"].as_array().unwrap().iter().collect());
            for action in &planned {
                since.entry(id(&action["id"])).or_insert(day);
            }
        }
        for action in planned {
            let own = id(&action["id"]);
            let due = day(&action["due_on"]).unwrap().max(since[&own]);
            flag(flags, "action_overdue", self.day > due && !self.is_finished(&own));
        }
        // A child has one plan. It is live once a manager has signed it, and as long as its case is open: one whose every
        // action is done asks what happens next. A new version says what will be done, and is no update.
        let signed = self.versions("plan").filter_map(|version| version.signed_on()).filter(|on| self.knows(*on)).min();
        let Some(began) = signed else { return };
        let last = self.case.updates.iter().map(|update| update.day).filter(|on| *on <= self.day).max();
        let last = last.map_or(began, |last| last.max(began));
        flag(flags, "plan_not_updated", self.day > last + Days::new(self.clock("plan_update_days", last)));
    }

    /// The plan in force at the end of each day on which it may have changed, up to today: of those that wait or are signed
    /// the one that was sent last; where there is none, the one that was sent last.
    fn plans(&self) -> Vec<(NaiveDate, Option<&Version>)> {
        // One that was signed in an earlier spell was for that one.
        let ours = |version: &&Version| version.signed_on().is_none_or(|signed| self.begins <= signed);
        let versions: Vec<&Version> = self.versions("plan").filter(ours).collect();
        let mut days: BTreeSet<NaiveDate> = versions.iter().filter_map(|version| version.decided_on()).collect();
        for sent in versions.iter().flat_map(|version| &version.submissions) {
            days.extend([Some(sent.sent_on().max(self.begins)), sent.taken_back_on].into_iter().flatten());
        }
        let mut plans = Vec::new();
        for day in days.into_iter().filter(|day| self.knows(*day)) {
            let (mut standing, mut any): (Option<Sent<'_>>, Option<Sent<'_>>) = (None, None);
            for version in &versions {
                let returned = version.returned_on();
                for sent in version.submissions.iter().filter(|sent| sent.sent_on() <= day) {
                    let over = [sent.taken_back_on, returned].into_iter().flatten().min();
                    // What was over when the case was opened again stays in the spell before.
                    if sent.sent_on() < self.begins && over.is_some_and(|over| over <= self.begins) {
                        continue;
                    }
                    let later = |last: &Option<Sent<'_>>| last.is_none_or(|(at, _)| at < sent.at);
                    if later(&any) {
                        any = Some((sent.at, version));
                    }
                    if over.is_none_or(|over| day < over) && later(&standing) {
                        standing = Some((sent.at, version));
                    }
                }
            }
            plans.push((day, standing.or(any).map(|(_, version)| version)));
        }
        plans
    }

    fn versions(&self, kind: &'static str) -> impl Iterator<Item = &Version> {
        self.case.items.iter().filter(move |item| item.kind == kind).flat_map(|item| &item.versions)
    }

    /// By the latest update of its state, an action is done or was cancelled.
    fn is_finished(&self, action: &str) -> bool {
        let updates = self.case.updates.iter().filter(|update| update.action == action && update.day <= self.day);
        updates.max_by_key(|update| (update.day, &update.recorded_at)).is_some_and(|update| update.state != "open")
    }

    pub(crate) fn missing(&self, flags: &mut Flags) {
        for episode in &self.case.episodes {
            let Some(returned) = episode.returned.filter(|returned| returned.date() <= self.day) else { continue };
            let hours = self.clock("return_interview_hours", returned.date());
            let due = (returned + TimeDelta::hours(i64::try_from(hours).unwrap())).date();
            let over = [episode.interview_held, episode.interview_declined].iter().flatten().any(|on| *on <= self.day);
            // A child who came back before the case opened is owed it as well, as long as the clock still ran on that day.
            let is_ours = self.opened <= returned.date() || self.opened <= due;
            flag(flags, "return_interview", is_ours && !over && self.day > due);
        }
    }
}
