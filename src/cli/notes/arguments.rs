//! What can be said of notes on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use uuid::Uuid;

use crate::cli::format::Format;
use crate::export::notes::Grouping;
use crate::export::references::Style;
use crate::notes::{Colour, Stance};

/// What to do with notes.
#[derive(Debug, Args)]
pub struct Notes {
    /// One thing to do.
    #[command(subcommand)]
    pub what: What,
}

/// One thing to do with notes.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Make a note on words, a figure, a call or the whole briefing; prints its id.
    #[command(
        after_help = "Examples:\n  briefing-reader notes add nspcc-e2ee-2021 --quote \"Almost a third\" --comment \"How many?\"\n  briefing-reader notes add nspcc-e2ee-2021 --figure yougov-2021/support/support --tag figures\n  briefing-reader notes add nspcc-e2ee-2021 --call all-users --stance support\n  briefing-reader notes add nspcc-e2ee-2021#yougov-2021/support --comment \"Who asked?\""
    )]
    Add(Add),
    /// List notes; with a briefing, say how each stands in it.
    List(List),
    /// Change a note.
    Edit(Edit),
    /// Remove notes.
    Delete(Delete),
    /// Write notes into a file for other programs.
    Export(Export),
    /// Take over notes from a W3C Web Annotation file.
    Import(Import),
    /// Copy the notes' database.
    Backup(Backup),
    /// Take a backup's notes in the place of those there are, which are kept beside.
    Restore(Restore),
    /// Look for damage in the notes' database, and mend it.
    Doctor,
}

/// A note to make.
#[derive(Debug, Args)]
pub struct Add {
    /// A bundle or the id of a built-in briefing; a figure, a call or a place of the text may stand
    /// behind it: `#POLL/QUESTION/ANSWER`, `#call:ID`, `#120-160`.
    pub briefing: PathBuf,
    /// Words of the article, as they are read.
    #[arg(long, value_name = "TEXT", group = "target", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// What stands right before the words, where they stand in several places.
    #[arg(long, value_name = "TEXT", requires = "quote", allow_hyphen_values = true)]
    pub prefix: Option<String>,
    /// What stands right after the words.
    #[arg(long, value_name = "TEXT", requires = "quote", allow_hyphen_values = true)]
    pub suffix: Option<String>,
    /// POLL/QUESTION/ANSWER, or a part of it, or a figure's id.
    #[arg(long, value_name = "REF", group = "target")]
    pub figure: Option<String>,
    /// A call's id.
    #[arg(long, value_name = "ID", group = "target")]
    pub call: Option<String>,
    /// What it says.
    #[command(flatten)]
    pub words: Words,
}

/// What a note says.
#[derive(Debug, Args)]
pub struct Words {
    /// The comment.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub comment: Option<String>,
    /// A tag; may be given several times.
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// support, doubt, oppose or question.
    #[arg(long, value_parser = stance)]
    pub stance: Option<Stance>,
    /// yellow, green, blue or pink.
    #[arg(long, value_parser = colour)]
    pub colour: Option<Colour>,
}

/// Which notes to list.
#[derive(Debug, Args)]
pub struct List {
    /// A bundle or the id of a built-in briefing.
    pub briefing: Option<PathBuf>,
    /// How to print them.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// How to change a note.
#[derive(Debug, Args)]
pub struct Edit {
    /// The note's id.
    #[arg(value_parser = note_id)]
    pub id: Uuid,
    /// What it says from now on; tags that are given take the place of those there are.
    #[command(flatten)]
    pub words: Words,
    /// Take its stance away.
    #[arg(long, conflicts_with = "stance")]
    pub no_stance: bool,
    /// Take its tags away.
    #[arg(long, conflicts_with = "tags")]
    pub no_tags: bool,
}

/// Which notes to remove.
#[derive(Debug, Args)]
pub struct Delete {
    /// The notes' ids.
    #[arg(required = true, value_parser = note_id)]
    pub ids: Vec<Uuid>,
}

/// Which notes to write, and where.
#[derive(Debug, Args)]
pub struct Export {
    /// Bundles or ids of briefings; none: all notes.
    pub briefings: Vec<PathBuf>,
    /// The file to write; its name ends in .docx, .pdf, .html, .md, .csv, .json or .jsonld, or for
    /// the references alone in .bib, .ris or .csl.json. A hyphen prints Markdown.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// How references are printed: apa, harvard, chicago or oscola.
    #[arg(long, default_value = "harvard", value_parser = style)]
    pub style: Style,
    /// How notes are grouped: by briefing, tag or call.
    #[arg(long, default_value = "briefing", value_parser = grouping)]
    pub by: Grouping,
    /// A template of your own (Jinja) in the place of the format's.
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// Only notes with this tag.
    #[arg(long)]
    pub tag: Option<String>,
    /// Only notes in this colour.
    #[arg(long, value_parser = colour)]
    pub colour: Option<Colour>,
}

/// What to take over.
#[derive(Debug, Args)]
pub struct Import {
    /// A W3C Web Annotation file.
    pub file: PathBuf,
}

/// Where to copy the database.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

/// What to restore.
#[derive(Debug, Args)]
pub struct Restore {
    /// A backup; none: the newest of the daily ones.
    pub file: Option<PathBuf>,
}

fn note_id(text: &str) -> Result<Uuid, String> {
    text.parse().map_err(|_| "it is no note's id: `briefing-reader notes list` prints them all".to_owned())
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

fn one_of(names: &[&str]) -> String {
    format!("it is one of {}", names.join(", "))
}
