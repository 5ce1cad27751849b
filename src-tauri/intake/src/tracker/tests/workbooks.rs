//! Workbooks of other authorities, and files that are none.

use super::outcome;
use expect_test::expect;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};

/// A workbook as another authority might keep one: a cover sheet, a merged title, headings in row 7, formulas.
fn other_authority() -> Vec<u8> {
    let mut writer = Writer::new();
    let cover = writer.add_worksheet();
    cover.set_name("Read me").unwrap();
    cover.write(0, 0, "Name").unwrap();
    cover.write(1, 0, "Date of referral").unwrap();
    let sheet = writer.add_worksheet();
    sheet.set_name("Live 2026").unwrap();
    sheet.merge_range(0, 0, 2, 8, "Exploitation list: Name, DOB and risk of every child", &Format::new()).unwrap();
    let headings = [
        "Child Unique ID",
        "Date of Birth",
        "Case opened",
        "Gender",
        "Ethnicity",
        "RISK\nRATING",
        "Next MACE",
        "Days open",
        "Age (years)",
        "Comments",
    ];
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write(6, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd mmm yyyy");
    let when = |y, m, d| ExcelDateTime::from_ymd(y, m, d).unwrap();
    sheet.write(7, 0, 12345.0).unwrap();
    sheet.write_with_format(7, 1, when(2011, 9, 2), &date).unwrap();
    sheet.write_with_format(7, 2, when(2026, 3, 1), &date).unwrap();
    sheet.write(7, 3, "b) Female").unwrap();
    sheet.write(7, 4, "a) WBRI").unwrap();
    sheet.write(7, 5, "High risk").unwrap();
    sheet.write_formula_with_format(7, 6, Formula::new("=C8+42").set_result("46124"), &date).unwrap();
    sheet.write_formula(7, 7, Formula::new("=TODAY()-C8").set_result("")).unwrap();
    sheet.write_formula(7, 8, Formula::new("=DATEDIF(B8,C8,\"y\")").set_result("14")).unwrap();
    sheet.write(7, 9, "No change").unwrap();
    // Row 10: a date as a bare number, an error, a formula without a result.
    sheet.write(9, 0, "AB-77").unwrap();
    sheet.write(9, 2, 46082.0).unwrap();
    sheet.write(9, 3, 2.0).unwrap();
    sheet.write_formula(9, 4, Formula::new("=VLOOKUP(A10,X:Y,2)").set_result("#N/A")).unwrap();
    sheet.write(9, 8, 13.9).unwrap();
    // A formula copied down in advance makes no case.
    for row in 10..14 {
        sheet.write_formula(row, 8, Formula::new("=IF(B11=\"\",\"\",1)").set_result("")).unwrap();
    }
    let old = writer.add_worksheet();
    old.set_name("Closed 2025").unwrap();
    for (column, heading) in (0u16..).zip(["Child Unique ID", "Case opened", "Date closed"]) {
        old.write(0, column, heading).unwrap();
    }
    writer.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_of_another_authority_is_read() {
    expect![[r#"
        8: opened 2026-03-01, id 12345, age 14, sex F, ethnicity WBRI, level high, next 2026-04-12, comment No change
        10 refused, Ethnicity: This cell shows the error #N/A instead of a value. Correct its formula, or clear it.
        note, file []: The sheet "Closed 2025" also looks like a tracker and was not read. To bring it in, name it in a mapping file.
        note, Days open []: This column was not read: no field of the register goes by this heading. A mapping file can name one.
    "#]].assert_eq(&outcome(&other_authority(), "Exploitation.xlsx", None));
}

#[test]
fn a_mapping_file_chooses_the_sheet() {
    expect![[r#"
        note, file []: There are no rows under the headings.
    "#]]
    .assert_eq(&outcome(&other_authority(), "a.xlsx", Some(r#"{"sheet":"closed 2025"}"#)));
    expect![[r#"
        The mapping file names the sheet "Archive", which the workbook does not have. Its sheets are: Read me; Live 2026; Closed 2025.
    "#]].assert_eq(&outcome(&other_authority(), "a.xlsx", Some(r#"{"sheet":"Archive"}"#)));
}

#[test]
fn what_is_no_workbook_is_refused_in_its_own_words() {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let encrypted: Vec<u8> =
        ole.iter().copied().chain([0; 600]).chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut broken = other_authority();
    broken.truncate(broken.len() / 2);
    let html = b"<html><table><tr><td>Child ID</td></tr></table></html>".to_vec();
    let cases = [ole, encrypted, broken, html, b"PK\x03\x04rubbish".to_vec(), vec![0, 1, 2, 3], b"\n\n".to_vec()];
    let said = cases.iter().fold(String::new(), |said, bytes| said + &outcome(bytes, "tracker.xls", None));
    expect![[r#"
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The workbook is protected with a password. Save a copy without the password and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The file is a web page or XML under a spreadsheet's name. Open it in a spreadsheet program, save it as .xlsx, and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        The file is not a workbook or a CSV file, or it is damaged. Open it in the program that made it, save it as .xlsx, and bring that in.
        No sheet has a row of headings that looks like a tracker (child id, date of referral, risk level, last review and so on) in its first 30 rows. Name the sheet and the header row in a mapping file.
    "#]].assert_eq(&said);
}

#[test]
fn a_sheet_past_the_limits_is_refused() {
    let mut rows = "ID,Date of referral,Risk level\n".to_owned();
    rows.push_str(&"1,01/02/2026,Low\n".repeat(200_001));
    let wide = format!("ID,Date of referral,Risk level\n1,01/02/2026,Low{}x\n", ",".repeat(600));
    let unclosed = format!("ID,Date of referral,Risk level\n1,01/02/2026,\"Low\n{}", "2,01/02/2026,Low\n".repeat(9_000));
    let said: String = [rows, wide, unclosed].iter().map(|text| outcome(text.as_bytes(), "a.csv", None)).collect();
    expect![[r#"
        The sheet has values below row 200000. Delete the rows that are not part of the tracker and try again.
        The sheet has values to the right of column 500. Delete the columns that are not part of the tracker and try again.
        A cell in row 2 has more than 32767 characters. Look for a quotation mark that is missing there, or save the file as .xlsx.
    "#]]
    .assert_eq(&said);
}

pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Live\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    crate::testing::zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub(super) fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|c| format!("<table:table-cell office:value-type=\"string\"><text:p>{c}</text:p></table:table-cell>"))
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn an_open_document_is_read_and_its_empty_million_rows_are_not() {
    let rows = [
        ods_row(&["Child ID", "Date of referral", "Risk level"]),
        ods_row(&["7", "01/02/2026", "Low"]),
        "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    expect![[r#"
        2: opened 2026-02-01, id 7, level low
    "#]]
    .assert_eq(&outcome(&ods(&rows.concat()), "a.ods", None));
    let bomb = "<table:table-row table:number-rows-repeated=\"9000\"><table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    expect![[r#"
        The sheet has values to the right of column 500. Delete the columns that are not part of the tracker and try again.
    "#]]
    .assert_eq(&outcome(&ods(bomb), "a.ods", None));
}
