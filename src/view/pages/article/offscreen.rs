//! What a screen reader gets of the page's rows that are not drawn: the same words as when they are.

use egui::Role;

use super::block::{Block, inside_of, words_in};
use super::end_matter::TITLE_LEVEL;
use super::end_words::{self, Is, Line};
use super::page_frame::PageFrame;
use super::{head_words, masthead};
use crate::article::Kind;
use crate::bundle::{Bundle, Item};
use crate::ui::unseen::Teller;
use crate::view::parts::{call_entry, question_chart};

/// Tells of a row.
pub fn tell(page: &PageFrame<'_>, teller: &mut Teller<'_>, row: usize) {
    let bundle: &Bundle = page.bundle;
    match page.rows[row] {
        Item::Masthead => tell_masthead(teller, bundle),
        Item::Strip => {
            let words = |highlight| head_words::key_figure_words(bundle, highlight);
            teller.lines(bundle.manifest.highlights.iter().map(words));
        }
        Item::Block(index) => tell_block(page, teller, &Block::new(page.bundle, page.cx.theme, index), row),
        Item::Call(call) => {
            call_entry::tell(teller, bundle, (call + 1, &bundle.manifest.calls[call]));
        }
        Item::Section(section) => teller.heading(section.title(), 2),
        Item::Related(index) => {
            tell_lines(teller, end_words::story(bundle, &bundle.manifest.related[index]));
        }
        Item::Source(index) => {
            tell_lines(teller, end_words::source(&bundle.manifest.sources[index]));
        }
        Item::End => {}
    }
}

fn tell_masthead(teller: &mut Teller<'_>, bundle: &Bundle) {
    if !bundle.manifest.title.is_empty() {
        teller.heading(&bundle.manifest.title, 1);
    }
    let notice = if bundle.runs_right_to_left() { masthead::BEGINS_AT_THE_LEFT } else { "" };
    teller.lines([bundle.manifest.summary.clone(), head_words::origin_line(bundle), notice.to_owned()]);
}

fn tell_block(page: &PageFrame<'_>, teller: &mut Teller<'_>, block: &Block<'_>, row: usize) {
    let inside = inside_of(teller.id());
    let id = words_in(inside);
    match &block.content.kind {
        Kind::Rule => {}
        Kind::Chart { reference, caption } => {
            let on = (reference.as_str(), caption.as_str());
            question_chart::tell(teller, page.cx.theme, inside, block.bundle, on, page.charts);
        }
        Kind::Picture { path, alt, title } => {
            if let Some(words) = page.pictures.missing(block.bundle, path, alt) {
                teller.say(id, Role::Label, &words);
            } else {
                teller.say(id, Role::Image, alt);
                teller.lines([title.clone()]);
            }
        }
        Kind::Table(cells) => block.tell_table(teller, inside, cells),
        Kind::Heading { .. } | Kind::Paragraph | Kind::Code { .. } | Kind::Html => {
            let (listed, notes) = (page.listed(row), page.noted.notes);
            teller.part(id, block.role(), &block.words(), |teller| {
                let system = teller.system();
                teller.more(|node| block.speak_more(node, listed, notes, system));
                block.tell_links(teller, 0..block.content.text.len());
            });
        }
    }
}

fn tell_lines(teller: &mut Teller<'_>, lines: Vec<Line>) {
    for (number, line) in lines.into_iter().enumerate().filter(|(_, line)| !line.words.is_empty()) {
        let id = teller.id().with(("line", number));
        match line.is {
            Is::StoryTitle | Is::SourceTitle => teller.heading(&line.words, TITLE_LEVEL),
            Is::Address => teller.say(id, Role::Link, &line.words),
            Is::Text | Is::Aside | Is::Missing => teller.say(id, Role::Label, &line.words),
        }
    }
}
