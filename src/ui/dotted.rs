//! Facts side by side: "Children First · 20 April 2021 · 4 min".

/// Joins facts with dots; a dot stays with what stands before it, so that no line begins with one.
#[must_use]
pub fn dotted<S: AsRef<str>>(facts: &[S]) -> String {
    facts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("\u{a0}· ")
}

#[cfg(test)]
mod tests {
    use super::dotted;
    use egui::text::LayoutJob;

    #[test]
    fn no_line_begins_with_a_dot() {
        let ctx = egui::Context::default();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for width in 60..200 {
                let font = egui::FontId::proportional(12.0);
                let words = dotted(&["about the survey of 2023", "3 min", "edition 1"]);
                let job = LayoutJob::simple(words, font, egui::Color32::BLACK, width as f32);
                let galley = ui.painter().layout_job(job);
                let rows = galley.rows.iter().map(|row| row.text());
                let begun: Vec<String> = rows.filter(|row| row.starts_with(['·', '\u{a0}'])).collect();
                assert!(begun.is_empty(), "{width}: {begun:?}");
            }
        });
        output.textures_delta.clear();
    }
}
