//! Text and numbers as XML takes them.

use std::fmt::Write;

/// Escapes text for content and for attributes in double quotes. What XML 1.0 has no room for
/// (control codes, lone halves of pairs) becomes the replacement character; line ends become spaces
/// in attributes only by the reader.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A number with at most two decimals: `12`, `0.5`, `-3.25`. What is no number is 0.
#[must_use]
pub fn number(value: f32) -> String {
    let rounded = (f64::from(value) * 100.0).round() / 100.0;
    if !rounded.is_finite() || rounded == 0.0 {
        return "0".to_owned();
    }
    format!("{rounded}")
}

/// Writes ` name="value"`.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"{}\"", escape(value));
}

/// Writes ` name="12.5"`.
pub fn measure(out: &mut String, name: &str, value: f32) {
    let _ = write!(out, " {name}=\"{}\"", number(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_xml_are_escaped_and_control_codes_replaced() {
        assert_eq!(escape("a<b> & \"c\" d’s"), "a&lt;b&gt; &amp; &quot;c&quot; d’s");
        assert_eq!(escape("a\u{0}b\u{1b}[2Jc\u{9b}\r"), "a\u{fffd}b\u{fffd}[2Jc\u{fffd}\u{fffd}");
        assert_eq!(escape("שלום 👩‍🚀"), "שלום 👩‍🚀");
    }

    #[test]
    fn numbers_have_two_decimals_at_most() {
        let numbers = [1.0, 0.5, -3.254, 1.0 / 3.0, -0.001, f32::NAN, f32::INFINITY];
        assert_eq!(numbers.map(number), ["1", "0.5", "-3.25", "0.33", "0", "0", "0"]);
    }
}
