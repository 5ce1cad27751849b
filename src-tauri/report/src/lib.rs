//! How summaries go out: XLSX, CSV, HTML, charts.
//!
//! [`SummaryFold`] takes one case at a time and keeps counts only; [`SummaryFold::finish`] makes the one [`summary::Summary`]
//! from which every format is written, so that all of them hold the same numbers. Bytes out: writing files is for `casework`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod about;
mod calendar;
mod chart;
mod csv;
mod csvw;
mod error;
mod fold;
mod html;
mod inspection;
mod menu;
mod method;
mod period;
mod plan_workbook;
mod rate;
mod sample;
mod show;
pub mod summary;
mod tables;
mod words;
mod xlsx;

#[cfg(test)]
mod tests;

pub use self::calendar::{ReviewDue, calendar};
pub use self::chart::charts;
pub use self::csv::csv;
pub use self::csvw::csv_metadata;
pub use self::error::ReportError;
pub use self::fold::{Counted, Meta, SummaryFold};
pub use self::html::html;
pub use self::inspection::{
    InspectedCase, InspectedLevel, InspectedReview, InspectedSignOff, InspectionFiles, InspectionMeta, InspectionPack,
    inspection_stem,
};
pub use self::menu::{Audits, Child, EARLIER_MATTERS_FOR_DAYS, Earlier, Lists, NotPublished, Publishing, suppression};
pub use self::period::Period;
pub use self::plan_workbook::{PlanLine, PlanSheet, plan_workbook};
pub use self::rate::Rate;
pub use self::sample::{SampleFound, SampleLine, SampleLineState, SampleReport, sample_found_csv, sample_html, sample_list_csv};
pub use self::tables::action_plan::ActionPlanLine;
pub use self::tables::causes::Causes;
pub use self::tables::interviews::{Interview, hours_since_return, return_interview};
pub use self::tables::leaving::LevelAtClosing;
pub use self::tables::voice::Voiced;
pub use self::xlsx::xlsx;

use self::summary::Summary;

/// The name of its files without the ending: `caseward-summary-2026-07-01-to-2026-09-30-internal`, and for whom where somebody is named.
pub fn file_stem(summary: &Summary) -> String {
    let stem = format!("caseward-summary-{}-to-{}-{}", summary.from, summary.to, summary.profile.as_str());
    let letters = summary.recipient.iter().flat_map(|name| name.to_lowercase().chars().collect::<Vec<_>>());
    let words: String = letters.map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() { stem } else { format!("{stem}-for-{}", words.join("-")) }
}
