//! The content of an item, from a form to the domain: dates in order, codes of their lists, nothing that says who.

use caseward_domain::content::{
    Assessment, ChildSeen, Closure, Content, Plan, PlanAction, Progressing, Review, ReviewArrangement,
};
use caseward_domain::date::say_date;
use caseward_domain::id::PlanActionId;
use chrono::{DateTime, NaiveDate, Utc};

use crate::desk::new_id;
use crate::error::CommandError;
use crate::form::Form;
use crate::verb::{AssessmentForm, ClosureForm, ContentForm, PlanActionForm, PlanForm, ReviewArrangementForm, ReviewForm};

/// The days on which something of an item can lie.
#[derive(Clone, Copy)]
pub(crate) struct Within {
    /// The first, and what happened on it.
    pub opened: (NaiveDate, &'static str),
    /// Of an earlier span, the last: the day on which the case closed.
    pub closed_on: Option<NaiveDate>,
}

impl Within {
    /// A day of the past, within these.
    fn past_date(self, form: &mut Form<'_>, field: &str, text: &str) -> Option<NaiveDate> {
        let day = form.past_date(field, text, Some(self.opened))?;
        self.not_after(form, field, day)
    }

    fn not_after(self, form: &mut Form<'_>, field: &str, day: NaiveDate) -> Option<NaiveDate> {
        match self.closed_on {
            Some(closed_on) if day > closed_on => form.refuse(
                field,
                format!("This belongs to the time before the case closed. Enter {} or a day before it.", say_date(closed_on)),
            ),
            _ => Some(day),
        }
    }
}

/// `None` when something was wrong, which the form has noted.
pub(crate) fn parse(
    form: &mut Form<'_>,
    content: &ContentForm,
    within: Within,
    now: DateTime<Utc>,
) -> Result<Option<Content>, CommandError> {
    Ok(match content {
        ContentForm::Assessment(typed) => assessment(form, typed, within).map(Content::Assessment),
        ContentForm::Plan(typed) => plan(form, typed, now)?.map(Content::Plan),
        ContentForm::ReviewArrangement(typed) => arrangement(form, typed, within).map(Content::ReviewArrangement),
        ContentForm::Review(typed) => review(form, typed, within).map(Content::Review),
        ContentForm::Closure(typed) => closure(form, typed, within).map(Content::Closure),
    })
}

pub(crate) const PROGRESSING: &[(&str, Progressing)] =
    &[("yes", Progressing::Yes), ("partly", Progressing::Partly), ("no", Progressing::No)];

fn assessment(form: &mut Form<'_>, typed: &AssessmentForm, within: Within) -> Option<Assessment> {
    let started_on = form.past_date("content.started_on", &typed.started_on, None);
    let not_before = started_on.map(|day| (day, "the assessment started"));
    let completed_on = form.past_date("content.completed_on", &typed.completed_on, not_before);
    let completed_on = completed_on.and_then(|day| form.not_before("content.completed_on", day, Some(within.opened)));
    let completed_on = completed_on.and_then(|day| within.not_after(form, "content.completed_on", day));
    let tool = form.needed_text("content.tool", &typed.tool, "Name the tool that was used, or write “professional judgement”.");
    let tool_version = form.text("content.tool_version", &typed.tool_version);
    let score = match typed.score.trim() {
        "" => None,
        number => match number.parse::<i32>() {
            Ok(score) => Some(score),
            Err(_) => form.refuse("content.score", "Enter the score as a whole number, or leave it empty."),
        },
    };
    let indicators = form.codes("content.indicators", "indicator_group", &typed.indicators);
    let level = form.level("content.level", &typed.level);
    let evidence_of_harm = form.code("content.evidence_of_harm", "evidence_of_harm", &typed.evidence_of_harm);
    let seen = [("no", ChildSeen::No), ("yes", ChildSeen::Yes), ("alone", ChildSeen::Alone)];
    let child_seen = form.choice("content.child_seen", &typed.child_seen, &seen);
    let summary = form.needed_text("content.summary", &typed.summary, "Write what the assessment found.");
    Some(Assessment {
        started_on: started_on?,
        completed_on: completed_on?,
        tool: tool?,
        tool_version: tool_version?,
        score,
        indicators,
        level: level?,
        evidence_of_harm: evidence_of_harm?,
        child_seen: child_seen?,
        summary: summary?,
    })
}

fn plan(form: &mut Form<'_>, typed: &PlanForm, now: DateTime<Utc>) -> Result<Option<Plan>, CommandError> {
    let goals = form.texts("content.goals", &typed.goals);
    if goals.is_empty() {
        form.wrong("content.goals", "Write at least one goal: what should be different for the child.");
    }
    let is_blank = |a: &PlanActionForm| [&a.what, &a.owner_role, &a.agency, &a.due_on].iter().all(|text| text.trim().is_empty());
    let mut actions = Vec::new();
    for (place, action) in typed.actions.iter().enumerate().filter(|(_, action)| !is_blank(action)) {
        let field = |name: &str| format!("content.actions.{place}.{name}");
        let what = form.needed_text(&field("what"), &action.what, "Say what will be done.");
        let owner_role = form.needed_text(&field("owner_role"), &action.owner_role, "Say who does it, by their role.");
        let agency = form.needed_text(&field("agency"), &action.agency, "Say for which agency.");
        let due_on = form.date(&field("due_on"), &action.due_on);
        let id = match action.id {
            Some(id) => id,
            None => PlanActionId(new_id(now)?),
        };
        if let (Some(what), Some(owner_role), Some(agency), Some(due_on)) = (what, owner_role, agency, due_on) {
            actions.push(PlanAction { id, what, owner_role, agency, due_on });
        }
    }
    if typed.actions.iter().all(is_blank) {
        form.wrong("content.actions", "Add at least one action, with who does it and by when.");
    }
    Ok(Some(Plan { goals, actions }))
}

fn arrangement(form: &mut Form<'_>, typed: &ReviewArrangementForm, within: Within) -> Option<ReviewArrangement> {
    let next = form.date("content.next_review_on", &typed.next_review_on);
    let next = next.and_then(|day| form.not_before("content.next_review_on", day, Some(within.opened)));
    let chair_role = form.needed_text("content.chair_role", &typed.chair_role, "Say who chairs, by their role.");
    let agencies = form.texts("content.agencies", &typed.agencies);
    let bring_forward_if = form.text("content.bring_forward_if", &typed.bring_forward_if);
    Some(ReviewArrangement { next_review_on: next?, chair_role: chair_role?, agencies, bring_forward_if: bring_forward_if? })
}

fn review(form: &mut Form<'_>, typed: &ReviewForm, within: Within) -> Option<Review> {
    let held_on = within.past_date(form, "content.held_on", &typed.held_on);
    let agencies = form.texts("content.agencies", &typed.agencies);
    let participation = form.code("content.participation", "participation", &typed.participation);
    let level = form.level("content.level", &typed.level);
    let plan_progressing = form.choice("content.plan_progressing", &typed.plan_progressing, PROGRESSING);
    let changed_by_views = form.text("content.changed_by_views", &typed.changed_by_views);
    let next = form.optional_date("content.next_review_on", &typed.next_review_on);
    let next = match (next, held_on) {
        (Some(next), Some(held)) if next <= held => {
            form.refuse("content.next_review_on", "The next review must be after this one. Check both dates.")
        }
        (next, _) => next,
    };
    Some(Review {
        held_on: held_on?,
        agencies,
        participation: participation?,
        level: level?,
        plan_progressing: plan_progressing?,
        changed_by_views: changed_by_views?,
        next_review_on: next,
    })
}

fn closure(form: &mut Form<'_>, typed: &ClosureForm, within: Within) -> Option<Closure> {
    let closing_on = within.past_date(form, "content.closing_on", &typed.closing_on);
    let reason = form.code("content.reason", "closure_reason", &typed.reason);
    let where_now =
        form.needed_text("content.where_now", &typed.where_now, "Say where the child is now, without a name or an address.");
    let level = form.optional_level("content.level", &typed.level);
    Some(Closure { closing_on: closing_on?, reason: reason?, where_now: where_now?, level })
}
