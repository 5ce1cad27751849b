//! People, their roles and signing keys; teams. People brought in from a tracker have no key and cannot sign in.

use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use rusqlite::{OptionalExtension, Row};

use crate::audit::text_of;
use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::sql::sql;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub active: bool,
    pub roles: Vec<Role>,
    /// The team that they call theirs on the worklist.
    pub team_id: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    pub id: i64,
    pub name: String,
}

impl Records<'_> {
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        Ok(rows!(self, "person_all", {}, read_person))
    }

    pub fn names_of_people(&self) -> Result<Vec<(PersonId, String)>, StoreError> {
        Ok(rows!(self, "person_names", {}, |row: &Row<'_>| -> rusqlite::Result<(PersonId, String)> {
            Ok((PersonId(row.get("id")?), row.get("name")?))
        }))
    }

    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let found = rows!(self, "person_by_id", { ":id": id.0 }, read_person);
        Ok(found.into_iter().next())
    }

    pub fn save_person(&self, person: &Person) -> Result<(), StoreError> {
        execute!(self, "person_save", { ":id": person.id.0, ":name": person.name, ":active": person.active, ":team": person.team_id })?;
        execute!(self, "person_role_clear", { ":person": person.id.0 })?;
        for role in &person.roles {
            execute!(self, "person_role_insert", { ":person": person.id.0, ":role": role.as_str() })?;
        }
        Ok(())
    }

    pub fn give_key(&self, person: PersonId, public_key: &str, at: chrono::DateTime<chrono::Utc>) -> Result<(), StoreError> {
        execute!(self, "person_key_insert", { ":person": person.0, ":key": public_key, ":at": text_of(at) })?;
        Ok(())
    }

    pub fn keys_of(&self, person: PersonId) -> Result<Vec<String>, StoreError> {
        Ok(rows!(self, "person_keys", { ":person": person.0 }, |row: &Row<'_>| row.get::<_, String>("public_key")))
    }

    pub fn teams(&self) -> Result<Vec<Team>, StoreError> {
        Ok(rows!(self, "team_all", {}, |row: &Row<'_>| -> rusqlite::Result<Team> {
            Ok(Team { id: row.get("id")?, name: row.get("name")? })
        }))
    }

    pub fn team_by_name(&self, name: &str) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("team_by_name"))?;
        Ok(statement.query_row(rusqlite::named_params! { ":name": name }, |row| row.get("id")).optional()?)
    }

    pub fn add_team(&self, name: &str) -> Result<i64, StoreError> {
        execute!(self, "team_insert", { ":name": name })?;
        Ok(self.connection.last_insert_rowid())
    }

    pub fn rename_team(&self, was: &str, name: &str) -> Result<bool, StoreError> {
        Ok(execute!(self, "team_rename", { ":was": was, ":name": name })? == 1)
    }
}

fn read_person(row: &Row<'_>) -> Result<Person, StoreError> {
    let roles: String = row.get("roles")?;
    Ok(Person {
        id: PersonId(row.get("id")?),
        name: row.get("name")?,
        active: row.get("active")?,
        team_id: row.get("team_id")?,
        roles: roles.split(',').filter_map(Role::parse).collect(),
    })
}
