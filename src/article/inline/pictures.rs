//! Pictures amid words, and alone on their line.

use super::Writer;
use super::open::{Line, LonePicture, OpenPicture, Picture};
use crate::article::block::{Run, Target};

impl<'s> Writer<'s> {
    pub(in crate::article) fn is_in_picture(&self) -> bool {
        self.picture.is_some()
    }

    pub(in crate::article) fn start_picture(&mut self, picture: Picture<'s>) {
        if let Some(open) = &mut self.picture {
            open.nested += 1;
            return;
        }
        if matches!(self.line, Line::Picture(_)) {
            self.line = Line::Words;
        }
        self.picture = Some(OpenPicture { picture, text_start: self.text.len(), nested: 0 });
    }

    pub(in crate::article) fn end_picture(&mut self) {
        if let Some(open) = self.picture.as_mut().filter(|open| open.nested > 0) {
            open.nested -= 1;
            return;
        }
        let Some(OpenPicture { picture, text_start, .. }) = self.picture.take() else { return };
        if text_start < self.text.len() {
            self.after_space = false;
            let (target, source) = self
                .link
                .clone()
                .unwrap_or_else(|| (Target::of(&picture.destination), picture.source.clone()));
            let range = text_start..self.text.len();
            self.runs.push(Run { range, source, style: self.style, target: Some(target) });
        }
        self.line = match self.line {
            Line::Empty => Line::Picture(picture),
            _ => Line::Words,
        };
    }

    /// If the current line holds a picture and nothing else, takes it and all that was before it.
    /// A link or emphasis around the picture alone goes; one that goes on beyond the line keeps it.
    pub(in crate::article) fn take_lone_picture(&mut self) -> Option<LonePicture<'s>> {
        if self.link.is_some() || !matches!(self.line, Line::Picture(_)) {
            return None;
        }
        let Line::Picture(picture) = std::mem::replace(&mut self.line, Line::Empty) else { return None };
        let alt = self.text.split_off(self.line_text);
        self.runs.truncate(self.line_runs);
        self.drop_last_byte();
        let (text, runs) = self.take();
        Some(LonePicture { text, runs, picture, alt })
    }
}
