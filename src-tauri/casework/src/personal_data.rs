//! What may not stand in free text: whatever says who the child is. The register is pseudonymised.

use chrono::NaiveDate;

/// What the text seems to hold, in words, or `None`.
pub(crate) fn found_in(text: &str, today: NaiveDate) -> Option<&'static str> {
    caseward_screen::find(text, &[], today).first().map(|finding| finding.kind.label())
}
