//! `settings.ron`: the person's settings, one value a line.

use crate::library::fields::{EachField, Fields, Put, Take};
use crate::view::Settings;

/// The file's name.
pub(crate) const FILE: &str = "settings.ron";

/// Takes the settings from a file's values. Those that cannot be read have their default; the second part
/// says which and why.
pub(crate) fn take(fields: &mut Fields) -> (Settings, Vec<String>) {
    let mut settings = Settings::default();
    let mut taken = Take::from(fields);
    each(&mut settings, &mut taken);
    (settings, taken.unread)
}

/// Puts the settings into a file's values.
pub(crate) fn put(fields: &mut Fields, mut settings: Settings) {
    each(&mut settings, &mut Put(fields));
}

fn each(settings: &mut Settings, visit: &mut impl EachField) {
    let usual = Settings::default();
    let Settings { theme, text_size, face, line_length, reduced_motion } = settings;
    visit.field("theme", theme, &usual.theme);
    visit.field("text_size", text_size, &usual.text_size);
    visit.field("face", face, &usual.face);
    visit.field("line_length", line_length, &usual.line_length);
    visit.field("reduced_motion", reduced_motion, &usual.reduced_motion);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{LineLength, ReducedMotion, TextFace, ThemeChoice};
    use crate::view::TextSize;

    #[test]
    fn what_is_put_is_taken_again() {
        let chosen = Settings {
            theme: ThemeChoice::Ink,
            text_size: TextSize::new(150),
            face: TextFace::Atkinson,
            line_length: LineLength::Short,
            reduced_motion: ReducedMotion::Always,
        };
        let mut fields = Fields::default();
        put(&mut fields, chosen);
        let (mut again, why) = Fields::read(&fields.to_string());
        assert_eq!(why, None);
        assert_eq!(take(&mut again), (chosen, vec![]));
    }

    #[test]
    fn a_bad_value_costs_no_other_and_what_another_version_knows_is_kept() {
        let text = "(theme: Dusk, text_size: 130, face: 7, margin: Wide(3))";
        let (mut fields, _) = Fields::read(text);
        let (mut settings, why) = take(&mut fields);
        assert_eq!(why.len(), 2, "{why:?}");
        assert_eq!(settings, Settings { text_size: TextSize::new(130), ..Settings::default() });
        settings.line_length = LineLength::Long;
        settings.face = TextFace::Inter;
        put(&mut fields, settings);
        let text = fields.to_string();
        for kept in ["theme: Dusk", "text_size: 130", "face: Inter", "line_length: Long", "margin: Wide(3)"] {
            assert!(text.contains(kept), "{kept} is not in {text}");
        }
    }
}
