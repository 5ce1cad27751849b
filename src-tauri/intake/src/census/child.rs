//! One child of a census: the episode of need with factor 11A, and what it says.

use super::tree::Element;
use super::{CensusChild, FACTOR, Period};
use crate::codes::quoted;
use crate::dates::{self, OLDEST};
use crate::reading::{Notes, RefusedCell};
use crate::{ChildId, Context};
use chrono::{Months, NaiveDate};

/// Whether any assessment of the child names factor 11A.
pub(crate) fn has_factor(child: &Element) -> bool {
    child
        .below("AssessmentFactors")
        .iter()
        .chain(&child.below("FactorsIdentifiedAtAssessment"))
        .any(|e| codes_in(e).any(|c| c == FACTOR))
}

/// Reads a child with factor 11A, or says every wrong element.
pub(crate) fn read(row: u32, child: &Element, ctx: &Context, notes: &mut Notes) -> Result<CensusChild, Vec<RefusedCell>> {
    let mut reader = ChildReader { ctx, refusals: Vec::new() };
    let found = reader.child(row, child, notes);
    match found {
        Some(found) if reader.refusals.is_empty() => Ok(found),
        _ => Err(reader.refusals),
    }
}

struct ChildReader<'a> {
    ctx: &'a Context<'a>,
    refusals: Vec<RefusedCell>,
}

impl ChildReader<'_> {
    fn child(&mut self, row: u32, child: &Element, notes: &mut Notes) -> Option<CensusChild> {
        let none = Element::default();
        let identifiers = child.all("ChildIdentifiers").next().unwrap_or(&none);
        let characteristics = child.all("ChildCharacteristics").next().unwrap_or(&none);
        let episode = self.episode(child)?;
        let opened_on = self.date(episode, "CINreferralDate");
        if opened_on.is_none() {
            self.refuse("CINreferralDate", "There is no date of referral. Every case needs the day it was referred.");
        }
        let child_id = identifiers.value("LAchildID").and_then(ChildId::parse);
        if child_id.is_none() {
            self.refuse("LAchildID", "There is no child id, or it is none that can be read.");
        }
        let disabilities = characteristics.below("Disability");
        let disabilities =
            disabilities.iter().filter_map(|e| e.text()).filter_map(|t| self.code("disability", "Disability", t)).collect();
        let closed_on = self.past(episode, "CINclosureDate");
        let sex = ["Sex", "GenderCurrent", "Gender"].into_iter().find_map(|name| Some((name, identifiers.value(name)?)));
        let sex = sex.and_then(|(name, text)| self.code("sex", name, text));
        let age_at_referral = self.age(identifiers, opened_on, row, notes);
        let ethnicity = characteristics.value("Ethnicity").and_then(|t| self.code("ethnicity", "Ethnicity", t));
        let referral_source = episode.value("ReferralSource").and_then(|t| self.code("referral_source", "ReferralSource", t));
        let factors = self.factors(episode);
        let assessment_authorised_on = self.authorised(episode, opened_on, row, notes);
        let closure_reason = episode.value("ReasonForClosure").and_then(|t| self.code("closure_reason", "ReasonForClosure", t));
        let cin_plan = self.period(episode, "CINPlanDates", "CINPlanStartDate", "CINPlanEndDate");
        let cp_plan = self.period(episode, "ChildProtectionPlans", "CPPstartDate", "CPPendDate");
        // Every element was looked at before a missing one ends the reading.
        let case = CensusChild {
            row,
            child_id: child_id?,
            age_at_referral,
            sex,
            ethnicity,
            disabilities,
            opened_on: opened_on?,
            referral_source,
            factors,
            assessment_authorised_on,
            closed_on,
            closure_reason,
            cin_plan,
            cp_plan,
        };
        if closed_on.is_some_and(|d| d < case.opened_on) {
            self.refuse("CINclosureDate", "The episode closes before its referral. Check both dates.");
        }
        if case.closure_reason.is_some() && episode.value("CINclosureDate").is_none() {
            self.refuse("CINclosureDate", "There is a reason for closure, and no date. Give the date, or take out the reason.");
        }
        Some(case)
    }

    /// The latest episode with the factor. An unreadable date of referral is refused, not passed over.
    fn episode<'e>(&mut self, child: &'e Element) -> Option<&'e Element> {
        let mut latest: Option<(Option<NaiveDate>, &Element)> = None;
        for episode in child.all("CINdetails").filter(|e| has_factor(e)) {
            let on = self.past(episode, "CINreferralDate");
            if latest.is_none_or(|(before, _)| on >= before) {
                latest = Some((on, episode));
            }
        }
        if latest.is_none() {
            self.refuse(
                "CINdetails",
                "Factor 11A stands outside an episode of need (CINdetails), so that the case has no beginning.",
            );
        }
        latest.map(|(_, episode)| episode)
    }

    fn age(&mut self, identifiers: &Element, opened_on: Option<NaiveDate>, row: u32, notes: &mut Notes) -> Option<u8> {
        let birth = self.past(identifiers, "PersonBirthDate")?;
        let opened_on = opened_on?;
        match dates::age(birth, opened_on) {
            Some(years) if years <= OLDEST => u8::try_from(years).ok(),
            Some(_) => {
                self.refuse(
                    "PersonBirthDate",
                    "By this date of birth the child was older than 25 at referral. Check both dates.",
                );
                None
            }
            None if opened_on.checked_add_months(Months::new(10)).is_some_and(|latest| birth <= latest) => {
                notes.row(row, Some("PersonBirthDate"), "Referred before birth: no age at referral.");
                None
            }
            None => {
                self.refuse("PersonBirthDate", "The date of birth is after the referral. Check both dates.");
                None
            }
        }
    }

    fn factors(&mut self, episode: &Element) -> Vec<String> {
        let mut factors: Vec<String> = Vec::new();
        for element in episode.below("AssessmentFactors").into_iter().chain(episode.below("FactorsIdentifiedAtAssessment")) {
            for code in codes_in(element) {
                if let Some(code) = self.code("assessment_factor", "AssessmentFactors", code)
                    && !factors.contains(&code)
                {
                    factors.push(code);
                }
            }
        }
        factors
    }

    /// The latest authorisation of an assessment with the factor. One that lies in the future is planned, not given.
    fn authorised(&mut self, episode: &Element, opened_on: Option<NaiveDate>, row: u32, notes: &mut Notes) -> Option<NaiveDate> {
        const NAME: &str = "AssessmentAuthorisationDate";
        let mut latest = None;
        for assessment in episode.all("Assessments").filter(|a| has_factor(a)) {
            self.date(assessment, "AssessmentActualStartDate");
            match self.date(assessment, NAME) {
                Some(date) if date > self.ctx.today => {
                    notes.row(row, Some(NAME), "This date lies in the future: read as not authorised yet.")
                }
                date => latest = latest.max(date),
            }
        }
        if let (Some(authorised), Some(opened)) = (latest, opened_on)
            && authorised < opened
        {
            self.refuse(NAME, "The assessment was authorised before the referral. Check both dates.");
        }
        latest
    }

    /// The period of this name that began last. One that is still to begin says nothing yet.
    fn period(&mut self, episode: &Element, name: &str, from: &str, to: &str) -> Option<Period> {
        let mut latest: Option<Period> = None;
        for element in episode.all(name) {
            let Some(first) = self.date(element, from).filter(|d| *d <= self.ctx.today) else {
                continue;
            };
            let period = Period { from: first, to: self.date(element, to) };
            if period.to.is_some_and(|end| end < first) {
                self.refuse(to, "The plan ends before it starts. Check both dates.");
            }
            if latest.is_none_or(|l| period.from >= l.from) {
                latest = Some(period);
            }
        }
        latest
    }

    /// A date that must not lie in the future.
    fn past(&mut self, element: &Element, name: &str) -> Option<NaiveDate> {
        let date = self.date(element, name)?;
        if date > self.ctx.today {
            self.refuse(name, "This date lies in the future. Correct it.");
            return None;
        }
        Some(date)
    }

    /// The census writes dates as ISO; a time of day after one is left out.
    fn date(&mut self, element: &Element, name: &str) -> Option<NaiveDate> {
        let text = element.value(name)?;
        match dates::parse_iso(text) {
            Ok(date) => Some(date),
            Err(why) => {
                self.refuse(name, why);
                None
            }
        }
    }

    fn code(&mut self, list: &str, name: &str, text: &str) -> Option<String> {
        let code = self.ctx.codes.resolve(list, text).map(str::to_owned);
        if code.is_none() {
            let quoted = quoted(text);
            let list_name = list.replace('_', " ");
            self.refuse(
                name,
                format!(
                    "{quoted} is not in the list of codes for {list_name} ({}). Correct it in the case system and export again.",
                    self.ctx.codes.examples(list)
                ),
            );
        }
        code
    }

    fn refuse(&mut self, column: &str, reason: impl Into<String>) {
        if !self.refusals.iter().any(|r| r.column == column) {
            self.refusals.push(RefusedCell { column: column.to_owned(), reason: reason.into() });
        }
    }
}

/// Each code of an element's own text; some systems write several in one.
fn codes_in(element: &Element) -> impl Iterator<Item = &str> {
    element.text().unwrap_or_default().split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|c| !c.is_empty())
}
