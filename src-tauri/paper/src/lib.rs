//! A summary on paper: PDF/UA-1 (ISO 14289-1), set by Typst.
//!
//! The layout, `page.typ`, is ours and the same for every summary. All that a summary says goes in as values, so that no text of it
//! can be read as markup. Nothing is fetched: the typeface is in the program, and no file, network, clock or font of the machine is
//! within reach of the layout. The same summary makes the same bytes.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod desk;
mod error;
mod letters;
mod values;

#[cfg(test)]
mod tests;

use caseward_report::summary::Summary;
use chrono::{DateTime, Datelike, Timelike, Utc};
use typst::diag::SourceResult;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use self::desk::{Desk, Document};
pub use self::error::PaperError;

/// The bytes of the file.
pub fn pdf(summary: &Summary) -> Result<Vec<u8>, PaperError> {
    let set = set(summary);
    // What Typst keeps to be quick a second time is of no use to a program that sets one summary now and then.
    typst::comemo::evict(0);
    set.map_err(|_| PaperError::NotSet)
}

/// The bytes, or what Typst says against them; that may hold words of the summary and stays in this crate.
fn set(summary: &Summary) -> SourceResult<Vec<u8>> {
    let desk = Desk::new(summary);
    let document: Document = typst::compile(&desk).output?;
    typst_pdf::pdf(&document, &options(summary))
}

fn options(summary: &Summary) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", caseward_report::file_stem(summary), summary.made_at, summary.audit_head)),
        creator: Smart::Custom(Some("Caseward".to_owned())),
        timestamp: timestamp(summary.made_at),
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

fn timestamp(at: DateTime<Utc>) -> Option<Timestamp> {
    let part = |number: u32| u8::try_from(number).ok();
    let (month, day) = (part(at.month())?, part(at.day())?);
    let (hour, minute, second) = (part(at.hour())?, part(at.minute())?, part(at.second())?);
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second).map(Timestamp::new_utc)
}
