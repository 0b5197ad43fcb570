//! Where the entries of a page stand, so that the one at the top stays there when the page is set
//! anew: in another width or text size.

use egui::Ui;

/// The tops of a page's entries, and which of them is held.
#[derive(Default)]
pub struct EntryMarks {
    /// In points below the page's own top; the first is that top.
    tops: Vec<f32>,
    origin: f32,
    /// The entry at the top since somebody scrolled, and the points of it that are above the view.
    held: Option<(usize, f32)>,
    /// The width and the pixels of a point that the page is set in.
    set_in: Option<(f32, f32)>,
    /// Whether the page was moved to what is held.
    moved: bool,
    offset: f32,
}

impl EntryMarks {
    /// Called at the page's top, before its entries are drawn.
    pub fn begin(&mut self, ui: &Ui) {
        self.origin = ui.cursor().top();
        self.tops.clear();
        self.tops.push(0.0);
    }

    /// Called where an entry begins.
    pub fn mark(&mut self, ui: &Ui) {
        self.tops.push(ui.cursor().top() - self.origin);
    }

    /// Called when the page is drawn and stands at `offset`; where to move it to, if it was set anew.
    pub fn end(&mut self, ui: &Ui, width: f32, offset: f32) -> Option<f32> {
        let set_in = (width, ui.pixels_per_point());
        let anew = self.set_in.replace(set_in).is_some_and(|before| before != set_in);
        if anew
            && let Some((entry, beyond)) = self.held
            && let Some(top) = self.tops.get(entry)
        {
            self.moved = true;
            return Some(top + beyond);
        }
        // The end of the page may keep what is held from the top: nobody has scrolled.
        let scrolled = (offset - self.offset).abs() > 0.5 && !std::mem::take(&mut self.moved);
        self.offset = offset;
        if scrolled {
            let entry = self.tops.partition_point(|top| *top <= offset).saturating_sub(1);
            self.held = self.tops.get(entry).map(|top| (entry, offset - top));
        }
        None
    }
}
