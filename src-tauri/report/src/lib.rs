//! How summaries go out: XLSX, CSV, HTML, charts.

pub mod summary;
