//! Censuses: the sample, small ones of other layouts, and files that are none.

use super::*;
use crate::testing::{in_context, sample};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write;

fn outcome(bytes: &[u8]) -> String {
    in_context(|ctx| match read(bytes, ctx) {
        Ok(reading) => describe(&reading),
        Err(error) => format!("{error}\n"),
    })
}

fn describe(reading: &Reading<CensusChild>) -> String {
    let mut out = String::new();
    for child in &reading.rows {
        let mut said = vec![format!("opened {}", child.opened_on), format!("id {}", child.child_id.expose())];
        let mut say = |what: &str, value: Option<String>| said.extend(value.map(|v| format!("{what} {v}")));
        let period = |p: Option<Period>| p.map(|p| format!("{} to {}", p.from, p.to.map_or_else(String::new, |d| d.to_string())));
        say("age", child.age_at_referral.map(|n| n.to_string()));
        say("sex", child.sex.clone());
        say("ethnicity", child.ethnicity.clone());
        say("disabilities", Some(child.disabilities.join(" ")).filter(|d| !d.is_empty()));
        say("source", child.referral_source.clone());
        say("factors", Some(child.factors.join(" ")));
        say("authorised", child.assessment_authorised_on.map(|d| d.to_string()));
        say("closed", child.closed_on.map(|d| d.to_string()));
        say("because", child.closure_reason.clone());
        say("CIN plan", period(child.cin_plan));
        say("CP plan", period(child.cp_plan));
        writeln!(out, "{}: {}", child.row, said.join(", ")).unwrap();
    }
    for refused in &reading.refused {
        for cell in &refused.cells {
            writeln!(out, "{} refused, {}: {}", refused.row, cell.column, cell.reason).unwrap();
        }
    }
    for note in &reading.notes {
        writeln!(out, "note, {} {:?}: {}", note.column.as_deref().unwrap_or("file"), note.rows, note.text).unwrap();
    }
    out
}

fn check(children: &str, expected: Expect) {
    expected.assert_eq(&outcome(format!("<Message><Header/><Children>{children}</Children></Message>").as_bytes()));
}

/// A child whose identifiers and episodes are given.
fn child(identifiers: &str, episodes: &str) -> String {
    format!(
        "<Child><ChildIdentifiers>{identifiers}</ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>{episodes}</Child>"
    )
}

fn episode(referral: &str, factors: &[&str], more: &str) -> String {
    let factors: String = factors.iter().map(|f| format!("<AssessmentFactors>{f}</AssessmentFactors>")).collect();
    format!(
        "<CINdetails><CINreferralDate>{referral}</CINreferralDate><Assessments><AssessmentAuthorisationDate>2026-04-01</AssessmentAuthorisationDate>\
         <FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment></Assessments>{more}</CINdetails>"
    )
}

#[test]
fn every_child_of_the_sample_with_the_factor_is_read_and_no_other() {
    let sample = sample("cin_census.xml");
    let marked = String::from_utf8(sample.clone()).unwrap().split("<Child>").filter(|c| c.contains(">11A<")).count();
    in_context(|ctx| {
        let reading = read(sample.as_slice(), ctx).unwrap();
        assert_eq!((reading.rows.len(), reading.refused.len()), (marked, 0));
        assert_eq!(marked, 213);
        assert!(reading.rows.iter().all(|c| c.factors.iter().any(|f| f == FACTOR) && c.age_at_referral.is_some()));
        assert_eq!(reading.rows.iter().filter(|c| c.closed_on.is_some()).count(), 48);
    });
}

#[test]
fn a_child_is_read_with_the_episode_that_has_the_factor() {
    let full = "<ReferralSource>6</ReferralSource><CINclosureDate>2026-06-01</CINclosureDate><ReasonForClosure>RC8</ReasonForClosure>\
        <CINPlanDates><CINPlanStartDate>2026-02-01</CINPlanStartDate><CINPlanEndDate>2026-03-01</CINPlanEndDate></CINPlanDates>\
        <CINPlanDates><CINPlanStartDate>2026-03-02</CINPlanStartDate></CINPlanDates>\
        <ChildProtectionPlans><CPPstartDate>2026-04-01</CPPstartDate></ChildProtectionPlans>";
    let ids = "<LAchildID> 77 </LAchildID><UPN>A123456789012</UPN>stray<PersonBirthDate>2012-01-20</PersonBirthDate><GenderCurrent>2</GenderCurrent>";
    let episodes = [
        episode("2024-01-01", &["11A"], ""),
        episode("2026-01-19", &["2A", "11A", "2A"], full),
        episode("2026-05-01", &["4B"], ""),
    ]
    .concat();
    let other = child("<LAchildID/><PersonBirthDate>nonsense</PersonBirthDate>", &episode("never", &["99Z"], ""));
    check(
        &(other + &child(ids, &episodes)),
        expect![[r#"
        2: opened 2026-01-19, id 77, age 13, sex F, ethnicity WBRI, source 6, factors 2A 11A, authorised 2026-04-01, closed 2026-06-01, because RC8, CIN plan 2026-03-02 to , CP plan 2026-04-01 to 
    "#]],
    );
}

#[test]
fn layouts_of_other_systems_are_read() {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!-- exported in the caf\u{e9} --><c:Message xmlns:c=\"urn:x\"><c:Children><c:Child>\
        <c:ChildIdentifiers><c:LAchildID>A&amp;B<![CDATA[-1]]>&#50;</c:LAchildID><c:ExpectedPersonBirthDate>2026-12-01</c:ExpectedPersonBirthDate><c:Sex>0</c:Sex></c:ChildIdentifiers>\
        <c:CINdetails><c:CINreferralDate>2026-01-02T00:00:00Z</c:CINreferralDate><c:Assessments><c:FactorsIdentifiedAtAssessment>11A, 24A</c:FactorsIdentifiedAtAssessment></c:Assessments></c:CINdetails>\
        </c:Child></c:Children></c:Message>";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let expected = outcome(&latin);
    expect![[r#"
        1: opened 2026-01-02, id A&B-12, sex U, factors 11A 24A
    "#]]
    .assert_eq(&expected);
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.replace("ISO-8859-1", "UTF-16").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(outcome(&utf16), expected);
    assert_eq!(outcome(text.replace("ISO-8859-1", "utf-8").as_bytes()), expected);
}

#[test]
fn every_wrong_element_of_a_child_is_named() {
    let wrong = episode(
        "2026-13-01",
        &["11A", "99Z"],
        "<ReferralSource>77</ReferralSource><CINclosureDate>2027-01-01</CINclosureDate><ReasonForClosure>because</ReasonForClosure>",
    );
    let closed_first = episode("2026-03-01", &["11A"], "<CINclosureDate>2026-02-01</CINclosureDate>");
    let children = [
        child("<PersonBirthDate>2030-01-01</PersonBirthDate><Sex>X</Sex>", &wrong),
        child("<LAchildID>1</LAchildID><PersonBirthDate>1990-01-01</PersonBirthDate>", &closed_first),
        child(
            "<LAchildID>2</LAchildID><PersonBirthDate>2026-07-01</PersonBirthDate>",
            &episode("2026-03-01", &["11A"], "<ReasonForClosure>RC1</ReasonForClosure>"),
        ),
        child("<LAchildID>2</LAchildID>", &episode("2026-05-01", &["11A"], "")),
        child("<LAchildID>3</LAchildID>", "<AssessmentFactors>11A</AssessmentFactors>"),
        child("<LAchildID>4</LAchildID>", &episode("2026-03-01", &["11A"], "")),
        child("<LAchildID>4</LAchildID>", &episode("2026-03-01", &["11A"], "")),
    ];
    check(
        &children.concat(),
        expect![[r#"
            6: opened 2026-03-01, id 4, ethnicity WBRI, factors 11A, authorised 2026-04-01
            1 refused, CINreferralDate: There is no such day. Check the day and the month; they are read day first.
            1 refused, LAchildID: There is no child id, or it is none that can be read.
            1 refused, CINclosureDate: This date lies in the future. Correct it.
            1 refused, Sex: "X" is not in the list of codes for sex (F, M, U). Correct it in the case system and export again.
            1 refused, PersonBirthDate: This date lies in the future. Correct it.
            1 refused, ReferralSource: "77" is not in the list of codes for referral source (1A, 1B, 1C, 1D, 2A, 2B and so on). Correct it in the case system and export again.
            1 refused, AssessmentFactors: "99Z" is not in the list of codes for assessment factor (1A, 1B, 1C, 2A, 2B, 2C and so on). Correct it in the case system and export again.
            1 refused, ReasonForClosure: This value is not in the list of codes for closure reason (RC1, RC2, RC3, RC4, RC5, RC6, RC7, RC8, RC9). Correct it in the case system and export again.
            2 refused, PersonBirthDate: By this date of birth the child was older than 25 at referral. Check both dates.
            2 refused, CINclosureDate: The episode closes before its referral. Check both dates.
            3 refused, CINclosureDate: There is a reason for closure, and no date. Give the date, or take out the reason.
            4 refused, AssessmentAuthorisationDate: The assessment was authorised before the referral. Check both dates.
            5 refused, CINdetails: Factor 11A stands outside an episode of need (CINdetails), so that the case has no beginning.
            7 refused, LAchildID: Child 6 of the file already has this id. Keep one of the two.
        "#]],
    );
}

#[test]
fn what_is_no_census_is_refused_in_its_own_words() {
    let bomb = "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><Message><Children><Child><x>&b;</x></Child></Children></Message>";
    let open = "<Message><Children>";
    let cases = [
        String::new(),
        "no XML at all".to_owned(),
        "Child ID,Name\n1,2".to_owned(),
        "<Report><Person/></Report>".to_owned(),
        bomb.to_owned(),
        format!("{open}<Child><x>&b;</x></Child></Children></Message>"),
        format!("{open}<Child><ChildIdentifiers>"),
        format!("{open}<Child></Children></Message>"),
        format!("{open}{}", "<a>".repeat(100)),
        format!("{open}<Child><x>{}</x></Child>", "x".repeat(3_000)),
        format!("{open}<Child/><Child>{}</Child>", "<x/>".repeat(30_000)),
        format!("{open}</Children></Message>"),
    ];
    let said = cases.iter().fold(String::new(), |said, text| said + &outcome(text.as_bytes()));
    expect![[r#"
        The file is empty. Check that it was saved, and choose it again.
        The file is not well-formed XML: it breaks off or goes wrong near byte 13. Ask for a new export from the case system.
        The file is not well-formed XML: it breaks off or goes wrong near byte 17. Ask for a new export from the case system.
        The file is XML, but not a children-in-need census: it has no Children. Choose the file that was made for the census.
        The file declares a document type (DOCTYPE), which a census never does and which can hide an attack. It was not read. Ask for a new export from the case system.
        The file uses an entity that it may not define, near byte 32. It was not read. Ask for a new export from the case system.
        The file is not well-formed XML: it breaks off or goes wrong near byte 44. Ask for a new export from the case system.
        The file is not well-formed XML: it breaks off or goes wrong near byte 26. Ask for a new export from the case system.
        The file nests elements deeper than a census does, near byte 88. It was not read. Ask for a new export from the case system.
        Child 1 of the file holds more than a census record can. The file was not read. Ask for a new export from the case system.
        Child 2 of the file holds more than a census record can. The file was not read. Ask for a new export from the case system.
    "#]].assert_eq(&said);
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        outcome(&bytes);
    }

    #[test]
    fn no_damage_to_a_census_makes_it_fail_or_quote(at in any::<prop::sample::Index>(), with in "[<>&;a-z/\"'!\\[\\] 0-9-]{0,12}") {
        let ids = "<LAchildID>Zyxwvut</LAchildID><PersonBirthDate>Zyxwvut</PersonBirthDate><Sex>Zyxwvut</Sex>";
        let mut text = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?><Message><Children>{}</Children></Message>", child(ids, &episode("2026-01-01", &["11A", "Zyxwvut"], "")));
        let at = at.index(text.len());
        text.insert_str(at, &with);
        in_context(|ctx| {
            let said = format!("{:?}", read(text.as_bytes(), ctx));
            assert!(!said.contains("Zyxwvut"));
        });
    }
}
