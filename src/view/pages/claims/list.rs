//! What the Claims view lists: each number with a few words around it, grouped by section.

use std::ops::Range;

use crate::article::{Container, Kind};
use crate::bundle::{Bundle, CheckedClaim, ClaimStatus, Found};
use crate::poll::grouped;
use crate::ui::dotted;

/// Words shown on either side of a number, in bytes at most.
const AROUND: usize = 56;

/// The numbers under one heading.
pub struct Section {
    /// The heading's words.
    pub heading: String,
    /// In reading order.
    pub entries: Vec<Entry>,
}

/// One number of the article.
pub struct Entry {
    /// Its block's index in the article.
    pub block: usize,
    /// A few words before it.
    pub before: String,
    /// The number as the article says it.
    pub words: String,
    /// A few words after it.
    pub after: String,
    /// What the source printed, the question, the poll. Empty where there is no figure.
    pub figure: String,
    /// How the two stand to each other.
    pub status: Status,
    at: usize,
}

/// How a number stands to its figure; without one, it has no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is linked.
    Claimed(ClaimStatus),
    /// It looks like a figure and is linked to none.
    NoSource,
}

impl Status {
    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Status::Claimed(ClaimStatus::Agrees) => "agrees",
            Status::Claimed(ClaimStatus::Differs) => "differs",
            Status::Claimed(ClaimStatus::Firmer) => "firmer than its source",
            Status::Claimed(ClaimStatus::NoSuchFigure) => "no such figure",
            Status::Claimed(ClaimStatus::NoNumber) => "no number to compare",
            Status::NoSource => "no source",
        }
    }

    /// Whether a reader should look twice.
    pub fn needs_care(self) -> bool {
        !matches!(self, Status::Claimed(ClaimStatus::Agrees | ClaimStatus::NoNumber))
    }
}

impl Entry {
    /// As it is read aloud.
    pub fn spoken(&self) -> String {
        let figure = if self.figure.is_empty() { String::new() } else { format!(": {}", self.figure) };
        format!("{}, {}{figure}", self.words, self.status.words())
    }
}

/// All numbers of the article, under the headings they stand under.
pub fn sections(bundle: &Bundle) -> Vec<Section> {
    let claims = bundle.claims_checked().into_iter().map(|claim| {
        let figure = figure(&claim);
        entry(bundle, claim.block, claim.range, figure, Status::Claimed(claim.status))
    });
    let numbers = (bundle.numbers_unsourced().into_iter())
        .map(|number| entry(bundle, number.block, number.range, String::new(), Status::NoSource));
    let mut entries: Vec<Entry> = claims.chain(numbers).collect();
    entries.sort_by_key(|entry| (entry.block, entry.at));
    let outline = bundle.article.outline();
    let mut sections: Vec<Section> = Vec::new();
    for entry in entries {
        let containers = &bundle.article.blocks[entry.block].containers;
        let above = outline.partition_point(|heading| heading.block <= entry.block).checked_sub(1);
        let heading = match (containers.first(), above) {
            (Some(Container::Footnote { .. }), _) => "Notes",
            (_, Some(above)) => &outline[above].text,
            (_, None) => "Before the first heading",
        };
        match sections.last_mut().filter(|section| section.heading == heading) {
            Some(section) => section.entries.push(entry),
            None => sections.push(Section { heading: heading.to_owned(), entries: vec![entry] }),
        }
    }
    sections
}

/// "14 claims, all as their figures say." or what is not.
pub fn summary(sections: &[Section]) -> String {
    let all = || sections.iter().flat_map(|section| &section.entries);
    let count = |is: &dyn Fn(Status) -> bool| all().filter(|entry| is(entry.status)).count();
    let unsourced = count(&|status| status == Status::NoSource);
    let claims = all().count() - unsourced;
    let off = count(&|status| status.needs_care()) - unsourced;
    let number = |count: usize| grouped(count as u64);
    let agreement = match (claims, off) {
        (0, _) => "The article makes no claims that are linked to figures.".to_owned(),
        (1, 0) => "One claim, and it says what its figure says.".to_owned(),
        (claims, 0) => format!("{} claims, and each says what its figure says.", number(claims)),
        (1, _) => "One claim, and it does not say what its figure says.".to_owned(),
        (claims, off) if claims == off => {
            format!("{} claims, and none says what its figure says.", number(claims))
        }
        (claims, 1) => format!("{} claims; one of them does not say what its figure says.", number(claims)),
        (claims, off) => {
            format!("{} claims; {} of them do not say what their figures say.", number(claims), number(off))
        }
    };
    let more = if claims > 0 { "more " } else { "" };
    match unsourced {
        0 => agreement,
        1 => format!("{agreement} One {more}number has no source."),
        count => format!("{agreement} {} {more}numbers have no source.", number(count)),
    }
}

fn entry(bundle: &Bundle, block: usize, range: Range<usize>, figure: String, status: Status) -> Entry {
    let content = &bundle.article.blocks[block];
    let row = if matches!(content.kind, Kind::Table(_)) {
        row(&content.text, range.clone())
    } else {
        0..content.text.len()
    };
    let (text, range) = (&content.text[row.clone()], range.start - row.start..range.end - row.start);
    let at = row.start + range.start;
    let plain = |text: &str| text.replace(['\n', '\t'], " ");
    Entry {
        block,
        before: plain(&words_before(&text[..range.start])),
        words: plain(&text[range.clone()]),
        after: plain(&words_after(&text[range.end..])),
        figure,
        status,
        at,
    }
}

/// “more than half” · Which matters more (Detection) · NSPCC/YouGov, April 2021
fn figure(claim: &CheckedClaim<'_>) -> String {
    match claim.found {
        Some(Found::Answer { poll, question, answer }) => {
            let printed = if answer.printed.is_empty() {
                "not reported".to_owned()
            } else {
                format!("“{}”", answer.printed)
            };
            let title = question.title.trim_end_matches('?');
            dotted(&[&*printed, &format!("{title} ({})", answer.label), poll.name()])
        }
        Some(Found::Figure(figure)) => dotted(&[&*format!("“{}”", figure.printed), &figure.what]),
        Some(Found::Poll(_) | Found::Question { .. }) | None => claim.reference.to_owned(),
    }
}

/// The row of a table's text that a place stands in.
fn row(text: &str, place: Range<usize>) -> Range<usize> {
    let start = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
    start..text[place.end..].find('\n').map_or(text.len(), |end| place.end + end)
}

/// The last words of a text, from the start of its last sentence where that is near.
fn words_before(text: &str) -> String {
    if text.len() <= AROUND {
        return text.to_owned();
    }
    let near = &text[text.ceil_char_boundary(text.len() - AROUND)..];
    match near.rfind(". ") {
        Some(end) => near[end + 2..].to_owned(),
        None => format!("… {}", near.split_once(' ').map_or(near, |(_, words)| words)),
    }
}

/// The first words of a text, to the end of its first sentence where that is near.
fn words_after(text: &str) -> String {
    let near = &text[..text.floor_char_boundary(AROUND)];
    match near.find(". ") {
        Some(end) => near[..=end].to_owned(),
        None if near.len() == text.len() => text.to_owned(),
        None => format!("{} …", near.rsplit_once(' ').map_or(near, |(words, _)| words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_a_table_stands_in_its_row() {
        let text = "Answer\tShare\nYes\t71%\nNo\t29%";
        let at = text.find("71%").expect("it is there");
        assert_eq!(&text[row(text, at..at + 3)], "Yes\t71%");
    }

    #[test]
    fn what_does_not_agree_is_counted() {
        let section = |statuses: &[ClaimStatus]| {
            let entries = statuses.iter().map(|status| Entry {
                block: 0,
                before: String::new(),
                words: String::new(),
                after: String::new(),
                figure: String::new(),
                status: Status::Claimed(*status),
                at: 0,
            });
            [Section { heading: String::new(), entries: entries.collect() }]
        };
        let (agrees, differs) = (ClaimStatus::Agrees, ClaimStatus::Differs);
        for (statuses, said) in [
            (&[agrees, agrees][..], "2 claims, and each says what its figure says."),
            (&[differs, differs], "2 claims, and none says what its figure says."),
            (&[agrees, differs], "2 claims; one of them does not say what its figure says."),
            (&[differs, agrees, differs], "3 claims; 2 of them do not say what their figures say."),
        ] {
            assert_eq!(summary(&section(statuses)), said);
        }
        let mut unsourced = section(&[agrees; 1_200]);
        for entry in &mut unsourced[0].entries {
            entry.status = Status::NoSource;
        }
        let said = "The article makes no claims that are linked to figures. 1,200 numbers have no source.";
        assert_eq!(summary(&unsourced), said);
    }

    #[test]
    fn the_words_around_a_number_are_whole_words_of_its_sentence() {
        let long = "word ".repeat(40);
        assert_eq!(words_before(&format!("{long}end. Of these ")), "Of these ");
        assert_eq!(words_before("Short "), "Short ");
        assert!(words_before(&long).starts_with("… word "));
        assert_eq!(words_after(" agreed. Others did not."), " agreed.");
        assert!(words_after(&format!(" {long}")).ends_with("word …"));
        assert!(words_after(&"é".repeat(90)).ends_with(" …"));
    }
}
