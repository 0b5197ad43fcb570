//! What a briefing says of itself.

use super::Findings;
use super::walk::{listed, polls};
use crate::bundle::faults::fault;
use crate::bundle::{Bundle, FORMAT, Spans};
use crate::poll::Disclosed;

/// `format-unknown`
pub fn format(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Bundle { manifest, spans, .. } = bundle;
    if spans.has_readable("format") && manifest.format != FORMAT {
        findings.add("format-unknown", spans.field("format"), || {
            let fault = fault(
                "format-unknown",
                format!("this briefing is in format {}, this program reads {FORMAT}", manifest.format),
            );
            if manifest.format > FORMAT {
                fault.hint("a newer Briefing Reader may show what this one cannot")
            } else {
                fault.hint(format!("write `format: {FORMAT}`"))
            }
        });
    }
}

/// `edition-zero`
pub fn edition(bundle: &Bundle, findings: &mut Findings<'_>) {
    if bundle.spans.has_readable("edition") && bundle.manifest.edition == 0 {
        findings.add("edition-zero", bundle.spans.field("edition"), || {
            fault("edition-zero", "editions count from 1").hint("write `edition: 1` for the first")
        });
    }
}

/// `language-malformed`
pub fn language(bundle: &Bundle, findings: &mut Findings<'_>) {
    let language = &bundle.manifest.language;
    if bundle.spans.has_readable("language") && !is_language(language) {
        findings.add("language-malformed", bundle.spans.field("language"), || {
            fault("language-malformed", format!("`{language}` is not a language tag"))
                .hint("write a BCP 47 tag: `en`, `en-GB`, `de`, `zh-Hant`")
        });
    }
}

/// The shape of BCP 47: a language of 2 to 8 letters, then parts of 1 to 8 letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && language.len() != 4
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// `url-malformed`
pub fn urls(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut check = |url: &str, field: &'static str, spans: &Spans| {
        if spans.has_readable(field) && !is_web_address(url) {
            findings.add("url-malformed", spans.field(field), || {
                fault("url-malformed", format!("`{url}` is not a web address"))
                    .hint("addresses begin with `https://` or `http://` and hold no spaces")
            });
        }
    };
    for (source, spans) in listed(bundle, &bundle.manifest.sources, "sources") {
        check(&source.url, "url", spans);
    }
    for (related, spans) in listed(bundle, &bundle.manifest.related, "related") {
        if let Disclosed::Stated(url) = &related.url {
            check(url, "url", spans);
        }
    }
    for (poll, spans) in polls(bundle) {
        if let Some(Disclosed::Stated(url)) = &poll.tables {
            check(url, "tables", spans);
        }
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(char::is_alphanumeric)
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// `highlight-count`
pub fn highlights(bundle: &Bundle, findings: &mut Findings<'_>) {
    for (highlight, spans) in listed(bundle, &bundle.manifest.highlights, "highlights") {
        if spans.has_readable("figures") && !(1..=2).contains(&highlight.figures.len()) {
            findings.add("highlight-count", spans.field("figures"), || {
                let message = format!("a highlight shows one figure or two, not {}", highlight.figures.len());
                fault("highlight-count", message)
                    .hint("two are shown as “33% → 62%”; give others a highlight of their own")
            });
        }
    }
}

/// `right-to-left`
pub fn right_to_left(bundle: &Bundle, findings: &mut Findings<'_>) {
    let Some(because) = bundle.because_right_to_left() else { return };
    findings.add("right-to-left", bundle.spans.field("language"), || {
        fault("right-to-left", format!("this briefing runs from right to left: {because}"))
            .hint("this version puts the words of each line in order, but begins lines, lists and tables at the left")
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_shape_of_bcp_47() {
        for tag in ["en", "en-GB", "zh-Hant-TW", "de-1996", "gsw"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "e", "english!", "en_GB", "en-", "1n", "Engl", "en-toolongpart"] {
            assert!(!is_language(tag), "{tag}");
        }
    }

    #[test]
    fn web_addresses_are_told_from_others() {
        for url in ["https://a.org", "http://a.org/b?c#d", "https://пример.рф/"] {
            assert!(is_web_address(url), "{url}");
        }
        for url in
            ["", "a.org", "ftp://a.org", "https://", "https:// a", "https://a b", "javascript:alert(1)"]
        {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
