//! Names of staff and teams, to say who did what.

use std::collections::BTreeMap;

use caseward_domain::id::PersonId;
use caseward_store::{Records, StoreError};

pub(crate) struct Names {
    people: BTreeMap<PersonId, String>,
    teams: BTreeMap<i64, String>,
}

impl Names {
    pub fn of(records: &Records<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            people: records.names_of_people()?.into_iter().collect(),
            teams: records.teams()?.into_iter().map(|team| (team.id, team.name)).collect(),
        })
    }

    pub fn person(&self, id: PersonId) -> String {
        self.people.get(&id).cloned().unwrap_or_else(|| "someone no longer listed".to_owned())
    }

    pub fn maybe_person(&self, id: Option<PersonId>) -> Option<String> {
        id.map(|id| self.person(id))
    }

    pub fn team(&self, id: Option<i64>) -> Option<String> {
        id.and_then(|id| self.teams.get(&id).cloned())
    }

    pub fn all(&self, ids: &[PersonId]) -> Vec<String> {
        ids.iter().map(|id| self.person(*id)).collect()
    }
}
