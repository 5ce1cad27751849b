use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

use caseward_domain::policy::LevelRule;

#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonView {
    pub id: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    /// Whether the person has a key of their own. People brought in from a tracker have none until given a passphrase.
    pub can_sign_in: bool,
    /// The team that they call theirs on the worklist.
    pub team: Option<String>,
    pub active: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct PeopleView {
    pub people: Vec<PersonView>,
}

/// Who is signed in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionView {
    pub person: PersonView,
    pub authority: String,
    #[ts(type = "string")]
    pub today: NaiveDate,
    /// Things that the person should know: the bank holidays run out, the clock went back, no backup for a month.
    pub warnings: Vec<String>,
}

/// What a form may offer: code lists, levels, teams, people.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChoicesView {
    /// By list name: `sex`, `ethnicity`, `disability`, `referral_source`, `assessment_factor`, `participation`,
    /// `exploitation_model`, `exploitation_context`, `evidence_of_harm`, `indicator_group`, `closure_reason`,
    /// `worker_change_reason`, `cause`, …
    pub lists: BTreeMap<String, Vec<CodeView>>,
    /// Of the policy in force today, most serious first.
    pub levels: Vec<LevelRule>,
    pub teams: Vec<String>,
    pub people: Vec<PersonView>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct CodeView {
    pub code: String,
    pub label: String,
    pub group: Option<String>,
    /// Withdrawn codes are shown where they stand and never offered.
    pub offered: bool,
}
