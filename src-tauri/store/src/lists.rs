//! Reference lists, policies, bank holidays and requirement catalogues: loaded once from the files that the program
//! carries, and from then on the authority's own rows.

use std::collections::BTreeMap;

use caseward_domain::calendar::Calendar;
use caseward_domain::policy::{Policy, PolicyHistory};
use chrono::NaiveDate;
use rusqlite::Row;

use crate::error::StoreError;
use crate::records::{Records, execute, rows};
use crate::register::Rules;
use crate::sql::{never, sql, unless_never};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    pub list: String,
    pub code: String,
    pub label: String,
    pub grouping: String,
    pub position: u32,
    pub effective_from: NaiveDate,
    pub withdrawn_from: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementRow {
    pub id: String,
    pub catalogue: String,
    pub theme: String,
    pub wording: String,
    pub basis: String,
    /// Who checked the wording against its source, and on which day; empty: nobody has.
    pub checked_by: String,
    pub checked_on: String,
    pub position: u32,
}

impl Records<'_> {
    /// Every code, by list, in the order of the list.
    pub fn codes(&self) -> Result<BTreeMap<String, Vec<CodeRow>>, StoreError> {
        let mut lists: BTreeMap<String, Vec<CodeRow>> = BTreeMap::new();
        for code in rows!(self, "code_all", {}, read_code) {
            lists.entry(code.list.clone()).or_default().push(code);
        }
        Ok(lists)
    }

    pub fn save_code(&self, code: &CodeRow) -> Result<(), StoreError> {
        execute!(self, "code_save", {
            ":list": code.list, ":code": code.code, ":label": code.label, ":grouping": code.grouping,
            ":position": code.position, ":effective_from": code.effective_from, ":withdrawn_from": never(code.withdrawn_from),
        })?;
        Ok(())
    }

    pub fn rules(&self) -> Result<Rules, StoreError> {
        let policies: Vec<Policy> = rows!(self, "policy_all", {}, |row: &Row<'_>| -> Result<Policy, StoreError> {
            Ok(serde_json::from_str(&row.get::<_, String>("body")?)?)
        });
        let policies = PolicyHistory::new(policies).map_err(|_| StoreError::Unreadable)?;
        let titled = |row: &Row<'_>| -> rusqlite::Result<(NaiveDate, String)> { Ok((row.get("day")?, row.get("title")?)) };
        let bank_holidays = rows!(self, "bank_holiday_all", {}, titled).into_iter().collect();
        let known = |row: &Row<'_>| Ok((row.get("bank_holidays_known_from")?, row.get("bank_holidays_known_to")?));
        let (known_from, known_to) = self.connection.query_row(sql!("register_holidays_known"), [], known)?;
        Ok(Rules { policies, calendar: Calendar { known_from, known_to, bank_holidays } })
    }

    /// Takes a policy away that has not taken effect.
    pub fn discard_policy(&self, effective_from: NaiveDate) -> Result<(), StoreError> {
        execute!(self, "policy_discard", { ":effective_from": effective_from })?;
        Ok(())
    }

    pub fn save_policy(&self, policy: &Policy) -> Result<(), StoreError> {
        execute!(self, "policy_save", { ":effective_from": policy.effective_from, ":body": crate::sql::json(policy)? })?;
        Ok(())
    }

    pub fn save_bank_holiday(&self, day: NaiveDate, title: &str) -> Result<(), StoreError> {
        execute!(self, "bank_holiday_save", { ":day": day, ":title": title })?;
        Ok(())
    }

    pub fn know_bank_holidays_to(&self, day: NaiveDate) -> Result<(), StoreError> {
        execute!(self, "register_know_holidays_to", { ":day": day })?;
        Ok(())
    }

    /// Says whether there is such a requirement.
    pub fn change_requirement(
        &self,
        id: &str,
        theme: &str,
        wording: &str,
        checked_by: &str,
        checked_on: &str,
    ) -> Result<bool, StoreError> {
        let changed = execute!(self, "requirement_change", {
            ":id": id, ":theme": theme, ":wording": wording, ":checked_by": checked_by, ":checked_on": checked_on,
        })?;
        Ok(changed == 1)
    }

    pub fn requirements(&self) -> Result<Vec<RequirementRow>, StoreError> {
        Ok(rows!(self, "requirement_all", {}, |row: &Row<'_>| -> rusqlite::Result<RequirementRow> {
            Ok(RequirementRow {
                id: row.get("id")?,
                catalogue: row.get("catalogue")?,
                theme: row.get("theme")?,
                wording: row.get("wording")?,
                basis: row.get("basis")?,
                checked_by: row.get("checked_by")?,
                checked_on: row.get("checked_on")?,
                position: row.get("position")?,
            })
        }))
    }

    pub fn save_requirement(&self, row: &RequirementRow) -> Result<(), StoreError> {
        execute!(self, "requirement_save", {
            ":id": row.id, ":catalogue": row.catalogue, ":theme": row.theme, ":wording": row.wording, ":basis": row.basis,
            ":position": row.position,
        })?;
        Ok(())
    }
}

fn read_code(row: &Row<'_>) -> rusqlite::Result<CodeRow> {
    Ok(CodeRow {
        list: row.get("list")?,
        code: row.get("code")?,
        label: row.get("label")?,
        grouping: row.get("grouping")?,
        position: row.get("position")?,
        effective_from: row.get("effective_from")?,
        withdrawn_from: unless_never(row.get("withdrawn_from")?),
    })
}
