//! The demonstration authority's action plan.

use caseward_domain::action_plan::ActionState;
use caseward_domain::id::{ActionId, ObjectiveId};
use caseward_store::{Action, ActionUpdate, Objective};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::staff::Cast;
use crate::desk::{Session, on_register};
use crate::error::CommandError;

/// Theme, objective, action, owner, organisation, days from today to its date, measure, baseline, target, now, requirement, state.
type Row =
    (&'static str, &'static str, &'static str, &'static str, &'static str, i64, [&'static str; 4], &'static str, ActionState);

use ActionState::{AtRisk, Complete, EffectConfirmed, NotStarted, OffTrack, OnTrack};

const ROWS: &[Row] = &[
    (
        "Prevention",
        "Children know how to stay safe",
        "Relationship education reviewed in every secondary school",
        "Education safeguarding lead",
        "Local authority",
        60,
        ["Schools teaching the agreed programme", "4 of 14", "14 of 14", "9 of 14"],
        "V-01",
        OnTrack,
    ),
    (
        "Prevention",
        "Children know how to stay safe",
        "Awareness evenings for parents and foster carers",
        "Fostering manager",
        "Local authority",
        90,
        ["Carers who can name three warning signs", "35%", "80%", "52%"],
        "V-04",
        AtRisk,
    ),
    (
        "Prevention",
        "Businesses notice and report",
        "Training for licensed drivers",
        "Licensing manager",
        "District council",
        -40,
        ["Drivers trained", "0 of 310", "310 of 310", "310 of 310"],
        "V-05",
        EffectConfirmed,
    ),
    (
        "Protection",
        "No case drifts",
        "Every open case reviewed within its interval",
        "Head of safeguarding",
        "Local authority",
        30,
        ["Cases past their review date", "41", "0", "17"],
        "C-09",
        AtRisk,
    ),
    (
        "Protection",
        "No case drifts",
        "Managers sign off every assessment and plan",
        "Head of safeguarding",
        "Local authority",
        -20,
        ["Items decided in five working days", "48%", "95%", "71%"],
        "C-08",
        OffTrack,
    ),
    (
        "Protection",
        "Children who go missing are heard",
        "Return interviews offered and held in 72 hours",
        "Missing co-ordinator",
        "Local authority",
        45,
        ["Interviews held in 72 hours", "51%", "80%", "66%"],
        "C-11",
        OnTrack,
    ),
    (
        "Protection",
        "Children shape their plan",
        "Views recorded at every review",
        "Participation lead",
        "Local authority",
        120,
        ["Reviews that the child’s view reached", "58%", "95%", "74%"],
        "C-13",
        OnTrack,
    ),
    (
        "Prosecution",
        "Perpetrators are disrupted",
        "Disruption toolkit in use in every locality",
        "Detective chief inspector",
        "Police",
        -10,
        ["Cases with a disruption measure", "12", "40", "33"],
        "D-02",
        OnTrack,
    ),
    (
        "Prosecution",
        "Perpetrators are disrupted",
        "Weekly exchange of intelligence",
        "Detective chief inspector",
        "Police",
        -90,
        ["Forms logged within two days", "60%", "100%", "97%"],
        "D-01",
        Complete,
    ),
    (
        "Governance",
        "Leaders know the position",
        "Quarterly scorecard to the partnership and the chief executive",
        "Board manager",
        "Partnership",
        -5,
        ["Scorecards a year", "1", "4", "3"],
        "M-02",
        OnTrack,
    ),
    (
        "Governance",
        "Leaders know the position",
        "Audit of ten cases a quarter across agencies",
        "Board manager",
        "Partnership",
        75,
        ["Audits with their findings closed", "0", "40", "18"],
        "M-03",
        OnTrack,
    ),
    (
        "Training",
        "Staff recognise exploitation",
        "Evidence training for the specialist team",
        "Workforce lead",
        "Local authority",
        150,
        ["Staff trained", "0 of 8", "8 of 8", "0 of 8"],
        "T-02",
        NotStarted,
    ),
];

pub(super) fn write(session: &mut Session, cast: &Cast, seed: u64) -> Result<(), CommandError> {
    let mut rng = fastrand::Rng::with_seed(seed ^ 0x00AC_7104);
    let mut id = || Uuid::from_u64_pair(rng.u64(..), rng.u64(..));
    let today = session.today();
    let mut ids: Vec<Uuid> = std::iter::repeat_with(&mut id).take(ROWS.len() * 4).collect();
    // In the order of the rows, so that the plan reads as it was written.
    ids.sort_unstable();
    let (now, by) = (session.now(), cast.signer);
    session.transact("demo", |records, _, _| {
        let mut ids = ids.into_iter();
        let mut next = || ids.next().unwrap_or_default();
        let mut objectives: Vec<Objective> = Vec::new();
        for (theme, title, what, owner_role, organisation, days, [measure, baseline, target, reached], requirement, state) in ROWS
        {
            let known = objectives.iter().find(|o| o.title == *title).map(|o| o.id);
            let objective = match known {
                Some(objective) => objective,
                None => {
                    let new = Objective { id: ObjectiveId(next()), theme: (*theme).to_owned(), title: (*title).to_owned() };
                    records.save_objective(&new)?;
                    objectives.push(new.clone());
                    new.id
                }
            };
            let action = Action {
                id: ActionId(next()),
                objective,
                title: (*what).to_owned(),
                owner_role: (*owner_role).to_owned(),
                organisation: (*organisation).to_owned(),
                partners: String::new(),
                start_on: Some(shifted(today, -200)),
                due_on: shifted(today, *days),
                measure: (*measure).to_owned(),
                baseline: (*baseline).to_owned(),
                target: (*target).to_owned(),
                now: (*reached).to_owned(),
                requirements: vec![(*requirement).to_owned()],
                moved: Vec::new(),
            };
            records.save_action(&action)?;
            let confirmed = *state == EffectConfirmed;
            let update = ActionUpdate {
                id: next(),
                action: action.id,
                day: shifted(today, -25),
                state: *state,
                progress: format!("{measure}: now {reached}, from {baseline}; the target is {target}."),
                evidence: if confirmed {
                    "Sample of 20 drivers asked in person; 19 could say whom to call.".to_owned()
                } else {
                    String::new()
                },
                checked_by: if confirmed { "Board manager".to_owned() } else { String::new() },
                by,
                at: now,
            };
            records.insert_action_update(&update)?;
        }
        Ok(on_register((), serde_json::json!({ "actions": ROWS.len() })))
    })
}

fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}
