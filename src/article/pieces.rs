//! Reads a long article piece by piece.
//!
//! The parser holds the structure of all that it is given before it says a word of it: for an
//! article of many megabytes, more memory than the article itself, made and thrown away. So the
//! text is cut before headings, where what comes before has no say in what comes after. Where that
//! is not certain it stays in one piece: what is read must be the same.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::mpsc;

use memchr::{memchr2_iter, memmem};
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use unicase::UniCase;

use super::footnotes::Piece;

/// Bytes that a piece has at least: what is read of it stays in the processor's own memory.
const LEAST: usize = 32 * 1024;
/// From so many bytes on, another thread reads ahead of who is told.
const LONG: usize = 1024 * 1024;
/// Pieces that are read ahead.
const AHEAD: usize = 8;

/// Hands on what the source says, in order, with its bytes in the source. After each piece `go_on`
/// hears how many bytes of it are read; `false` ends the reading.
pub(super) fn read<'s>(
    source: &'s str,
    mut take: impl FnMut(Piece<'s>),
    mut go_on: impl FnMut(usize) -> bool,
) {
    if source.len() < LONG {
        return read_in_pieces(source, LEAST, |read, end| {
            read.drain(..).for_each(&mut take);
            go_on(end)
        });
    }
    std::thread::scope(|scope| {
        let (tell, told) = mpsc::sync_channel(AHEAD);
        let (give_back, given_back) = mpsc::channel();
        scope.spawn(move || {
            read_in_pieces(source, LEAST, |read, end| {
                let empty: Vec<Piece<'s>> = given_back.try_recv().unwrap_or_default();
                tell.send((std::mem::replace(read, empty), end)).is_ok()
            });
        });
        while let Ok((mut read, end)) = told.recv() {
            read.drain(..).for_each(&mut take);
            // Where the reading has come to its end, nobody wants it.
            let _ = give_back.send(read);
            if !go_on(end) {
                break;
            }
        }
        // Whoever reads ahead finds that out at its next piece.
        drop(told);
    });
}

/// Hands on what each piece says, to be emptied, and where it ends; `false` ends the reading.
fn read_in_pieces<'s>(
    source: &'s str,
    least: usize,
    mut hand_on: impl FnMut(&mut Vec<Piece<'s>>, usize) -> bool,
) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let cuts = if source.len() > least { Cuts::of(source) } else { Cuts::Nowhere };
    let mut read = Vec::new();
    let mut start = 0;
    let mut length = least;
    while start < source.len() {
        let end = cuts.after(source, start.saturating_add(length)).unwrap_or(source.len());
        let events = Parser::new_ext(&source[start..end], options).into_offset_iter();
        read.extend(events.map(|(event, range)| (event, start + range.start..start + range.end)));
        if end < source.len() && may_go_on_behind(&read) {
            // Twice as long, so that a text which cannot be cut is not read again and again.
            length = (end - start).saturating_mul(2);
            read.clear();
            continue;
        }
        if !hand_on(&mut read, end) {
            return;
        }
        start = end;
        length = least;
    }
}

/// Whether the last block may be one that a heading does not end: code or HTML that is not closed.
fn may_go_on_behind(read: &[Piece<'_>]) -> bool {
    matches!(read.last(), Some((Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock), _)))
}

/// Where a source may be cut.
enum Cuts {
    /// It is to be read whole.
    Nowhere,
    /// Before headings that are not within these: from a footnote's first mark to its last, if one
    /// of them defines it. In order, without overlaps.
    Outside(Vec<Range<usize>>),
}

impl Cuts {
    fn of(source: &str) -> Cuts {
        match footnotes(source) {
            Some(notes) => Cuts::Outside(merged(notes)),
            None => Cuts::Nowhere,
        }
    }

    /// The first place to cut at or after a byte.
    fn after(&self, source: &str, from: usize) -> Option<usize> {
        let Cuts::Outside(notes) = self else { return None };
        let bytes = source.as_bytes();
        let places = memmem::find_iter(bytes.get(from..)?, HEADING_AFTER_BLANK).map(|at| from + at + 2);
        let within = |place: usize| {
            let next = notes.partition_point(|note| note.end <= place);
            notes.get(next).is_some_and(|note| note.start < place)
        };
        places.into_iter().find(|place| is_heading(&bytes[*place..]) && !within(*place))
    }
}

const HEADING_AFTER_BLANK: &[u8] = b"\n\n#";

fn is_heading(line: &[u8]) -> bool {
    let marks = line.iter().take_while(|byte| **byte == b'#').count();
    marks <= 6 && matches!(line.get(marks), Some(b' ' | b'\t' | b'\n'))
}

/// The stretches that footnotes hold together. `None` where links may be defined apart from where
/// they stand: they can be used anywhere.
fn footnotes(source: &str) -> Option<Vec<Range<usize>>> {
    let bytes = source.as_bytes();
    let mut notes: HashMap<UniCase<&str>, (Range<usize>, bool)> = HashMap::new();
    let mut opened = None;
    for at in memchr2_iter(b'[', b']', bytes) {
        if bytes[at] == b'[' {
            opened = Some(at);
            continue;
        }
        let defines = bytes.get(at + 1) == Some(&b':');
        let label = opened.take().and_then(|open| Some((open, source[open + 1..at].strip_prefix('^')?)));
        match label {
            Some((open, label)) if !label.contains(|sign: char| sign.is_whitespace() || sign == '\\') => {
                let (stretch, defined) = notes.entry(UniCase::new(label)).or_insert((open..at + 1, false));
                stretch.end = at + 1;
                *defined |= defines;
            }
            _ if defines => return None,
            _ => {}
        }
    }
    Some(notes.into_values().filter(|(_, defined)| *defined).map(|(stretch, _)| stretch).collect())
}

fn merged(mut stretches: Vec<Range<usize>>) -> Vec<Range<usize>> {
    stretches.sort_unstable_by_key(|stretch| stretch.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        match merged.last_mut() {
            Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
            _ => merged.push(stretch),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is said of a source, and in how many pieces it was read.
    fn read_by(source: &str, least: usize) -> (Vec<Piece<'_>>, usize) {
        let (mut all, mut pieces) = (Vec::new(), 0);
        read_in_pieces(source, least, |read, _| {
            all.append(read);
            pieces += 1;
            true
        });
        (all, pieces)
    }

    const FRAGMENTS: [&str; 45] = [
        "## Heading\n\n",
        "# Another *one*\n\n",
        "#no heading\n\n",
        "### Three ###\n",
        "Words[^a] and more.\n\n",
        "Words[^B] with `code`.\n",
        "[^a]: A note.\n\n",
        "[^b]: Another,\n    with two lines.\n\n    And a paragraph.\n\n",
        "[^c]: ```\n    code\n\n",
        "See [there][ref] and [ref].\n\n",
        "[ref]: https://example.org\n\n",
        "A [link](https://example.org): and so on.\n\n",
        "- item\n- item\n\n  more of it\n",
        "- ```\n  code in an item\n\n",
        "1. one\n\n",
        "> quoted\n",
        "> ```\n> code\n\n",
        "```\ncode\n",
        "```\n",
        "~~~ text\n",
        "~~~\n\n",
        "    indented code\n\n",
        "<!-- a comment\n\n",
        "-->\n\n",
        "<script>\n",
        "</script>\n\n",
        "<div>\n\n",
        "</div>\n\n",
        "| a | b |\n|---|---|\n| 1 | 2[^a] |\n\n",
        "Setext\n======\n\n",
        "***\n\n",
        "![chart](poll:a/b)\n\n",
        "\\[^a] and \\`\n\n",
        "tail without an end",
        "\n",
        "\r\n\r\n## After other line ends\r\n\r\n",
        "  \n\n",
        "`open **open [open\n\n",
        "> [!NOTE]\n> Words.\n\n",
        "> [!warning]\n",
        "- [ ] to do\n- [x] done\n\n",
        "Words <br> and <b>more <!-- and\nless --></b>.\n\n",
        "<details>\n<summary>More</summary>\n\n",
        "</details>\n",
        "---\ntitle: a field\n---\n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn pieces_say_what_the_whole_says(parts in prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..24)) {
            let source = parts.concat();
            let (whole, _) = read_by(&source, usize::MAX);
            let (pieces, _) = read_by(&source, 1);
            prop_assert_eq!(pieces, whole);
        }
    }

    #[test]
    fn a_plain_article_is_cut_before_its_headings() {
        let source = "# One\n\nText[^a].\n\n[^a]: A note.\n\n## Two\n\n- item\n\n## Three\n\nText.\n";
        assert_eq!(read_by(source, 1).1, 3);
    }

    #[test]
    fn what_holds_parts_together_keeps_them_in_one_piece() {
        for source in [
            "# One\n\nText[^a].\n\n## Two\n\n[^A]: A note.\n",
            "# One\n\n[Text].\n\n## Two\n\n[text]: https://example.org\n",
            "# One\n\n```\n\n## Two\n\n```\n",
            "# One\n\n<!--\n\n## Two\n\n-->\n",
        ] {
            assert_eq!(read_by(source, 1).1, 1, "{source}");
        }
    }

    /// Longer than what is read ahead of.
    fn long() -> String {
        "# Heading\n\nText with *emphasis*[^a].\n\n[^a]: A note.\n\n".repeat(LONG / 40)
    }

    #[test]
    fn what_is_read_ahead_comes_in_order() {
        let source = long().replace("[^a]", "");
        let (mut ahead, mut told) = (Vec::new(), Vec::new());
        read(
            &source,
            |piece| ahead.push(piece),
            |end| {
                told.push(end);
                true
            },
        );
        assert!(ahead == read_by(&source, usize::MAX).0);
        assert!(told.len() > 2 * AHEAD && told.is_sorted() && told.last() == Some(&source.len()));
    }

    #[test]
    fn reading_ends_where_nobody_wants_more() {
        for source in [long().replace("[^a]", ""), "# One\n\n".to_owned()] {
            let mut told = Vec::new();
            read(
                &source,
                |_| {},
                |end| {
                    told.push(end);
                    told.len() < 2
                },
            );
            assert_eq!(told.len(), if source.len() < LONG { 1 } else { 2 });
        }
    }
}
