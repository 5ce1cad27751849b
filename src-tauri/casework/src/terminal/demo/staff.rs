//! The three people of a demonstration, who can sign in, and the workers and teams, who cannot.

use caseward_domain::deputy::DeputyPeriod;
use caseward_domain::id::PersonId;
use caseward_domain::role::Role;
use caseward_store::Person;
use caseward_store::keys::{KeyFile, Passphrase, Unlocked};
use uuid::Uuid;

use super::DEMONSTRATION_PASSPHRASE;
use crate::desk::{Desk, Session, on_register};
use crate::error::CommandError;
use crate::verb::{AddPerson, ChangePerson, CreateRegister, add_person, change_person, create_register};

/// Who signs in: the practitioner, the manager, and the analyst who also administers.
pub(super) struct Staff {
    pub practitioner: PersonId,
    pub manager: PersonId,
    pub manager_key: Unlocked,
}

/// Everybody whom a case may name.
pub(super) struct Cast {
    pub teams: Vec<i64>,
    pub practitioners: Vec<PersonId>,
    pub managers: Vec<PersonId>,
    /// The one manager who signs: the others have no key.
    pub signer: PersonId,
    /// A manager is on leave, and the one who signs decides for them.
    pub away: Option<DeputyPeriod>,
    pub author: PersonId,
}

const TEAMS: [&str; 5] = ["Children in care", "Leaving care", "Missing and exploitation", "North locality", "South locality"];

/// Makes the register if there is none, and the people who can sign in.
pub(super) fn make(desk: &mut Desk) -> Result<Staff, CommandError> {
    let is_new = desk.session().is_none() && !desk.folder().has_register();
    if is_new {
        create_register(
            desk,
            CreateRegister {
                authority: "Demonstration County Council".to_owned(),
                person_name: "Priya Nair".to_owned(),
                passphrase: DEMONSTRATION_PASSPHRASE.to_owned(),
            },
        )?;
    }
    let practitioner = person(desk, "Tom Clarke", Role::Practitioner)?;
    let manager = person(desk, "Maria Osei", Role::Manager)?;
    let session = desk.signed_in()?;
    if is_new {
        let own = ChangePerson {
            id: session.person.id,
            name: session.person.name.clone(),
            roles: vec![Role::Analyst, Role::Administrator],
            active: true,
            team: String::new(),
        };
        change_person(desk, own)?;
    }
    let key_file = KeyFile::read(&desk.folder().key_file())?;
    let manager_key = key_file.unlock(manager, &Passphrase::new(DEMONSTRATION_PASSPHRASE.to_owned()))?;
    Ok(Staff { practitioner, manager, manager_key })
}

fn person(desk: &mut Desk, name: &str, role: Role) -> Result<PersonId, CommandError> {
    let request = AddPerson {
        id: None,
        name: name.to_owned(),
        roles: vec![role],
        passphrase: DEMONSTRATION_PASSPHRASE.to_owned(),
        team: String::new(),
    };
    let people = add_person(desk, request)?.people;
    let found = people.into_iter().find(|person| person.name == name).map(|person| person.id);
    found.ok_or_else(|| CommandError::not_found("The person was not added. Try again."))
}

/// Twelve practitioners and three managers share the cases of one authority, and more of them those of more; the two who
/// sign in have an ordinary part of them, and belong to one team.
pub(super) fn teams_and_workers(session: &mut Session, staff: &Staff, seed: u64, cases: u32) -> Result<Cast, CommandError> {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut worker = |name: String, role: Role| Person {
        id: PersonId(Uuid::from_u64_pair(rng.u64(..), rng.u64(..))),
        name,
        active: true,
        roles: vec![role],
        team_id: None,
    };
    // Of a large register 7 in 100 cases are open, and a worker has about 25 of those.
    let (workers, leads, places) = (11.max(cases * 7 / 100 / 25), 2.max(cases * 7 / 100 / 150), cases / 20_000);
    let practitioners: Vec<Person> = (1..=workers).map(|n| worker(format!("Social worker {n:02}"), Role::Practitioner)).collect();
    let managers: Vec<Person> = (1..=leads).map(|n| worker(format!("Team manager {n}"), Role::Manager)).collect();
    let teams = session.transact("demo", |records, _, _| {
        for person in practitioners.iter().chain(&managers) {
            records.save_person(person)?;
        }
        let mut teams = TEAMS.iter().map(|name| records.add_team(name)).collect::<Result<Vec<_>, _>>()?;
        for place in 2..=places {
            for name in TEAMS {
                teams.push(records.add_team(&format!("{name} {place}"))?);
            }
        }
        for id in [staff.practitioner, staff.manager] {
            if let Some(person) = records.person(id)? {
                records.save_person(&Person { team_id: teams.first().copied(), ..person })?;
            }
        }
        Ok(on_register(teams, serde_json::json!({ "people": practitioners.len() + managers.len() })))
    })?;
    let away = managers.first().map(|manager| super::oversight::away(manager.id, staff.manager, session.today()));
    let with = |first: PersonId, others: &[Person]| [first].into_iter().chain(others.iter().map(|person| person.id)).collect();
    Ok(Cast {
        teams,
        practitioners: with(staff.practitioner, &practitioners),
        managers: with(staff.manager, &managers),
        signer: staff.manager,
        away,
        author: staff.practitioner,
    })
}
