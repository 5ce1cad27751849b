//! Keeps a filter of the worklist under a name of the person’s own.

use super::list_filters::filters;
use crate::desk::{Desk, READERS_OF_LISTS, Session, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::FiltersView;
use caseward_domain::date::parse_date;
use caseward_domain::duty::{Family, Rule};
use caseward_domain::flag::Severity;
use caseward_domain::level::RiskLevel;
use caseward_store::StoreError;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

/// Keeps a filter of the worklist under a name of the person’s own.
#[derive(Deserialize, TS)]
pub struct SaveFilter {
    pub name: String,
    /// As the address of the worklist holds it: `severity=overdue&whose=mine`.
    pub query: String,
}

pub fn save_filter(desk: &mut Desk, request: SaveFilter) -> Result<FiltersView, CommandError> {
    let session = desk.signed_in_as(READERS_OF_LISTS)?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let name = form.words("name", &request.name, "Name the filter, for example “High, my team”.");
    if request.name.trim().chars().count() > 60 {
        form.wrong("name", "Use 60 characters or fewer.");
    }
    if !is_filter(session, &request.query)? {
        form.wrong("query", "This is not a filter of the worklist. Choose the filters again, then save them.");
    }
    form.finish()?;
    let name = name.unwrap_or_default();
    session.transact("save_filter", |records, _, at| {
        records.save_filter(at.by, &name, &request.query)?;
        Ok(on_register((), serde_json::json!({ "filter": request.query })))
    })?;
    Ok(FiltersView { filters: filters(session)? })
}

/// The address of a worklist: its own names, each with a value that the worklist knows today.
fn is_filter(session: &Session, query: &str) -> Result<bool, StoreError> {
    if query.len() > 1_000 {
        return Ok(false);
    }
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let value = pair.split_once('=').and_then(|(name, value)| Some((name, decoded(value)?)));
        let Some((name, value)) = value else { return Ok(false) };
        if !is_known(session, name, &value)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_known(session: &Session, name: &str, value: &str) -> Result<bool, StoreError> {
    Ok(match name {
        "severity" => is_one::<Severity>(value),
        "rule" => is_one::<Rule>(value),
        "family" => is_one::<Family>(value),
        "level" => RiskLevel::parse(value).is_ok_and(|level| session.policy().knows(&level).is_some()),
        "team" => session.read().team_by_name(value)?.is_some(),
        "practitioner" => session.read().names_of_people()?.iter().any(|(id, _)| id.0.to_string() == value),
        "whose" => matches!(value, "mine" | "my_team"),
        "snoozed" => value == "1",
        "as_at" => parse_date(value).is_ok(),
        _ => false,
    })
}

/// Whether a list of flags can be asked for it.
fn is_one<T: DeserializeOwned>(value: &str) -> bool {
    serde_json::from_value::<T>(value.into()).is_ok()
}

/// A value as an address writes it: `North+locality%2C+east`. `None` where it holds a sign that no address leaves as it is.
fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut signs = value.bytes();
    while let Some(sign) = signs.next() {
        bytes.push(match sign {
            b'+' => b' ',
            b'%' => {
                let digits = [signs.next()?, signs.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            _ if sign.is_ascii_alphanumeric() || b"-_.~".contains(&sign) => sign,
            _ => return None,
        });
    }
    String::from_utf8(bytes).ok()
}
