//! Sets how numbers are shown to partners or to the public, from the next pack on.

use super::list_packs::{PacksView, packs_view};
use crate::desk::{Desk, on_register};
use crate::error::CommandError;
use crate::form::Form;
use caseward_disclosure::{Audience, Profile as Rules, ProfileError};
use caseward_domain::role::Role;
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
    /// Why they are changed: whoever is asked for a number will ask.
    pub reason: String,
}

pub fn record_thresholds(desk: &mut Desk, request: RecordThresholds) -> Result<PacksView, CommandError> {
    let session = desk.signed_in_as(&[Role::Manager])?;
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
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    form.needed_text("reason", &request.reason, "Say why they are changed.");
    let other =
        |profile: Profile| Ok::<_, CommandError>(crate::packs::rules_of(session, profile)?.map_or(0, |rules| rules.hidden_to()));
    let (partners, public) = match audience {
        Audience::Public => (other(Profile::Partners)?, rules.hidden_to()),
        _ => (rules.hidden_to(), other(Profile::Public)?),
    };
    if public < partners {
        form.wrong(
            "hidden_to",
            "The public would be shown smaller numbers than partners. Hide at least as much from the public.",
        );
    }
    form.finish()?;
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
