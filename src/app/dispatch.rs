//! Carries out actions and commands after the frame that asked for them.

use std::path::Path;

use egui::{Context, ViewportCommand};

use super::App;
use super::effect::Effect;
use super::navigation::{HistoryEntry, close_find, on_page};
use super::notes::show_notes;
use crate::library::comparison::is_comparison;
use crate::view::actions::{Action, Command, Direction, Job, NoteAction, NoteTarget, View};
use crate::view::{self, TextSize};

impl App {
    /// Carries out an action, and its effects on other owners.
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        let App { shared, documents, .. } = self;
        let (window, navigation) = (&mut shared.window, &mut shared.navigation);
        match action {
            Action::Do(command) => self.run(ctx, command),
            Action::Show(view) => shared.show(view),
            Action::OpenFromShelf(index) => documents.open_from_shelf(shared, index),
            Action::OpenPath(path) => self.open_path(&path),
            Action::GoToTab(tab) => documents.go_to_tab(shared, tab),
            Action::CloseTab(tab) => documents.close_tab(shared, tab),
            Action::OpenRecent(index) => documents.open_recent(shared, index),
            Action::ForgetRecent(index) => documents.forget_recent(index),
            Action::ScrollToRow(row) => shared.go_to_row(row),
            Action::GoToRow(row) => navigation.follow(ctx, window, |_| Some(row)),
            Action::GoToClaim(figure) => navigation.follow(ctx, window, |page| page.row_of_claim(&figure)),
            Action::GoToFigure(figure) => navigation.go_to_figure(ctx, window, &figure),
            Action::GoToCall(call) => navigation.follow(ctx, window, |page| page.row_of_call(call)),
            Action::CopyText(text) => ctx.copy_text(text),
            Action::Find => navigation.find(window, &shared.tasks),
            Action::FindStep(direction) => navigation.find_step(window, direction),
            Action::CloseFind => close_find(window),
            Action::Export(export) => self.exports.chart(shared, ctx, &export),
            Action::Compare(asked) => self.comparisons.act(shared, documents, asked),
            Action::Note(asked) => self.notes.act(shared, documents, ctx, asked),
            Action::Set(setting) => window.settings.set(setting),
            Action::Cancel(Job::Opening) => documents.cancel_opening(shared),
            Action::Cancel(Job::Packing) => self.exports.cancel_packing(),
            Action::Browse(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
        }
        self.carry_out_effects(ctx);
        ctx.request_repaint();
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        let App { shared, documents, notes, .. } = self;
        let (window, navigation) = (&mut shared.window, &mut shared.navigation);
        let next_theme = window.theme_name().next();
        let settings = &mut window.settings;
        match command {
            Command::Open => documents.ask_for_file(shared),
            Command::Pack => self.exports.pack(shared),
            Command::Close => documents.close_current(shared),
            Command::NextBriefing => documents.step_tab(shared, Direction::Next),
            Command::PreviousBriefing => documents.step_tab(shared, Direction::Previous),
            Command::Palette => window.palette.show_anew(),
            Command::Find => navigation.open_find(window, &shared.tasks),
            Command::FindNext => navigation.find_step(window, Direction::Next),
            Command::FindPrevious => navigation.find_step(window, Direction::Previous),
            Command::Copy => self.exports.copy_selection(shared, ctx),
            Command::SelectAll => on_page(window, view::Page::select_all),
            Command::TextCursor => on_page(window, view::Page::toggle_text_cursor),
            Command::Back => {
                let entry = navigation.back(window);
                self.return_to(ctx, entry);
            }
            Command::Forward => {
                let entry = navigation.forward(window);
                self.return_to(ctx, entry);
            }
            Command::ShowShelf => shared.show(View::Shelf),
            Command::Read => shared.show(View::Read),
            Command::Polls => shared.show(View::Polls),
            Command::Calls => shared.show(View::Calls),
            Command::Claims => shared.show(View::Claims),
            Command::Compare => shared.show(View::Compare),
            Command::ExportCharts => self.exports.all_charts(shared),
            Command::Notes => show_notes(shared),
            Command::Highlight => {
                notes.note_here(shared, documents, ctx, NoteAction::Highlight(NoteTarget::Here));
            }
            Command::Note => notes.note_here(shared, documents, ctx, NoteAction::Write(NoteTarget::Here)),
            Command::NoteOnSentence => {
                notes.note_here(shared, documents, ctx, NoteAction::Write(NoteTarget::Sentence));
            }
            Command::NoteOnBriefing => {
                notes.note_here(shared, documents, ctx, NoteAction::Write(NoteTarget::Briefing));
            }
            Command::NextNote => notes.step(shared, documents, Direction::Next),
            Command::PreviousNote => notes.step(shared, documents, Direction::Previous),
            Command::NextRegion => window.step_region = Some(Direction::Next),
            Command::PreviousRegion => window.step_region = Some(Direction::Previous),
            Command::CopyCited => notes.copy_cited(shared, documents, ctx),
            Command::Undo => notes.undo(shared),
            Command::Redo => notes.redo(shared),
            Command::Problems => shared.show(View::Problems),
            Command::Help => shared.show(View::Help),
            Command::LargerText => settings.text_size = settings.text_size.larger(),
            Command::SmallerText => settings.text_size = settings.text_size.smaller(),
            Command::NormalText => settings.text_size = TextSize::default(),
            Command::NextTheme => settings.theme = next_theme.into(),
            Command::Settings => shared.show(View::Settings),
            Command::Outline => window.outline_hidden = !window.outline_hidden,
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
        }
    }

    /// Opens what is at a path: a comparison that somebody shared, or a briefing.
    pub(super) fn open_path(&mut self, path: &Path) {
        if is_comparison(path) {
            self.comparisons.open_file(&mut self.shared, &self.documents, path);
        } else {
            self.documents.open_path(&mut self.shared, path);
        }
    }

    /// Shows the place that the window went back or forward to.
    fn return_to(&mut self, ctx: &Context, entry: Option<HistoryEntry>) {
        if let Some(entry) = entry {
            self.documents.return_to(&mut self.shared, entry);
        }
        self.shared.navigation.restore_focus(ctx, &mut self.shared.window);
    }

    /// Carries out what owners asked of each other.
    pub(super) fn carry_out_effects(&mut self, ctx: &Context) {
        let App { shared, documents, .. } = self;
        for effect in shared.take_effects() {
            match effect {
                Effect::CloseCard(card) => self.notes.finish_card(shared, &card),
                Effect::OpenSavedComparison(name) => self.comparisons.open_saved(shared, documents, &name),
                Effect::Save(job) => self.exports.save(shared, job),
                Effect::Copy(text) => self.exports.copy_rich(shared, ctx, text),
            }
        }
    }
}
