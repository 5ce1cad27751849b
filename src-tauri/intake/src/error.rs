//! Why a whole file was refused. Each sentence says what to do; none quotes what a cell holds. Headings, sheet names and what
//! a mapping file says are quoted, because they are about the file.

use thiserror::Error;

/// A file that could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FileError {
    /// More bytes than are read.
    #[error("The file is larger than {limit_mb} MB. Remove sheets that are not the tracker, or save it as CSV, and try again.")]
    TooLarge {
        /// The limit in megabytes.
        limit_mb: u64,
    },
    /// A compressed workbook that expands too far.
    #[error("The workbook expands to more than {limit_mb} MB. Copy the tracker's sheet into a new workbook and bring that in.")]
    ExpandsTooFar {
        /// The limit in megabytes.
        limit_mb: u64,
    },
    /// Rows past the limit.
    #[error("The sheet has values below row {limit}. Delete the rows that are not part of the tracker and try again.")]
    TooManyRows {
        /// The last row that is read.
        limit: u32,
    },
    /// Columns past the limit.
    #[error(
        "The sheet has values to the right of column {limit}. Delete the columns that are not part of the tracker and try again."
    )]
    TooManyColumns {
        /// The last column that is read.
        limit: u32,
    },
    /// More filled cells than are read.
    #[error("The sheet has more than {limit} filled cells. Copy the tracker alone into a new workbook and bring that in.")]
    TooManyCells {
        /// The limit.
        limit: u32,
    },
    /// A cell longer than any spreadsheet holds, most often because a quotation mark is missing.
    #[error(
        "A cell in row {row} has more than {limit} characters. Look for a quotation mark that is missing there, or save the file as .xlsx."
    )]
    CellTooLong {
        /// The row, as a spreadsheet would show it.
        row: u32,
        /// The limit.
        limit: usize,
    },
    /// Nothing in it.
    #[error("The file is empty. Check that it was saved, and choose it again.")]
    Empty,
    /// Neither a workbook nor text.
    #[error(
        "The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in."
    )]
    NotAWorkbook,
    /// Encrypted by the spreadsheet program.
    #[error("The workbook is protected with a password. Save a copy without the password and bring that in.")]
    PasswordProtected,
    /// An .xlsb workbook.
    #[error("The file is a binary workbook (.xlsb). Save it as .xlsx and bring that in.")]
    BinaryWorkbook,
    /// HTML or XML under a spreadsheet's name.
    #[error(
        "The file is a web page or XML under a spreadsheet's name. Open it in a spreadsheet program, save it as .xlsx, and bring that in."
    )]
    WebPage,
    /// No row of headings.
    #[error(
        "No sheet has a row of headings that looks like a tracker (child id, date of referral, risk level, last review and so on) in its first {searched} rows. Name the sheet and the header row in a mapping file."
    )]
    NoHeaderRow {
        /// How many rows of each sheet were looked at.
        searched: u32,
    },
    /// A sheet with more rows than any plan has.
    #[error("The sheet of the plan has values below row {limit}. Delete the rows that are not part of the plan and try again.")]
    PlanTooLong {
        /// The last row that is read.
        limit: u32,
    },
    /// No table of actions.
    #[error(
        "No sheet has a row of headings that looks like an action plan: action, and two or more of objective, outcome, when, lead, progress and status. Write such a row above the actions and try again."
    )]
    NotAPlan,
    /// Headings, but not the one without which a case has no beginning.
    #[error("No column holds the date of referral. The headings found are: {}. Name the right one in a mapping file, for example {{\"columns\": {{\"Date started\": \"opened_on\"}}}}.", headings.join("; "))]
    NoOpeningDate {
        /// The headings, as in the file.
        headings: Vec<String>,
    },
    /// The mapping file cannot be read.
    #[error("The mapping file is not valid: {problem}, at line {line}. Correct it and try again.")]
    Mapping {
        /// What is wrong, in the reader's words.
        problem: String,
        /// The line of the mapping file.
        line: usize,
    },
    /// The mapping file sends a column to a field that does not exist.
    #[error("The mapping file names the field \"{field}\", which does not exist. The fields are: {known}.")]
    UnknownField {
        /// The name given.
        field: String,
        /// The names that exist.
        known: String,
    },
    /// The mapping file sends two columns to one field.
    #[error("The mapping file gives the field \"{field}\" to more than one column. Keep one of them.")]
    FieldTwice {
        /// The field.
        field: String,
    },
    /// The mapping file names a sheet that is not there.
    #[error("The mapping file names the sheet \"{sheet}\", which the workbook does not have. Its sheets are: {}.", sheets.join("; "))]
    NoSuchSheet {
        /// The sheet named.
        sheet: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// The mapping file names a header row with nothing in it.
    #[error("The mapping file says that the headings are in row {row}, which is empty. Correct \"header_row\".")]
    NoSuchHeaderRow {
        /// The row named.
        row: u32,
    },
    /// The mapping file names a heading that is not there.
    #[error(
        "The mapping file names the column \"{heading}\", which the sheet does not have. Write the heading as it stands in the file."
    )]
    NoSuchColumn {
        /// The heading named.
        heading: String,
    },
    /// Reading from the disk failed.
    #[error("The file could not be read from the disk. Check that it is still there and that you may read it.")]
    Unreadable,
    /// A document type in the census.
    #[error(
        "The file declares a document type (DOCTYPE), which a census never does and which can hide an attack. It was not read. Ask for a new export from the case system."
    )]
    DocumentType,
    /// An entity that XML itself does not define.
    #[error(
        "The file uses an entity that it may not define, near byte {at}. It was not read. Ask for a new export from the case system."
    )]
    Entity {
        /// Bytes from the start.
        at: u64,
    },
    /// Not well-formed XML.
    #[error(
        "The file is not well-formed XML: it breaks off or goes wrong near byte {at}. Ask for a new export from the case system."
    )]
    NotXml {
        /// Bytes from the start.
        at: u64,
    },
    /// XML of another kind.
    #[error(
        "The file is XML, but not a children-in-need census: it has no Children. Choose the file that was made for the census."
    )]
    NotACensus,
    /// Elements within elements past the limit.
    #[error(
        "The file nests elements deeper than a census does, near byte {at}. It was not read. Ask for a new export from the case system."
    )]
    TooDeep {
        /// Bytes from the start.
        at: u64,
    },
    /// One child with more in it than a child can have.
    #[error(
        "Child {ordinal} of the file holds more than a census record can. The file was not read. Ask for a new export from the case system."
    )]
    RecordTooLarge {
        /// Which child, counted from 1.
        ordinal: u32,
    },
}
