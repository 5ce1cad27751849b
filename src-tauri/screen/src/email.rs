//! E-mail addresses (RFC 5322's dot-atoms, and a domain with a dot) and names on social networks, "@name".

use crate::fold::Folded;
use crate::{Kind, Spans};

pub(crate) fn find(text: &Folded, spans: &mut Spans) {
    for at in 0..text.len() {
        if text.at(at) != '@' {
            continue;
        }
        let mut start = at;
        while is_local(text.before(start)) {
            start -= 1;
        }
        let mut end = at + 1;
        while is_domain(text.at(end)) {
            end += 1;
        }
        let domain = text.text(at + 1..end);
        let dotted =
            domain.trim_matches(['.', '-']).split_once('.').is_some_and(|(name, rest)| !name.is_empty() && rest.len() >= 2);
        if start < at && dotted {
            spans.push((Kind::Email, start..end));
        } else if start == at && domain.chars().filter(|c| c.is_alphanumeric()).count() >= 3 {
            spans.push((Kind::OnlineName, at..end));
        }
    }
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "!#$%&'*+/=?^_{|}~.-".contains(c)
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use crate::tests::check;

    #[test]
    fn addresses_are_found() {
        check("contact saoirse@example.com", &["an e-mail address"]);
        check("<J.O'Neill+x@mail.example.org.uk>", &["an e-mail address"]);
        check("JOSÉ@EXAMPLE.COM.", &["an e-mail address"]);
    }

    #[test]
    fn names_used_online_are_found_and_a_lone_sign_is_not() {
        check("on snap as @jay_xo99", &["a name used online"]);
        check("meets @ 5 at the arcade", &[]);
        check("two @s", &[]);
    }
}
