//! The card of a peek: the first words of what a link leads to.

use egui::{Frame, Margin, Ui, Vec2, vec2};

use crate::article::{Block, Container, Kind, Target};
use crate::bundle::{Bundle, Item};
use crate::poll::Disclosed;
use crate::poll::dates::spoken;
use crate::ui::widgets;
use crate::ui::{Theme, announce, dotted, type_scale};
use crate::view::parts::figure_card;
use crate::view::parts::page_outline::Places;

/// The card's width, in points.
pub const WIDTH: f32 = 320.0;

/// Characters of a text that are shown.
const MOST: usize = 420;

/// What a link leads to, in a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What it is: "Note 1", "Source".
    pub what: String,
    /// Its name, if it has one.
    pub title: String,
    /// Its first words, if it has any.
    pub text: String,
    /// What is known of it.
    pub about: String,
    /// The figure that it is, by reference: shown as a figure's card.
    pub figure: Option<String>,
    /// What going there is called.
    pub go: &'static str,
}

/// What a target leads to; `None` where it leads nowhere.
pub fn seen(bundle: &Bundle, rows: &[Item], places: &Places, target: &Target) -> Option<Seen> {
    let place = || rows.get(places.of(target)?).copied();
    let seen = Seen { go: "Go there", ..Seen::default() };
    Some(match target {
        Target::Figure(reference) => {
            bundle.find(reference)?;
            Seen { figure: Some(reference.to_string()), ..seen }
        }
        Target::Poll(reference) => {
            let (poll, question) = bundle.question(reference)?;
            let answers = question.answers.iter();
            let answers = answers.map(|answer| format!("{}: {}", answer.label, answer.printed));
            let text = answers.collect::<Vec<_>>().join("\n");
            let about = poll.name().to_owned();
            Seen { what: "Chart".to_owned(), title: question.title.clone(), text, about, ..seen }
        }
        Target::Call(_) => {
            let Item::Call(index) = place()? else { return None };
            let call = &bundle.manifest.calls[index];
            Seen {
                what: format!("Call {}", index + 1),
                title: call.title.clone(),
                text: first_words(&call.text),
                about: format!("By {}", call.by),
                ..seen
            }
        }
        Target::Source(id) => {
            let source = bundle.source(id)?;
            let date = match &source.published {
                Disclosed::Stated(date) => spoken(date),
                Disclosed::NotStated => "date not stated".to_owned(),
            };
            let about = [source.publisher.clone(), date, source.url.clone()];
            let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
            let about = dotted(&about);
            Seen { what: "Source".to_owned(), title: source.title.clone(), about, ..seen }
        }
        Target::Footnote { label, number } => {
            let own = |block: &&Block| matches!(block.containers.first(), Some(Container::Footnote { label: own, .. }) if own == label);
            let texts = bundle.article.blocks.iter().filter(own).map(Block::words);
            let text = texts.collect::<Vec<_>>().join("\n");
            (!text.is_empty()).then_some(())?;
            Seen { what: format!("Note {number}"), text: first_words(&text), ..seen }
        }
        Target::Heading(_) => {
            let Item::Block(index) = place()? else { return None };
            let after = bundle.article.blocks[index + 1..].iter();
            let mut section = after.take_while(|block| !matches!(block.kind, Kind::Heading { .. }));
            let text = section.find(|block| !block.text.is_empty()).map(|block| first_words(&block.words()));
            let title = bundle.article.blocks[index].words().into_owned();
            Seen { what: "Section".to_owned(), title, text: text.unwrap_or_default(), ..seen }
        }
        Target::Web(address) => {
            Seen { what: "Opens in your browser".to_owned(), about: address.to_string(), go: "Open", ..seen }
        }
        Target::Other(_) => return None,
    })
}

/// The beginning of a text, whole words.
fn first_words(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", text[..cut].trim_end())
}

/// Draws the card; whether it asks to go there.
pub fn show(ui: &mut Ui, theme: &Theme, bundle: &Bundle, seen: &Seen, by_keys: bool) -> bool {
    // On top of what the theme leaves around every tooltip.
    let frame = Frame::NONE.inner_margin(Margin::symmetric(7, 6));
    frame.show(ui, |ui| content(ui, theme, bundle, seen, by_keys)).inner
}

fn content(ui: &mut Ui, theme: &Theme, bundle: &Bundle, seen: &Seen, by_keys: bool) -> bool {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    ui.set_width(WIDTH - 30.0);
    if by_keys {
        // The link keeps the keyboard: what opens beside it is read aloud by itself.
        announce::politely(ui.ctx(), ui.unique_id());
    }
    if let Some(figure) = &seen.figure {
        figure_card::content(ui, theme, bundle, std::slice::from_ref(figure), None);
    }
    if !seen.what.is_empty() {
        widgets::text(ui, &seen.what, type_scale::SECONDARY, theme.quiet);
    }
    if !seen.title.is_empty() {
        widgets::text(ui, &seen.title, type_scale::LABEL_STRONG, theme.ink);
    }
    if !seen.text.is_empty() {
        ui.add_space(2.0);
        widgets::text(ui, &seen.text, type_scale::SMALL, theme.ink);
    }
    if !seen.about.is_empty() {
        ui.add_space(4.0);
        widgets::text(ui, &seen.about, type_scale::SECONDARY, theme.quiet);
    }
    ui.add_space(6.0);
    if by_keys {
        let hint = format!("Enter: {}. Escape: close.", seen.go.to_lowercase());
        widgets::text(ui, &hint, type_scale::SECONDARY, theme.quiet);
        return false;
    }
    let button = widgets::quiet_button(ui, theme, seen.go, type_scale::LABEL, vec2(0.0, 2.0));
    button.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen_from(name: &str, wanted: impl Fn(&Target) -> bool) -> Seen {
        let bundle = crate::library::open(name).expect("it is built in");
        let rows = bundle.page_order();
        let places = Places::new(&bundle, &rows);
        let link = bundle.article.links().find(|link| wanted(link.target)).expect("there is such a link");
        seen(&bundle, &rows, &places, link.target).expect("it leads somewhere")
    }

    #[test]
    fn a_note_shows_its_text_and_a_source_what_is_known_of_it() {
        let note = seen_from("nspcc-e2ee-2021", |target| matches!(target, Target::Footnote { .. }));
        assert_eq!(note.what, "Note 1");
        assert!(note.text.len() > 20, "{note:?}");
        let source = seen_from("nspcc-e2ee-2021", |target| matches!(target, Target::Source(_)));
        assert!(source.what == "Source" && source.about.contains("https://"), "{source:?}");
    }

    #[test]
    fn a_claim_shows_its_figure() {
        let claim = seen_from("nspcc-e2ee-2021", |target| matches!(target, Target::Figure(_)));
        assert!(claim.figure.is_some() && claim.title.is_empty());
    }

    #[test]
    fn long_texts_end_after_a_whole_word() {
        let words = first_words(&"word ".repeat(200));
        assert!(words.ends_with("word …") && words.chars().count() <= MOST + 2);
        assert_eq!(first_words("short"), "short");
    }
}
