//! However narrow a drawing and large its text: no words lie on others, none are cut off.

use briefing_reader::bundle::Bundle;
use briefing_reader::chart::Kind;
use briefing_reader::chart::comparison::ComparisonKind;
use briefing_reader::export::{Exhibit, Settings, Studio};
use resvg::usvg;

use super::compared::{on_topic, shelf};
use super::drawings::tree;
use super::samples::{exhibit, waves};

/// Widths with text sizes, from the hardest that can be asked for to the usual.
const LOOKS: [(u16, u16); 6] = [(240, 200), (240, 100), (320, 150), (420, 200), (652, 200), (900, 150)];

/// The places of words, as letters are drawn, each with what it says.
fn places_of_words(group: &usvg::Group, into: &mut Vec<(usvg::Rect, String)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => places_of_words(group, into),
            usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(usvg::TextChunk::text).collect();
                into.push((text.abs_bounding_box(), words));
            }
            _ => {}
        }
    }
}

fn hold(name: &str, exhibit: &dyn Exhibit) {
    for (width, text_size) in LOOKS {
        let name = format!("{name} {width} {text_size}%");
        let settings = Settings { width, text_size, ..Settings::default() };
        let mut words = Vec::new();
        places_of_words(tree(&Studio::new(settings).svg(exhibit)).root(), &mut words);
        assert!(words.len() > 5, "{name}: {words:?}");
        for (index, (a, one)) in words.iter().enumerate() {
            assert!(a.left() >= 0.0 && a.right() <= f32::from(width), "{name}: {one:?} is cut off: {a:?}");
            for (b, other) in &words[index + 1..] {
                let across = a.right().min(b.right()) - a.left().max(b.left());
                let down = a.bottom().min(b.bottom()) - a.top().max(b.top());
                assert!(across < 1.0 || down < 1.0, "{name}: {one:?} lies on {other:?}");
            }
        }
    }
}

#[test]
fn words_of_comparisons_stand_clear_of_each_other() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    for (topic, kind) in [
        ("message-scanning", ComparisonKind::Dots),
        ("message-scanning", ComparisonKind::Stacked),
        ("encryption-support", ComparisonKind::Dumbbell),
        ("senior-manager-liability", ComparisonKind::Panels),
    ] {
        hold(&format!("{topic} {kind:?}"), &on_topic(&shelf, topic, kind));
    }
    let waves = waves();
    for kind in [ComparisonKind::Tracker, ComparisonKind::Diverging] {
        hold(&format!("waves {kind:?}"), &on_topic(&[&waves], "waves", kind));
    }
}

#[test]
fn questions_under_one_another_begin_their_bars_at_one_place() {
    let shelf = shelf();
    let shelf: Vec<&Bundle> = shelf.iter().collect();
    let exhibit = on_topic(&shelf, "message-scanning", ComparisonKind::Stacked);
    let mut words = Vec::new();
    places_of_words(tree(&Studio::new(Settings::default()).svg(&exhibit)).root(), &mut words);
    let zeros: Vec<f32> = words.iter().filter(|(_, word)| word == "0").map(|(at, _)| at.left()).collect();
    assert!(zeros.len() > 1, "{words:?}");
    assert!(zeros.iter().all(|zero| (zero - zeros[0]).abs() < 0.01), "{zeros:?}");
    let unknown = |word: &String| word.contains("sample size") && word.contains("not stated");
    assert!(words.iter().any(|(_, word)| unknown(word)), "{words:?}");
}

#[test]
fn words_of_every_chart_on_the_shelf_stand_clear_of_each_other() {
    for bundle in shelf() {
        for poll in &bundle.manifest.polls {
            for question in &poll.questions {
                for kind in [Kind::Bars, Kind::Stacked, Kind::Diverging] {
                    let reference = format!("{}/{}", poll.id, question.id);
                    let exhibit = exhibit(&bundle, &reference, Some(kind));
                    if exhibit.suits(kind) {
                        hold(&format!("{}#{reference} {kind:?}", bundle.name()), &exhibit);
                    }
                }
            }
        }
    }
}
