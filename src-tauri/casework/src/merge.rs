//! What a file adds to a case that exists: blanks are filled, reports are added, nothing that stands is overwritten.

use caseward_store::{CaseFacts, CaseRecord, Reported};
use chrono::NaiveDate;

/// `reopened_on` is the first day of the present span of a case that was opened again: what a file says of the time before
/// it changes nothing of what was owed then.
pub(crate) fn merge(existing: &CaseRecord, incoming: &CaseRecord, reopened_on: Option<NaiveDate>) -> CaseRecord {
    let mut merged = existing.clone();
    facts(&mut merged.facts, &incoming.facts);
    let is_as_it_stands = existing.closed_on.is_none() || existing.closed_on == incoming.closed_on;
    if let Some(reopened_on) = reopened_on {
        let since = Reported {
            reviews: incoming.reported.reviews.iter().filter(|review| review.on >= reopened_on).cloned().collect(),
            arranged: incoming.reported.arranged.iter().filter(|date| date.arranged_on >= reopened_on).copied().collect(),
            ..Reported::default()
        };
        if is_as_it_stands {
            reported(&mut merged.reported, &since);
        }
        return merged;
    }
    if is_as_it_stands {
        reported(&mut merged.reported, &incoming.reported);
    }
    if merged.opening_level.is_none() {
        merged.opening_level = incoming.opening_level.clone();
    }
    merged
}

fn facts(stands: &mut CaseFacts, added: &CaseFacts) {
    fill(&mut stands.referral_source, &added.referral_source);
    fill(&mut stands.age_at_referral, &added.age_at_referral);
    fill(&mut stands.sex, &added.sex);
    fill(&mut stands.ethnicity, &added.ethnicity);
    if stands.disabilities.is_empty() {
        stands.disabilities = added.disabilities.clone();
    }
    join(&mut stands.factors, &added.factors);
    join(&mut stands.statuses, &added.statuses);
}

fn reported(stands: &mut Reported, added: &Reported) {
    stands.assessment_signed_off |= added.assessment_signed_off;
    stands.plan_signed_off |= added.plan_signed_off;
    for review in &added.reviews {
        match stands.reviews.iter_mut().find(|known| known.on == review.on) {
            Some(known) => fill(&mut known.participation, &review.participation),
            None => stands.reviews.push(review.clone()),
        }
    }
    stands.reviews.sort();
    join(&mut stands.arranged, &added.arranged);
    fill(&mut stands.missing_episodes, &added.missing_episodes);
    fill(&mut stands.return_interview_done, &added.return_interview_done);
    fill(&mut stands.assessment_authorised_on, &added.assessment_authorised_on);
    fill(&mut stands.closure_reason, &added.closure_reason);
    if stands.comment.is_empty() {
        stands.comment = added.comment.clone();
    }
    stands.comment_withheld |= added.comment_withheld;
}

fn fill<T: Clone>(stands: &mut Option<T>, added: &Option<T>) {
    if stands.is_none() {
        stands.clone_from(added);
    }
}

fn join<T: Clone + Ord>(stands: &mut Vec<T>, added: &[T]) {
    stands.extend(added.iter().cloned());
    stands.sort();
    stands.dedup();
}
