//! How a summary was made: which cases, which dates, what each count means. Whoever reads a number can ask the same again.

use caseward_domain::date::say_date;
use caseward_domain::policy::{Policy, PolicyHistory};

use crate::fold::Meta;
use crate::period::Period;
use crate::show::NOT_APPLICABLE;
use crate::words::{list, say_instant};

/// The method as paragraphs.
pub(crate) fn method(period: Period, policies: &PolicyHistory, meta: &Meta) -> Vec<String> {
    let end = period.say_end();
    let mut said = vec![
        "This summary is worked out from every case of the register. It holds numbers only: no text about a child has a way into it.".to_owned(),
        format!("The period is {}, both days included. What stands at the end is counted as at {end}. A case is open from the day it opened until the day before it closed.", period.say()),
    ];
    if meta.made_at.date_naive() < period.to {
        said.push(format!("The period had not ended when this was made. What stands at the end is shown as it would be on {end} if nothing more were recorded."));
    }
    said.extend(in_force(period, policies).map(say_policy));
    said.extend([
        "A flag is a duty past its due date and not met. What is due on a day may be done on that day; the flag stands from the next. A policy never rewrites what was due before it took effect.".to_owned(),
        "A review that a tracker reported counts as held. A sign-off that a tracker reported is counted apart and never as a sign-off.".to_owned(),
        "Every rate stands beside the number not recorded, and beside its worst case, which counts everything not recorded against. Rates are worked out from the numbers shown and rounded to one decimal place, halves up.".to_owned(),
        format!("{NOT_APPLICABLE} means that a number does not apply, or that there is nothing to work it out from."),
        format!("Made by Caseward on {}. The head of the register’s audit chain was then {}.", say_instant(meta.made_at), meta.audit_head),
    ]);
    said
}

/// The policies in force on any day of the period.
fn in_force(period: Period, policies: &PolicyHistory) -> impl Iterator<Item = &Policy> {
    let first = policies.on(period.from).effective_from;
    policies.all().filter(move |policy| policy.effective_from == first || period.holds(policy.effective_from))
}

pub(crate) fn say_policy(policy: &Policy) -> String {
    let levels: Vec<String> =
        policy.levels.iter().map(|rule| format!("every {} days at level {}", rule.review_every_days, rule.level.say())).collect();
    let clocks = &policy.clocks;
    format!(
        "The policy of {} asks for a review {}; for a decision on what was sent for sign-off within {} working days; for progress on each plan every {} days; and for a return interview within {} hours.",
        say_date(policy.effective_from),
        list(&levels),
        clocks.sign_off_decided,
        clocks.plan_update_days,
        clocks.return_interview_hours
    )
}
