//! All that Typst may reach while it sets a summary: its own library, our layout, two fonts, and the summary as values. Whatever else
//! a layout could ask for (a file, a package, today's date) is not there.

use std::sync::LazyLock;

use caseward_report::summary::Summary;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::values::inputs;

pub use typst_layout::PagedDocument as Document;

const LAYOUT: &str = include_str!("page.typ");
/// Liberation Sans 2.1.5 (SIL Open Font License 1.1), which has the widths of Arial.
const REGULAR: &[u8] = include_bytes!("../fonts/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/LiberationSans-Bold.ttf");

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| [REGULAR, BOLD].into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect());

pub struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    layout: Source,
}

impl Desk {
    pub fn new(summary: &Summary) -> Self {
        // The feature lets the first cell of a row be marked as its heading.
        let features = std::iter::once(Feature::A11yExtras).collect();
        let library = Library::builder().with_inputs(inputs(summary)).with_features(features).build();
        Self {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
            layout: Source::detached(LAYOUT),
        }
    }
}

/// Whether the typeface has this letter.
pub fn has_letter(letter: char) -> bool {
    FONTS.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
