//! Postcodes: one of the 124 areas, a district, a space that people leave out, a sector and a unit (Royal Mail,
//! "Programmers' guide to the Postcode Address File"). A district alone ("LS14") is not a finding.

use crate::fold::Folded;
use crate::{Kind, Spans};

/// The areas, each between spaces.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en \
    ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr \
    nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf \
    wn wr ws wv yo ze ";

pub(crate) fn find(text: &Folded, spans: &mut Spans) {
    for start in 0..text.len() {
        if !text.starts_word(start) {
            continue;
        }
        if let Some(end) = (1..=4).find_map(|district| postcode(text, start, district)) {
            spans.push((Kind::Postcode, start..end));
        }
    }
}

/// The end of a postcode that begins at `start`, whose district has one or two characters (options 1 and 2 after an area
/// of one letter, 3 and 4 after an area of two).
fn postcode(text: &Folded, start: usize, option: usize) -> Option<usize> {
    let area = if option <= 2 { 1 } else { 2 };
    let district = if option % 2 == 1 { 1 } else { 2 };
    let letters = text.text(start..start + area);
    if !letters.chars().all(|c| c.is_ascii_lowercase()) || !AREAS.contains(&format!(" {letters} ")) {
        return None;
    }
    let mut i = start + area;
    let (first, second) = (text.at(i), text.at(i + 1));
    let valid =
        first.is_ascii_digit() && (district == 1 || second.is_ascii_alphabetic() || (second.is_ascii_digit() && first != '0'));
    if !valid {
        return None;
    }
    i += district;
    for _ in 0..2 {
        i += usize::from(matches!(text.at(i), ' ' | '-'));
    }
    let unit =
        text.at(i).is_ascii_digit() && is_unit(text.at(i + 1)) && is_unit(text.at(i + 2)) && !text.at(i + 3).is_alphanumeric();
    unit.then_some(i + 3)
}

fn is_unit(c: char) -> bool {
    c.is_ascii_lowercase() && !"cikmov".contains(c)
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn every_shape_of_postcode_is_found() {
        for text in [
            "M1 1AE",
            "M60 1NW",
            "CR2 6XH",
            "DN55 1PT",
            "W1A 1HQ",
            "EC1A 1BB",
            "ec1a1bb",
            "ls14 8ab",
            "LS148AB",
            "LS7-4AB",
            "near LS20  3AB.",
        ] {
            check(text, &["a postcode"]);
        }
    }

    #[test]
    fn a_district_and_other_codes_are_not_postcodes() {
        check("the LS14 area", &[]);
        check("PN4 1ST", &[]);
        check("year 9 2nd term", &[]);
        check("SW07 2ND", &[]);
    }
}
