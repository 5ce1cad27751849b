//! The facts of a register as plain rows, read back from `export-all`: nothing of the program's own types, so that what
//! the program makes of the facts cannot leak into what is reckoned from them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde_json::Value;

use super::calendar::{Calendar, civil_day};

/// Everything that flags follow from.
pub struct Facts {
    pub cases: Vec<Case>,
    pub policies: Policies,
    pub calendar: Calendar,
}

pub struct Case {
    pub reference: String,
    /// First day open, and first day closed; the earliest first. The last one may still be open.
    pub spells: Vec<(NaiveDate, Option<NaiveDate>)>,
    pub opening_level: Option<String>,
    pub brought_in_on: Option<NaiveDate>,
    pub reported: Value,
    pub items: Vec<Item>,
    pub updates: Vec<Update>,
    pub episodes: Vec<Episode>,
    /// Dates for the next review that somebody set by hand: when, and which.
    pub set_by_hand: Vec<(DateTime<Utc>, NaiveDate)>,
}

pub struct Item {
    pub kind: String,
    /// By number.
    pub versions: Vec<Version>,
}

pub struct Version {
    pub number: u64,
    pub content: Value,
    pub written_at: DateTime<Utc>,
    pub submissions: Vec<Submission>,
    pub decision: Option<Decision>,
}

pub struct Submission {
    pub at: DateTime<Utc>,
    pub taken_back_on: Option<NaiveDate>,
}

pub struct Decision {
    pub at: DateTime<Utc>,
    pub signed_off: bool,
    pub level: Option<String>,
}

pub struct Update {
    pub action: String,
    pub day: NaiveDate,
    pub recorded_at: String,
    pub state: String,
}

pub struct Episode {
    /// A day alone counts from its first minute: a blank never buys time.
    pub returned: Option<NaiveDateTime>,
    pub interview_held: Option<NaiveDate>,
    /// A child may decline it: then no more is owed.
    pub interview_declined: Option<NaiveDate>,
}

/// The policies of the authority by the day on which each took effect.
pub struct Policies(BTreeMap<NaiveDate, Value>);

impl Policies {
    pub fn on(&self, day: NaiveDate) -> &Value {
        self.0.range(..=day).next_back().or_else(|| self.0.iter().next()).unwrap().1
    }
}

impl Item {
    /// What was signed last; while nothing is, what was written last.
    pub fn counts(&self) -> &Version {
        let signed = self.versions.iter().rev().find(|version| version.signed_on().is_some());
        signed.unwrap_or_else(|| self.versions.last().unwrap())
    }
}

impl Submission {
    pub fn sent_on(&self) -> NaiveDate {
        civil_day(self.at)
    }
}

impl Version {
    pub fn written_on(&self) -> NaiveDate {
        civil_day(self.written_at)
    }

    pub fn signed_on(&self) -> Option<NaiveDate> {
        self.decision.as_ref().filter(|decision| decision.signed_off).map(|decision| civil_day(decision.at))
    }

    pub fn returned_on(&self) -> Option<NaiveDate> {
        self.decision.as_ref().filter(|decision| !decision.signed_off).map(|decision| civil_day(decision.at))
    }

    pub fn decided_on(&self) -> Option<NaiveDate> {
        self.decision.as_ref().map(|decision| civil_day(decision.at))
    }

    /// When it was first sent for sign-off.
    pub fn first_sent_at(&self) -> Option<DateTime<Utc>> {
        self.submissions.iter().map(|sent| sent.at).min()
    }

    pub fn date(&self, field: &str) -> Option<NaiveDate> {
        day(&self.content[field])
    }
}

/// A date, or `None` for null, empty and the open end.
pub fn day(value: &Value) -> Option<NaiveDate> {
    let text = value.as_str().unwrap_or_default();
    if text.is_empty() || text.starts_with("9999") { None } else { Some(text.parse().unwrap()) }
}

pub fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// An id in either of its two spellings.
pub fn id(value: &Value) -> String {
    let text = value.as_str().or_else(|| value["hex"].as_str()).unwrap();
    text.replace('-', "").to_lowercase()
}

fn instant(value: &Value) -> Option<DateTime<Utc>> {
    let text = value.as_str().unwrap_or_default();
    if text.is_empty() || text.starts_with("9999") { None } else { Some(text.parse().unwrap()) }
}

/// `2026-03-27 14:05`, or the day alone.
fn moment(value: &Value) -> Option<NaiveDateTime> {
    let text = value.as_str().filter(|text| !text.is_empty())?;
    let (day, time) = text.split_once(' ').unwrap_or((text, "00:00"));
    Some(day.parse::<NaiveDate>().unwrap().and_time(NaiveTime::parse_from_str(time, "%H:%M").unwrap()))
}

/// Tables whose rows belong to a row of another, and the column that says to which.
const OWNED: [(&str, &str); 8] = [
    ("earlier_period", "case_id"),
    ("episode", "case_id"),
    ("item", "case_id"),
    ("item_version", "item_id"),
    ("plan_update", "case_id"),
    ("review_date", "case_id"),
    ("sign_off", "version_id"),
    ("submission", "version_id"),
];

/// Reads an export. A table that is not in it (an older register has none) has no rows.
pub fn read(export: &Path) -> Facts {
    let mut tables: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in BufReader::new(std::fs::File::open(export).unwrap()).lines().skip(1) {
        let row: Value = serde_json::from_str(&line.unwrap()).unwrap();
        tables.entry(row["table"].as_str().unwrap().to_owned()).or_default().push(row);
    }
    let rows = |table: &str| tables.get(table).map(Vec::as_slice).unwrap_or_default();
    let mut owned: BTreeMap<(&str, String), Vec<&Value>> = BTreeMap::new();
    for (table, field) in OWNED {
        for row in rows(table) {
            owned.entry((table, id(&row[field]))).or_default().push(row);
        }
    }
    let of = |table: &'static str, owner: &str| owned.get(&(table, owner.to_owned())).cloned().unwrap_or_default();
    let version = |row: &Value| -> Version {
        let own = id(&row["id"]);
        let sent = of("submission", &own).into_iter();
        let decision = of("sign_off", &own).pop();
        Version {
            number: row["number"].as_u64().unwrap(),
            content: serde_json::from_str(row["content"].as_str().unwrap()).unwrap(),
            written_at: instant(&row["written_at"]).unwrap(),
            submissions: sent
                .map(|row| Submission {
                    at: instant(&row["submitted_at"]).unwrap(),
                    taken_back_on: instant(&row["withdrawn_at"]).map(civil_day),
                })
                .collect(),
            decision: decision.map(|row| Decision {
                at: instant(&row["decided_at"]).unwrap(),
                signed_off: row["outcome"] == "signed_off",
                level: text(&row["level"]),
            }),
        }
    };
    let item = |row: &Value| -> Item {
        let mut versions: Vec<Version> = of("item_version", &id(&row["id"])).into_iter().map(version).collect();
        versions.sort_by_key(|version| version.number);
        Item { kind: row["kind"].as_str().unwrap().to_owned(), versions }
    };
    let case = |row: &Value| -> Case {
        let own = id(&row["id"]);
        let mut spells = vec![(day(&row["opened_on"]).unwrap(), day(&row["closed_on"]))];
        spells.extend(of("earlier_period", &own).iter().map(|row| (day(&row["opened_on"]).unwrap(), day(&row["closed_on"]))));
        spells.sort();
        Case {
            reference: row["reference"].as_str().unwrap().to_owned(),
            spells,
            opening_level: text(&row["opening_level"]),
            brought_in_on: day(&row["brought_in_on"]),
            reported: serde_json::from_str(row["reported"].as_str().unwrap()).unwrap(),
            items: of("item", &own).into_iter().map(item).collect(),
            updates: of("plan_update", &own)
                .into_iter()
                .map(|row| Update {
                    action: id(&row["action_id"]),
                    day: day(&row["day"]).unwrap(),
                    recorded_at: row["recorded_at"].as_str().unwrap().to_owned(),
                    state: row["state"].as_str().unwrap().to_owned(),
                })
                .collect(),
            episodes: of("episode", &own)
                .into_iter()
                .map(|row| Episode {
                    returned: moment(&row["returned"]),
                    interview_held: moment(&row["interview_held"]).map(|held| held.date()),
                    interview_declined: moment(&row["interview_declined"]).map(|declined| declined.date()),
                })
                .collect(),
            set_by_hand: of("review_date", &own)
                .into_iter()
                .map(|row| (instant(&row["set_at"]).unwrap(), day(&row["next_review_on"]).unwrap()))
                .collect(),
        }
    };
    let holidays: BTreeSet<NaiveDate> = rows("bank_holiday").iter().map(|row| day(&row["day"]).unwrap()).collect();
    let policy =
        |row: &Value| (day(&row["effective_from"]).unwrap(), serde_json::from_str(row["body"].as_str().unwrap()).unwrap());
    Facts {
        cases: rows("case_record").iter().map(case).collect(),
        policies: Policies(rows("policy").iter().map(policy).collect()),
        calendar: Calendar { holidays, known_to: day(&rows("register")[0]["bank_holidays_known_to"]).unwrap() },
    }
}
