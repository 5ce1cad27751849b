//! The demonstration authority's action plan: entered half a year ago, with dates that moved, values that grew, evidence that was
//! checked and evidence that was not, and lines of guidance that nothing answers.

use caseward_domain::action_plan::{ActionState, ActionTerms, PlanAction, Update};
use caseward_domain::id::{ActionId, ObjectiveId};
use caseward_store::{Action, Objective};
use chrono::{Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::staff::Cast;
use crate::desk::{Session, on_register};
use crate::error::CommandError;
use ActionState::{AtRisk, Complete, EffectConfirmed, OffTrack, OnTrack};

/// An action; days are counted from today, those before it below nought.
struct Row {
    number: &'static str,
    theme: &'static str,
    objective: &'static str,
    title: &'static str,
    owner: (&'static str, &'static str),
    partners: &'static str,
    due: i64,
    /// When it was moved, from which day, and why.
    moved: &'static [(i64, i64, &'static str)],
    /// The measure, its baseline and its target.
    measure: [&'static str; 3],
    requirements: &'static [&'static str],
    /// The day, the state, where the measure stood, what was said.
    updates: &'static [(i64, ActionState, &'static str, &'static str)],
    /// Of the last update: the evidence, who checked it, the sample.
    evidence: [&'static str; 3],
}

/// The days on which progress was gathered.
const FIRST: i64 = -175;
const SECOND: i64 = -85;
const LATEST: i64 = -20;
const ENTERED: i64 = -200;

const ROWS: &[Row] = &[
    Row {
        number: "1.1",
        theme: "Prevention",
        objective: "Children know how to stay safe",
        title: "Relationship education reviewed in every secondary school",
        owner: ("Education safeguarding lead", "County council"),
        partners: "Schools",
        due: 60,
        moved: &[(-80, -30, "Two schools changed their timetable.")],
        measure: ["Schools teaching the agreed programme", "4 of 14", "14 of 14"],
        requirements: &["OF-18", "V-01", "V-02"],
        updates: &[
            (FIRST, OnTrack, "6 of 14", "Two more schools began."),
            (SECOND, AtRisk, "7 of 14", "One school began; two asked for a later start."),
            (LATEST, OnTrack, "9 of 14", "Both schools that had waited have begun."),
        ],
        evidence: ["Timetables of nine schools", "Board manager", ""],
    },
    Row {
        number: "1.2",
        theme: "Prevention",
        objective: "Children know how to stay safe",
        title: "Awareness evenings for parents and foster carers",
        owner: ("Fostering manager", "County council"),
        partners: "",
        due: 90,
        moved: &[(-150, -60, "No trainer could be found."), (-25, 30, "The second trainer left.")],
        measure: ["Carers who can name three warning signs", "35%", "80%"],
        requirements: &["OF-04", "V-04"],
        updates: &[
            (FIRST, OffTrack, "38%", "One evening held of four."),
            (SECOND, AtRisk, "44%", "Three evenings held."),
            (LATEST, AtRisk, "52%", "Five evenings held."),
        ],
        evidence: ["Answers of 61 carers after the evening", "", ""],
    },
    Row {
        number: "1.3",
        theme: "Prevention",
        objective: "Businesses notice and report",
        title: "Training for licensed drivers",
        owner: ("Licensing manager", "District council"),
        partners: "Police",
        due: -40,
        moved: &[],
        measure: ["Drivers trained", "0 of 310", "310 of 310"],
        requirements: &["OF-11", "V-05"],
        updates: &[
            (FIRST, OnTrack, "120 of 310", "Three days of training held."),
            (SECOND, OnTrack, "250 of 310", "Training is a condition of each new licence."),
            (LATEST, EffectConfirmed, "310 of 310", "All drivers trained; a sample of them asked in person."),
        ],
        evidence: ["19 of 20 drivers could say whom to call", "Board manager", "S-drivers-1"],
    },
    Row {
        number: "2.1",
        theme: "Protection",
        objective: "No case drifts",
        title: "Every open case reviewed within its interval",
        owner: ("Head of safeguarding", "County council"),
        partners: "",
        due: 30,
        moved: &[],
        measure: ["Cases past their review date", "41", "0"],
        requirements: &["C-09", "OF-01"],
        updates: &[
            (FIRST, AtRisk, "36", "Cover found for one of two vacancies."),
            (SECOND, AtRisk, "25", "Weekly list to each team manager."),
            (LATEST, AtRisk, "17", "Two teams have no case past its date."),
        ],
        evidence: ["Worklist of the day", "Independent reviewing manager", ""],
    },
    Row {
        number: "2.2",
        theme: "Protection",
        objective: "No case drifts",
        title: "Managers sign off every assessment and plan",
        owner: ("Head of safeguarding", "County council"),
        partners: "",
        due: -20,
        moved: &[(-90, -110, "Managers asked for time to train.")],
        measure: ["Items decided in five working days", "48%", "95%"],
        requirements: &["C-04", "C-08", "OF-01"],
        updates: &[
            (FIRST, OnTrack, "60%", "All managers trained."),
            (SECOND, AtRisk, "73%", "Deputies named for leave."),
            (LATEST, OffTrack, "71%", "One manager post is vacant."),
        ],
        evidence: ["Summary of the quarter", "Head of safeguarding’s deputy", ""],
    },
    Row {
        number: "2.3",
        theme: "Protection",
        objective: "Children who go missing are heard",
        title: "Return interviews offered and held in 72 hours",
        owner: ("Missing co-ordinator", "County council"),
        partners: "Police",
        due: 45,
        moved: &[],
        measure: ["Interviews held in 72 hours", "51%", "80%"],
        requirements: &["C-11", "OF-02"],
        updates: &[
            (FIRST, OnTrack, "55%", "A second interviewer began."),
            (SECOND, OnTrack, "61%", "Weekend cover agreed."),
            (LATEST, OnTrack, "66%", "Weekend cover in place."),
        ],
        evidence: ["Missing list of the quarter", "Board manager", ""],
    },
    Row {
        number: "2.4",
        theme: "Protection",
        objective: "Children shape their plan",
        title: "Views recorded at every review",
        owner: ("Participation lead", "County council"),
        partners: "",
        due: 120,
        moved: &[],
        measure: ["Reviews that the child’s view reached", "58%", "95%"],
        requirements: &["C-01", "C-05", "C-13", "OF-08"],
        updates: &[
            (SECOND, OnTrack, "", "Advocates attend each panel."),
            (LATEST, OnTrack, "74%", "Guide for reviewing officers in use."),
        ],
        evidence: ["", "", ""],
    },
    Row {
        number: "2.5",
        theme: "Protection",
        objective: "Children shape their plan",
        title: "One worker stays with each child",
        owner: ("Head of service", "County council"),
        partners: "",
        due: 0,
        moved: &[],
        measure: ["Children with one worker over six months", "", "most"],
        requirements: &["OF-09"],
        updates: &[(LATEST, OnTrack, "", "Agency posts made permanent.")],
        evidence: ["", "", ""],
    },
    Row {
        number: "3.1",
        theme: "Prosecution",
        objective: "Perpetrators are disrupted",
        title: "Disruption toolkit in use in every locality",
        owner: ("Detective chief inspector", "Police"),
        partners: "Licensing",
        due: -10,
        moved: &[(-40, -70, "The toolkit was rewritten.")],
        measure: ["Cases with a disruption measure", "12", "40"],
        requirements: &["D-02", "D-03", "OF-11", "OF-19"],
        updates: &[
            (FIRST, OnTrack, "15", "Toolkit agreed."),
            (SECOND, OnTrack, "22", "Used in three localities."),
            (LATEST, OnTrack, "33", "Used in all localities."),
        ],
        evidence: ["List of measures by locality", "Board manager", ""],
    },
    Row {
        number: "3.2",
        theme: "Prosecution",
        objective: "Perpetrators are disrupted",
        title: "Weekly exchange of intelligence",
        owner: ("Detective chief inspector", "Police"),
        partners: "County council",
        due: -90,
        moved: &[],
        measure: ["Forms logged within two days", "60%", "100%"],
        requirements: &["D-01", "OF-06", "P-03"],
        updates: &[(FIRST, OnTrack, "80%", "Form agreed."), (SECOND, Complete, "97%", "Exchange held every week.")],
        evidence: ["Log of the forms", "Head of safeguarding", ""],
    },
    Row {
        number: "4.1",
        theme: "Governance",
        objective: "Leaders know the position",
        title: "Quarterly scorecard to the partnership and the chief executive",
        owner: ("Board manager", "Partnership"),
        partners: "",
        due: -5,
        moved: &[],
        measure: ["Scorecards a year", "1", "4"],
        requirements: &["G-02", "M-02", "OF-05", "OF-12"],
        updates: &[(FIRST, OnTrack, "1", "Scorecard agreed."), (LATEST, OnTrack, "3", "Third scorecard sent.")],
        evidence: ["Minutes of three meetings", "Chief executive’s office", ""],
    },
    Row {
        number: "4.2",
        theme: "Governance",
        objective: "Leaders know the position",
        title: "Audit of ten cases a quarter across agencies",
        owner: ("Board manager", "Partnership"),
        partners: "Police, health",
        due: 75,
        moved: &[],
        measure: ["Audits with their findings closed", "0", "40"],
        requirements: &["M-03", "OF-17", "S-08"],
        updates: &[
            (FIRST, OnTrack, "5", "First ten audited."),
            (SECOND, OnTrack, "12", "Second ten audited."),
            (LATEST, OnTrack, "18", "Third ten audited."),
        ],
        evidence: ["Audit sheets", "", ""],
    },
    Row {
        number: "5.1",
        theme: "Training",
        objective: "Staff recognise exploitation",
        title: "Evidence training for the specialist team",
        owner: ("Workforce lead", "County council"),
        partners: "",
        due: 150,
        moved: &[],
        measure: ["Staff trained", "0 of 8", "8 of 8"],
        requirements: &["OF-15", "T-02"],
        updates: &[],
        evidence: ["", "", ""],
    },
];

/// An action whose date was lost: it names a line of guidance and covers none.
const WITHOUT_DATE: &str = "2.5";

pub(super) fn write(session: &mut Session, cast: &Cast, seed: u64) -> Result<(), CommandError> {
    let mut rng = fastrand::Rng::with_seed(seed ^ 0x00AC_7104);
    let mut id = || Uuid::from_u64_pair(rng.u64(..), rng.u64(..));
    let today = session.today();
    let many = ROWS.iter().map(|row| 2 + row.updates.len()).sum();
    let mut ids: Vec<Uuid> = std::iter::repeat_with(&mut id).take(many).collect();
    // In the order of the rows, so that the plan reads as it was written.
    ids.sort_unstable();
    let by = cast.signer;
    session.transact("demo", |records, _, at| {
        let mut ids = ids.into_iter();
        let mut next = || ids.next().unwrap_or_default();
        let instant = |days: i64| at.now + TimeDelta::days(days);
        let mut objectives: Vec<Objective> = Vec::new();
        for row in ROWS {
            let objective = match objectives.iter().find(|known| known.title == row.objective) {
                Some(known) => known.id,
                None => {
                    let new = Objective { id: ObjectiveId(next()), theme: row.theme.to_owned(), title: row.objective.to_owned() };
                    records.save_objective(&new)?;
                    objectives.push(new.clone());
                    new.id
                }
            };
            let action = action(row, objective, ActionId(next()), today);
            records.save_action(&action, instant(ENTERED))?;
            for (place, (days, from, why)) in row.moved.iter().enumerate() {
                let to = row.moved.get(place + 1).map_or(row.due, |(_, next, _)| *next);
                let (mut before, mut after) = (action.record.terms.clone(), action.record.terms.clone());
                (before.due_on, after.due_on) = (Some(shifted(today, *from)), Some(shifted(today, to)));
                records.insert_action_change(action.record.id, &before.left_for(&after), why, by, instant(*days))?;
            }
            for (place, (days, state, now, said)) in row.updates.iter().enumerate() {
                let [evidence, checked_by, sample] = if place + 1 == row.updates.len() { row.evidence } else { [""; 3] };
                let update = Update {
                    day: shifted(today, *days),
                    state: *state,
                    progress: (*said).to_owned(),
                    now: (*now).to_owned(),
                    evidence: evidence.to_owned(),
                    checked_by: checked_by.to_owned(),
                    sample: sample.to_owned(),
                    sampled_on: (!sample.is_empty()).then(|| shifted(today, days - 5)),
                    by,
                    recorded_on: shifted(today, *days),
                };
                records.insert_action_update(next(), action.record.id, &update, instant(*days))?;
            }
        }
        Ok(on_register((), serde_json::json!({ "actions": ROWS.len() })))
    })
}

fn action(row: &Row, objective: ObjectiveId, id: ActionId, today: NaiveDate) -> Action {
    let [measure, baseline, target] = row.measure.map(str::to_owned);
    let terms = ActionTerms {
        title: row.title.to_owned(),
        owner_role: row.owner.0.to_owned(),
        organisation: row.owner.1.to_owned(),
        partners: row.partners.to_owned(),
        start_on: Some(shifted(today, ENTERED)),
        due_on: (row.number != WITHOUT_DATE).then(|| shifted(today, row.due)),
        measure,
        baseline,
        target,
        requirements: row.requirements.iter().map(|id| (*id).to_owned()).collect(),
        withdrawn_on: None,
    };
    let record = PlanAction { id, entered_on: None, terms, changes: Vec::new(), updates: Vec::new() };
    Action { objective, number: row.number.to_owned(), undated_now: String::new(), record }
}

fn shifted(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}
