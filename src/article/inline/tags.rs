//! Tags of HTML around words.

use std::ops::Range;

use super::Writer;
use super::open::{Does, MOST_OPEN, Mark, OpenTag};
use crate::article::block::Target;

impl Writer<'_> {
    /// Opens a tag that marks words.
    pub(in crate::article) fn open_tag(&mut self, name: &str, mark: Mark) {
        self.pass_unseen();
        if self.picture.is_none() && self.tags.len() < MOST_OPEN {
            self.start_mark(mark);
            self.tags.push(OpenTag { name: name.to_owned(), does: Does::Mark(mark) });
        }
    }

    /// Opens a link's tag; without a target it is none.
    pub(in crate::article) fn open_link_tag(
        &mut self,
        name: &str,
        target: Option<Target>,
        source: Range<usize>,
    ) {
        self.pass_unseen();
        if self.picture.is_some() || self.tags.len() >= MOST_OPEN {
            return;
        }
        let does = match target {
            None => Does::Nothing,
            Some(_) if self.link.is_some() => Does::NestedLink,
            Some(target) => {
                self.link = Some((target, source.clone()));
                Does::Link { source }
            }
        };
        self.tags.push(OpenTag { name: name.to_owned(), does });
    }

    /// Closes the innermost open tag of that name, and what is open in it. Says whether there was one.
    pub(in crate::article) fn close_tag(&mut self, name: &str, source: &Range<usize>) -> bool {
        self.pass_unseen();
        let opened = self.tags.iter().rposition(|tag| tag.name.eq_ignore_ascii_case(name));
        let Some(opened) = opened.filter(|_| self.picture.is_none()) else { return false };
        for tag in self.tags.split_off(opened).into_iter().rev() {
            self.end_tag(tag.does, source.end);
        }
        true
    }

    /// A footnote's mark in the link of a tag parts it in two.
    pub(super) fn part_tags_link(&mut self, mark: &Range<usize>) {
        let opened = self.tags.iter().rposition(|tag| matches!(tag.does, Does::Link { .. }));
        let Some(tag) = opened.and_then(|opened| self.tags.get_mut(opened)) else { return };
        let rest = Does::Link { source: mark.end..mark.end };
        let before = std::mem::replace(&mut tag.does, rest);
        let link = self.link.take();
        self.end_tag(before, mark.start);
        self.link = link.map(|(target, _)| (target, mark.end..mark.end));
    }

    /// Ends what a tag did to the words up to `end` of the source.
    fn end_tag(&mut self, does: Does, end: usize) {
        match does {
            Does::Mark(mark) => self.end_mark(mark),
            Does::Link { source } => {
                self.link = None;
                let written = self.runs.iter_mut().rev().take_while(|run| run.source == source);
                written.for_each(|run| run.source.end = run.source.end.max(end));
            }
            Does::NestedLink | Does::Nothing => {}
        }
    }

    /// Ends the tags that are open: none goes on in the next block, or cell.
    pub(in crate::article) fn close_tags(&mut self) {
        for tag in std::mem::take(&mut self.tags).into_iter().rev() {
            self.end_tag(tag.does, self.read_to);
        }
        self.after_space = false;
    }

    /// The marks whose tags are open, from the outside in.
    pub(in crate::article) fn open_marks(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.tags.iter().filter_map(|tag| match tag.does {
            Does::Mark(mark) => Some((tag.name.as_str(), mark)),
            _ => None,
        })
    }
}
