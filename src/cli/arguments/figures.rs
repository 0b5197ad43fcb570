//! Arguments of the subcommands that compare or draw poll figures.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::{comparison_kind, people, within};
use crate::chart::Kind;
use crate::chart::comparison::ComparisonKind;
use crate::export::{self, Settings};
use crate::poll::comparison::Order;
use crate::poll::stats::WhatIf;
use crate::ui::ThemeName;

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// A row for each figure with its interval.
    Csv,
}

/// What to compare.
#[derive(Debug, Args)]
pub struct Compare {
    /// Figures: a bundle or the id of a built-in briefing, then #POLL/QUESTION/ANSWER. Leave out /ANSWER
    /// for the question's first answer.
    #[arg(required_unless_present = "topic", value_name = "BUNDLE#POLL/QUESTION[/ANSWER]")]
    pub figures: Vec<PathBuf>,
    /// Compare the first answers to all questions on this topic in the built-in briefings.
    #[arg(long)]
    pub topic: Option<String>,
    /// Assume this sample size where none is stated. Results that depend on it say "if n were N".
    #[arg(long, value_name = "N", value_parser = people)]
    pub assume_n: Option<WhatIf>,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub format: CompareFormat,
    /// Save the chart instead, as .svg, .png, .pdf, .csv, .md or .html.
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub to: Option<PathBuf>,
    /// Kind of chart: dots, two-by-two, panels, stacked, diverging or over-time. Without it, the kind
    /// that suits the figures.
    #[arg(long, value_parser = comparison_kind, value_name = "KIND", requires = "to")]
    pub kind: Option<ComparisonKind>,
    /// How to sort the figures.
    #[arg(long, value_enum, default_value = "given")]
    pub order: Order,
    /// How the chart looks.
    #[command(flatten)]
    pub looks: Looks,
}

/// Which chart to save, and how.
#[derive(Debug, Args)]
pub struct Chart {
    /// A bundle or the id of a built-in briefing, then the question. With --all, the briefing only.
    #[arg(value_name = "BUNDLE#POLL/QUESTION")]
    pub question: PathBuf,
    /// Save the charts of all questions, each in the kind that suits it, in the folder that --to names.
    #[arg(long, requires = "format", conflicts_with = "kind")]
    pub all: bool,
    /// The file to save: .svg, .png, .pdf, .csv, .md or .html. A hyphen prints it (needs --format).
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// The file's format, where its name does not say.
    #[arg(long, value_enum)]
    pub format: Option<export::Format>,
    /// Kind of chart. Without it, the kind that suits the answers.
    #[arg(long, value_enum)]
    pub kind: Option<Kind>,
    /// How the drawing looks.
    #[command(flatten)]
    pub looks: Looks,
}

/// How a drawing looks.
#[derive(Debug, Args)]
pub struct Looks {
    /// The colours.
    #[arg(long, value_enum, default_value = "paper")]
    pub theme: ThemeName,
    /// Width of the drawing in pixels with its margins, 240 to 2400.
    #[arg(long, default_value = "652", value_name = "PIXELS", value_parser = within(Settings::WIDTHS))]
    pub width: u16,
    /// Size of the text in percent, 80 to 200.
    #[arg(long, default_value = "100", value_name = "PERCENT", value_parser = within(Settings::TEXT_SIZES))]
    pub text_size: u16,
    /// For PNG: how many pixels for each pixel of the drawing, 1 to 4.
    #[arg(long, default_value = "2", value_name = "TIMES", value_parser = within(Settings::SCALES))]
    pub scale: u8,
}

impl Looks {
    /// As drawings take it.
    pub fn settings(&self) -> Settings {
        let Looks { theme, width, text_size, scale } = *self;
        Settings { theme, width, text_size, scale }
    }
}
