//! Whether a briefing runs the way that this program can show.

use super::{Findings, fault};
use crate::bundle::Bundle;

/// The rule's code.
pub const RIGHT_TO_LEFT: &str = "right-to-left";

/// `right-to-left`
pub fn right_to_left(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Some(because) = because_right_to_left(bundle) else { return };
    findings.add(RIGHT_TO_LEFT, bundle.spans.field("language"), || {
        fault(RIGHT_TO_LEFT, format!("this briefing runs from right to left: {because}"))
            .hint("this version puts the words of each line in order, but begins lines, lists and tables at the left")
    });
}

/// What tells that it runs from right to left, if anything does.
#[must_use]
pub fn because_right_to_left(bundle: &Bundle) -> Option<String> {
    let language = &bundle.manifest.language;
    if is_right_to_left(language) {
        Some(format!("its language is `{language}`"))
    } else {
        bundle.article.runs_right_to_left().then(|| "most letters of its text do".to_owned())
    }
}

/// Scripts of ISO 15924 that run from right to left, as a language tag may name them.
const SCRIPTS: [&str; 11] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// Languages whose usual script runs from right to left (CLDR 47, `characterOrder`).
const LANGUAGES: [&str; 22] = [
    "ar", "arc", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "ps", "sd",
    "sdh", "skr", "syr", "ug", "ur", "yi",
];

fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    }
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn a_script_in_the_tag_decides_before_the_language() {
        for tag in ["ar", "AR-eg", "he-IL", "fa", "ur-PK", "pa-Arab", "az-arab-IR", "ckb"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["", "en-GB", "ur-Latn", "pa", "az", "arn", "zh-Hant-HK", "de-1996"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
