//! The summary as one HTML file that needs nothing else: no script, no font, no picture from elsewhere, and a content
//! security policy that would refuse them. For reading, for assistive technology (WCAG 2.2 AA) and for paper.

use std::fmt::{self, Display, Formatter, Write as _};

use crate::about::{HOW_IT_WAS_MADE, WHAT_IS_HIDDEN, about};
use crate::summary::{Chart, Summary, Table, TableRow};

pub(crate) const STYLE: &str = include_str!("html.css");

/// The text of the file.
pub fn html(summary: &Summary) -> String {
    let mut page = String::with_capacity(64 * 1024);
    // Writing to a String cannot fail.
    let _ = write!(page, "{}", Page(summary));
    page
}

/// Text as HTML and SVG may hold it, between tags and in quotes.
pub(crate) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            other => f.write_char(other),
        })
    }
}

/// Text between the quotes of a string in a style sheet. Whatever is not a plain letter is written as its number, so that nothing can
/// end the string or the sheet.
struct InStyle<'a>(&'a str);

impl Display for InStyle<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            'A'..='Z' | 'a'..='z' | '0'..='9' | ' ' | '-' => f.write_char(letter),
            other => write!(f, "\\{:x} ", u32::from(other)),
        })
    }
}

struct Page<'a>(&'a Summary);

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let summary = self.0;
        let (title, marking) = (Escaped(&summary.title), Escaped(&summary.marking));
        let on_paper = InStyle(&summary.marking);
        writeln!(
            f,
            r##"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>{title} ({marking})</title>
<style>
{STYLE}@page {{ @top-center {{ content: "{on_paper}"; font: bold 10pt Arial, sans-serif; }} @bottom-left {{ content: "{on_paper}"; font: bold 10pt Arial, sans-serif; }} }}
</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
<header><p class="marking">{marking}</p></header>
<main id="summary">
<h1>{title}</h1>"##
        )?;
        facts(summary, f)?;
        contents(summary, f)?;
        for table in &summary.tables {
            let charts: Vec<&Chart> = summary.charts.iter().filter(|chart| chart.table == table.id).collect();
            section(table, &charts, f)?;
        }
        for (id, title, texts) in at_the_end(summary) {
            writeln!(f, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>")?;
            list(id, texts, f)?;
            writeln!(f, "</section>")?;
        }
        writeln!(f, "</main>\n<footer><p class=\"marking\">{marking}</p></footer>\n</body>\n</html>")
    }
}

/// What stands after the tables: anchor, heading and paragraphs.
fn at_the_end(summary: &Summary) -> impl Iterator<Item = (&'static str, &'static str, &[String])> {
    let parts =
        [("suppression", WHAT_IS_HIDDEN, summary.suppression.as_slice()), ("method", HOW_IT_WAS_MADE, summary.method.as_slice())];
    parts.into_iter().filter(|(_, _, texts)| !texts.is_empty())
}

fn facts(summary: &Summary, f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "<dl>")?;
    for fact in about(summary) {
        writeln!(f, "<dt>{}</dt><dd>{}</dd>", fact.name, Escaped(&fact.value.say()))?;
    }
    writeln!(f, "</dl>")
}

fn contents(summary: &Summary, f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>")?;
    for table in &summary.tables {
        writeln!(f, "<li><a href=\"#{}\">{}</a></li>", Escaped(&table.id), Escaped(&table.title))?;
    }
    for (id, title, _) in at_the_end(summary) {
        writeln!(f, "<li><a href=\"#{id}\">{title}</a></li>")?;
    }
    writeln!(f, "</ul>\n</nav>")
}

fn section(table: &Table, charts: &[&Chart], f: &mut Formatter<'_>) -> fmt::Result {
    let id = Escaped(&table.id);
    writeln!(f, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>", Escaped(&table.title))?;
    writeln!(f, "<p class=\"finding\">{}</p>", Escaped(&table.finding))?;
    for chart in charts {
        figure(chart, f)?;
    }
    numbers(table, f)?;
    if !table.notes.is_empty() {
        writeln!(f, "<h3>Notes on this table</h3>")?;
        list("notes", &table.notes, f)?;
    }
    writeln!(f, "</section>")
}

/// The picture was drawn by [`crate::chart`], which escapes what it writes.
fn figure(chart: &Chart, f: &mut Formatter<'_>) -> fmt::Result {
    let (id, title) = (Escaped(&chart.id), Escaped(&chart.title));
    writeln!(f, "<figure aria-labelledby=\"{id}-caption\">\n<h3 id=\"{id}-caption\">{title}</h3>")?;
    writeln!(f, "<div class=\"table\" role=\"region\" aria-labelledby=\"{id}-caption\" tabindex=\"0\">{}</div>", chart.svg)?;
    writeln!(f, "<figcaption>{}</figcaption>", Escaped(&chart.finding))?;
    let description = Escaped(&chart.description);
    writeln!(f, "<details><summary>The picture in words</summary><p>{description}</p></details>\n</figure>")
}

fn numbers(table: &Table, f: &mut Formatter<'_>) -> fmt::Result {
    let id = Escaped(&table.id);
    writeln!(f, "<div class=\"table\" role=\"region\" aria-labelledby=\"{id}-caption\" tabindex=\"0\">\n<table>")?;
    writeln!(f, "<caption id=\"{id}-caption\">{}: the numbers</caption>\n<thead>\n<tr>", Escaped(&table.title))?;
    for column in &table.columns {
        writeln!(f, "<th scope=\"col\">{}</th>", Escaped(column))?;
    }
    writeln!(f, "</tr>\n</thead>\n<tbody>")?;
    table.rows.iter().try_for_each(|row| numbers_row(row, f))?;
    writeln!(f, "</tbody>\n</table>\n</div>")
}

fn numbers_row(row: &TableRow, f: &mut Formatter<'_>) -> fmt::Result {
    let class = if row.total { " class=\"total\"" } else { "" };
    write!(f, "<tr{class}><th scope=\"row\">{}</th>", Escaped(&row.label))?;
    for cell in &row.cells {
        write!(f, "<td>{}</td>", Escaped(&cell.say()))?;
    }
    writeln!(f, "</tr>")
}

fn list(class: &str, texts: &[String], f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "<ul class=\"{class}\">")?;
    for text in texts {
        writeln!(f, "<li>{}</li>", Escaped(text))?;
    }
    writeln!(f, "</ul>")
}
