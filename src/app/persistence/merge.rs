//! Merges what several windows write to one data folder, so that none loses another's changes.

use crate::library::fields::Fields;

/// Values that one window decides alone, since they belong together: the window that was closed last comes
/// back with its briefings. Those of the others are among the ones read recently.
const WHOLE: [&str; 3] = ["open", "current", "view"];

/// The briefings read recently, which are kept from every window.
const RECENT: &str = "recent";

/// What a file should say: `ours` is what this window knows, `base` what it knew when it last read or wrote
/// the file, and `theirs` what the file says now. A value that this window has not changed stays as another
/// one left it.
pub(crate) fn merged(ours: &Fields, base: &Fields, theirs: &Fields) -> Fields {
    let mut merged = ours.clone();
    for name in theirs.names().filter(|name| !WHOLE.contains(name)) {
        if name == RECENT {
            let [ours, base, theirs] = [ours, base, theirs].map(recent);
            merged.put(RECENT, &lists_merged(&ours, &base, &theirs), &Vec::new());
        } else if ours.is_same(base, name) {
            merged.copy(name, theirs);
        }
    }
    merged
}

fn recent(fields: &Fields) -> Vec<Fields> {
    let mut recent = Vec::new();
    // What cannot be read counts as absent.
    let _ = fields.clone().take(RECENT, &mut recent);
    recent
}

/// Merges lists that have the latest first: what was added here comes before what was added there; what was
/// removed in either is removed.
fn lists_merged(ours: &[Fields], base: &[Fields], theirs: &[Fields]) -> Vec<Fields> {
    let among = |list: &[Fields], entry: &Fields| list.iter().any(|other| other.is_same(entry, "briefing"));
    // An entry moves to the front only, so the ones that have not moved end the list in their old order.
    let mut old = base.iter().rev();
    let stayed =
        ours.iter().rev().take_while(|entry| old.any(|known| known.is_same(entry, "briefing"))).count();
    let (moved, stayed) = ours.split_at(ours.len() - stayed);
    let rest = theirs.iter().filter(|entry| {
        let dropped_here = among(base, entry) && !among(ours, entry);
        !among(moved, entry) && !dropped_here
    });
    let rest = rest.map(|entry| {
        let own = stayed.iter().find(|own| own.is_same(entry, "briefing"));
        own.filter(|own| !base.contains(own)).unwrap_or(entry)
    });
    moved.iter().chain(rest).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Fields {
        let (fields, why) = Fields::read(text);
        assert_eq!(why, None, "{text}");
        fields
    }

    fn lately(ids: &str) -> Fields {
        let entries: Vec<String> =
            ids.chars().map(|id| format!("(briefing: BuiltIn(\"{id}\"), at: 1)")).collect();
        fields(&format!("(recent: [{}])", entries.join(", ")))
    }

    fn ids(fields: &Fields) -> String {
        recent(fields).iter().map(|entry| entry.to_string().split('"').nth(1).unwrap().to_owned()).collect()
    }

    #[test]
    fn a_value_that_was_not_touched_here_stays_as_another_window_left_it() {
        let base = fields("(theme: Paper, text_size: 100, open: [1], current: Some(0))");
        let ours = fields("(theme: Paper, text_size: 120, open: [1], current: Some(0), face: Inter)");
        let theirs = fields("(theme: Ink, text_size: 80, open: [2, 3], current: Some(1), later: 7)");
        assert_eq!(
            merged(&ours, &base, &theirs).to_string(),
            fields("(theme: Ink, text_size: 120, open: [1], current: Some(0), face: Inter, later: 7)")
                .to_string()
        );
    }

    #[test]
    fn what_was_read_lately_in_either_window_is_kept_and_what_was_forgotten_in_either_is_not() {
        for (ours, base, theirs, both) in [
            ("cab", "ab", "dab", "cdab"),
            ("ba", "ab", "ab", "ba"),
            ("ab", "ab", "ba", "ba"),
            ("a", "ab", "cab", "ca"),
            ("cab", "ab", "b", "cb"),
            ("ab", "", "cd", "abcd"),
            ("ab", "ab", "", ""),
            ("", "", "ab", "ab"),
        ] {
            let merged = merged(&lately(ours), &lately(base), &lately(theirs));
            assert_eq!(ids(&merged), both, "{ours} from {base}, beside {theirs}");
        }
    }

    #[test]
    fn where_one_was_in_a_briefing_is_as_the_window_left_it_that_read_it() {
        let base = lately("ab");
        let ours = fields("(recent: [(briefing: BuiltIn(\"a\"), at: 5), (briefing: BuiltIn(\"b\"), at: 1)])");
        let theirs =
            fields("(recent: [(briefing: BuiltIn(\"b\"), at: 9), (briefing: BuiltIn(\"a\"), at: 1)])");
        let merged = merged(&ours, &base, &theirs).to_string();
        assert!(
            merged.contains("at: 5") && merged.contains("at: 9") && !merged.contains("at: 1"),
            "{merged}"
        );
    }
}
