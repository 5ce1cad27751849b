//! The samples for audit that were drawn: every one, so that nobody draws until a sample pleases.

use crate::desk::{Desk, Session};
use crate::error::CommandError;
use crate::sampling::{SAMPLERS, sample_reference};
use crate::view::{SampleRow, SamplesView};
use caseward_store::civil;
use serde::Deserialize;
use ts_rs::TS;

/// The samples for audit that were drawn, newest first.
#[derive(Deserialize, TS)]
pub struct ListSamples {}

pub fn list_samples(desk: &mut Desk, _request: ListSamples) -> Result<SamplesView, CommandError> {
    samples(desk.signed_in_as(SAMPLERS)?)
}

fn samples(session: &Session) -> Result<SamplesView, CommandError> {
    let (records, names) = (session.read(), session.names()?);
    let row = |sample: caseward_store::Sample| {
        let (drawn, looked_at) = records.sample_counts(sample.id)?;
        Ok(SampleRow {
            id: sample.id,
            reference: sample_reference(&sample),
            title: sample.title,
            population: sample.design.population.say(),
            drawn_on: civil(sample.drawn_at),
            drawn_by: names.person(sample.drawn_by),
            drawn,
            looked_at,
        })
    };
    Ok(SamplesView { samples: records.samples()?.into_iter().rev().map(row).collect::<Result<_, CommandError>>()? })
}
