//! Where each part of a briefing is written, shaped as the briefing is.

use super::span::Span;

/// The place of a value and of the values inside it. Lists run in step with the decoded ones: an
/// element that could not be decoded is in neither.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    whole: At,
    fields: Vec<Field>,
    nested: Vec<(&'static str, Spans)>,
    elements: Vec<Spans>,
}

/// A field that is written.
#[derive(Clone, Copy, Debug)]
struct Field {
    name: &'static str,
    span: Span,
    is_readable: bool,
}

/// Bytes of one of the bundle's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// Which file.
    pub file: FileIndex,
    /// Which bytes of its text.
    pub span: Span,
}

/// A file whose text faults can have a place in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileIndex {
    /// The manifest.
    #[default]
    Manifest,
    /// A table, by its index in the bundle.
    Table(u16),
}

impl Spans {
    /// A value at `span` of `file`, without anything inside yet.
    #[must_use]
    pub fn new(file: FileIndex, span: Span) -> Spans {
        Spans { whole: At { file, span }, ..Spans::default() }
    }

    /// The whole value, or what stands for it: a group's name.
    #[must_use]
    pub fn whole(&self) -> At {
        self.whole
    }

    /// The value of a field; the whole where the field is not written.
    #[must_use]
    pub fn field(&self, name: &str) -> At {
        self.named(name).map_or(self.whole, |field| At { span: field.span, ..self.whole })
    }

    /// Whether a field is written, be it well or ill.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.named(name).is_some()
    }

    /// Whether a field is written and could be read.
    #[must_use]
    pub fn has_readable(&self, name: &str) -> bool {
        self.named(name).is_some_and(|field| field.is_readable)
    }

    fn named(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// An element of the list that is a field's value.
    #[must_use]
    pub fn element(&self, list: &str, index: usize) -> &Spans {
        let nested = self.nested.iter().find(|(known, _)| *known == list).map(|(_, spans)| spans);
        nested.and_then(|spans| spans.elements.get(index)).unwrap_or(self)
    }

    /// As [`Spans::element`], to add to it.
    pub fn element_mut(&mut self, list: &str, index: usize) -> &mut Spans {
        let nested = self.nested.iter().position(|(known, _)| *known == list);
        match nested.filter(|nested| self.nested[*nested].1.elements.len() > index) {
            Some(nested) => &mut self.nested[nested].1.elements[index],
            None => self,
        }
    }

    /// Keeps where a field is, with what is inside it.
    pub fn add_field(&mut self, name: &'static str, inside: Spans) {
        self.fields.push(Field { name, span: inside.whole.span, is_readable: true });
        if !inside.elements.is_empty() {
            self.nested.push((name, inside));
        }
    }

    /// Keeps where a field is that could not be read.
    pub fn add_unreadable(&mut self, name: &'static str, span: Span) {
        self.fields.push(Field { name, span, is_readable: false });
    }

    /// Keeps where the next element of a list is.
    pub fn add_element(&mut self, element: Spans) {
        self.elements.push(element);
    }

    /// Takes up a group's fields.
    pub(super) fn make_room(&mut self, fields: usize) {
        self.fields.reserve_exact(fields);
    }

    /// Adds elements to the list that is a field's value, which may not be written at all.
    pub fn extend_list(&mut self, list: &'static str, elements: Vec<Spans>) {
        match self.nested.iter_mut().find(|(known, _)| *known == list) {
            Some((_, spans)) => spans.elements.extend(elements),
            None => self.nested.push((list, Spans { whole: self.whole, elements, ..Spans::default() })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Spans {
        Spans::new(FileIndex::Manifest, Span::new(start, end))
    }

    #[test]
    fn what_is_not_written_has_the_place_of_what_it_is_missing_from() {
        let mut poll = span(0, 4);
        poll.add_field("id", span(5, 9));
        assert_eq!(poll.field("id").span, Span::new(5, 9));
        assert_eq!(poll.field("mode"), poll.whole());
        assert_eq!(poll.element("questions", 3).whole(), poll.whole());
        assert!(poll.has("id") && !poll.has("mode"));
        poll.add_unreadable("mode", Span::new(9, 10));
        assert!(poll.has("mode") && !poll.has_readable("mode") && poll.has_readable("id"));
    }

    #[test]
    fn a_list_can_be_added_to_from_another_file() {
        let mut poll = span(0, 4);
        let row = Spans::new(FileIndex::Table(0), Span::new(7, 8));
        poll.extend_list("questions", vec![row]);
        assert_eq!(poll.element("questions", 0).whole().file, FileIndex::Table(0));
    }
}
