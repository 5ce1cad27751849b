//! One row of a plan's table becomes an action, or a refusal with a sentence for every wrong cell.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use caseward_domain::action_plan::{ActionState, is_owner};
use chrono::NaiveDate;

use super::heading::{About, Field};
use super::lead::{self, naming};
use super::progress::{self, PlanUpdate};
use super::state::{self, Said};
use super::table::{self, Column, Table};
use super::when::{self, When};
use super::{LONGEST, LONGEST_TITLE, Place, PlanContext, PlanNote, PlanReading, PlanRow, RefusedPlanRow, too_many_requirements};
use crate::blank::blank_word;
use crate::reading::RefusedCell;
use crate::sheet::Cell;

/// A row as it is read: what is wrong with it and what should be known of it.
struct Reader<'a> {
    context: &'a PlanContext<'a>,
    place: Place,
    wrong: Vec<RefusedCell>,
    notes: Vec<PlanNote>,
}

pub(crate) fn read_table(table: Table, sheet: &str, context: &PlanContext<'_>, reading: &mut PlanReading) {
    let whole = Place { sheet: sheet.to_owned(), row: 0 };
    for heading in &table.unread {
        let text = format!(
            "This column of the table in row {} was not read: nothing of a plan goes by this heading, or another column was taken for it.",
            table.header_row
        );
        reading.notes.push(PlanNote { place: whole.clone(), column: heading.clone(), text });
    }
    for (column, about) in table.columns.iter().map(|column| (column, column.about)) {
        match about {
            About::Days(first, last) if first != last && matches!(column.field, Field::Progress | Field::Status) => {
                let text = format!("What stands in this column is dated {}, its last day.", say(about.day(context.today)));
                let text = if last > context.today {
                    format!("This column ends after today, so what stands in it is dated today, {}.", say(context.today))
                } else {
                    text
                };
                reading.notes.push(PlanNote { place: whole.clone(), column: column.heading.clone(), text });
            }
            About::Undated if column.field == Field::Progress => {
                let text = format!("This column says no month, so what stands in it is dated today, {}.", say(context.today));
                reading.notes.push(PlanNote { place: whole.clone(), column: column.heading.clone(), text });
            }
            _ => {}
        }
    }
    // A status column without a month speaks of the latest column of progress in which something stands.
    let filled = |column: &&Column| table.entries.iter().any(|entry| entry.cells.iter().any(|(c, _)| c.index == column.index));
    let dated = table.columns.iter().filter(|column| column.field == Field::Progress).filter(filled).map(|column| column.about);
    let latest =
        dated.filter(|about| matches!(about, About::Days(first, _) if *first <= context.today)).max().unwrap_or(About::Undated);
    let mut entries: Vec<table::Entry> = Vec::new();
    for entry in table.entries {
        match (entry.continues, entries.last_mut()) {
            (Some(_), Some(above)) => match join(above, &entry) {
                Ok(()) => {}
                Err(column) => reading.refused.push(RefusedPlanRow {
                    place: Place { sheet: sheet.to_owned(), row: entry.number },
                    cells: vec![refused(&column, "This row goes on with the action above it and says something else. Give it an action of its own, or put both in one row.")],
                }),
            },
            _ => entries.push(entry),
        }
    }
    for entry in entries {
        let place = Place { sheet: sheet.to_owned(), row: entry.number };
        let mut reader = Reader { context, place: place.clone(), wrong: Vec::new(), notes: Vec::new() };
        let row = reader.row(&entry, latest);
        if reader.wrong.is_empty() {
            reading.notes.append(&mut reader.notes);
            reading.rows.push(row);
        } else {
            reading.refused.push(RefusedPlanRow { place, cells: reader.wrong });
        }
    }
}

/// Adds the cells of a row that goes on with the action above it.
fn join(above: &mut table::Entry, more: &table::Entry) -> Result<(), String> {
    for (column, cell) in &more.cells {
        match above.cells.iter_mut().find(|(c, _)| c.index == column.index) {
            None => above.cells.push((column.clone(), cell.clone())),
            Some((_, before)) if before == cell => {}
            Some((_, Cell::Text(before))) => match cell {
                Cell::Text(text) if !matches!(column.field, Field::Due | Field::Start | Field::Status) => {
                    before.push('\n');
                    before.push_str(text);
                }
                _ => return Err(column.heading.clone()),
            },
            Some(_) => return Err(column.heading.clone()),
        }
    }
    Ok(())
}

/// The same action twice in one file: the second is refused, so that none is counted twice.
pub(crate) fn refuse_twice(reading: &mut PlanReading) {
    let mut seen: BTreeMap<(String, String), Place> = BTreeMap::new();
    let mut kept = Vec::new();
    for row in std::mem::take(&mut reading.rows) {
        match seen.entry((same(&row.objective), same(&row.title))) {
            Entry::Occupied(known) => {
                let first = known.get();
                let at =
                    if first.sheet == row.place.sheet { String::new() } else { format!(" of the sheet \"{}\"", first.sheet) };
                let reason = format!(
                    "This action stands in row {}{at} already. Take one of them out, or give it a different title.",
                    first.row
                );
                reading.refused.push(RefusedPlanRow { place: row.place, cells: vec![refused("Action", &reason)] });
            }
            Entry::Vacant(free) => {
                free.insert(row.place.clone());
                kept.push(row);
            }
        }
    }
    reading.rows = kept;
    reading.refused.sort_by(|a, b| (&a.place.sheet, a.place.row).cmp(&(&b.place.sheet, b.place.row)));
}

/// Titles are the same without case and spaces.
fn same(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn refused(column: &str, reason: &str) -> RefusedCell {
    RefusedCell { column: column.to_owned(), reason: reason.to_owned() }
}

fn say(day: NaiveDate) -> String {
    caseward_domain::date::say_date(day)
}

impl Reader<'_> {
    fn wrong(&mut self, column: &str, reason: impl AsRef<str>) {
        self.wrong.push(refused(column, reason.as_ref()));
    }

    fn note(&mut self, column: &str, text: impl Into<String>) {
        self.notes.push(PlanNote { place: self.place.clone(), column: column.to_owned(), text: text.into() });
    }

    fn row(&mut self, entry: &table::Entry, latest: About) -> PlanRow {
        for (column, cell) in &entry.cells {
            if matches!(cell, Cell::Uncalculated | Cell::Fault(_)) {
                self.wrong(
                    &column.heading,
                    "This cell holds a formula without a result. Put the words or the date in its place.",
                );
            }
        }
        let title = self.title(entry, Field::Action);
        if title.is_empty() {
            self.wrong("Action", "No action stands in this row. Write one, or put what stands here in the row of its action.");
        }
        let theme = self.title(entry, Field::Theme);
        let objective = self.title(entry, Field::Objective);
        let (theme, objective) = self.above(entry, theme, objective);
        let (lead, organisation) = self.lead(entry);
        let partners = self.text(entry, Field::Partners, &lead.people);
        let (start_on, due_on) = self.dates(entry);
        let (status, status_said, status_about, withdrawn_on) = self.status(entry, latest);
        let updates = self.updates(entry, &lead, &organisation, (status, latest));
        // A colour alone confirms no effect.
        let confirmed = updates.last().is_some_and(|update| update.state == Some(ActionState::EffectConfirmed));
        let status =
            status.map(|state| if state == ActionState::EffectConfirmed && !confirmed { ActionState::Complete } else { state });
        PlanRow {
            place: self.place.clone(),
            number: self.text(entry, Field::Number, &[]),
            theme,
            objective,
            title,
            measure: self.text(entry, Field::Measure, &lead.people),
            baseline: self.text(entry, Field::Baseline, &[]),
            target: self.text(entry, Field::Target, &[]),
            now: self.text(entry, Field::Now, &[]),
            requirements: self.requirements(entry),
            start_on,
            due_on,
            owner_role: lead.role,
            organisation,
            partners,
            updates,
            status,
            status_said,
            status_about,
            withdrawn_on,
        }
    }

    /// The cells of a field as one text; words for nothing ("TBC") are nothing.
    fn text(&mut self, entry: &table::Entry, field: Field, people: &[String]) -> String {
        let shown: Vec<String> =
            entry.of(field).filter_map(|(_, cell)| cell.shown()).filter(|text| blank_word(text).is_none()).collect();
        let text = shown
            .iter()
            .flat_map(|text| text.split('\n'))
            .map(squeeze)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("; ");
        let heading = entry.of(field).next().map(|(column, _)| column.heading.clone()).unwrap_or_default();
        self.check(&heading, &text, LONGEST, people);
        text
    }

    fn title(&mut self, entry: &table::Entry, field: Field) -> String {
        let found = entry.of(field).next().map(|(column, cell)| (column.heading.clone(), cell.shown().unwrap_or_default()));
        let (heading, text) = found.unwrap_or_default();
        let text = squeeze(&text);
        self.check(&heading, &text, LONGEST_TITLE, &[]);
        text
    }

    fn check(&mut self, heading: &str, text: &str, longest: usize, people: &[String]) {
        if text.chars().count() > longest {
            self.wrong(heading, format!("This is longer than {longest} characters. Shorten it, or make two actions of it."));
        }
        if let Some(what) = naming(text, people, self.context.today) {
            self.wrong(heading, format!("This seems to hold {what}. Take it out, and say who by their role."));
        }
    }

    /// What a row does not say of its theme and objective, the row of one cell above it says, else the sheet's name.
    fn above(&mut self, entry: &table::Entry, theme: String, objective: String) -> (String, String) {
        let banner = entry.banner.as_deref().map(squeeze).unwrap_or_default();
        let (theme, objective) = match (theme.is_empty(), objective.is_empty()) {
            (true, false) => (banner, objective),
            (false, true) => (theme, banner),
            (true, true) => (self.place.sheet.clone(), banner),
            (false, false) => (theme, objective),
        };
        let named = if self.place.sheet.is_empty() { "Action plan".to_owned() } else { self.place.sheet.clone() };
        let filled = |text: String, other: &str| {
            if !text.is_empty() {
                text
            } else if other.is_empty() {
                named.clone()
            } else {
                other.to_owned()
            }
        };
        if theme.is_empty() {
            self.note("Theme", "No theme is given; it was filled in. Change it under Change.");
        }
        if objective.is_empty() {
            self.note("Objective", "No objective is given; the theme stands in its place. Change it under Change.");
        }
        let theme = filled(theme, "");
        let objective = filled(objective, &theme);
        (theme, objective)
    }

    fn lead(&mut self, entry: &table::Entry) -> (lead::Lead, String) {
        let found = entry.of(Field::Lead).next().map(|(column, cell)| (column.heading.clone(), cell.shown().unwrap_or_default()));
        let (heading, text) = found.unwrap_or_else(|| ("Lead".to_owned(), String::new()));
        let mut lead = if blank_word(&text).is_some() { lead::Lead::default() } else { lead::read(&text) };
        let given = self.text(entry, Field::Organisation, &lead.people);
        if !given.is_empty() && lead.people.is_empty() {
            lead.role = if blank_word(&text).is_some() { String::new() } else { squeeze(&text) };
        }
        let organisation = if given.is_empty() { std::mem::take(&mut lead.organisation) } else { given };
        if !lead.people.is_empty() {
            let kept = if lead.role.is_empty() {
                "no role stands beside it, so the action has no owner. Enter one under Change."
            } else {
                "the role was kept."
            };
            self.note(&heading, format!("This names a person, and the plan keeps roles only: the name was left out and {kept}"));
        } else if lead.role.is_empty() {
            self.note(&heading, "No lead is given, so this action covers no line of guidance yet. Enter the owner under Change.");
        }
        if !lead.role.is_empty() && organisation.is_empty() {
            self.note(&heading, "The lead has no organisation. Enter it under Change.");
        }
        let role = lead.role.clone();
        self.check(&heading, &role, LONGEST_TITLE, &[]);
        (lead, organisation)
    }

    fn dates(&mut self, entry: &table::Entry) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let start_on = self.date(entry, Field::Start).and_then(|when| match when {
            When::Day(day) | When::Span { first: day, .. } => Some(day),
            _ => None,
        });
        let heading = entry.of(Field::Due).next().map_or("When".to_owned(), |(column, _)| column.heading.clone());
        let due = self.date(entry, Field::Due);
        let review = match self.date(entry, Field::Review) {
            Some(When::Day(day) | When::Span { last: day, .. } | When::Review(day)) => Some(day),
            _ => None,
        };
        let due_on = match due {
            Some(When::Day(day)) => Some(day),
            Some(When::Span { last, .. }) => {
                self.note(&heading, format!("No day is given: the last day of what stands there was taken, {}.", say(last)));
                Some(last)
            }
            Some(When::Review(day)) => {
                self.note(&heading, format!("This work goes on: the date of its review was taken, {}.", say(day)));
                Some(day)
            }
            Some(When::Wrong(_)) => None,
            Some(When::NoDate) | None => {
                match review {
                    Some(day) => self.note(&heading, format!("This work has no end: the date of its review was taken, {}.", say(day))),
                    None => self.note(&heading, "No date is given. The action comes in without one and covers no line of guidance until a date is entered under Change."),
                }
                review
            }
        };
        if let (Some(start), Some(due)) = (start_on, due_on)
            && due < start
        {
            self.wrong(&heading, format!("This is before the action starts, on {}. Check both dates.", say(start)));
        }
        (start_on, due_on)
    }

    fn date(&mut self, entry: &table::Entry, field: Field) -> Option<When> {
        let (heading, cell) = entry.of(field).next().map(|(column, cell)| (column.heading.clone(), cell.clone()))?;
        let read = when::read(&cell, self.context.today);
        if let When::Wrong(why) = read {
            self.wrong(&heading, why);
        }
        Some(read)
    }

    /// The status as at now: of several dated columns the latest.
    fn status(&mut self, entry: &table::Entry, latest: About) -> (Option<ActionState>, String, About, Option<NaiveDate>) {
        let mut columns: Vec<(Column, String)> =
            entry.of(Field::Status).filter_map(|(column, cell)| Some((column.clone(), cell.shown()?))).collect();
        columns.sort_by_key(|(column, _)| column.about);
        let undated = columns.iter().position(|(column, _)| column.about == About::Undated);
        let place = undated.or(columns.len().checked_sub(1));
        let Some((column, text)) = place.and_then(|place| columns.get(place)).cloned() else {
            return (None, String::new(), latest, None);
        };
        let about = if column.about == About::Undated { latest } else { column.about };
        let said = format!("{}: {}", column.heading, squeeze(&text));
        match state::read(&text) {
            Some(Said::State(state)) => (Some(state), said, about, None),
            Some(Said::Loosely(state)) => {
                self.note(&column.heading, format!("\"{}\" was read as {}.", squeeze(&text), state.say().to_lowercase()));
                (Some(state), said, about, None)
            }
            Some(Said::Withdrawn) => {
                let since = text.split_once("from").map(|(_, day)| when::read_text(day, self.context.today));
                let day = match since {
                    Some(When::Day(day)) if day <= self.context.today => day,
                    _ => about.day(self.context.today),
                };
                (None, said, about, Some(day))
            }
            None if blank_word(&text).is_some() => (None, String::new(), about, None),
            None => {
                self.wrong(&column.heading, "This is not a status that is known. Write red, amber, green, blue, complete, not started, on track, at risk or off track.");
                (None, said, about, None)
            }
        }
    }

    fn updates(
        &mut self,
        entry: &table::Entry,
        lead: &lead::Lead,
        organisation: &str,
        status: (Option<ActionState>, About),
    ) -> Vec<PlanUpdate> {
        let mut columns: Vec<(Column, String)> =
            entry.of(Field::Progress).filter_map(|(column, cell)| Some((column.clone(), cell.shown()?))).collect();
        columns.sort_by_key(|(column, _)| column.about);
        let dated_status: Vec<(About, Option<ActionState>)> = entry
            .of(Field::Status)
            .filter_map(|(column, cell)| Some((column.about, state::read(&cell.shown()?).and_then(Said::state))))
            .collect();
        let mut updates = Vec::new();
        let mut before: Option<ActionState> = None;
        let many = columns.len();
        for (place, (column, text)) in columns.into_iter().enumerate() {
            if blank_word(&text).is_some() && state::begins(&text).is_none() {
                continue;
            }
            let mut read = progress::read(&text, column.about, self.context.today);
            let told = dated_status
                .iter()
                .find(|(about, _)| *about == column.about && *about != About::Undated)
                .and_then(|(_, state)| *state);
            let is_latest = column.about == status.1 && place + 1 == many;
            let told = told.or(status.0.filter(|_| is_latest));
            let last = read.len().saturating_sub(1);
            for (at, update) in read.iter_mut().enumerate() {
                self.update(update, &column.heading, lead, organisation, told.filter(|_| at == last), before);
                before = update.state;
            }
            updates.append(&mut read);
        }
        updates
    }

    /// Settles one update: its state, and what of its words may stay.
    fn update(
        &mut self,
        update: &mut PlanUpdate,
        heading: &str,
        lead: &lead::Lead,
        organisation: &str,
        told: Option<ActionState>,
        before: Option<ActionState>,
    ) {
        if let (Some(told), Some(words)) = (told, update.state)
            && told != words
        {
            self.note(
                heading,
                format!(
                    "The words begin as {}, the status column says {}: the status column was taken.",
                    words.say().to_lowercase(),
                    told.say().to_lowercase()
                ),
            );
        }
        if told.or(update.state).or(before).is_none() {
            self.note(heading, "The words do not say how the action stood: it was read as on track.");
        }
        update.state = told.or(update.state).or(before).or(Some(ActionState::OnTrack));
        progress::without_prefix(update);
        for text in [&mut update.text, &mut update.evidence, &mut update.now, &mut update.sample, &mut update.checked_by] {
            if let Some(what) = naming(text, &lead.people, self.context.today) {
                *text = String::new();
                self.note(heading, format!("Words that seem to hold {what} were left out. They can be read in the workbook."));
            } else if text.chars().count() > LONGEST {
                self.wrong(heading, format!("This is longer than {LONGEST} characters. Shorten it."));
            }
        }
        if update.text.is_empty() {
            update.text = "The workbook’s words were left out.".to_owned();
        }
        if !update.checked_by.is_empty() && lead::is_person(&update.checked_by) {
            update.checked_by = lead::read(&update.checked_by).role;
            self.note(heading, "Whoever checked the evidence is named; only a role was kept.");
        }
        if !update.checked_by.is_empty() && is_owner(&update.checked_by, &lead.role, organisation) {
            update.checked_by = String::new();
            self.note(heading, "The evidence was checked by the action’s own lead, so it does not count as checked.");
        }
        let confirmed = !update.sample.is_empty()
            && update.sampled_on.is_some()
            && !update.evidence.is_empty()
            && !update.checked_by.is_empty();
        if update.state == Some(ActionState::EffectConfirmed) && !confirmed {
            update.state = Some(ActionState::Complete);
            self.note(heading, "An effect is confirmed by a sample with its reference, its date and who checked it. Without them this was read as complete.");
        }
    }

    fn requirements(&mut self, entry: &table::Entry) -> Vec<String> {
        let Some((column, cell)) = entry.of(Field::Requirements).next() else { return Vec::new() };
        let text = cell.shown().unwrap_or_default();
        if blank_word(&text).is_some() {
            return Vec::new();
        }
        let (mut known, mut unknown) = (Vec::new(), 0usize);
        for word in
            text.split([',', ';', '/', '\n', '&']).flat_map(|part| part.split(" and ")).map(str::trim).filter(|w| !w.is_empty())
        {
            match self.context.requirements.iter().find(|id| bare(id) == bare(word)) {
                Some(id) => known.push(id.clone()),
                None => unknown += 1,
            }
        }
        known.sort();
        known.dedup();
        if let Some(too_many) = too_many_requirements(known.len() + unknown) {
            self.wrong(&column.heading, too_many);
        } else if unknown > 0 {
            let those = if unknown == 1 { "1 reference here is".to_owned() } else { format!("{unknown} references here are") };
            self.note(
                &column.heading,
                format!("{those} no line of the catalogues and was left out. Write them as C-09, parted by commas."),
            );
        }
        known
    }
}

/// "C-09", "c 9" and "C9" are one.
fn bare(id: &str) -> String {
    let letters: String = id.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    format!("{letters}{}", digits.trim_start_matches('0'))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
