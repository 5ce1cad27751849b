//! What stands at the head of every format: whose summary it is, for whom, for when, made when, and the head of the audit chain.

use caseward_domain::date::say_date;
use chrono::{DateTime, NaiveDate, Utc};

use crate::summary::{Profile, Summary};
use crate::words::say_instant;

/// The heading over the suppression rule, where there is one, and the heading over the method.
pub const WHAT_IS_HIDDEN: &str = "What is hidden, and why";
pub const HOW_IT_WAS_MADE: &str = "How this summary was made";

/// One of them: its name, and what it says.
pub struct Fact<'a> {
    pub name: &'static str,
    pub value: Value<'a>,
}

pub enum Value<'a> {
    Text(&'a str),
    On(NaiveDate),
    At(DateTime<Utc>),
}

impl Value<'_> {
    /// As people read it.
    pub fn say(&self) -> String {
        match self {
            Value::Text(text) => (*text).to_owned(),
            Value::On(date) => say_date(*date),
            Value::At(at) => say_instant(*at),
        }
    }
}

/// The facts about a summary, in their order.
pub fn about(summary: &Summary) -> Vec<Fact<'_>> {
    let text = |name, text| Fact { name, value: Value::Text(text) };
    let recipient = summary.recipient.as_deref().map(|recipient| text("Made for", recipient));
    let facts = [
        Some(text("Marking", &summary.marking)),
        Some(text("Authority", &summary.authority)),
        recipient,
        Some(text("Profile", summary.profile.say())),
        Some(Fact { name: "First day of the period", value: Value::On(summary.from) }),
        Some(Fact { name: "Last day of the period", value: Value::On(summary.to) }),
        Some(Fact { name: "Made at", value: Value::At(summary.made_at) }),
        Some(text("Audit head", &summary.audit_head)),
    ];
    facts.into_iter().flatten().collect()
}

impl Profile {
    /// As people read it.
    pub fn say(self) -> &'static str {
        match self {
            Profile::Internal => "Internal: exact numbers",
            Profile::Partners => "Partners: small numbers hidden",
            Profile::Public => "Public: small numbers hidden, the others rounded",
        }
    }
}
