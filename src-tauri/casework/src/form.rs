//! Request fields become domain types once, here. Every wrong field is collected, so that a person sees all of them
//! at once, each at its field.

use std::collections::BTreeMap;

use caseward_domain::code::Code;
use caseward_domain::date::{parse_date, say_date};
use caseward_domain::history::Moment;
use caseward_domain::level::RiskLevel;
use caseward_domain::policy::Policy;
use caseward_domain::reference::CaseReference;
use caseward_domain::text::CaseText;
use caseward_store::CodeRow;
use chrono::{NaiveDate, NaiveTime};

use crate::error::{CommandError, FieldError};

/// A form being read.
pub(crate) struct Form<'a> {
    codes: &'a BTreeMap<String, Vec<CodeRow>>,
    policy: &'a Policy,
    today: NaiveDate,
    wrong: Vec<FieldError>,
}

/// Before this no date of a record makes sense.
pub(crate) const OLDEST: NaiveDate = match NaiveDate::from_ymd_opt(1990, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl<'a> Form<'a> {
    pub fn new(codes: &'a BTreeMap<String, Vec<CodeRow>>, policy: &'a Policy, today: NaiveDate) -> Self {
        Self { codes, policy, today, wrong: Vec::new() }
    }

    pub fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.wrong.push(FieldError { field: field.to_owned(), message: message.into() });
    }

    /// Everything that was wrong, or nothing.
    pub fn finish(self) -> Result<(), CommandError> {
        if self.wrong.is_empty() { Ok(()) } else { Err(CommandError::invalid_fields(self.wrong)) }
    }

    /// A date that must be there. `None` after a refusal was noted.
    pub fn date(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        if text.trim().is_empty() {
            self.wrong(field, "Enter a date, for example 27 3 2026.");
            return None;
        }
        self.optional_date(field, text)
    }

    pub fn optional_date(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        if text.trim().is_empty() {
            return None;
        }
        match parse_date(text) {
            Ok(day) if day < OLDEST => self.refuse(field, "This date is before 1990. Check the year."),
            Ok(day) if day.signed_duration_since(self.today).num_days() > 3_653 => {
                self.refuse(field, "This date is more than 10 years ahead. Check the year.")
            }
            Ok(day) => Some(day),
            Err(error) => self.refuse(field, error.to_string()),
        }
    }

    /// A date that cannot lie in the future, nor before another day.
    pub fn past_date(&mut self, field: &str, text: &str, not_before: Option<(NaiveDate, &str)>) -> Option<NaiveDate> {
        let day = self.date(field, text)?;
        self.in_the_past(field, day, not_before)
    }

    pub fn in_the_past(&mut self, field: &str, day: NaiveDate, not_before: Option<(NaiveDate, &str)>) -> Option<NaiveDate> {
        if day > self.today {
            return self.refuse(field, "This date is in the future. Enter today or a day before it.");
        }
        self.not_before(field, day, not_before)
    }

    pub fn not_before(&mut self, field: &str, day: NaiveDate, not_before: Option<(NaiveDate, &str)>) -> Option<NaiveDate> {
        match not_before {
            Some((earliest, what)) if day < earliest => {
                self.refuse(field, format!("This date is before {what} on {}. Check both dates.", say_date(earliest)))
            }
            _ => Some(day),
        }
    }

    /// The days of a list, both included. Without an end it ends today; without a beginning it begins on the day that
    /// belongs to its end.
    pub fn period(&mut self, from: &str, to: &str, begins: impl FnOnce(NaiveDate) -> NaiveDate) -> (NaiveDate, NaiveDate) {
        let past = |form: &mut Self, field: &str, text: &str| {
            form.optional_date(field, text).and_then(|day| form.in_the_past(field, day, None))
        };
        let from = past(self, "from", from);
        let to = past(self, "to", to).unwrap_or(self.today);
        self.not_before("to", to, from.map(|day| (day, "the period begins")));
        (from.unwrap_or_else(|| begins(to)), to)
    }

    /// A day with a time where it is known: `27 3 2026 14:05`. Empty: not known.
    pub fn moment(&mut self, field: &str, text: &str) -> Option<Moment> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let (day, time) = match text.rsplit_once([' ', 'T']) {
            Some((day, time)) if time.contains(':') => (day, Some(time)),
            _ => (text, None),
        };
        let at = match time.map(|time| NaiveTime::parse_from_str(time, "%H:%M")) {
            Some(Ok(time)) => Some(time),
            Some(Err(_)) => return self.refuse(field, "Enter the time as hours and minutes, for example 27 3 2026 14:05."),
            None => None,
        };
        let day = self.date(field, day)?;
        self.in_the_past(field, day, None).map(|on| Moment { on, at })
    }

    /// A code that its list offers. Empty: not recorded.
    pub fn optional_code(&mut self, field: &str, list: &str, text: &str) -> Option<Code> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let known = self.codes.get(list).into_iter().flatten().any(|row| row.code == text);
        match Code::parse(text) {
            Ok(code) if known => Some(code),
            _ => self.refuse(field, "This is not a code of the list. Choose one that the list offers."),
        }
    }

    pub fn code(&mut self, field: &str, list: &str, text: &str) -> Option<Code> {
        if text.trim().is_empty() {
            return self.refuse(field, "Choose one.");
        }
        self.optional_code(field, list, text)
    }

    pub fn codes(&mut self, field: &str, list: &str, texts: &[String]) -> Vec<Code> {
        let mut codes: Vec<Code> = texts.iter().filter_map(|text| self.optional_code(field, list, text)).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    pub fn optional_level(&mut self, field: &str, text: &str) -> Option<RiskLevel> {
        if text.trim().is_empty() {
            return None;
        }
        match RiskLevel::parse(text) {
            Ok(level) if self.policy.knows(&level).is_some() => Some(level),
            _ => self.refuse(field, "This is not a level of the policy in force. Choose one of its levels."),
        }
    }

    pub fn level(&mut self, field: &str, text: &str) -> Option<RiskLevel> {
        if text.trim().is_empty() {
            return self.refuse(field, "Choose the level of risk, in your own judgement.");
        }
        self.optional_level(field, text)
    }

    /// One of a few words. Empty: refused.
    pub fn choice<T: Copy>(&mut self, field: &str, text: &str, choices: &[(&str, T)]) -> Option<T> {
        let chosen = choices.iter().find(|(name, _)| *name == text.trim()).map(|(_, value)| *value);
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.wrong(field, format!("Choose one of: {}.", names.join(", ")));
        }
        chosen
    }

    /// Free text, which may hold nothing that says who the child is.
    pub fn text(&mut self, field: &str, text: &str) -> Option<CaseText> {
        let Ok(text) = CaseText::parse(text) else {
            return self.refuse(field, caseward_domain::text::TooLong.to_string());
        };
        match crate::personal_data::found_in(text.as_str(), self.today) {
            Some(what) => self.refuse(
                field,
                format!("This seems to hold {what}. The register is pseudonymised: take it out, and say who by their part, such as “the child’s mother”."),
            ),
            None => Some(text),
        }
    }

    pub fn needed_text(&mut self, field: &str, text: &str, ask: &str) -> Option<CaseText> {
        if text.trim().is_empty() {
            return self.refuse(field, ask);
        }
        self.text(field, text)
    }

    /// The lines of a list that are not empty.
    pub fn texts(&mut self, field: &str, texts: &[String]) -> Vec<CaseText> {
        let filled = texts.iter().filter(|text| !text.trim().is_empty());
        filled.filter_map(|text| self.text(field, text)).collect()
    }

    /// Plain words of the authority's own, such as a team's name: not about a child.
    pub fn words(&mut self, field: &str, text: &str, ask: &str) -> Option<String> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > 500 {
            return self.refuse(field, if text.is_empty() { ask } else { "Use 500 characters or fewer." });
        }
        Some(text.to_owned())
    }

    /// Words of the action plan, which name people by their part only. Empty is allowed.
    pub fn words_without_people(&mut self, field: &str, text: &str) -> String {
        let text = text.trim();
        if text.chars().count() > caseward_intake::plan::LONGEST {
            self.wrong(field, format!("Use {} characters or fewer.", caseward_intake::plan::LONGEST));
        }
        if let Some(what) = caseward_intake::plan::personal_data(text, self.today) {
            self.wrong(field, format!("This seems to hold {what}. Take it out, and say who by their role."));
        }
        text.to_owned()
    }

    /// Somebody, by role.
    pub fn role(&mut self, field: &str, text: &str) -> String {
        let text = self.words_without_people(field, text);
        if caseward_intake::plan::is_person(&text) {
            self.wrong(field, "This looks like a person’s name. Enter the role, such as head of safeguarding.");
        }
        text
    }

    pub fn refuse<T>(&mut self, field: &str, message: impl Into<String>) -> Option<T> {
        self.wrong(field, message);
        None
    }
}

/// A reference as typed, or the refusal.
pub(crate) fn reference(text: &str) -> Result<CaseReference, CommandError> {
    CaseReference::parse(text).map_err(|error| CommandError::invalid("reference", error.to_string()))
}

/// A day as typed or ISO, or `today` when there is none.
pub(crate) fn day_or_today(field: &str, text: Option<&str>, today: NaiveDate) -> Result<NaiveDate, CommandError> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => parse_date(text).map_err(|error| CommandError::invalid(field, error.to_string())),
        None => Ok(today),
    }
}
