//! Which way a briefing runs.

use super::Bundle;

impl Bundle {
    /// Whether it is written from right to left: by its language, or else by most of the article's
    /// first letters. Looked for once.
    #[must_use]
    pub fn runs_right_to_left(&self) -> bool {
        *self.backwards.get_or_init(|| self.because_right_to_left().is_some())
    }

    /// What tells that it runs from right to left, if anything does.
    pub(super) fn because_right_to_left(&self) -> Option<String> {
        let language = &self.manifest.language;
        if is_right_to_left(language) {
            Some(format!("its language is `{language}`"))
        } else {
            self.article.runs_right_to_left().then(|| "most letters of its text do".to_owned())
        }
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
