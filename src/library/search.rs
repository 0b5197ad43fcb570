//! Finding words in a briefing, in the order of its page: text, charts, calls, sources, related
//! stories. First as they are typed; only where they stand nowhere so, read loosely.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::loosely::Loosely;
pub use super::query::Query;
use crate::article::Kind;
use crate::bundle::{Bundle, Item};
use crate::poll::{Disclosed, Question};
use crate::text::{Folded, typed};

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row of the page: an index of [`Bundle::page_order`].
    pub row: usize,
    /// Bytes of the block's text; `None` where the row is not a block's text, but a chart, a call,
    /// a source: they are found as a whole.
    pub range: Option<Range<usize>>,
}

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of the page.
    pub hits: Vec<Hit>,
    /// Whether nothing was as it is typed, and the words were read loosely.
    pub loose: bool,
}

/// All places of the words, in the order of the page. Nothing for a query without words. Where no
/// place has them as they are typed, those that come close: without accents or hyphens, and other
/// forms of long words. Capitals that are to count leave nothing loose.
#[must_use]
pub fn find(bundle: &Bundle, query: &Query) -> Found {
    find_with(bundle, query, &[])
}

/// The same, and in what else stands in rows of the page: row and text, in the order of rows.
#[must_use]
pub fn find_with(bundle: &Bundle, query: &Query, more: &[(usize, String)]) -> Found {
    let Some(pattern) = pattern(query) else { return Found::default() };
    let order = bundle.page_order();
    let ranges: &Search<'_> = &|text, marks, give| {
        places(&pattern, &Folded::typed_without(text, marks)).for_each(give);
    };
    let exact = search(bundle, (&order, more), ranges);
    if !exact.is_empty() || query.match_case {
        return Found { hits: exact, loose: false };
    }
    let Some(loosely) = Loosely::new(query) else { return Found::default() };
    let close = search(bundle, (&order, more), &|text, marks, give| {
        loosely.find(&Folded::plain_without(text, marks), give);
    });
    Found { loose: !close.is_empty(), hits: close }
}

/// Gives the ranges of a text that are looked for. The second are stretches of it that are no words.
type Search<'a> = dyn Fn(&str, &[Range<usize>], &mut dyn FnMut(Range<usize>)) + 'a;

fn search(bundle: &Bundle, (order, more): (&[Item], &[(usize, String)]), ranges: &Search<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut more = more.iter().peekable();
    for (row, item) in order.iter().copied().enumerate() {
        if let Item::Block(index) = item {
            let block = &bundle.article.blocks[index];
            let marks: Vec<Range<usize>> = block.footnote_marks().collect();
            ranges(&block.text, &marks, &mut |range| hits.push(Hit { row, range: Some(range) }));
        }
        let is_found = |text: &String| {
            let mut found = false;
            ranges(text, &[], &mut |_| found = true);
            found
        };
        let mut here = texts(bundle, item).iter().any(is_found);
        while let Some((_, text)) = more.next_if(|(at, _)| *at <= row) {
            here |= is_found(text);
        }
        if here {
            hits.push(Hit { row, range: None });
        }
    }
    hits
}

/// What a row shows that is not a block's text.
fn texts(bundle: &Bundle, item: Item) -> Vec<String> {
    let manifest = &bundle.manifest;
    match item {
        Item::Masthead => vec![manifest.title.clone(), manifest.summary.clone(), manifest.about.clone()],
        Item::Strip => {
            let highlights = manifest.highlights.iter();
            let texts = highlights.map(|highlight| {
                let values = highlight.figures.iter().map(|reference| bundle.value_text(reference));
                values.chain([highlight.caption.clone()]).collect::<Vec<_>>().join(" ")
            });
            texts.collect()
        }
        Item::Block(index) => match &bundle.article.blocks[index].kind {
            Kind::Chart { reference, caption } => {
                let mut texts = vec![caption.clone()];
                match (bundle.poll(reference), bundle.question(reference)) {
                    (Some(poll), _) => texts.extend(poll.questions.iter().flat_map(chart_texts)),
                    (None, Some((_, question))) => texts.extend(chart_texts(question)),
                    (None, None) => {}
                }
                texts
            }
            Kind::Picture { alt, title, .. } => vec![alt.clone(), title.clone()],
            _ => Vec::new(),
        },
        Item::Call(index) => {
            let call = &manifest.calls[index];
            let to = stated(&call.to);
            let evidence = call.evidence.iter().map(|reference| bundle.evidence_text(reference));
            let texts = [call.title.clone(), call.text.clone(), call.by.clone(), to];
            texts.into_iter().chain(evidence).collect()
        }
        Item::Related(index) => {
            let related = &manifest.related[index];
            let figures = related.figures.iter().map(|reference| bundle.evidence_text(reference));
            let texts = [related.title.clone(), related.summary.clone(), stated(&related.url)];
            texts.into_iter().chain(figures).collect()
        }
        Item::Source(index) => {
            let source = &manifest.sources[index];
            let note = source.note.clone().unwrap_or_default();
            vec![source.title.clone(), source.publisher.clone(), source.url.clone(), note]
        }
        Item::Section(section) => vec![section.title().to_owned()],
        Item::End => Vec::new(),
    }
}

/// A chart's title, and each answer as one text, so that "privacy 4%" finds it.
fn chart_texts(question: &Question) -> Vec<String> {
    let answers = question.answers.iter().map(|answer| format!("{} {}", answer.label, answer.printed));
    std::iter::once(question.title.clone()).chain(answers).collect()
}

fn stated(field: &Disclosed<String>) -> String {
    field.stated().cloned().unwrap_or_default()
}

/// The words that are looked for, as they are typed.
#[derive(Clone, Debug)]
pub struct Words(Regex);

impl Words {
    /// Those of a query; `None` where it has none.
    #[must_use]
    pub fn of(query: &Query) -> Option<Words> {
        pattern(query).map(Words)
    }

    /// Where they stand in a text, as bytes.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        places(&self.0, &Folded::typed(text)).collect()
    }
}

fn places<'t>(pattern: &'t Regex, text: &'t Folded) -> impl Iterator<Item = Range<usize>> + 't {
    pattern.find_iter(text.as_str()).map(|found| text.in_text(found.range()))
}

/// The query as a pattern for folded texts.
fn pattern(query: &Query) -> Option<Regex> {
    let words = typed(&query.words);
    let words = regex::escape(words.trim());
    if words.is_empty() {
        return None;
    }
    let pattern = if query.whole_words { format!(r"\b{words}\b") } else { words };
    RegexBuilder::new(&pattern).case_insensitive(!query.match_case).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};

    fn bundle(article: &str) -> Bundle {
        let mut files = Files::default();
        let manifest = "Briefing(format: 1, id: \"x\", edition: 1, title: \"T\", article: \"article.md\")";
        files.insert("briefing.ron", manifest.into());
        files.insert("article.md", article.into());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    }

    fn found(article: &str, query: &Query) -> (Vec<String>, bool) {
        let bundle = bundle(article);
        let order = bundle.page_order();
        let Found { hits, loose } = find(&bundle, query);
        let texts = hits.into_iter().filter_map(|hit| match order[hit.row] {
            Item::Block(index) => Some(bundle.article.blocks[index].text[hit.range?].to_owned()),
            _ => None,
        });
        (texts.collect(), loose)
    }

    fn texts(article: &str, query: &Query) -> Vec<String> {
        found(article, query).0
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
    fn signs_that_nobody_sees_and_numbers_of_footnotes_are_in_no_words_way() {
        let article = "Chil\u{ad}dren’s, chil\u{200b}dren's: 2,500[^a] in 2018[^b], 62\u{202f}%.\n\n[^a]: A.\n\n[^b]: B.";
        assert_eq!(texts(article, &query("children’s")), ["Chil\u{ad}dren’s", "chil\u{200b}dren's"]);
        assert_eq!(texts(article, &query("2,500 in 2018")), ["2,5001 in 2018"]);
        assert_eq!(texts(article, &query("62 %")), ["62\u{202f}%"]);
        assert_eq!(texts(article, &query("20182")), Vec::<String>::new());
        let whole = Query { whole_words: true, ..query("2018") };
        assert_eq!(texts(article, &whole), ["2018"]);
    }

    #[test]
    fn signs_of_patterns_are_only_signs() {
        assert_eq!(texts("33% (about)", &query("(")), ["("]);
        assert_eq!(texts("anything", &query("  ")), Vec::<String>::new());
    }

    #[test]
    fn what_is_typed_exactly_is_found_alone_and_else_what_comes_close() {
        let article = "A café in Zürich. The cafe is shut.";
        assert_eq!(found(article, &query("cafe")), (vec!["cafe".to_owned()], false));
        assert_eq!(found(article, &query("zurich")), (vec!["Zürich".to_owned()], true));
        assert_eq!(found(article, &query("theatre")), (vec![], false));
    }

    #[test]
    fn capitals_that_are_to_count_leave_nothing_loose() {
        let case = Query { match_case: true, ..query("zurich") };
        assert_eq!(found("In Zürich", &case), (vec![], false));
    }

    #[test]
    fn hits_come_in_the_order_of_the_page() {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let order = bundle.page_order();
        let hits = find(&bundle, &query("children")).hits;
        assert!(hits.is_sorted_by_key(|hit| (hit.row, hit.range.as_ref().map(|range| range.start))));
        let place = |wanted: &dyn Fn(&Item) -> bool| hits.iter().position(|hit| wanted(&order[hit.row]));
        let call = place(&|item| matches!(item, Item::Call(_))).expect("a call speaks of children");
        let source = place(&|item| matches!(item, Item::Source(_))).expect("a source does");
        let later = hits[call..source].iter().any(|hit| hit.range.is_some());
        assert!(later, "the article goes on after its calls, and so do the hits");
    }

    #[test]
    fn charts_calls_sources_and_key_figures_are_searched_too() {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let order = bundle.page_order();
        let items = |words: &str| -> Vec<Item> {
            let whole = find(&bundle, &query(words)).hits.into_iter().filter(|hit| hit.range.is_none());
            whole.map(|hit| order[hit.row]).collect()
        };
        assert!(items("almost a third").iter().any(|item| matches!(item, Item::Block(_))));
        assert!(items("privacy just 4%").iter().any(|item| matches!(item, Item::Block(_))));
        assert!(items("digital rights").iter().any(|item| matches!(item, Item::Call(_))));
        assert!(items("willispalmer").iter().any(|item| matches!(item, Item::Source(_))));
        assert!(items("put privacy before").contains(&Item::Strip));
    }
}
