//! Why a summary could not be set. The message holds nothing of the summary.

#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error("The summary could not be written as a PDF. Make it again; if it fails again, use the spreadsheet or the HTML file.")]
    NotSet,
}
