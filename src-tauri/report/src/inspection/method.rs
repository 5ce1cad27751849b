//! How an inspection pack was worked out, and what each of its columns means.

use caseward_domain::date::say_date;
use caseward_domain::policy::Policy;

use super::InspectionMeta;
use crate::method::say_policy;
use crate::words::{count, say_instant};

pub const MARKING: &str = "OFFICIAL-SENSITIVE";

/// A sentence a line.
pub fn method(meta: &InspectionMeta, cases: u64, policy: &Policy, workbook: bool) -> Vec<String> {
    let day = say_date(meta.as_at);
    let mut said = vec![
        MARKING.to_owned(),
        format!("Every case that had opened by {day}, open or closed: {}. None is left out.", count(cases, "case", "cases")),
        "Children stand under their references. Nothing here says who they are, and no text about them is here. Whoever holds the authority’s key can tell who they are, so this is personal data.".to_owned(),
        format!("Everything is as it stood at the end of {day}, worked out from what the register held on {}. What was recorded later about an earlier day counts.", say_instant(meta.made_at)),
        "cases: level is the level of risk in force: the manager’s of the latest sign-off that states one; before any, the practitioner’s, and then level_confirmed is “no”. Caseward computes no level.".to_owned(),
        "cases: last_signed_off_on, …_what and …_by are of the latest decision to sign off. A sign-off that a tracker reported is no sign-off and stands nowhere here.".to_owned(),
        "cases: last_review_on is the last review held; last_review_signed_off_on is blank while nobody has signed it off. next_review_arranged_for is the date agreed for the next. review_due_by is the day by which the policy or the date arranged, whichever is earlier, owes a review.".to_owned(),
        "cases: late_on_the_day counts the duties past their due date and not met, and what_was_late names them.".to_owned(),
        "reviews: every review held, those that a tracker reported marked as such. child_heard is “no” for PN4, PN7 and blank.".to_owned(),
        "levels: every statement of a level of risk, from when, and whether a manager or a practitioner stated it.".to_owned(),
    ];
    said.push(say_policy(policy));
    if !workbook {
        said.push("There are too many rows for a workbook, so the tables are CSV files alone.".to_owned());
    }
    said.push(format!("The head of the register’s audit chain was {}.", meta.audit_head));
    said
}

/// The same for those who read the CSV files.
pub fn text(meta: &InspectionMeta, method: &[String]) -> String {
    format!("Inspection pack of {}\r\n\r\n{}\r\n", meta.authority, method.join("\r\n\r\n"))
}
