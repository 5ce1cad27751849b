//! The reference data that a new register begins with, from the files in `reference/`. Their `README.md` names the
//! sources; from then on every row is the authority's own to change.

use caseward_domain::floor::{FloorRule, FloorWhen};
use caseward_domain::level::RiskLevel;
use caseward_domain::policy::{Clocks, LevelRule, Policy};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::audit::text_of;
use crate::error::StoreError;
use crate::item::civil;
use crate::lists::{CodeRow, RequirementRow};
use crate::records::{Records, execute};
use crate::sharing::Recipient;

macro_rules! carried {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../reference/", $name, ".csv")))),*]
    };
}

const CODE_LISTS: &[(&str, &str)] = carried![
    "abuse_category",
    "assessment_factor",
    "care_status",
    "cause",
    "closure_reason",
    "disability",
    "ethnicity",
    "evidence_of_harm",
    "exploitation_context",
    "exploitation_model",
    "indicator_group",
    "missing_type",
    "participation",
    "primary_need",
    "referral_source",
    "sex",
    "worker_change_reason",
];
const BANK_HOLIDAYS: &str = include_str!("../reference/bank_holidays_england_and_wales.json");

/// The first policy takes effect before any date that a record may hold, so that nothing lies before it.
const FIRST_POLICY: NaiveDate = match NaiveDate::from_ymd_opt(2012, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Who the register belongs to.
pub struct NewRegister<'a> {
    pub id: Uuid,
    pub authority: &'a str,
    pub made_at: DateTime<Utc>,
    pub link_secret: [u8; 32],
}

impl Records<'_> {
    /// Fills the lists of a register that was made just now.
    pub fn seed(&self, new: &NewRegister<'_>) -> Result<(), StoreError> {
        let holidays: BankHolidays = serde_json::from_str(BANK_HOLIDAYS)?;
        execute!(self, "register_insert", {
            ":id": new.id, ":authority": new.authority, ":made_at": text_of(new.made_at), ":link_secret": new.link_secret,
            ":known_from": holidays.known_from, ":known_to": holidays.known_to,
        })?;
        for holiday in &holidays.events {
            self.save_bank_holiday(holiday.date, &holiday.title)?;
        }
        for (list, text) in CODE_LISTS {
            for (position, line) in lines(text)?.iter().enumerate() {
                self.save_code(&code(list, position, line))?;
            }
        }
        self.save_policy(&first_policy()?)?;
        self.seed_recipients(civil(new.made_at))?;
        self.seed_requirements()
    }

    fn seed_recipients(&self, since: NaiveDate) -> Result<(), StoreError> {
        for line in lines(include_str!("../reference/recipient.csv"))? {
            self.save_recipient(&Recipient {
                code: line.at("code"),
                name: line.at("name_today"),
                organisation: line.at("organisation"),
                interval_months: line.at("interval_months").parse().map_err(|_| StoreError::Unreadable)?,
                profile: line.at("profile"),
                since,
                ended_on: None,
            })?;
        }
        Ok(())
    }

    fn seed_requirements(&self) -> Result<(), StoreError> {
        for line in lines(include_str!("../reference/instrument.csv"))? {
            execute!(self, "instrument_insert", {
                ":id": line.at("id"), ":name": line.at("name"), ":from": line.at("in_force_from"), ":to": line.at("in_force_to"),
                ":status": line.at("status"), ":successor": line.at("successor"),
            })?;
        }
        let catalogues = [
            ("guidance_2009", "theme", "requirement", "wording_basis", include_str!("../reference/requirement_2009.csv")),
            ("today", "theme", "requirement", "instrument", include_str!("../reference/requirement_today.csv")),
            (
                "recommendation_2014",
                "addressed_to",
                "recommendation",
                "wording_basis",
                include_str!("../reference/recommendation_2014.csv"),
            ),
        ];
        for (catalogue, theme, wording, basis, text) in catalogues {
            for (position, line) in lines(text)?.iter().enumerate() {
                self.save_requirement(&RequirementRow {
                    id: line.at("id"),
                    catalogue: catalogue.to_owned(),
                    theme: line.at(theme),
                    wording: line.at(wording),
                    basis: line.at(basis),
                    checked_by: String::new(),
                    checked_on: String::new(),
                    position: u32::try_from(position).unwrap_or(u32::MAX),
                })?;
            }
        }
        Ok(())
    }
}

#[derive(serde::Deserialize)]
struct BankHolidays {
    known_from: NaiveDate,
    known_to: NaiveDate,
    events: Vec<BankHoliday>,
}

#[derive(serde::Deserialize)]
struct BankHoliday {
    date: NaiveDate,
    title: String,
}

/// A line of a carried CSV file, by heading.
struct Line(std::collections::BTreeMap<String, String>);

impl Line {
    fn at(&self, heading: &str) -> String {
        self.0.get(heading).cloned().unwrap_or_default()
    }
}

fn lines(text: &str) -> Result<Vec<Line>, StoreError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|line| line.map(Line).map_err(|_| StoreError::Unreadable)).collect()
}

fn code(list: &str, position: usize, line: &Line) -> CodeRow {
    let withdrawn = line.at("rule").starts_with("withdrawn");
    let grouping = [line.at("group"), line.at("tag"), line.at("voice_heard")].into_iter().find(|text| !text.is_empty());
    CodeRow {
        list: list.to_owned(),
        code: line.at("code"),
        label: line.at("label"),
        grouping: grouping.unwrap_or_default(),
        position: u32::try_from(position).unwrap_or(u32::MAX),
        effective_from: FIRST_POLICY,
        withdrawn_from: withdrawn.then_some(FIRST_POLICY),
    }
}

/// The suggested defaults: every number is the authority's to change.
fn first_policy() -> Result<Policy, StoreError> {
    let number = |line: &Line, heading: &str| line.at(heading).parse::<u32>().map_err(|_| StoreError::Unreadable);
    let mut levels = Vec::new();
    for (line, critical_after_days) in lines(include_str!("../reference/review_interval.csv"))?.iter().zip([7, 14, 28]) {
        levels.push(LevelRule {
            level: RiskLevel::parse(&line.at("risk_level")).map_err(|_| StoreError::Unreadable)?,
            review_every_days: number(line, "review_every_days")?,
            ceiling_months: number(line, "ceiling_months")?,
            critical_after_days,
        });
    }
    let clocks = lines(include_str!("../reference/clock.csv"))?;
    let limit = |id: &str| {
        clocks.iter().find(|line| line.at("id") == id).map_or(Err(StoreError::Unreadable), |line| number(line, "limit"))
    };
    let clocks = Clocks {
        assessment_authorised: limit("assessment_authorised")?,
        plan_in_place: limit("plan_in_place")?,
        sign_off_decided: limit("sign_off_decided")?,
        review_signed: limit("review_signed")?,
        change_resubmitted: limit("sign_off_decided")?,
        return_interview_hours: limit("return_interview")?,
        plan_update_days: limit("plan_update")?,
        due_soon_days: 14,
    };
    let medium = RiskLevel::parse("medium").map_err(|_| StoreError::Unreadable)?;
    let floors = vec![FloorRule { when: FloorWhen::AgeUnder { years: 13 }, at_least: medium }];
    Ok(Policy { effective_from: FIRST_POLICY, levels, clocks, floors })
}
