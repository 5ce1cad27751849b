//! Sets how numbers are shown to partners or to the public, from the next pack on.

use super::list_packs::{PacksView, packs_view};
use super::record_objective::PLANNERS;
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use caseward_disclosure::{Audience, Profile as Rules, ProfileError};
use caseward_report::summary::Profile;
use caseward_store::DisclosureProfile;
use serde::Deserialize;
use ts_rs::TS;

/// Sets how numbers are shown to partners or to the public, from the next pack on.
#[derive(Deserialize, TS)]
pub struct RecordThresholds {
    pub profile: Profile,
    /// 1 to this is hidden.
    pub hidden_to: u32,
    /// The rest is rounded to this; 1: not at all.
    pub rounded_to: u32,
}

pub fn record_thresholds(desk: &mut Desk, request: RecordThresholds) -> Result<PacksView, CommandError> {
    let session = desk.signed_in_as(PLANNERS)?;
    let audience = match request.profile {
        Profile::Internal => Audience::Internal,
        Profile::Partners => Audience::Partners,
        Profile::Public => Audience::Public,
    };
    let rules = Rules::new(audience, request.hidden_to, request.rounded_to).map_err(|error| {
        let field = if matches!(error, ProfileError::Base) { "rounded_to" } else { "hidden_to" };
        CommandError::invalid(field, format!("{error}."))
    })?;
    if audience == Audience::Internal {
        return Err(CommandError::invalid("profile", "Inside the authority every number is shown. Choose partners or public."));
    }
    let kept = DisclosureProfile {
        audience: request.profile.as_str().to_owned(),
        hidden_to: rules.hidden_to(),
        rounded_to: rules.rounded_to(),
    };
    session.transact("record_thresholds", |records, _, _| {
        records.save_disclosure_profile(&kept)?;
        let payload = serde_json::json!({ "profile": kept.audience, "hidden_to": kept.hidden_to, "rounded_to": kept.rounded_to });
        Ok(on_register((), payload))
    })?;
    packs_view(session)
}
