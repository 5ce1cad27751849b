//! The children of a census, one at a time, as small trees of elements.
//!
//! Nothing is expanded: a document type is refused before it could define an entity, and only the five entities of XML
//! itself and character references are read. Names are compared without their namespace.

use crate::error::FileError;
use crate::limits;
use quick_xml::Reader;
use quick_xml::encoding::DecodingReader;
use quick_xml::events::{BytesRef, Event};
use std::io::{BufRead, Take};
use zeroize::Zeroizing;

/// Elements within elements, from the top of the file.
const DEPTH: usize = 24;
/// Elements of one child.
const ELEMENTS: usize = 20_000;
/// Characters of text in one element.
const TEXT: usize = 2_000;

/// An element with its text and the elements in it.
#[derive(Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    text: Zeroizing<String>,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// The text, without space around it; `None` where there is none.
    pub(crate) fn text(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|t| !t.is_empty())
    }

    /// The elements of this name in this one.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |c| c.name == name)
    }

    /// The elements of this name anywhere below this one.
    pub(crate) fn below<'a>(&'a self, name: &'a str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Element> = self.children.iter().rev().collect();
        while let Some(element) = waiting.pop() {
            if element.name == name {
                found.push(element);
            }
            waiting.extend(element.children.iter().rev());
        }
        found
    }

    /// The text of the first element of this name in this one.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.children.iter().filter(|c| c.name == name).find_map(Element::text)
    }
}

/// Reads the `Child` elements of a census.
pub(crate) struct Children<R> {
    xml: Reader<DecodingReader<Take<R>>>,
    buffer: Vec<u8>,
    depth: usize,
    /// Whether an element was met that only a census has.
    is_census: bool,
    has_elements: bool,
    started: bool,
    ordinal: u32,
}

impl<R: BufRead> Children<R> {
    pub(crate) fn new(reader: R) -> Children<R> {
        let mut xml = Reader::from_reader(DecodingReader::new(reader.take(limits::CENSUS_BYTES + 1)));
        xml.config_mut().expand_empty_elements = true;
        Children { xml, buffer: Vec::new(), depth: 0, is_census: false, has_elements: false, started: false, ordinal: 0 }
    }

    /// The next child of the file.
    pub(crate) fn next_child(&mut self) -> Result<Option<Element>, FileError> {
        let mut open: Vec<Element> = Vec::new();
        let mut elements = 0;
        loop {
            self.buffer.clear();
            let first = !self.started;
            self.started = true;
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(failure(&error, &self.xml)),
            };
            let at = self.xml.buffer_position();
            match event {
                Event::DocType(_) => return Err(FileError::DocumentType),
                Event::Decl(decl) => {
                    // The reader can change its encoding only at the very start.
                    let encoding = decl.encoder();
                    if let Some(encoding) = encoding.filter(|_| first && at <= 60) {
                        self.xml.get_mut().set_encoding(encoding);
                    }
                }
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(FileError::TooDeep { at });
                    }
                    let name = start.local_name().as_ref().to_owned();
                    self.is_census |= name == "Children";
                    self.has_elements = true;
                    if !open.is_empty() || (name == "Child" && self.is_census) {
                        elements += 1;
                        if elements > ELEMENTS {
                            return Err(FileError::RecordTooLarge { ordinal: self.ordinal + 1 });
                        }
                        open.push(Element { name, ..Element::default() });
                    }
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    let Some(done) = open.pop() else { continue };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(done),
                        None => {
                            self.ordinal = self.ordinal.saturating_add(1);
                            return Ok(Some(done));
                        }
                    }
                }
                Event::Text(text) => add(&mut open, &text.xml10_content(), self.ordinal)?,
                Event::CData(text) => add(&mut open, &text.xml10_content(), self.ordinal)?,
                Event::GeneralRef(reference) => {
                    let c = character(&reference).ok_or(FileError::Entity { at })?;
                    add(&mut open, c.encode_utf8(&mut [0; 4]), self.ordinal)?;
                }
                Event::Eof => return self.end(at),
                Event::Comment(_) | Event::PI(_) | Event::Empty(_) => {}
            }
        }
    }

    fn end(&self, at: u64) -> Result<Option<Element>, FileError> {
        if at > limits::CENSUS_BYTES {
            Err(limits::census_too_large())
        } else if at == 0 {
            Err(FileError::Empty)
        } else if self.depth > 0 || !self.has_elements {
            Err(FileError::NotXml { at })
        } else if !self.is_census {
            Err(FileError::NotACensus)
        } else {
            Ok(None)
        }
    }
}

/// Adds text to the element that is being read; text outside a child is left out.
fn add(open: &mut [Element], text: &str, children_before: u32) -> Result<(), FileError> {
    let Some(element) = open.last_mut() else {
        return Ok(());
    };
    // The space between elements is layout.
    if text.trim().is_empty() {
        return Ok(());
    }
    if element.text.len() + text.len() > TEXT {
        return Err(FileError::RecordTooLarge { ordinal: children_before + 1 });
    }
    element.text.push_str(text);
    Ok(())
}

/// The character that a reference stands for, where XML itself says so.
fn character(reference: &BytesRef) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match reference.xml10_content().as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => None,
    }
}

fn failure<R>(error: &quick_xml::Error, xml: &Reader<DecodingReader<Take<R>>>) -> FileError {
    if xml.buffer_position() > limits::CENSUS_BYTES {
        return limits::census_too_large();
    }
    match error {
        quick_xml::Error::Io(_) => FileError::Unreadable,
        _ => FileError::NotXml { at: xml.error_position() },
    }
}
