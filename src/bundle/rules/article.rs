//! The article has words, headings in order, and pictures and charts that say what they show.

use super::Findings;
use crate::article::{Kind, Target};
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::diagnostics::nearest;

/// `article-empty`
pub fn empty(bundle: &Bundle, findings: &mut Findings<'_>) {
    let has_words = bundle.article.blocks.iter().any(|block| !block.text.trim().is_empty());
    if !bundle.article_path.is_empty() && !has_words {
        findings.add_of_article(fault("article-empty", "the article has no words"));
    }
}

/// `heading-level-one`
pub fn level_one(bundle: &Bundle, findings: &mut Findings<'_>) {
    for entry in bundle.article.outline() {
        if entry.level == 1 {
            findings.add("heading-level-one", bundle.article.blocks[entry.block].source.clone(), || {
                fault("heading-level-one", "this heading is on the level of the briefing's title")
                    .hint("the title comes from the manifest; the article's headings begin at `##`")
            });
        }
    }
}

/// `heading-skipped`
pub fn skipped(bundle: &Bundle, findings: &mut Findings<'_>) {
    let mut above = 1;
    for entry in bundle.article.outline() {
        if entry.level > above + 1 {
            findings.add("heading-skipped", bundle.article.blocks[entry.block].source.clone(), || {
                let message = format!("a heading of level {} follows one of level {above}", entry.level);
                fault("heading-skipped", message)
                    .hint(format!("write `{}`", "#".repeat(usize::from(above) + 1)))
            });
        }
        above = entry.level;
    }
}

/// `picture-without-text`
pub fn without_text(bundle: &Bundle, findings: &mut Findings<'_>) {
    for block in &bundle.article.blocks {
        match &block.kind {
            Kind::Picture { path, alt, .. } if alt.trim().is_empty() => {
                findings.add("picture-without-text", block.source.clone(), || {
                    fault("picture-without-text", "this picture has no alternative text")
                        .hint(format!("write what it shows: `![What the picture shows]({path})`"))
                });
            }
            _ => {}
        }
    }
}

/// `chart-without-caption`
pub fn without_caption(bundle: &Bundle, findings: &mut Findings<'_>) {
    for block in &bundle.article.blocks {
        match &block.kind {
            Kind::Chart { reference, caption } if caption.trim().is_empty() => {
                findings.add("chart-without-caption", block.source.clone(), || {
                    fault("chart-without-caption", "this chart has no caption")
                        .hint(format!("write what it shows: `![What the chart shows](poll:{reference})`"))
                });
            }
            _ => {}
        }
    }
}

/// `picture-amid-text`
pub fn amid_text(bundle: &Bundle, findings: &mut Findings<'_>) {
    for link in bundle.article.links() {
        let written = bundle.article_source.get(link.source.clone()).unwrap_or_default();
        if written.starts_with("![") {
            findings.add("picture-amid-text", link.source, || {
                fault("picture-amid-text", "this stands amid text, so that only its words are shown")
                    .hint("put it on a line of its own, with an empty line before and after it")
            });
        }
    }
}

/// `link-unknown`
pub fn unknown_link(bundle: &Bundle, findings: &mut Findings<'_>) {
    const SCHEMES: [&str; 7] = ["figure", "poll", "call", "source", "https", "http", "mailto"];
    for link in bundle.article.links() {
        let Target::Other(destination) = link.target else { continue };
        let written = bundle.article_source.get(link.source.clone()).unwrap_or_default();
        if written.starts_with("![") {
            continue;
        }
        findings.add("link-unknown", link.source, || {
            let fault = fault("link-unknown", format!("`{destination}` is not followed"));
            let scheme = destination.split_once(':').map(|(scheme, _)| scheme);
            match scheme.and_then(|scheme| nearest(scheme, SCHEMES)) {
                Some(right) => fault.hint(format!("did you mean `{right}:`?")),
                None => fault.hint(
                    "links begin with `figure:`, `poll:`, `call:`, `source:`, `https:`, `mailto:` or `#`",
                ),
            }
        });
    }
}
