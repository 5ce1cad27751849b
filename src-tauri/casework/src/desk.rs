//! The desk: one register folder, and whoever is signed in at it. Roles are enforced here, not in the window.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use caseward_domain::id::{CaseId, PersonId};
use caseward_domain::policy::Policy;
use caseward_domain::role::Role;
use caseward_store::keys::{Entropy, EntropyError, KeyFile, Unlocked};
use caseward_store::{
    ACCEPT_CLOCK, CodeRow, Event, Folder, Person, Progress, Records, Register, Rules, StoreError, Written, civil,
};
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use serde_json::Value;
use uuid::Uuid;

use crate::error::{CommandError, ErrorCode};
use crate::names::Names;

/// Where verbs are called.
pub struct Desk {
    folder: Folder,
    clock: Box<dyn Fn() -> DateTime<Utc> + Send>,
    session: Option<Session>,
    progress: Arc<Progress>,
}

/// A register that is open, and the person who opened it.
pub struct Session {
    pub(crate) register: Register,
    pub(crate) key_file: KeyFile,
    pub(crate) unlocked: Unlocked,
    pub(crate) person: Person,
    pub(crate) authority: String,
    pub(crate) link_secret: [u8; 32],
    /// Of the verb that runs: a long job says how far it is, and stops where that is wanted.
    pub(crate) progress: Arc<Progress>,
    known: Known,
    now: DateTime<Utc>,
    /// The day on which it was last asked whether duties are to be worked out again.
    settled_on: NaiveDate,
}

/// What nearly every verb asks for and few change: read once, and again after a write that is about no case.
#[derive(Default)]
struct Known {
    codes: OnceCell<Arc<BTreeMap<String, Vec<CodeRow>>>>,
    names: OnceCell<Arc<Names>>,
}

impl Desk {
    /// A desk at a register folder. Nothing is opened until somebody signs in.
    #[allow(clippy::disallowed_methods, reason = "the one clock")]
    pub fn new(directory: PathBuf) -> Self {
        Self::with_clock(directory, Box::new(Utc::now))
    }

    /// A desk whose clock is given: tests stand on a day of their choice.
    pub fn with_clock(directory: PathBuf, clock: Box<dyn Fn() -> DateTime<Utc> + Send>) -> Self {
        Self { folder: Folder::new(&directory), clock, session: None, progress: Arc::default() }
    }

    pub fn directory(&self) -> &Path {
        self.folder.path()
    }

    /// How far the verb that runs has come; whoever holds this may stop it.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)().trunc_subsecs(6)
    }

    pub(crate) fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    pub(crate) fn open(&mut self, session: Session) {
        self.session = Some(session);
    }

    pub(crate) fn close(&mut self) {
        self.session = None;
    }

    /// The session, if somebody is signed in who holds one of these roles.
    pub(crate) fn signed_in_as(&mut self, roles: &[Role]) -> Result<&mut Session, CommandError> {
        let now = self.now();
        let not_signed_in = || CommandError::new(ErrorCode::NotSignedIn, "Sign in first. What you typed is kept.");
        let session = self.session.as_mut().ok_or_else(not_signed_in)?;
        session.now = now;
        if !roles.iter().any(|role| session.person.roles.contains(role)) {
            let names: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
            return Err(CommandError::not_allowed(format!(
                "Your role does not allow this. It is for: {}. Ask your administrator if that is wrong.",
                names.join(", ")
            )));
        }
        // Somebody may sit here past midnight, and a clock may be set while they do.
        if session.settled_on != session.today() {
            session.settle_duties()?;
        }
        Ok(session)
    }

    /// The session of anybody who is signed in.
    pub(crate) fn signed_in(&mut self) -> Result<&mut Session, CommandError> {
        self.signed_in_as(&Role::ALL)
    }
}

/// Those who work cases.
pub(crate) const CASEWORKERS: &[Role] = &[Role::Practitioner, Role::Manager];
/// Those who may see lists and numbers, but not every word.
pub(crate) const READERS_OF_LISTS: &[Role] = &[Role::Practitioner, Role::Manager, Role::Analyst];

impl Session {
    pub(crate) fn begin(
        register: Register,
        key_file: KeyFile,
        unlocked: Unlocked,
        person: Person,
        desk: &Desk,
    ) -> Result<Self, StoreError> {
        let about = register.read().about()?;
        let mut session = Self {
            register,
            key_file,
            unlocked,
            person,
            authority: about.authority,
            link_secret: about.link_secret,
            progress: desk.progress(),
            known: Known::default(),
            now: desk.now(),
            settled_on: civil(desk.now()),
        };
        session.settle_duties()?;
        Ok(session)
    }

    /// Works the duties of all cases out again after an upgrade, when the clock went back, and on the first day of a policy: it
    /// may rank levels otherwise than the one before. Everything else that changes a duty rewrites it there and then.
    fn settle_duties(&mut self) -> Result<(), StoreError> {
        let day = self.duties_on()?;
        let as_at = self.read().duties_as_at()?;
        let began_since = |as_at: NaiveDate| self.rules().policies.changes().any(|from| as_at < from && from <= day);
        if as_at.is_none_or(|as_at| day < as_at || began_since(as_at)) {
            let progress = Arc::clone(&self.progress);
            self.register.rewrite_all_duties(day, &progress)?;
        }
        self.settled_on = self.today();
        Ok(())
    }

    /// The day as at which duties are kept: today, or where the clock is behind the register the day of its last change. A
    /// clock that is put back by some hours takes no day back from what was kept since.
    pub(crate) fn duties_on(&self) -> Result<NaiveDate, StoreError> {
        let last = self.read().last_event_at()?.map(civil);
        let day = last.map_or(self.today(), |last| last.max(self.today()));
        let as_at = self.read().duties_as_at()?;
        Ok(as_at.filter(|as_at| Some(*as_at) == day.succ_opt()).unwrap_or(day))
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub(crate) fn today(&self) -> NaiveDate {
        civil(self.now)
    }

    pub(crate) fn read(&self) -> Records<'_> {
        self.register.read()
    }

    pub(crate) fn rules(&self) -> &Rules {
        self.register.rules()
    }

    pub(crate) fn policy(&self) -> &Policy {
        self.rules().policies.on(self.today())
    }

    pub(crate) fn may(&self, role: Role) -> bool {
        self.person.roles.contains(&role)
    }

    /// A free text of the record, for those who may read it: an analyst sees none.
    pub(crate) fn case_text(&self, text: &str) -> String {
        let reads = CASEWORKERS.iter().any(|role| self.may(*role));
        if reads { text.to_owned() } else { String::new() }
    }

    pub(crate) fn codes(&self) -> Result<Arc<BTreeMap<String, Vec<CodeRow>>>, StoreError> {
        if let Some(codes) = self.known.codes.get() {
            return Ok(Arc::clone(codes));
        }
        let codes = Arc::new(self.read().codes()?);
        Ok(Arc::clone(self.known.codes.get_or_init(|| codes)))
    }

    pub(crate) fn names(&self) -> Result<Arc<Names>, StoreError> {
        if let Some(names) = self.known.names.get() {
            return Ok(Arc::clone(names));
        }
        let names = Arc::new(Names::of(&self.read())?);
        Ok(Arc::clone(self.known.names.get_or_init(|| names)))
    }

    /// The one door for writes of a session.
    pub(crate) fn transact<T>(
        &mut self,
        op: &'static str,
        write: impl FnOnce(&Records<'_>, &Rules, &At) -> Result<Written<T>, CommandError>,
    ) -> Result<T, CommandError> {
        // A clock that is accepted is the right one, however far the register was ahead of it.
        let today = if op == ACCEPT_CLOCK { self.today() } else { self.duties_on()? };
        let at = At { now: self.now, today, by: self.person.id };
        let event = Event { op, at: self.now, by: self.person.id, salt: random()? };
        let mut is_about_a_case = false;
        let view = self.register.transact(&event, |records, rules| {
            let written = write(records, rules, &at)?;
            if civil(at.now) < at.today {
                records.keep_duties_as_at(at.today)?;
            }
            is_about_a_case = written.case.is_some();
            Ok::<_, CommandError>(written)
        })?;
        if !is_about_a_case {
            self.known = Known::default();
        }
        Ok(view)
    }
}

/// When and by whom a write is made.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub now: DateTime<Utc>,
    /// Never before the day of the register's last change: a clock may be some hours behind it.
    pub today: NaiveDate,
    pub by: PersonId,
}

/// What a write on a case did.
pub(crate) fn on_case<T>(view: T, case: CaseId, payload: Value) -> Written<T> {
    Written { view, case: Some(case), payload }
}

/// What a write that is about no case did.
pub(crate) fn on_register<T>(view: T, payload: Value) -> Written<T> {
    Written { view, case: None, payload }
}

/// The operating system's randomness: the only place where the program reads any.
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[allow(clippy::disallowed_methods, reason = "the one source of chance")]
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        getrandom::fill(bytes).map_err(|_| EntropyError)
    }
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], CommandError> {
    let mut bytes = [0; N];
    let failed = |_| {
        let message = "This machine gives no random numbers, so nothing was saved. Restart it and try again.";
        CommandError::new(ErrorCode::Register, message)
    };
    SystemEntropy.fill(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// A new id: UUID version 7 of the session's clock.
pub(crate) fn new_id(now: DateTime<Utc>) -> Result<Uuid, CommandError> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid())
}
