//! The page of a sample: method first, then strata, what was found, who was not heard, and the whole list.

use std::fmt::{self, Display, Formatter, Write as _};

use caseward_domain::date::say_date;
use caseward_domain::item::hex;

use super::{SampleLineState, SampleReport, lower};
use crate::html::{Escaped, STYLE};
use crate::words::say_instant;

const MARKING: &str = "OFFICIAL-SENSITIVE";

/// The text of the file: it needs nothing else, and loads nothing.
pub fn sample_html(report: &SampleReport) -> String {
    let mut page = String::with_capacity(64 * 1024);
    // Writing to a String cannot fail.
    let _ = write!(page, "{}", Page(report));
    page
}

struct Page<'a>(&'a SampleReport);

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let report = self.0;
        let title = Escaped(&report.title);
        writeln!(
            f,
            r##"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>Sample for audit: {title} ({MARKING})</title>
<style>
{STYLE}
td {{ text-align: left; }}
td code {{ overflow-wrap: anywhere; }}</style>
</head>
<body>
<a class="skip" href="#sample">Skip to the sample</a>
<header><p class="marking">{MARKING}</p></header>
<main id="sample">
<h1>Sample for audit: {title}</h1>"##
        )?;
        about(report, f)?;
        section("method", "How the sample was drawn", f)?;
        writeln!(f, "<ul>")?;
        report.method().iter().try_for_each(|text| writeln!(f, "<li>{}</li>", Escaped(text)))?;
        writeln!(f, "</ul>")?;
        counts(report, f)?;
        found(report, f)?;
        unheard(report, f)?;
        whole_list(report, f)?;
        writeln!(f, "</main>\n<footer><p class=\"marking\">{MARKING}</p></footer>\n</body>\n</html>")
    }
}

fn about(report: &SampleReport, f: &mut Formatter<'_>) -> fmt::Result {
    let (drawn, made) = (say_instant(report.drawn_at), say_instant(report.made_at));
    let (size, population) = (report.design.size.to_string(), report.design.population.say());
    let facts = [
        ("Reference", report.reference.as_str()),
        ("Authority", report.authority.as_str()),
        ("Drawn from", &lower(&population)),
        ("Cases drawn", &size),
        ("Seed", report.design.seed.as_str()),
        ("Shared among strata", report.design.allocation.as_str()),
        ("Drawn on", &drawn),
        ("Drawn by", &report.drawn_by),
        ("This page made on", &made),
        ("Audit head", &report.audit_head),
    ];
    writeln!(f, "<dl>")?;
    facts.iter().try_for_each(|(name, value)| writeln!(f, "<dt>{name}</dt><dd>{}</dd>", Escaped(value)))?;
    writeln!(f, "</dl>")
}

fn counts(report: &SampleReport, f: &mut Formatter<'_>) -> fmt::Result {
    section("strata", "Strata", f)?;
    let rows = report.strata().into_iter().map(|s| vec![s.name, s.eligible.to_string(), s.drawn.to_string()]);
    let none = report.unreached.iter().map(|name| vec![name.clone(), "0".to_owned(), "0".to_owned()]);
    table("strata", "Cases that could be drawn and cases drawn", &["Stratum", "Could be drawn", "Drawn"], rows.chain(none), f)?;
    if !report.left_out().is_empty() {
        let rows = report.left_out().into_iter().map(|(why, number)| vec![why, number.to_string()]);
        table("left-out", "Cases left out, by reason", &["Reason", "Cases"], rows, f)?;
    }
    Ok(())
}

fn found(report: &SampleReport, f: &mut Formatter<'_>) -> fmt::Result {
    section("found", "What was found", f)?;
    let rows = report.findings().into_iter().map(|(says, number)| vec![says, number.to_string()]);
    table("findings", "Cases by finding", &["Finding", "Cases"], rows, f)?;
    if report.found.is_empty() {
        return Ok(());
    }
    let rows = report.found.iter().map(|found| {
        let by = if found.own_case { ", the case’s own manager" } else { "" };
        vec![
            found.reference.to_string(),
            found.finding_says.clone(),
            found.child_heard.say().to_owned(),
            found.looked_at.clone(),
            found.note.clone(),
            format!("{}{by}, {}", found.found_by, say_date(found.found_on)),
        ]
    });
    let heads = ["Case", "Finding", "Child heard", "What was looked at", "What is missing and what follows", "By"];
    table("cases", "Each case that was looked at", &heads, rows, f)
}

fn unheard(report: &SampleReport, f: &mut Formatter<'_>) -> fmt::Result {
    section("not-heard", "Children who were not heard", f)?;
    let not_heard: Vec<String> = report.not_heard().iter().map(ToString::to_string).collect();
    let says = match (not_heard.is_empty(), report.found.is_empty()) {
        (_, true) => "Nobody has looked at a case yet.".to_owned(),
        (true, false) => "In every case that was looked at, the child was heard.".to_owned(),
        (false, false) => format!("Looked at without hearing the child: {}.", not_heard.join(", ")),
    };
    writeln!(f, "<p>{}</p>", Escaped(&says))
}

fn whole_list(report: &SampleReport, f: &mut Formatter<'_>) -> fmt::Result {
    section("list", "The whole list", f)?;
    let rows = report.lines.iter().map(|line| match &line.state {
        SampleLineState::LeftOut(why) => {
            vec![line.reference.to_string(), "Left out".to_owned(), String::new(), why.clone(), String::new()]
        }
        SampleLineState::Ranked { stratum, place, drawn } => vec![
            line.reference.to_string(),
            if *drawn { "Drawn" } else { "Not drawn" }.to_owned(),
            place.to_string(),
            stratum.clone(),
            hex(&report.design.seed.rank(&line.reference)),
        ],
    });
    table(
        "all",
        "Every case on the list, in the order of its ranks",
        &["Case", "State", "Rank in stratum", "Stratum, or why left out", "SHA-256"],
        rows,
        f,
    )
}

fn section(id: &str, title: &str, f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "<h2 id=\"{id}-heading\">{title}</h2>")
}

fn table(id: &str, caption: &str, heads: &[&str], rows: impl Iterator<Item = Vec<String>>, f: &mut Formatter<'_>) -> fmt::Result {
    writeln!(f, "<div class=\"table\" role=\"region\" aria-labelledby=\"{id}-caption\" tabindex=\"0\">\n<table>")?;
    writeln!(f, "<caption id=\"{id}-caption\">{caption}</caption>\n<thead>\n<tr>")?;
    heads.iter().try_for_each(|head| writeln!(f, "<th scope=\"col\">{head}</th>"))?;
    writeln!(f, "</tr>\n</thead>\n<tbody>")?;
    for row in rows {
        write!(f, "<tr>")?;
        for (place, cell) in row.iter().enumerate() {
            match place {
                0 => write!(f, "<th scope=\"row\">{}</th>", Escaped(cell))?,
                _ => write!(f, "<td>{}</td>", Escaped(cell))?,
            }
        }
        writeln!(f, "</tr>")?;
    }
    writeln!(f, "</tbody>\n</table>\n</div>")
}
