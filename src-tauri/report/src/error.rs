//! Why a summary could not be written. Neither message holds anything of the summary.

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("The summary could not be written as a spreadsheet. Make it again; if it fails again, use the CSV or the HTML file.")]
    Spreadsheet(#[source] rust_xlsxwriter::XlsxError),
    #[error("The summary could not be written as CSV. Make it again; if it fails again, use the spreadsheet or the HTML file.")]
    Csv(#[source] csv::Error),
    #[error(
        "What describes the CSV could not be written. Make the summary again; if it fails again, use the spreadsheet or the HTML file."
    )]
    Metadata(#[from] serde_json::Error),
}

impl From<rust_xlsxwriter::XlsxError> for ReportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Spreadsheet(error)
    }
}

impl From<csv::Error> for ReportError {
    fn from(error: csv::Error) -> Self {
        Self::Csv(error)
    }
}
