//! What a form may offer: code lists, levels, teams, people.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::view::{ChoicesView, CodeView};
use caseward_store::{CodeRow, Records};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// What a form may offer: code lists, levels, teams, people.
#[derive(Deserialize, TS)]
pub struct ListChoices {}

pub fn list_choices(desk: &mut Desk, _request: ListChoices) -> Result<ChoicesView, CommandError> {
    choices(desk.signed_in()?)
}

pub(crate) fn choices(session: &Session) -> Result<ChoicesView, CommandError> {
    let records: Records<'_> = session.read();
    let today = session.today();
    let codes = session.codes()?;
    let views = |rows: &Vec<CodeRow>| rows.iter().map(|row| code_view(row, today)).collect();
    Ok(ChoicesView {
        lists: codes.iter().map(|(list, rows)| (list.clone(), views(rows))).collect(),
        levels: session.policy().levels.clone(),
        teams: records.teams()?.into_iter().map(|team| team.name).collect(),
        people: super::list_people::people(session)?.people,
    })
}

fn code_view(row: &CodeRow, today: NaiveDate) -> CodeView {
    CodeView {
        offered: row.effective_from <= today && row.withdrawn_from.is_none_or(|day| today < day),
        code: row.code.clone(),
        label: row.label.clone(),
        group: Some(row.grouping.clone()).filter(|group| !group.is_empty()),
    }
}
