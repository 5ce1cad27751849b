//! Plans of other authorities: merged cells, tables below and beside each other, several sheets, banners, files that are none.

use super::*;
use crate::testing::{day, sample};
use caseward_domain::action_plan::ActionState::{AtRisk, Complete, OnTrack};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer, Worksheet};

fn outcome(bytes: &[u8]) -> Result<PlanReading, FileError> {
    let requirements: Vec<String> = ["C-08", "C-09", "C-11", "OF-01"].map(str::to_owned).to_vec();
    read(bytes, &PlanContext { requirements: &requirements, today: day(2026, 9, 30) })
}

fn csv(text: &str) -> PlanReading {
    outcome(text.as_bytes()).unwrap()
}

fn put(sheet: &mut Worksheet, row: u32, texts: &[&str]) {
    for (column, text) in (0u16..).zip(texts) {
        if !text.is_empty() {
            sheet.write(row, column, *text).unwrap();
        }
    }
}

fn told(reading: &PlanReading) -> Vec<(String, String, String)> {
    reading.rows.iter().map(|row| (row.theme.clone(), row.objective.clone(), row.title.clone())).collect()
}

fn row(theme: &str, objective: &str, title: &str) -> (String, String, String) {
    (theme.to_owned(), objective.to_owned(), title.to_owned())
}

#[test]
fn an_objective_that_is_merged_over_several_rows_is_each_rows_own() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    sheet.merge_range(0, 0, 0, 5, "Exploitation action plan", &Format::new()).unwrap();
    put(sheet, 1, &["Theme", "Objective", "Action", "When", "Lead", "RAG"]);
    sheet.merge_range(2, 0, 5, 0, "Protection", &Format::new()).unwrap();
    sheet.merge_range(2, 1, 3, 1, "No case drifts", &Format::new()).unwrap();
    sheet.merge_range(2, 3, 3, 3, "March 2027", &Format::new()).unwrap();
    put(sheet, 2, &["", "", "Review every case", "", "Head of Service", "Green"]);
    put(sheet, 3, &["", "", "Sign every plan", "", "Head of Service", "Amber"]);
    put(sheet, 4, &["", "Children are heard", "Ask each child", "May 2027", "Participation Lead", "Green"]);
    put(sheet, 5, &["", "", "Train advocates", "May 2027", "Participation Lead", ""]);
    let reading = outcome(&writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!(reading.refused, []);
    assert_eq!(
        told(&reading),
        [
            row("Protection", "No case drifts", "Review every case"),
            row("Protection", "No case drifts", "Sign every plan"),
            row("Protection", "Children are heard", "Ask each child"),
            row("Protection", "Children are heard", "Train advocates"),
        ]
    );
    assert_eq!(reading.rows[1].due_on, Some(day(2027, 3, 31)));
}

/// A sheet of an open document, its name and its rows as they stand there.
fn open_document(sheets: &[(&str, &str)]) -> Vec<u8> {
    let table = |(name, rows): &(&str, &str)| format!("<table:table table:name=\"{name}\">{rows}</table:table>");
    let tables: String = sheets.iter().map(table).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    crate::testing::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A row of an open document: `2 text` spans two rows, `-` is covered by the cell above.
fn spanning(cells: &[&str]) -> String {
    let cell = |cell: &&str| match cell.split_once(' ') {
        _ if *cell == "-" => "<table:covered-table-cell/>".to_owned(),
        Some((rows, text)) if rows.parse::<u32>().is_ok() => format!(
            "<table:table-cell table:number-columns-spanned=\"1\" table:number-rows-spanned=\"{rows}\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        ),
        _ => format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"),
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn words_of_merged_cells_of_an_open_document_are_each_rows_own() {
    let rows = [
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"9\"/></table:table-row>".to_owned(),
        spanning(&["Theme", "Objective", "Action", "When", "Lead"]),
        spanning(&["3 Protection", "2 No case drifts", "Review every case", "31/03/2027", "Head of Service"]),
        spanning(&["-", "-", "Sign every plan", "31/03/2027", "Head of Service"]),
        spanning(&["-", "Children are heard", "Ask each child", "2 31/05/2027", "Participation Lead"]),
        spanning(&["Prevention", "Children know", "Teach each class", "-", "Head of Schools"]),
    ];
    let cover = spanning(&["2 Exploitation", "2 action plan"]);
    let reading = outcome(&open_document(&[("Cover &amp; notes", &cover), ("Plan &amp; dates", &rows.concat())])).unwrap();
    assert_eq!(reading.refused, []);
    assert_eq!(
        told(&reading),
        [
            row("Protection", "No case drifts", "Review every case"),
            row("Protection", "No case drifts", "Sign every plan"),
            row("Protection", "Children are heard", "Ask each child"),
            row("Prevention", "Children know", "Teach each class"),
        ]
    );
    assert_eq!(reading.rows[3].due_on, Some(day(2027, 5, 31)));
    assert_eq!(reading.rows[0].place.row, 5);
}

#[test]
fn an_action_that_is_merged_over_several_rows_is_one_action() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    put(sheet, 0, &["Objective", "Action", "When", "Lead", "Partners", "Progress at June 2026"]);
    sheet.merge_range(1, 1, 2, 1, "Review every case", &Format::new()).unwrap();
    put(sheet, 1, &["O", "", "31/03/2027", "Head of Service", "Police", "Begun"]);
    put(sheet, 2, &["", "", "", "", "Health", "Two posts vacant"]);
    sheet.merge_range(3, 1, 4, 1, "Sign every plan", &Format::new()).unwrap();
    put(sheet, 3, &["O", "", "31/03/2027", "Head of Service", "", ""]);
    put(sheet, 4, &["", "", "30/06/2027", "", "", ""]);
    let reading = outcome(&writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!(reading.rows.len(), 2);
    assert_eq!(reading.rows[0].partners, "Police; Health");
    assert_eq!(reading.rows[0].updates[0].text, "Begun Two posts vacant");
    let [refused] = reading.refused.as_slice() else { panic!("{:?}", reading.refused) };
    assert_eq!((refused.place.row, refused.cells[0].column.as_str()), (5, "When"));
}

#[test]
fn tables_below_and_beside_each_other_and_on_several_sheets_are_all_read() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    sheet.set_name("Prevention").unwrap();
    put(sheet, 0, &["Objective", "Action", "When", "Lead", "", "Action", "By when", "Who"]);
    put(sheet, 1, &["O", "First", "March 2027", "Head of Service", "", "Beside", "June 2027", "Licensing Manager"]);
    put(sheet, 4, &["Lead officer", "Deadline", "Action required", "Aim"]);
    put(sheet, 5, &["Head of Service", "31/03/2027", "Below", "P"]);
    let other = writer.add_worksheet();
    other.set_name("Protection").unwrap();
    put(other, 3, &["RAG", "What will we do", "Timescale", "Strand"]);
    put(other, 4, &["Blue", "Elsewhere", "2026/27", "Protection"]);
    let notes = writer.add_worksheet();
    put(notes, 0, &["Nothing", "of", "a plan"]);
    let reading = outcome(&writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!((reading.tables, reading.refused.len()), (4, 0), "{reading:#?}");
    let titles: Vec<&str> = reading.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["First", "Beside", "Below", "Elsewhere"]);
    assert_eq!(reading.rows[3].status, Some(Complete));
    assert_eq!(reading.rows[3].due_on, Some(day(2027, 3, 31)));
    assert_eq!(reading.rows[1].owner_role, "Licensing Manager");
}

#[test]
fn a_row_of_one_cell_is_a_heading_over_what_follows() {
    let reading = csv(
        "Action,Outcome,When,Lead\nObjective 1: no case drifts,,,\nReview every case,None late,March 2027,Head of Service\nObjective 2: children are heard,,,\nAsk each child,All asked,May 2027,Participation Lead\n",
    );
    let objectives: Vec<&str> = reading.rows.iter().map(|row| row.objective.as_str()).collect();
    assert_eq!(objectives, ["Objective 1: no case drifts", "Objective 2: children are heard"]);
}

#[test]
fn columns_in_any_order_with_colours_by_month_become_dated_updates() {
    let reading = csv(
        "RAG Sept 2026,Update Sept 2026,RAG June 2026,Update June 2026,Who,By when,What,Aim,Success criteria,KPI\n\
         Amber,Two posts vacant,Green,Begun,\"Head of Service, Northshire Council\",Q4 2026/27,Review every case,No case drifts,None late,Cases late\n",
    );
    let [row] = reading.rows.as_slice() else { panic!("{reading:#?}") };
    let states: Vec<_> = row.updates.iter().map(|update| (update.about.day(day(2026, 9, 30)), update.state)).collect();
    assert_eq!(states, [(day(2026, 6, 30), Some(OnTrack)), (day(2026, 9, 30), Some(AtRisk))]);
    assert_eq!(row.status, Some(AtRisk));
    assert_eq!((row.owner_role.as_str(), row.organisation.as_str()), ("Head of Service", "Northshire Council"));
    assert_eq!((row.due_on, row.measure.as_str()), (Some(day(2027, 3, 31)), "None late; Cases late"));
}

#[test]
fn words_that_begin_otherwise_than_the_colour_are_kept_whole_and_told() {
    let reading = csv(
        "Objective,Action,When,Progress at June 2026,RAG\nO,A,March 2027,Not started: awaiting funding,Green\nO,B,March 2027,Not started: awaiting funding,\n",
    );
    assert_eq!(reading.rows[0].updates[0].text, "Not started: awaiting funding");
    assert_eq!(reading.rows[0].updates[0].state, Some(OnTrack));
    assert_eq!(reading.rows[1].updates[0].text, "awaiting funding");
    assert!(
        reading.notes.iter().any(|note| note.text.starts_with("The words begin as not started, the status column says on track"))
    );
}

#[test]
fn personal_data_in_progress_is_left_out_and_in_an_action_refuses_the_row() {
    let reading = csv(
        "Objective,Action,When,Lead,Progress at June 2026,RAG\nO,A,March 2027,\"Jane Smith, Head of Service\",Smith wrote to Mr Jones,Green\nO,Ring 07700 900123,March 2027,Head of Service,,Green\n",
    );
    assert_eq!(reading.rows[0].owner_role, "Head of Service");
    assert_eq!(reading.rows[0].updates[0].text, "The workbook’s words were left out.");
    assert_eq!(
        reading.refused[0].cells[0].reason,
        "This seems to hold a telephone number. Take it out, and say who by their role."
    );
    assert!(!format!("{reading:?}").contains("Jones"));
}

#[test]
fn a_formula_is_read_as_its_result_and_refused_without_one() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    put(sheet, 0, &["Objective", "Action", "When", "Lead"]);
    put(sheet, 1, &["O", "A", "", "Head of Service"]);
    let date = Format::new().set_num_format("mmm yyyy");
    sheet.write_formula_with_format(1, 2, Formula::new("=TODAY()").set_result("46477"), &date).unwrap();
    put(sheet, 2, &["O", "B", "", "Head of Service"]);
    sheet.write_formula(2, 2, Formula::new("=VLOOKUP(A1,X:Y,2)").set_result("#N/A")).unwrap();
    put(sheet, 3, &["O", "=cmd|'/c calc'!A1 as words", "", "Head of Service"]);
    sheet.write_with_format(3, 2, ExcelDateTime::from_ymd(2027, 3, 31).unwrap(), &date).unwrap();
    let reading = outcome(&writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!(reading.rows[0].due_on, Some(day(2027, 3, 31)));
    assert_eq!(reading.refused[0].place.row, 3);
    assert!(reading.rows[1].title.starts_with("=cmd"));
}

#[test]
fn what_caseward_writes_of_an_update_reads_back() {
    let text = "At risk: Two posts vacant\nNow: 62%\nEvidence: Worklist of the day\nChecked by: Board manager\n\nEffect confirmed: Sampled\nEvidence: 19 of 20\nChecked by: Board manager\nSample: S-1, 3 March 2026";
    let updates = progress::read(text, About::Undated, day(2026, 9, 30));
    let [first, second] = updates.as_slice() else { panic!("{updates:?}") };
    assert_eq!((first.state, first.now.as_str(), first.checked_by.as_str()), (Some(AtRisk), "62%", "Board manager"));
    assert_eq!((second.sample.as_str(), second.sampled_on), ("S-1", Some(day(2026, 3, 3))));
}

#[test]
fn the_sample_has_fourteen_actions_and_nothing_is_refused() {
    let reading = outcome(&sample("action_plan.xlsx")).unwrap();
    assert_eq!((reading.tables, reading.rows.len(), reading.refused.len()), (1, 14, 0));
    assert_eq!(reading.rows[13].theme, "Governance");
}

#[test]
fn files_that_are_no_plan_say_what_to_do() {
    assert_eq!(outcome(b"").err(), Some(FileError::Empty));
    assert_eq!(outcome(b"name,age\nx,1\n").err(), Some(FileError::NotAPlan));
    assert_eq!(outcome(&sample("cse_tracker.xlsx")).err(), Some(FileError::NotAPlan));
    assert_eq!(outcome(b"<html>").err(), Some(FileError::WebPage));
    let endless = format!("Objective,Action,When\n{}", "O,A,March 2027\n".repeat(6_000));
    assert_eq!(outcome(endless.as_bytes()).err(), Some(FileError::PlanTooLong { limit: 5_000 }));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fail(cells in prop::collection::vec("\\PC{0,12}", 24)) {
        let rows: Vec<String> = cells.chunks(6).map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",")).collect();
        let text = format!("Objective,Action,When,Lead,Progress at June 2026,RAG\n{}\n", rows.join("\n"));
        let _ = outcome(text.as_bytes());
    }

    #[test]
    fn the_order_of_columns_does_not_matter(order in Just(vec![0usize, 1, 2, 3, 4, 5]).prop_shuffle()) {
        let head = ["Objective", "Action", "Outcome", "When", "Lead", "RAG"];
        let body = ["O", "A", "Measured", "March 2027", "Head of Service", "Amber"];
        let line = |texts: &[&str; 6]| order.iter().map(|at| texts[*at]).collect::<Vec<_>>().join(",");
        let reading = csv(&format!("{}\n{}\n", line(&head), line(&body)));
        let row = &reading.rows[0];
        prop_assert_eq!((row.title.as_str(), row.measure.as_str(), row.due_on, row.status), ("A", "Measured", Some(day(2027, 3, 31)), Some(AtRisk)));
    }
}
