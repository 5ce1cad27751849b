//! Adds a code to a list, changes its words, or withdraws it from a day on.

use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::view::ChoicesView;
use caseward_domain::code::Code;
use caseward_domain::role::Role;
use caseward_store::CodeRow;
use serde::Deserialize;
use ts_rs::TS;

/// Adds a code to a list, changes its words, or withdraws it from a day on.
#[derive(Deserialize, TS)]
pub struct RecordCode {
    pub list: String,
    pub code: String,
    pub label: String,
    /// The day from which it is no longer offered; empty: offered.
    #[serde(default)]
    pub withdrawn_from: String,
}

pub fn record_code(desk: &mut Desk, request: RecordCode) -> Result<ChoicesView, CommandError> {
    let session = desk.signed_in_as(&[Role::Administrator])?;
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let label = form.words("label", &request.label, "Enter the words that people choose by.");
    let withdrawn_from = form.optional_date("withdrawn_from", &request.withdrawn_from);
    let code = Code::parse(&request.code);
    if let Err(error) = &code {
        form.wrong("code", error.to_string());
    }
    let list = codes.get(&request.list);
    if list.is_none() {
        form.wrong("list", "There is no such list. Choose one that is there.");
    }
    form.finish()?;
    let (Ok(code), Some(list)) = (code, list) else { return Err(CommandError::invalid("code", "Enter a code.")) };
    let before = list.iter().find(|row| row.code == code.as_str());
    let next = list.iter().map(|row| row.position).max().unwrap_or(0) + 1;
    let row = CodeRow {
        list: request.list.clone(),
        code: code.to_string(),
        label: label.unwrap_or_default(),
        grouping: before.map(|row| row.grouping.clone()).unwrap_or_default(),
        position: before.map_or(next, |row| row.position),
        effective_from: before.map_or(session.today(), |row| row.effective_from),
        withdrawn_from,
    };
    session.transact("record_code", |records, _, _| {
        records.save_code(&row)?;
        Ok(on_register((), serde_json::json!({ "list": row.list, "code": row.code, "withdrawn_from": row.withdrawn_from })))
    })?;
    super::list_choices::choices(session)
}
