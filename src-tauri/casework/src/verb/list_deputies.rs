//! Who decides for whom, and when.

use std::cmp::Reverse;

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::names::Names;
use crate::view::{DeputiesView, DeputyView};
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::{Deputy, Person, Records, StoreError};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Who decides for whom, and when.
#[derive(Deserialize, TS)]
pub struct ListDeputies {}

pub fn list_deputies(desk: &mut Desk, _request: ListDeputies) -> Result<DeputiesView, CommandError> {
    deputies(desk.signed_in()?)
}

/// In force first, then what is to come, soonest first, then what is over, newest first. A period that was ended before its
/// first day never was, and is not listed.
pub(crate) fn deputies(session: &Session) -> Result<DeputiesView, CommandError> {
    let records = session.read();
    let (names, today) = (session.names()?, session.today());
    let mut found = records.deputies()?;
    found.retain(|deputy| deputy.period.ended_on.is_none_or(|ended| ended >= deputy.period.from_on));
    found.sort_by_key(|deputy| {
        let period = &deputy.period;
        let is_over = period.is_over(today);
        let newest_first = is_over.then_some(Reverse(last_day(deputy)));
        (is_over, !period.holds(today), newest_first, period.from_on, deputy.id)
    });
    let people = records.people()?;
    let may_decide = |id: PersonId| people.iter().any(|person| person.id == id && is_manager(person));
    Ok(DeputiesView {
        deputies: found
            .iter()
            .map(|deputy| DeputyView { may_decide: may_decide(deputy.period.deputy), ..view(session, deputy, &names, today) })
            .collect(),
    })
}

fn view(session: &Session, deputy: &Deputy, names: &Names, today: NaiveDate) -> DeputyView {
    let period = &deputy.period;
    DeputyView {
        id: deputy.id,
        manager_id: period.manager,
        manager: names.person(period.manager),
        deputy: names.person(period.deputy),
        from: period.from_on,
        to: last_day(deputy),
        in_force: period.holds(today),
        may_decide: true,
        is_over: period.is_over(today),
        may_end: !period.is_over(today) && may_end(session, period.manager),
    }
}

/// The last day; of a period that was ended early, the day on which it was ended.
fn last_day(deputy: &Deputy) -> NaiveDate {
    deputy.period.ended_on.map_or(deputy.period.to_on, |ended| ended.min(deputy.period.to_on))
}

/// The manager who is away, or an administrator.
pub(crate) fn may_end(session: &Session, manager: PersonId) -> bool {
    (session.person.id == manager && session.may(Role::Manager)) || session.may(Role::Administrator)
}

/// Who decides on a day for this person, if that person may still decide. A deputy who is away hands it on.
pub(crate) fn deputy_on(records: &Records<'_>, manager: PersonId, day: NaiveDate) -> Result<Option<Person>, StoreError> {
    let (mut decides, mut seen) = (None::<Person>, vec![manager]);
    loop {
        let away = decides.as_ref().map_or(manager, |person| person.id);
        let named = records.deputies_of(away)?.into_iter().find(|deputy| deputy.period.holds(day));
        let Some(next) = named.filter(|named| !seen.contains(&named.period.deputy)) else { return Ok(decides) };
        let Some(person) = records.person(next.period.deputy)?.filter(is_manager) else { return Ok(decides) };
        seen.push(person.id);
        decides = Some(person);
    }
}

pub(crate) fn is_manager(person: &Person) -> bool {
    person.active && person.roles.contains(&Role::Manager)
}
