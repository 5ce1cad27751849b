//! What stands in an item: the words and choices that a manager reads before signing (DESIGN, section 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::code::Code;
use crate::id::PlanActionId;
use crate::item::ItemKind;
use crate::level::RiskLevel;
use crate::text::CaseText;

/// One version's text, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    Assessment(Assessment),
    Plan(Plan),
    ReviewArrangement(ReviewArrangement),
    Review(Review),
    Closure(Closure),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChildSeen {
    No,
    Yes,
    Alone,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Progressing {
    Yes,
    Partly,
    No,
}

/// An assessment of the risk of exploitation. The tool's score is recorded and never used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Assessment {
    #[ts(type = "string")]
    pub started_on: NaiveDate,
    #[ts(type = "string")]
    pub completed_on: NaiveDate,
    pub tool: CaseText,
    pub tool_version: CaseText,
    pub score: Option<i32>,
    /// `indicator_group` codes.
    pub indicators: Vec<Code>,
    /// The practitioner's own judgement.
    pub level: RiskLevel,
    /// `evidence_of_harm` code: apart from risk.
    pub evidence_of_harm: Code,
    pub child_seen: ChildSeen,
    pub summary: CaseText,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Plan {
    pub goals: Vec<CaseText>,
    pub actions: Vec<PlanAction>,
}

/// One action of a child's plan. Its progress is kept in updates, apart from the signed text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanAction {
    pub id: PlanActionId,
    pub what: CaseText,
    pub owner_role: CaseText,
    pub agency: CaseText,
    #[ts(type = "string")]
    pub due_on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewArrangement {
    #[ts(type = "string")]
    pub next_review_on: NaiveDate,
    pub chair_role: CaseText,
    pub agencies: Vec<CaseText>,
    /// What would bring the review forward.
    pub bring_forward_if: CaseText,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Review {
    #[ts(type = "string")]
    pub held_on: NaiveDate,
    pub agencies: Vec<CaseText>,
    /// `participation` code, PN0 to PN7.
    pub participation: Code,
    pub level: RiskLevel,
    pub plan_progressing: Progressing,
    pub changed_by_views: CaseText,
    /// The date agreed at this review for the next one.
    #[ts(type = "string | null")]
    pub next_review_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Closure {
    #[ts(type = "string")]
    pub closing_on: NaiveDate,
    /// `closure_reason` code.
    pub reason: Code,
    pub where_now: CaseText,
    pub level: Option<RiskLevel>,
}

impl Content {
    pub fn kind(&self) -> ItemKind {
        match self {
            Content::Assessment(_) => ItemKind::Assessment,
            Content::Plan(_) => ItemKind::Plan,
            Content::ReviewArrangement(_) => ItemKind::ReviewArrangement,
            Content::Review(_) => ItemKind::Review,
            Content::Closure(_) => ItemKind::Closure,
        }
    }

    /// Every free text of the content with the name of its field, for the personal-data screen.
    pub fn texts(&self) -> Vec<(&'static str, &CaseText)> {
        match self {
            Content::Assessment(a) => {
                vec![("tool", &a.tool), ("tool_version", &a.tool_version), ("summary", &a.summary)]
            }
            Content::Plan(p) => {
                let goals = p.goals.iter().map(|goal| ("goals", goal));
                let actions =
                    p.actions.iter().flat_map(|a| [("actions", &a.what), ("actions", &a.owner_role), ("actions", &a.agency)]);
                goals.chain(actions).collect()
            }
            Content::ReviewArrangement(r) => {
                let agencies = r.agencies.iter().map(|agency| ("agencies", agency));
                agencies.chain([("chair_role", &r.chair_role), ("bring_forward_if", &r.bring_forward_if)]).collect()
            }
            Content::Review(r) => {
                let agencies = r.agencies.iter().map(|agency| ("agencies", agency));
                agencies.chain([("changed_by_views", &r.changed_by_views)]).collect()
            }
            Content::Closure(c) => vec![("where_now", &c.where_now)],
        }
    }
}
