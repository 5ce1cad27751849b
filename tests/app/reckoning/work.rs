//! The rules of work that waits: for a signature, for progress, for an interview after a child went missing.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};

use super::rows::{Item, Version, day, id};
use super::{Flags, Look, flag};

impl Look<'_> {
    pub(crate) fn signing(&self, flags: &mut Flags) {
        let known = |on: Option<NaiveDate>| on.filter(|on| self.knows(*on));
        let signed = |kind: &str| -> Option<NaiveDate> {
            let versions = self.case.items.iter().filter(|item| item.kind == kind).flat_map(|item| &item.versions);
            versions.filter_map(|version| version.signed_on()).filter(|on| self.knows(*on)).min()
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
            let owes = |kind: &str| signed(kind).is_none() && self.past(start, "plan_in_place");
            flag(flags, "plan_not_signed", !is_reported("plan_signed_off") && owes("plan"));
            flag(flags, "arrangement_not_signed", owes("review_arrangement"));
        }
        for item in &self.case.items {
            for version in &item.versions {
                for (sent, taken_back) in &version.submissions {
                    let over = known(*taken_back).or(known(version.decided_on())).is_some();
                    flag(flags, "decision_waiting", self.knows(*sent) && !over && self.past(*sent, "sign_off_decided"));
                }
            }
            flag(flags, "changed_since_signed", self.is_changed_and_not_sent(item));
        }
    }

    /// Each change to an item that was signed before is to be sent; the latest version stands for the item.
    fn is_changed_and_not_sent(&self, item: &Item) -> bool {
        let Some(latest) = item.versions.iter().rfind(|version| self.knows(version.written_on())) else { return false };
        let is_signed_before = |version: &Version| version.number < latest.number && version.signed_on().is_some();
        let stands = |(sent, back): &(NaiveDate, Option<NaiveDate>)| *sent <= self.day && back.is_none_or(|back| back > self.day);
        let is_sent = latest.submissions.iter().any(stands);
        item.versions.iter().any(is_signed_before) && !is_sent && self.past(latest.written_on(), "change_resubmitted")
    }

    pub(crate) fn progress(&self, flags: &mut Flags) {
        for item in self.case.items.iter().filter(|item| item.kind == "plan") {
            let planned = item.versions.iter().rfind(|version| self.knows(version.written_on()));
            for action in planned.into_iter().flat_map(|version| version.content["actions"].as_array().unwrap()) {
                let own = id(&action["id"]);
                // Owed from the day on which it was planned: even one that was due before may be done on that day.
                let has = |version: &&Version| version.content["actions"].as_array().unwrap().iter().any(|a| id(&a["id"]) == own);
                let planned_on = item.versions.iter().find(has).unwrap().written_on();
                let late = self.day > day(&action["due_on"]).unwrap().max(planned_on);
                flag(flags, "action_overdue", late && !self.is_finished(&own));
            }
            let every_version = item.versions.iter().flat_map(|version| version.content["actions"].as_array().unwrap());
            let actions: BTreeSet<String> = every_version.map(|action| id(&action["id"])).collect();
            let updates = self.case.updates.iter().filter(|update| actions.contains(&update.action) && update.day <= self.day);
            // A plan is live once a manager has signed it, and as long as its case is open: one whose every action is done
            // asks what happens next.
            let signed = item.versions.iter().filter_map(|version| version.signed_on()).filter(|on| self.knows(*on)).min();
            let Some(began) = signed else { continue };
            let last = updates.map(|update| update.day).max().map_or(began, |last| last.max(began));
            let due = last + Days::new(self.clock("plan_update_days", last));
            flag(flags, "plan_not_updated", self.day > due);
        }
    }

    /// By the latest update of its state, an action is done or was cancelled.
    fn is_finished(&self, action: &str) -> bool {
        let updates = self.case.updates.iter().filter(|update| update.action == action && update.day <= self.day);
        updates.max_by_key(|update| (update.day, &update.recorded_at)).is_some_and(|update| update.state != "open")
    }

    pub(crate) fn missing(&self, flags: &mut Flags) {
        for episode in &self.case.episodes {
            let Some(returned) = episode.returned.filter(|returned| self.knows(returned.date())) else { continue };
            let hours = self.clock("return_interview_hours", returned.date());
            let due = (returned + TimeDelta::hours(i64::try_from(hours).unwrap())).date();
            let over = [episode.interview_held, episode.interview_declined].iter().flatten().any(|on| *on <= self.day);
            flag(flags, "return_interview", !over && self.day > due);
        }
    }
}
