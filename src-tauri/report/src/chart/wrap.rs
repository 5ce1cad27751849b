//! Names broken into a few short lines. A name that is too long for them ends in `…`; it stands whole in the description and the
//! table.

/// At most `lines` lines of at most `letters` letters.
pub(super) fn wrap(text: &str, letters: usize, lines: usize) -> Vec<String> {
    let mut done = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        let used = line.chars().count();
        if used > 0 && used + 1 + wide <= letters {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if used > 0 {
            if done.len() + 1 == lines {
                done.push(cut(&line, letters));
                return done;
            }
            done.push(std::mem::take(&mut line));
        }
        if wide > letters {
            done.push(cut(word, letters));
            return done;
        }
        line.push_str(word);
    }
    done.push(line);
    done
}

/// The beginning of a text, and the sign that more of it is left out.
fn cut(text: &str, letters: usize) -> String {
    let mut short: String = text.chars().take(letters.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// The letters of the longest line.
pub(super) fn longest(lines: &[String]) -> usize {
    lines.iter().map(|line| line.chars().count()).max().unwrap_or(0)
}
