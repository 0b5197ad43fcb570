//! The outline over the page's rows, and where links lead among them.

use std::collections::HashMap;

use crate::article::{Kind, Target};
use crate::bundle::{Bundle, Item, Section};
use crate::text::counted;

/// What an outline row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A heading.
    Heading,
    /// A chart.
    Chart,
    /// A call to action.
    Call,
    /// A source.
    Source,
}

/// One row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// Steps in from the left, from 0.
    pub depth: usize,
    /// Its words.
    pub text: String,
    /// What it leads to.
    pub mark: Mark,
    /// A quiet word at the far end: "5 calls", "3".
    pub note: String,
    /// Whether a chart stands here.
    pub has_chart: bool,
    /// How many notes stand here, down to the next row.
    pub notes: usize,
    /// The row of the page that it leads to.
    pub row: usize,
}

/// The outline over the rows.
pub fn outline(bundle: &Bundle, rows: &[Item]) -> Vec<OutlineRow> {
    let mut outline: Vec<OutlineRow> = Vec::new();
    let top = headings(bundle).min().unwrap_or(2);
    let mut depth = 0;
    for (row, item) in rows.iter().enumerate() {
        let entry = match *item {
            Item::Block(index) => match &bundle.article.blocks[index].kind {
                Kind::Heading { level, .. } => {
                    depth = usize::from(level.saturating_sub(top));
                    Some((depth, bundle.article.blocks[index].words().into_owned(), Mark::Heading))
                }
                Kind::Chart { reference, .. } => {
                    let under_own_heading = row > 0
                        && outline.last().is_some_and(|last| {
                            last.row + 3 >= row && last.depth > 0 && last.mark == Mark::Heading
                        });
                    if under_own_heading {
                        outline.last_mut().expect("just looked at").has_chart = true;
                        None
                    } else {
                        Some((depth + 1, chart_title(bundle, reference), Mark::Chart))
                    }
                }
                _ => None,
            },
            Item::Call(call) => Some((depth + 1, bundle.manifest.calls[call].title.clone(), Mark::Call)),
            Item::Section(section) => {
                depth = 0;
                Some((0, section.title().to_owned(), Mark::Heading))
            }
            Item::Source(source) => Some((depth + 1, source_title(bundle, source), Mark::Source)),
            _ => None,
        };
        if let Some((depth, text, mark)) = entry {
            outline.push(OutlineRow {
                depth,
                text,
                mark,
                note: String::new(),
                has_chart: mark == Mark::Chart,
                notes: 0,
                row,
            });
        }
    }
    note_counts(bundle, rows, &mut outline);
    outline
}

fn headings(bundle: &Bundle) -> impl Iterator<Item = u8> {
    bundle.article.blocks.iter().filter_map(|block| match block.kind {
        Kind::Heading { level, .. } => Some(level),
        _ => None,
    })
}

/// A source's title, or what else names it.
fn source_title(bundle: &Bundle, source: usize) -> String {
    let source = &bundle.manifest.sources[source];
    let names = [&source.title, &source.publisher, &source.url, &source.id];
    names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

/// The words over a chart: its question, or its poll's name.
pub fn chart_title(bundle: &Bundle, reference: &str) -> String {
    let whole_poll = || bundle.poll(reference).map(|poll| poll.name().to_owned());
    let question = bundle.question(reference).map(|(_, question)| question.title.clone());
    question.or_else(whole_poll).unwrap_or_else(|| reference.to_owned())
}

/// "5 calls" beside the heading that holds them, "3" beside Sources.
fn note_counts(bundle: &Bundle, rows: &[Item], outline: &mut [OutlineRow]) {
    for index in 0..outline.len() {
        let calls = outline[index + 1..].iter().take_while(|entry| entry.mark == Mark::Call).count();
        let entry = &mut outline[index];
        if entry.mark == Mark::Heading && calls > 0 {
            entry.note = counted(calls, "call");
        }
        if rows[entry.row] == Item::Section(Section::Sources) {
            entry.note = bundle.manifest.sources.len().to_string();
        }
    }
}

/// Where links lead: the row of each call, source, chart, footnote and heading.
pub struct Places {
    rows: HashMap<String, usize>,
}

impl Places {
    /// Finds all places among the rows.
    pub fn new(bundle: &Bundle, rows: &[Item]) -> Places {
        let mut places = HashMap::new();
        for (row, item) in rows.iter().enumerate() {
            let name = match *item {
                Item::Call(call) => format!("call:{}", bundle.manifest.calls[call].id),
                Item::Source(source) => format!("source:{}", bundle.manifest.sources[source].id),
                Item::Block(index) => match (
                    &bundle.article.blocks[index].kind,
                    bundle.article.blocks[index].containers.first(),
                ) {
                    (Kind::Heading { anchor, .. }, _) => format!("#{anchor}"),
                    (Kind::Chart { reference, .. }, _) => {
                        // The charts of a whole poll are where links to its questions lead.
                        for question in bundle.poll(reference).iter().flat_map(|poll| &poll.questions) {
                            places.entry(format!("poll:{reference}/{}", question.id)).or_insert(row);
                        }
                        format!("poll:{reference}")
                    }
                    (_, Some(crate::article::Container::Footnote { label, first: true, .. })) => {
                        format!("^{label}")
                    }
                    _ => continue,
                },
                _ => continue,
            };
            places.entry(name).or_insert(row);
        }
        Places { rows: places }
    }

    /// The row that a link leads to, if it leads to this page.
    pub fn of(&self, target: &Target) -> Option<usize> {
        let name = match target {
            Target::Figure(reference) => {
                let question: Vec<&str> = reference.split('/').take(2).collect();
                format!("poll:{}", question.join("/"))
            }
            Target::Poll(reference) => format!("poll:{reference}"),
            Target::Call(id) => format!("call:{id}"),
            Target::Source(id) => format!("source:{id}"),
            Target::Footnote { label, .. } => format!("^{label}"),
            Target::Heading(anchor) => format!("#{anchor}"),
            Target::Web(_) | Target::Other(_) => return None,
        };
        self.rows.get(&name).copied()
    }
}
