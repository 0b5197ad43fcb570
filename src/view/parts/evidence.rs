//! What a call rests on, and which calls a figure is used by: the same tie, from both ends.

use egui::{Id, Ui};

use super::linked_line::{self, Link};
use crate::bundle::{Bundle, Call, are_tied};
use crate::ui::Theme;
use crate::ui::unseen::Teller;

/// What a person did with a call's evidence, by reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The figure that the pointer or the keyboard is on.
    pub pointed_at: Option<String>,
    /// The figure that was clicked.
    pub clicked: Option<String>,
}

/// Draws what a call rests on, as links; `lit` is the figure to light up. Nothing where it rests on
/// nothing that is named. `id` is the line's.
pub fn rests_on(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    bundle: &Bundle,
    call: &Call,
    lit: Option<&str>,
) -> Touched {
    if call.evidence.is_empty() {
        return Touched::default();
    }
    let links = links(bundle, call, lit);
    let touched = linked_line::show(ui, theme, id, (RESTS_ON, "; "), &links);
    let reference = |index: usize| call.evidence[index].clone();
    Touched { pointed_at: touched.pointed_at.map(reference), clicked: touched.clicked.map(reference) }
}

/// Tells a screen reader of what a call rests on that is not drawn.
pub fn tell_rests_on(teller: &mut Teller<'_>, id: Id, bundle: &Bundle, call: &Call) {
    if !call.evidence.is_empty() {
        linked_line::tell(teller, id, RESTS_ON, &links(bundle, call, None));
    }
}

const RESTS_ON: &str = "Rests on: ";

fn links(bundle: &Bundle, call: &Call, lit: Option<&str>) -> Vec<Link> {
    let link = |reference: &String| {
        let words = bundle.evidence_text(reference);
        Link { spoken: words.clone(), words, lit: lit.is_some_and(|lit| are_tied(lit, reference)) }
    };
    call.evidence.iter().map(link).collect()
}

/// Draws which calls use a figure, as links; the call that was clicked, by index. Nothing where
/// none does. `id` is the line's.
pub fn used_by(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    bundle: &Bundle,
    reference: &str,
    space: f32,
) -> Option<usize> {
    let calls = bundle.calls_resting_on(reference);
    if calls.is_empty() {
        return None;
    }
    ui.add_space(space);
    let links = links_to(bundle, &calls);
    let touched = linked_line::show(ui, theme, id, (USED_BY, ", "), &links);
    touched.clicked.map(|index| calls[index])
}

/// Tells a screen reader of the calls that use a figure which is not drawn.
pub fn tell_used_by(teller: &mut Teller<'_>, id: Id, bundle: &Bundle, reference: &str) {
    let calls = bundle.calls_resting_on(reference);
    if !calls.is_empty() {
        linked_line::tell(teller, id, USED_BY, &links_to(bundle, &calls));
    }
}

const USED_BY: &str = "Used by ";

fn links_to(bundle: &Bundle, calls: &[usize]) -> Vec<Link> {
    let link = |call: &usize| {
        let title = &bundle.manifest.calls[*call].title;
        Link {
            words: format!("call {}", call + 1),
            spoken: format!("Call {}: {title}", call + 1),
            lit: false,
        }
    };
    calls.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_call_rests_on_a_figure_its_question_and_its_poll() {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let calls = |reference: &str| bundle.calls_resting_on(reference);
        assert_eq!(bundle.manifest.calls[1].evidence[1], "yougov-2021/support-if-safe");
        for reference in ["yougov-2021", "yougov-2021/support-if-safe", "yougov-2021/support-if-safe/support"]
        {
            assert!(calls(reference).contains(&1), "{reference}: {:?}", calls(reference));
        }
        assert!(calls("yougov-2021/support").is_empty());
        assert!(calls("other#yougov-2021/support-if-safe").is_empty());
    }
}
