//! Reads a PDF as assistive technology does, through its tags: poppler's `pdfinfo -struct-text`, which prints a tag a line, deeper by
//! two spaces, and text in quotes.

use std::io::Write as _;
use std::process::Command;

/// One tag: `Table`, `TH`, `H1`.
pub struct Tag {
    pub name: String,
    text: String,
    kids: Vec<Tag>,
}

impl Tag {
    /// Every tag of a name below this one, but none below another of that name.
    pub fn all(&self, name: &str) -> Vec<&Tag> {
        let mut found = Vec::new();
        for kid in &self.kids {
            if kid.name == name { found.push(kid) } else { found.extend(kid.all(name)) }
        }
        found
    }

    pub fn words(&self) -> String {
        self.text.clone() + &self.kids.iter().map(Tag::words).collect::<String>()
    }
}

pub fn tags_of(pdf: &[u8]) -> Tag {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = Command::new("pdfinfo").arg("-struct-text").arg(file.path()).output();
    let read = read.expect("pdfinfo is not installed: it comes with poppler-utils");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let said = String::from_utf8_lossy(&read.stdout);
    let lines: Vec<(usize, &str)> = said.lines().filter(|line| !line.trim().is_empty()).map(depth).collect();
    let mut rest = lines.as_slice();
    let mut root = Tag { name: String::new(), text: String::new(), kids: Vec::new() };
    while !rest.is_empty() {
        read_into(&mut root, 0, &mut rest);
    }
    root
}

fn depth(line: &str) -> (usize, &str) {
    (line.len() - line.trim_start().len(), line.trim())
}

/// Reads what stands at this depth or below it into a tag.
fn read_into(tag: &mut Tag, at: usize, rest: &mut &[(usize, &str)]) {
    while let [(depth, said), after @ ..] = *rest {
        if *depth < at {
            return;
        }
        *rest = after;
        if let Some(text) = said.strip_prefix('"') {
            tag.text.push_str(text.strip_suffix('"').unwrap_or(text));
        } else {
            let name = said.split([' ', ':']).next().unwrap_or_default().to_owned();
            let mut kid = Tag { name, text: String::new(), kids: Vec::new() };
            read_into(&mut kid, depth + 1, rest);
            tag.kids.push(kid);
        }
    }
}

/// All text, in the order in which it is read.
pub fn text_of(pdf: &[u8]) -> String {
    tags_of(pdf).words()
}

/// Without spaces: a reader of PDF may lose one where a line ends.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
