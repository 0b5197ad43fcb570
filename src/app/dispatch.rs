//! Carries out actions and commands after the frame that asked for them.

use egui::{Context, ViewportCommand};

use crate::app::App;
use crate::view::actions::{Action, Command, Direction, Job, NoteAction, NoteTarget, View};
use crate::view::{self, TextSize};

impl App {
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Do(command) => self.run(ctx, command),
            Action::Show(view) => self.show(view),
            Action::OpenFromShelf(index) => self.open_from_shelf(index),
            Action::OpenPath(path) => self.open_path(&path),
            Action::GoToTab(tab) => self.go_to_tab(tab),
            Action::CloseTab(tab) => self.close_tab(tab),
            Action::OpenRecent(index) => self.open_recent(index),
            Action::ForgetRecent(index) => self.forget_recent(index),
            Action::ScrollToRow(row) => self.go_to(row),
            Action::GoToRow(row) => self.follow(ctx, |_| Some(row)),
            Action::GoToClaim(figure) => self.follow(ctx, |page| page.row_of_claim(&figure)),
            Action::GoToFigure(figure) => self.go_to_figure(ctx, &figure),
            Action::GoToCall(call) => self.follow(ctx, |page| page.row_of_call(call)),
            Action::CopyText(text) => ctx.copy_text(text),
            Action::Find => self.find(ctx),
            Action::FindStep(direction) => self.find_step(direction),
            Action::CloseFind => self.close_find(),
            Action::Export(export) => self.export(ctx, &export),
            Action::Compare(asked) => self.comparing(ctx, asked),
            Action::Note(asked) => self.noting(ctx, asked),
            Action::Set(setting) => self.window.settings.set(setting),
            Action::Cancel(Job::Opening) => {
                self.opener.cancel();
                self.close_beginnings();
            }
            Action::Cancel(Job::Packing) => self.packer.cancel(),
            Action::Browse(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
        }
        ctx.request_repaint();
    }

    pub(super) fn run(&mut self, ctx: &Context, command: Command) {
        let next_theme = self.window.theme_name().next();
        let settings = &mut self.window.settings;
        match command {
            Command::Open => self.dialog.open(ctx),
            Command::Pack => self.pack(),
            Command::Close => self.close_current(),
            Command::NextBriefing => self.step_tab(Direction::Next),
            Command::PreviousBriefing => self.step_tab(Direction::Previous),
            Command::Palette => self.window.palette.show_anew(),
            Command::Find => self.open_find(ctx),
            Command::FindNext => self.find_step(Direction::Next),
            Command::FindPrevious => self.find_step(Direction::Previous),
            Command::Copy => self.copy(ctx),
            Command::SelectAll => self.on_page(view::Page::select_all),
            Command::TextCursor => self.on_page(view::Page::toggle_text_cursor),
            Command::Back => {
                self.back();
                self.give_keyboard_back(ctx);
            }
            Command::Forward => {
                self.forward();
                self.give_keyboard_back(ctx);
            }
            Command::ShowShelf => self.show(View::Shelf),
            Command::Read => self.show(View::Read),
            Command::Polls => self.show(View::Polls),
            Command::Calls => self.show(View::Calls),
            Command::Claims => self.show(View::Claims),
            Command::Compare => self.show(View::Compare),
            Command::ExportCharts => self.export_all(ctx),
            Command::Notes => self.show_notes(),
            Command::Highlight => self.note_here(ctx, NoteAction::Highlight(NoteTarget::Here)),
            Command::Note => self.note_here(ctx, NoteAction::Write(NoteTarget::Here)),
            Command::NoteOnSentence => self.note_here(ctx, NoteAction::Write(NoteTarget::Sentence)),
            Command::NoteOnBriefing => self.note_here(ctx, NoteAction::Write(NoteTarget::Briefing)),
            Command::NextNote => self.step_note(Direction::Next),
            Command::PreviousNote => self.step_note(Direction::Previous),
            Command::NextRegion => self.window.step_region = Some(Direction::Next),
            Command::PreviousRegion => self.window.step_region = Some(Direction::Previous),
            Command::CopyCited => self.copy_cited(ctx),
            Command::Undo => self.undo_note(),
            Command::Redo => self.redo_note(),
            Command::Problems => self.show(View::Problems),
            Command::Help => self.show(View::Help),
            Command::LargerText => settings.text_size = settings.text_size.larger(),
            Command::SmallerText => settings.text_size = settings.text_size.smaller(),
            Command::NormalText => settings.text_size = TextSize::default(),
            Command::NextTheme => settings.theme = next_theme.into(),
            Command::Settings => self.show(View::Settings),
            Command::Outline => self.window.outline_hidden = !self.window.outline_hidden,
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
        }
    }

    /// Does something to the article while it is shown.
    pub(super) fn on_page(&mut self, what: impl FnOnce(&mut view::Page)) {
        if let (View::Read, Some(reading)) = (self.window.view, &mut self.window.reading) {
            what(&mut reading.page);
        }
    }
}
