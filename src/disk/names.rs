//! Names of files as they can be shown.

use std::path::Path;

/// A path for people, in quotation marks. What is no Unicode in it shows as `\u{fffd}`; what would
/// steer a terminal or turn the direction of the text is written out.
#[must_use]
pub fn shown(path: &Path) -> String {
    let mut shown = String::from("`");
    for sign in path.to_string_lossy().chars() {
        if sign.is_control() || turns_direction(sign) {
            shown.extend(sign.escape_unicode());
        } else {
            shown.push(sign);
        }
    }
    shown.push('`');
    shown
}

fn turns_direction(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_on_one_line_and_steers_nothing() {
        assert_eq!(shown(Path::new("a b/ü.md")), "`a b/ü.md`");
        assert_eq!(shown(Path::new("a\n\u{1b}[2J\u{202e}")), "`a\\u{a}\\u{1b}[2J\\u{202e}`");
    }
}
