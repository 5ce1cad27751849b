//! The screen as a whole: what the finders make of ordinary comments, and the laws that hold for any text.

use super::*;
use proptest::prelude::*;

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 30).unwrap()
}

/// What is found in `text`, as labels without repeats.
pub(crate) fn check(text: &str, expected: &[&str]) {
    check_named(text, &[], expected);
}

pub(crate) fn check_named(text: &str, names: &[&str], expected: &[&str]) {
    let findings = find(text, names, today());
    for finding in &findings {
        assert!(text.get(finding.range.clone()).is_some_and(|t| !t.is_empty()), "a finding without text");
    }
    let mut labels: Vec<&str> = findings.iter().map(|f| f.kind.label()).collect();
    labels.sort();
    labels.dedup();
    assert_eq!(labels, expected, "in {text:?}");
}

#[test]
fn ordinary_comments_pass() {
    for text in [
        "No new information.",
        "Peer group overlaps with two other open cases.",
        "Missing twice this month, returned with new phone.",
        "Online contact, images shared. School aware.",
        "Reluctant to engage; trusted youth worker involved.",
        "Strategy meeting 14/09/2026 at 10:30; 3 of 5 actions done, £40 and a 2nd phone found.",
        "Level raised from 2 to 3 after NRM on 1 June. Review every 42 days.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn comments_that_name_a_child_are_found_by_each_thing_they_hold() {
    check_named(
        "Ffion Ahmed says he is her boyfriend. Lives at 14 Hawthorn Road, LS20 3AB.",
        &["Ffion Ahmed"],
        &["a name", "a postcode", "an address"],
    );
    check("DOB 04/11/2012, contact niamh@example.com", &["a date of birth", "an e-mail address"]);
    check("NHS no 431 610 3024 on referral. Possible hotel link.", &["an NHS number"]);
}

fn nhs_number() -> impl Strategy<Value = String> {
    proptest::collection::vec(0u32..10, 9).prop_filter_map("no check digit", |mut d| {
        let sum: u32 = d.iter().zip((2..=10).rev()).map(|(d, w)| d * w).sum();
        let check = (11 - sum % 11) % 11;
        d.push(check);
        (check < 10 && sum > 0).then(|| d.iter().map(u32::to_string).collect())
    })
}

fn holds(text: &str, kind: Kind) -> bool {
    find(text, &[], today()).iter().any(|f| f.kind == kind)
}

proptest! {
    #[test]
    fn no_text_makes_the_screen_fail(text in any::<String>(), name in any::<String>()) {
        for finding in find(&text, &[&name], today()) {
            prop_assert!(text.get(finding.range).is_some());
        }
        name_parts(&name);
    }

    #[test]
    fn text_full_of_numbers_and_signs_does_not_make_it_fail(text in "[0-9a-fA-F@+.,/() '\u{301}\u{200b}-]{0,80}") {
        for finding in find(&text, &["a b"], today()) {
            prop_assert!(text.get(finding.range).is_some());
        }
    }

    #[test]
    fn an_nhs_number_is_found_wherever_it_stands(before in any::<String>(), number in nhs_number(), after in any::<String>(), cut in 1usize..9) {
        let grouped = format!("{} {}", &number[..cut], &number[cut..]);
        for number in [number, grouped] {
            let text = format!("{before} {number} {after}");
            prop_assert!(holds(&text, Kind::NhsNumber));
        }
    }

    #[test]
    fn a_telephone_number_is_found_wherever_it_stands(before in any::<String>(), number in "(07|\\+447)[0-9]{9}|0113 [0-9]{3} [0-9]{4}", after in any::<String>()) {
        let text = format!("{before} {number} {after}");
        prop_assert!(holds(&text, Kind::Telephone));
    }

    #[test]
    fn an_e_mail_address_is_found_wherever_it_stands(before in any::<String>(), address in "[a-z]{1,9}@[a-z]{2,9}\\.(com|org\\.uk)", after in any::<String>()) {
        let text = format!("{before} {address} {after}");
        prop_assert!(holds(&text, Kind::Email));
    }

    #[test]
    fn a_postcode_is_found_wherever_it_stands(before in any::<String>(), code in "(LS|ls|M|bd)[1-9][0-9]? ?[0-9][ABDEFGHJLNPQRSTUWXYZ]{2}", after in any::<String>()) {
        let text = format!("{before} {code} {after}");
        prop_assert!(holds(&text, Kind::Postcode));
    }

    #[test]
    fn a_known_name_is_found_wherever_it_stands(before in any::<String>(), name in "[A-Z][a-z]{3,9}", after in any::<String>()) {
        prop_assume!(!name_parts(&name).is_empty());
        let text = format!("{before} {} {after}", name.to_uppercase());
        prop_assert!(find(&text, &[&name], today()).iter().any(|f| f.kind == Kind::Name));
    }
}
