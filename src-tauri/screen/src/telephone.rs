//! Telephone numbers: the United Kingdom's as Ofcom's numbering plan writes them (0 or +44 and nine or ten digits), others
//! with a plus sign, and any six digits or more after "tel", "phone" or "call".

use crate::digits::{Group, preceded_by, stretches};
use crate::fold::Folded;
use crate::{Kind, Spans};

/// No telephone number is longer (ITU-T E.164).
const LONGEST: usize = 15;

const SPOKEN: &[&str] =
    &["tel", "telephone", "phone", "phoned", "mob", "mobile", "call", "called", "ring", "rang", "text", "texted", "whatsapp"];

pub(crate) fn find(text: &Folded, groups: &[Group], spans: &mut Spans) {
    for first in 0..groups.len() {
        if begins_with_date(groups, first) {
            continue;
        }
        let start = groups.get(first).map_or(0, |g| g.span.start);
        let plus = text.before(start) == '+';
        let spoken = preceded_by(text, start, 16, SPOKEN);
        let longest = stretches(groups, first, LONGEST)
            .filter(|(digits, _)| is_number(digits, plus) || (spoken && digits.len() >= 6))
            .last();
        if let Some((_, span)) = longest {
            spans.push((Kind::Telephone, span));
        }
    }
}

fn is_number(digits: &str, plus: bool) -> bool {
    if let Some(rest) = digits.strip_prefix("0044") {
        return is_national(rest);
    }
    if plus {
        return match digits.strip_prefix("44") {
            Some(rest) => is_national(rest),
            None => (8..=LONGEST).contains(&digits.len()),
        };
    }
    match digits.strip_prefix("44") {
        Some(rest) if rest.len() == 10 && rest.starts_with(['1', '2', '3', '7']) => true,
        // A spreadsheet drops the nought that a mobile number begins with.
        _ => (digits.starts_with('0') && is_national(digits)) || (digits.len() == 10 && digits.starts_with('7')),
    }
}

/// Whether these are the digits of a number in the United Kingdom, with or without the leading nought.
fn is_national(digits: &str) -> bool {
    let rest = digits.strip_prefix('0').unwrap_or(digits);
    matches!(rest.len(), 9 | 10) && rest.starts_with(['1', '2', '3', '5', '7', '8'])
}

/// A date and a time after it have as many digits as a telephone number.
fn begins_with_date(groups: &[Group], first: usize) -> bool {
    let lengths: Vec<usize> = groups.iter().skip(first).take(3).map(|g| g.digits.len()).collect();
    let year = groups.get(first + 2).map_or("", |g| g.digits.as_str());
    matches!(lengths.as_slice(), [1..=2, 1..=2, 4]) && (year.starts_with("19") || year.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn numbers_of_the_united_kingdom_are_found_in_their_usual_forms() {
        for text in [
            "07700900123",
            "07700 900 123",
            "07700-900123",
            "+447700900123",
            "+44 (0)7700 900 123",
            "0044 7700 900123",
            "447700900123",
            "(0113) 496 0000",
            "0113 496 0000",
            "020 7946 0018",
            "01632 960 01",
            "Mum (tel 07504996268) worried.",
        ] {
            check(text, &["a telephone number"]);
        }
    }

    #[test]
    fn numbers_from_abroad_and_short_ones_need_a_sign() {
        check("+48 601 234 568", &["a telephone number"]);
        check("call 496 000 after school", &["a telephone number"]);
        check("case 496000 closed", &[]);
    }

    #[test]
    fn dates_and_counts_are_not_telephone_numbers() {
        check("met 05-06-2026 10:00 at school", &[]);
        check("2 of 10 visits, 45 days, 2026", &[]);
    }
}
