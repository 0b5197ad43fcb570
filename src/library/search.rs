//! Finding words in a briefing: its text, its charts' labels, its calls and sources.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use crate::article::Kind;
use crate::bundle::Bundle;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As it was typed.
    pub words: String,
    /// Capitals count.
    pub match_case: bool,
    /// Only whole words.
    pub whole_words: bool,
}

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Title or summary.
    Masthead,
    /// In a block of the article, at these bytes of its text.
    Text {
        /// The block's index.
        block: usize,
        /// Bytes of the block's text.
        range: Range<usize>,
    },
    /// In the chart that a block of the article is: its title, caption, answers or values.
    Chart {
        /// The block's index.
        block: usize,
    },
    /// In a call to action, by index.
    Call(usize),
    /// In a related story, by index.
    Related(usize),
    /// In a source, by index.
    Source(usize),
}

/// All hits, in the order of the page. Nothing for a query without words.
#[must_use]
pub fn find(bundle: &Bundle, query: &Query) -> Vec<Hit> {
    let Some(pattern) = pattern(query) else { return Vec::new() };
    let manifest = &bundle.manifest;
    let found = |texts: &[&str]| texts.iter().any(|text| pattern.is_match(text));
    let mut hits = Vec::new();
    if found(&[&manifest.title, &manifest.summary]) {
        hits.push(Hit::Masthead);
    }
    for (index, block) in bundle.article.blocks.iter().enumerate() {
        if let Kind::Chart { reference, caption } = &block.kind
            && (pattern.is_match(caption)
                || chart_texts(bundle, reference).iter().any(|text| pattern.is_match(text)))
        {
            hits.push(Hit::Chart { block: index });
        }
        let ranges = pattern.find_iter(&block.text).map(|found| found.range());
        hits.extend(ranges.map(|range| Hit::Text { block: index, range }));
    }
    let calls = manifest.calls.iter().enumerate().filter(|(_, call)| found(&[&call.title, &call.text]));
    hits.extend(calls.map(|(index, _)| Hit::Call(index)));
    let related =
        manifest.related.iter().enumerate().filter(|(_, story)| found(&[&story.title, &story.summary]));
    hits.extend(related.map(|(index, _)| Hit::Related(index)));
    let sources = (manifest.sources.iter().enumerate())
        .filter(|(_, source)| found(&[&source.title, &source.publisher, &source.url]));
    hits.extend(sources.map(|(index, _)| Hit::Source(index)));
    hits
}

fn chart_texts(bundle: &Bundle, reference: &str) -> Vec<String> {
    let Some((_, question)) = bundle.question(reference) else { return Vec::new() };
    let answers = question.answers.iter().flat_map(|answer| [answer.label.clone(), answer.printed.clone()]);
    std::iter::once(question.title.clone()).chain(answers).collect()
}

/// The query as a pattern: typed marks stand for the set ones (' for ’, " for “ and ”, - for every
/// dash), a space for any space.
fn pattern(query: &Query) -> Option<Regex> {
    let words = query.words.trim();
    if words.is_empty() {
        return None;
    }
    let mut pattern = String::with_capacity(words.len() * 2);
    for sign in words.chars() {
        match sign {
            '\'' | '’' | '‘' => pattern.push_str("['’‘]"),
            '"' | '“' | '”' => pattern.push_str("[\"“”]"),
            '-' | '–' | '—' | '\u{2011}' => pattern.push_str("[-–—\u{2011}]"),
            _ if sign.is_whitespace() => pattern.push_str(r"\s+"),
            _ => pattern.push_str(&regex::escape(&sign.to_string())),
        }
    }
    let pattern = if query.whole_words { format!(r"\b{pattern}\b") } else { pattern };
    RegexBuilder::new(&pattern).case_insensitive(!query.match_case).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};

    fn texts(article: &str, query: &Query) -> Vec<String> {
        let mut files = Files::default();
        let manifest = "Briefing(format: 1, id: \"x\", edition: 1, title: \"T\", article: \"article.md\")";
        files.insert("briefing.ron", manifest.into());
        files.insert("article.md", article.into());
        let bundle = from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new());
        find(&bundle, query)
            .into_iter()
            .filter_map(|hit| match hit {
                Hit::Text { block, range } => Some(bundle.article.blocks[block].text[range].to_owned()),
                _ => None,
            })
            .collect()
    }

    fn query(words: &str) -> Query {
        Query { words: words.to_owned(), ..Query::default() }
    }

    #[test]
    fn typed_marks_find_the_set_ones() {
        assert_eq!(texts("Of children’s safety", &query("children's")), ["children’s"]);
        assert_eq!(texts("aged 12–15", &query("12-15")), ["12–15"]);
    }

    #[test]
    fn capitals_and_whole_words_count_only_when_asked_for() {
        assert_eq!(texts("Encryption, encrypt", &query("encrypt")), ["Encrypt", "encrypt"]);
        let whole = Query { whole_words: true, ..query("encrypt") };
        assert_eq!(texts("Encryption, encrypt", &whole), ["encrypt"]);
        let case = Query { match_case: true, ..query("Encrypt") };
        assert_eq!(texts("Encryption, encrypt", &case), ["Encrypt"]);
    }

    #[test]
    fn words_over_emphasis_and_soft_line_ends_are_found() {
        assert_eq!(texts("end-to-end\n*encryption* works", &query("end encryption")), ["end encryption"]);
    }

    #[test]
    fn signs_of_patterns_are_only_signs() {
        assert_eq!(texts("33% (about)", &query("(")), ["("]);
        assert_eq!(texts("anything", &query("  ")), Vec::<String>::new());
    }

    #[test]
    fn charts_calls_and_sources_are_searched_too() {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let hits = find(&bundle, &query("almost a third"));
        assert!(hits.iter().any(|hit| matches!(hit, Hit::Chart { .. })), "{hits:?}");
        assert!(hits.iter().any(|hit| matches!(hit, Hit::Text { .. })), "{hits:?}");
        assert!(find(&bundle, &query("digital rights")).iter().any(|hit| matches!(hit, Hit::Call(_))));
        assert!(find(&bundle, &query("willispalmer")).iter().any(|hit| matches!(hit, Hit::Source(_))));
    }
}
