//! Any two positions of a page: what is selected between them, whichever was chosen first.

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::copy::text;
use super::matter::Matter;
use super::position::{Part, Place, Position, Selection};
use crate::bundle::{Bundle, Limits, Section};
use crate::library;
use crate::view::pages::article::lists::{self, Lists};

/// A page with all positions that a caret can have on it, in their order.
struct Whole {
    bundle: Bundle,
    calls: HashMap<usize, usize>,
    lists: Lists,
    positions: Vec<Position>,
}

impl Whole {
    fn of(bundle: Bundle) -> Whole {
        let calls = bundle.standing_calls(&bundle.page_order());
        let lists = lists::of(&bundle.article.blocks);
        let mut whole = Whole { bundle, calls, lists, positions: Vec::new() };
        let matter = whole.matter();
        let places = std::iter::successors(Some(Place::Title), |place| matter.after(*place));
        let positions = places.flat_map(|place| {
            (0..=matter.length(place)).map(move |character| Position::new(place, character))
        });
        whole.positions = positions.collect();
        whole
    }

    fn matter(&self) -> Matter<'_> {
        Matter { bundle: &self.bundle, calls: &self.calls, lists: &self.lists }
    }

    fn text(&self, from: Position, to: Position) -> String {
        text(self.matter(), &Selection::new(from, to))
    }
}

/// The shelf, and an article with every construct.
static PAGES: LazyLock<Vec<Whole>> = LazyLock::new(|| {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let on_disk = ["fixtures/kitchen-sink", "good/small"]
        .map(|path| Bundle::open(&fixtures.join(path), &Limits::default()).expect("the fixture can be read"));
    let shelf = library::ids().into_iter().filter_map(library::open);
    shelf.chain(on_disk).map(Whole::of).collect()
});

fn two_positions() -> impl Strategy<Value = (usize, Position, Position)> {
    (0..PAGES.len()).prop_flat_map(|page| {
        let positions = &PAGES[page].positions;
        let pick = || prop::sample::select(positions.as_slice());
        (Just(page), pick(), pick())
    })
}

/// Places and characters that no page has, too.
fn anywhere() -> impl Strategy<Value = Position> {
    let sections = [Section::Calls, Section::Notes, Section::Related, Section::Sources];
    let index = || 0..2_000_usize;
    let place = prop_oneof![
        Just(Place::Title),
        Just(Place::Summary),
        Just(Place::Origin),
        index().prop_map(Place::KeyFigure),
        index().prop_map(Place::Block),
        prop::sample::select(sections.to_vec()).prop_map(Place::Head),
        index().prop_map(Place::Call),
        index().prop_map(Place::Footnote),
        (index(), 0..9_usize).prop_map(|(story, line)| Place::Story(story, line)),
        (index(), 0..9_usize).prop_map(|(source, line)| Place::Source(source, line)),
    ];
    (place, prop_oneof![0..400_usize, Just(usize::MAX)])
        .prop_map(|(place, character)| Position::new(place, character))
}

proptest! {
    /// The plain text is what is copied of the whole page. Up to any position it is a beginning of it,
    /// and between two positions it is what one beginning has more than the other.
    #[test]
    fn what_is_selected_is_the_slice_of_the_plain_text_between((page, one, other) in two_positions()) {
        let page = &PAGES[page];
        let (from, to) = (one.min(other), one.max(other));
        let selected = page.text(one, other);
        prop_assert_eq!(&selected, &page.text(other, one), "backwards");
        let upto = |position| page.text(Matter::start(), position);
        let (whole, before, all) = (upto(page.matter().end()), upto(from), upto(to));
        prop_assert!(whole.starts_with(&all) && all.starts_with(&before));
        let slice = &all[before.len()..];
        let length = page.matter().length(from.place);
        if from.character > 0 && from.character < length {
            prop_assert_eq!(slice, selected);
        } else {
            // Between places stand blank lines, and before items their marks: a mark alone is not
            // copied, nor one of an item that stands for itself.
            let trimmed = slice.trim_start_matches('\n');
            let mark = trimmed.strip_suffix(selected.as_str());
            prop_assert!(mark.is_some(), "{:?} does not end with {:?}", trimmed, selected);
            let alone = from.place == to.place || selected.is_empty();
            prop_assert!(mark == Some("") || alone && mark.is_some_and(is_mark), "{:?} before {:?}", mark, selected);
        }
    }

    #[test]
    fn nothing_breaks_where_a_page_has_no_such_place(
        page in 0..PAGES.len(),
        one in anywhere(),
        other in anywhere(),
    ) {
        let page = &PAGES[page];
        let selection = Selection::new(one, other);
        let copied = page.text(one, other);
        prop_assert!(page.text(Matter::start(), page.matter().end()).len() >= copied.len());
        for (block, bytes) in selection.ranges(&page.bundle.article) {
            prop_assert!(page.bundle.article.blocks[block].text.get(bytes).is_some());
        }
        prop_assert!(selection.ranges(&page.bundle.article).len() <= selection.blocks(&page.bundle.article));
    }
}

/// "• ", "12. ", "[3] ", or the room of one.
fn is_mark(mark: &str) -> bool {
    mark.len() < 24 && mark.chars().all(|sign| sign.is_ascii_digit() || " •.[]".contains(sign))
}

#[test]
fn every_place_has_its_neighbours_and_all_of_them_are_copied() {
    for page in PAGES.iter() {
        let matter = page.matter();
        let mut forwards: Vec<Place> = page.positions.iter().map(|position| position.place).collect();
        forwards.dedup();
        assert!(forwards.is_sorted(), "{}", page.bundle.manifest.id);
        let back = std::iter::successors(Some(matter.end().place), |place| matter.before(*place));
        let mut back: Vec<Place> = back.collect();
        back.reverse();
        assert_eq!(back, forwards, "{}", page.bundle.manifest.id);
        let copied = text(matter, &matter.all());
        let mut from = 0;
        for place in forwards.into_iter().filter(|place| matter.text(*place).is_some()) {
            // Numbers of notes are left out and lines of code in lists are set in: single words do.
            let words = matter.text(place).expect("it was looked at");
            for word in words.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
                let at = copied[from..].find(word);
                from += at.unwrap_or_else(|| panic!("{place:?}: {word:?} is not copied in its place"));
            }
        }
    }
}

#[test]
fn the_pages_looked_at_have_all_parts() {
    for part in Part::ALL {
        let has = |page: &Whole| page.positions.iter().any(|position| position.place.part() == part);
        assert!(PAGES.iter().any(has), "none has {part:?}");
    }
}
