//! Arguments of `notes` and its subcommands.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use uuid::Uuid;

use super::Format;
use super::values::one_of;
use crate::export::notes::Grouping;
use crate::export::references::Style;
use crate::notes::{Colour, Stance};

/// What to do with notes.
#[derive(Debug, Args)]
pub struct Notes {
    /// What to do with them.
    #[command(subcommand)]
    pub command: NotesCommand,
}

/// One subcommand of `notes`.
#[derive(Debug, Subcommand)]
pub enum NotesCommand {
    /// Add a note on words, a figure, a call or the whole briefing, and print its id.
    #[command(
        after_help = concat!(
            "Examples:\n",
            "  briefing-reader notes add nspcc-e2ee-2021 --quote \"Almost a third\" --comment \"How many?\"\n",
            "  briefing-reader notes add nspcc-e2ee-2021 --figure yougov-2021/support/support --tag figures\n",
            "  briefing-reader notes add nspcc-e2ee-2021 --call all-users --stance support\n",
            "  briefing-reader notes add nspcc-e2ee-2021#yougov-2021/support --comment \"Who asked?\"",
        )
    )]
    Add(Add),
    /// List notes. With a briefing, say whether each still fits it.
    List(List),
    /// Edit a note.
    Edit(Edit),
    /// Delete notes.
    Delete(Delete),
    /// Export notes to a file for other programs.
    Export(Export),
    /// Import notes from a W3C Web Annotation file.
    Import(Import),
    /// Back up the notes to a file.
    Backup(Backup),
    /// Restore the notes from a backup; your present notes are set aside, not deleted.
    Restore(Restore),
    /// Check the notes' database for damage, and repair it.
    Doctor,
}

/// The note to add.
#[derive(Debug, Args)]
pub struct Add {
    /// A bundle or the id of a built-in briefing. To name a figure, a call or a passage in it, add
    /// `#POLL/QUESTION/ANSWER`, `#call:ID` or `#120-160`.
    pub briefing: PathBuf,
    /// Words of the article to hang the note on.
    #[arg(long, value_name = "TEXT", group = "target", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// The words just before, if the quote occurs more than once.
    #[arg(long, value_name = "TEXT", requires = "quote", allow_hyphen_values = true)]
    pub prefix: Option<String>,
    /// The words just after, if the quote occurs more than once.
    #[arg(long, value_name = "TEXT", requires = "quote", allow_hyphen_values = true)]
    pub suffix: Option<String>,
    /// A figure to hang the note on: POLL/QUESTION/ANSWER, part of it, or a figure's id.
    #[arg(long, value_name = "REF", group = "target")]
    pub figure: Option<String>,
    /// A call to hang the note on, by its id.
    #[arg(long, value_name = "ID", group = "target")]
    pub call: Option<String>,
    /// What the note says.
    #[command(flatten)]
    pub words: Words,
}

/// What a note says.
#[derive(Debug, Args)]
pub struct Words {
    /// Your comment, in Markdown.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub comment: Option<String>,
    /// A tag; repeat it for several.
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// Your stance: support, doubt, oppose or question.
    #[arg(long, value_parser = stance)]
    pub stance: Option<Stance>,
    /// Colour of the highlight: yellow, green, blue or pink.
    #[arg(long, value_parser = colour)]
    pub colour: Option<Colour>,
}

/// Which notes to list.
#[derive(Debug, Args)]
pub struct List {
    /// A bundle or the id of a built-in briefing. Without it, all notes.
    pub briefing: Option<PathBuf>,
    /// How to print the notes.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// How to edit a note.
#[derive(Debug, Args)]
pub struct Edit {
    /// The note's id.
    #[arg(value_parser = note_id)]
    pub id: Uuid,
    /// What the note says from now on. New tags replace the old ones.
    #[command(flatten)]
    pub words: Words,
    /// Remove its stance.
    #[arg(long, conflicts_with = "stance")]
    pub no_stance: bool,
    /// Remove its tags.
    #[arg(long, conflicts_with = "tags")]
    pub no_tags: bool,
}

/// Which notes to delete.
#[derive(Debug, Args)]
pub struct Delete {
    /// The notes' ids.
    #[arg(required = true, value_parser = note_id)]
    pub ids: Vec<Uuid>,
}

/// Which notes to export, and where.
#[derive(Debug, Args)]
pub struct Export {
    /// Bundles or ids of briefings. Without them, all notes.
    pub briefings: Vec<PathBuf>,
    /// The file to save: .docx, .pdf, .html, .md, .csv, .json or .jsonld; for the references alone,
    /// .bib, .ris or .csl.json. A hyphen prints Markdown.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// Citation style: apa, harvard, chicago or oscola.
    #[arg(long, default_value = "harvard", value_parser = style)]
    pub style: Style,
    /// How to group the notes: briefing, tag or call.
    #[arg(long, default_value = "briefing", value_parser = grouping)]
    pub by: Grouping,
    /// Your own template (Jinja) instead of the built-in one.
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// Only notes with this tag.
    #[arg(long)]
    pub tag: Option<String>,
    /// Only notes in this colour.
    #[arg(long, value_parser = colour)]
    pub colour: Option<Colour>,
}

/// What to import.
#[derive(Debug, Args)]
pub struct Import {
    /// A W3C Web Annotation file.
    pub file: PathBuf,
}

/// Where to back up to.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

/// What to restore.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup. Without it, the newest daily one that is whole.
    pub file: Option<PathBuf>,
}

fn note_id(text: &str) -> Result<Uuid, String> {
    text.parse().map_err(|_| "this is not a note's id: `briefing-reader notes list` prints them".to_owned())
}

fn stance(name: &str) -> Result<Stance, String> {
    name.parse().map_err(|()| one_of(&Stance::ALL.map(Stance::name)))
}

fn colour(name: &str) -> Result<Colour, String> {
    name.parse().map_err(|()| one_of(&Colour::ALL.map(Colour::name)))
}

fn style(name: &str) -> Result<Style, String> {
    name.parse().map_err(|()| one_of(&Style::ALL.map(Style::name)))
}

fn grouping(name: &str) -> Result<Grouping, String> {
    let found = Grouping::ALL.into_iter().find(|by| by.name() == name);
    found.ok_or_else(|| one_of(&Grouping::ALL.map(Grouping::name)))
}
