//! Draws a sample for audit by a rule that anybody can follow again (`domain::sample`). The whole list is kept with it.

use std::collections::BTreeMap;

use crate::desk::{Desk, Session, new_id, on_register};
use crate::error::CommandError;
use crate::form::{Form, reference};
use crate::sampling::{Frame, SAMPLERS, frame, unreached, view};
use crate::view::SampleView;
use caseward_domain::item::hex;
use caseward_domain::reference::CaseReference;
use caseward_domain::sample::{Allocation, Design, NotDrawn, Population, Seed, StratifyBy, Stratum, draw};
use caseward_domain::text::CaseText;
use caseward_store::{Sample, SampleState};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

/// Draws a sample of cases for audit, so that anybody can draw the same one again.
#[derive(Deserialize, TS)]
pub struct DrawSample {
    pub title: String,
    pub cases: SampleOf,
    /// For `open_on`: the day. Today or before, as typed.
    #[serde(default)]
    pub on: String,
    /// For the others: the first and the last day.
    #[serde(default)]
    pub from: String,
    #[serde(default)]
    pub to: String,
    /// Empty: one stratum of all cases.
    #[serde(default)]
    pub stratify_by: Vec<StratifyBy>,
    pub allocation: Allocation,
    /// How many cases, as typed.
    pub size: String,
    pub seed: String,
    /// Cases that are left out, each with its reason.
    #[serde(default)]
    pub left_out: Vec<LeftOutCase>,
    /// Cases of samples drawn on this day or later are left out. Empty: none for this.
    #[serde(default)]
    pub not_sampled_since: String,
}

/// Which cases are drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SampleOf {
    OpenOn,
    OpenedIn,
    ClosedIn,
    ReviewedIn,
}

#[derive(Clone, Deserialize, TS)]
pub struct LeftOutCase {
    pub reference: String,
    pub reason: String,
}

pub fn draw_sample(desk: &mut Desk, request: DrawSample) -> Result<SampleView, CommandError> {
    let session = desk.signed_in_as(SAMPLERS)?;
    let (title, design, left_out) = read(session, &request)?;
    let frame = frame(session, &design, &left_out)?;
    refuse_strangers(&request, &frame)?;
    let size = usize::try_from(design.size).unwrap_or(usize::MAX);
    let strata = draw(&frame.strata, &design.seed, size, design.allocation).map_err(|refused| refusal(refused, &design))?;
    let sample = Sample {
        id: new_id(session.now())?,
        title,
        unreached: unreached(session, &design, &frame)?,
        design,
        drawn_by: session.person.id,
        drawn_at: session.now(),
    };
    session.transact("draw_sample", |records, _, _| {
        records.insert_sample(&sample)?;
        for (reference, why) in &frame.left_out {
            if let Some(id) = frame.ids.get(reference) {
                records.insert_sample_case(sample.id, *id, &SampleState::LeftOut(why.clone()))?;
            }
        }
        for stratum in &strata {
            for (place, ranked) in (1u32..).zip(&stratum.ranked) {
                let drawn = usize::try_from(place).is_ok_and(|place| place <= stratum.drawn);
                let state = SampleState::Ranked { stratum: stratum.name.clone(), place, drawn };
                if let Some(id) = frame.ids.get(&ranked.reference) {
                    records.insert_sample_case(sample.id, *id, &state)?;
                }
            }
        }
        let payload = serde_json::json!({
            "ranked": ranked_digest(&sample.design, &strata),
            "sample": sample.id, "population": sample.design.population, "stratify_by": sample.design.stratify_by,
            "allocation": sample.design.allocation, "size": sample.design.size, "in_population": frame.ids.len(),
            "left_out": frame.left_out.len(),
        });
        Ok(on_register((), payload))
    })?;
    view(session, &sample)
}

type Read = (String, Design, BTreeMap<CaseReference, CaseText>);

fn read(session: &Session, request: &DrawSample) -> Result<Read, CommandError> {
    let codes = session.codes()?;
    let mut form = Form::new(&codes, session.policy(), session.today());
    let title = form.needed_text("title", &request.title, "Name the sample, for example “Quality of plans, autumn 2026”.");
    if request.title.trim().chars().count() > 100 {
        form.wrong("title", "Use 100 characters or fewer.");
    }
    let population = population(&mut form, request);
    let seed = Seed::parse(&request.seed).map_err(|error| form.wrong("seed", error.to_string())).ok();
    let size: Option<u32> = request.size.trim().parse().ok().filter(|size| *size > 0);
    if size.is_none() {
        form.wrong("size", "Enter how many cases to draw: a whole number from 1.");
    }
    let not_sampled_since = form.optional_date("not_sampled_since", &request.not_sampled_since);
    let not_sampled_since = not_sampled_since.and_then(|day| form.in_the_past("not_sampled_since", day, None));
    let left_out = left_out(&mut form, &request.left_out);
    form.finish()?;
    let (Some(title), Some(population), Some(seed), Some(size)) = (title, population, seed, size) else {
        return Err(CommandError::invalid("title", "Name the sample."));
    };
    let mut stratify_by = request.stratify_by.clone();
    stratify_by.sort_unstable();
    stratify_by.dedup();
    let design = Design { population, stratify_by, allocation: request.allocation, seed, size, not_sampled_since };
    Ok((title.as_str().to_owned(), design, left_out))
}

fn population(form: &mut Form<'_>, request: &DrawSample) -> Option<Population> {
    if request.cases == SampleOf::OpenOn {
        return form.past_date("on", &request.on, None).map(|on| Population::OpenOn { on });
    }
    let from = form.past_date("from", &request.from, None);
    let to = form.past_date("to", &request.to, from.map(|day| (day, "the period begins")));
    let (from, to) = (from?, to?);
    Some(match request.cases {
        SampleOf::OpenedIn => Population::OpenedIn { from, to },
        SampleOf::ClosedIn => Population::ClosedIn { from, to },
        SampleOf::ReviewedIn | SampleOf::OpenOn => Population::ReviewedIn { from, to },
    })
}

/// Rows left empty do not count.
fn left_out(form: &mut Form<'_>, typed: &[LeftOutCase]) -> BTreeMap<CaseReference, CaseText> {
    let mut found = BTreeMap::new();
    for (place, row) in typed.iter().enumerate() {
        if row.reference.trim().is_empty() && row.reason.trim().is_empty() {
            continue;
        }
        let reference = match reference(&row.reference) {
            Ok(reference) => Some(reference),
            Err(error) => {
                let field = format!("left_out.{place}.reference");
                error.fields.into_iter().for_each(|wrong| form.wrong(&field, wrong.message));
                None
            }
        };
        let reason = form.needed_text(&format!("left_out.{place}.reason"), &row.reason, "Say why this case is left out.");
        if let (Some(reference), Some(reason)) = (reference, reason) {
            found.insert(reference, reason);
        }
    }
    found
}

/// A case that is not of the population cannot be left out of it: more likely the reference is wrong.
fn refuse_strangers(request: &DrawSample, frame: &Frame) -> Result<(), CommandError> {
    let stranger = |row: &LeftOutCase| reference(&row.reference).is_ok_and(|found| !frame.ids.contains_key(&found));
    match request.left_out.iter().position(stranger) {
        Some(place) => Err(CommandError::invalid(
            &format!("left_out.{place}.reference"),
            "This case is not one of those that are drawn from, so it need not be left out. Check the reference, or take the row away.",
        )),
        None => Ok(()),
    }
}

fn refusal(refused: NotDrawn, design: &Design) -> CommandError {
    match refused {
        NotDrawn::NoCases => {
            CommandError::refused(format!("{}: there are none that may be drawn. Choose other days.", design.population.say()))
        }
        NotDrawn::SizeZero => CommandError::invalid("size", "Enter how many cases to draw: a whole number from 1."),
        NotDrawn::TooFew(there) => CommandError::invalid("size", format!("Only {there} may be drawn. Enter {there} or fewer.")),
    }
}

/// SHA-256 of the seed and the ranked list, by which the audit chain holds the draw to what it was.
fn ranked_digest(design: &Design, strata: &[Stratum]) -> String {
    let mut digest = Sha256::new().chain_update(design.seed.as_str()).chain_update("\n");
    for stratum in strata {
        digest.update(format!("{}\n{}\n", stratum.name, stratum.drawn));
        for ranked in &stratum.ranked {
            digest.update(format!("{}\n", ranked.reference));
        }
    }
    hex(&digest.finalize())
}
