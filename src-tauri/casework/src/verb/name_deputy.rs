//! A manager on leave names another manager to decide for a period.

use super::list_deputies::{deputies, is_manager};
use crate::desk::{Desk, Session, new_id, on_register};
use crate::error::CommandError;
use crate::form::Form;
use crate::names::Names;
use crate::view::DeputiesView;
use caseward_domain::date::say_date;
use caseward_domain::deputy::{DeputyPeriod, DeputyRefused, LONGEST_PERIOD, may_name};
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::Deputy;
use serde::Deserialize;
use ts_rs::TS;

/// A manager on leave names another manager to decide for a period.
#[derive(Deserialize, TS)]
pub struct NameDeputy {
    /// Absent: the person who is signed in. An administrator names one for a manager who cannot.
    #[serde(default)]
    pub manager: Option<PersonId>,
    pub deputy: PersonId,
    /// The first and last day, as typed; today or later.
    pub from: String,
    pub to: String,
}

/// Those who name a deputy, and end it.
pub(crate) const DEPUTERS: &[Role] = &[Role::Manager, Role::Administrator];

pub fn name_deputy(desk: &mut Desk, request: NameDeputy) -> Result<DeputiesView, CommandError> {
    let session = desk.signed_in_as(DEPUTERS)?;
    let manager = request.manager.unwrap_or(session.person.id);
    if manager != session.person.id && !session.may(Role::Administrator) {
        return Err(CommandError::not_allowed(
            "You name a deputy for yourself only. Ask an administrator to name one for another manager.",
        ));
    }
    let period = read(session, &request, manager)?;
    let id = new_id(session.now())?;
    session.transact("name_deputy", |records, _, at| {
        let names = Names::of(records)?;
        let there: Vec<DeputyPeriod> = records.deputies()?.into_iter().map(|deputy| deputy.period).collect();
        may_name(&period, &there, at.today).map_err(|refused| refusal(refused, &names))?;
        records.insert_deputy(&Deputy { id, period, named_by: at.by, named_at: at.now })?;
        let payload = serde_json::json!({
            "period": id, "manager": manager, "deputy": period.deputy, "from": period.from_on, "to": period.to_on,
        });
        Ok(on_register((), payload))
    })?;
    deputies(session)
}

/// Both people are managers, and both days can be read.
fn read(session: &Session, request: &NameDeputy, manager: PersonId) -> Result<DeputyPeriod, CommandError> {
    let (codes, records) = (session.codes()?, session.read());
    let mut form = Form::new(&codes, session.policy(), session.today());
    if !records.person(manager)?.as_ref().is_some_and(is_manager) {
        form.wrong("manager", "Choose the manager who is away.");
    }
    match records.person(request.deputy)?.filter(is_manager) {
        None => form.wrong("deputy", "A deputy is an active manager. Choose one of the list."),
        Some(person) if !session.key_file.people().any(|(id, _)| id == person.id) => form.wrong(
            "deputy",
            "This manager cannot sign in, so they cannot decide. Choose another, or ask your administrator to give them a passphrase.",
        ),
        Some(_) => {}
    }
    let (from, to) = (form.date("from", &request.from), form.date("to", &request.to));
    form.finish()?;
    let (Some(from_on), Some(to_on)) = (from, to) else { return Err(CommandError::invalid("from", "Enter a date.")) };
    Ok(DeputyPeriod { manager, deputy: request.deputy, from_on, to_on, ended_on: None })
}

fn refusal(refused: DeputyRefused, names: &Names) -> CommandError {
    let said = |period: &DeputyPeriod| {
        let (deputy, manager) = (names.person(period.deputy), names.person(period.manager));
        format!("{deputy} decides for {manager} from {} to {}", say_date(period.from_on), say_date(period.to_on))
    };
    match refused {
        DeputyRefused::OwnDeputy => CommandError::invalid("deputy", "Nobody is their own deputy. Choose another manager."),
        DeputyRefused::Begun => CommandError::invalid("from", "A deputy begins today or later. Enter today or a day after it."),
        DeputyRefused::EndsBeforeItBegins => CommandError::invalid("to", "The last day is before the first. Check both dates."),
        DeputyRefused::TooLong => {
            CommandError::invalid("to", format!("A deputy decides for {LONGEST_PERIOD} days at most. Enter an earlier last day."))
        }
        DeputyRefused::Overlaps(other) => {
            CommandError::refused(format!("{}. End that first, or choose other days.", said(&other)))
        }
        DeputyRefused::Ring(other) => CommandError::refused(format!(
            "{}, so nobody would be there to decide. Choose another manager, or other days.",
            said(&other)
        )),
    }
}
