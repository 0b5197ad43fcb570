//! Drawings: which, in which order and colours, as which file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::within;
use crate::export::Settings;
use crate::poll::comparison::Order;
use crate::ui::ThemeName;

/// Which chart to write, and how.
#[derive(Debug, Args)]
pub struct Chart {
    /// A bundle or the id of a built-in briefing, then the question; with --all, the briefing alone.
    #[arg(value_name = "BUNDLE#POLL/QUESTION")]
    pub question: PathBuf,
    /// Write the charts of all questions, each in its natural kind, into the folder that --to names.
    #[arg(long, requires = "format", conflicts_with = "kind")]
    pub all: bool,
    /// The file to write; its name ends in .svg, .png, .pdf, .csv, .md or .html. A hyphen prints
    /// text to the standard output, see --format.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// What to write, where the file's name does not say.
    #[arg(long, value_enum)]
    pub format: Option<FormatChoice>,
    /// How to draw it; without this, the way that suits the answers.
    #[arg(long, value_enum)]
    pub kind: Option<KindChoice>,
    /// How the drawing looks.
    #[command(flatten)]
    pub looks: Looks,
}

/// How a drawing looks.
#[derive(Debug, Args)]
pub struct Looks {
    /// The colours.
    #[arg(long, value_enum, default_value = "paper")]
    pub theme: ThemeChoice,
    /// The drawing's width in pixels, 240 to 2400, its margins included.
    #[arg(long, default_value = "652", value_name = "PIXELS", value_parser = within(Settings::WIDTHS))]
    pub width: u16,
    /// Percent, 80 to 200.
    #[arg(long, default_value = "100", value_name = "PERCENT", value_parser = within(Settings::TEXT_SIZES))]
    pub text_size: u16,
    /// For PNG: pixels of the picture for one of the drawing, 1 to 4.
    #[arg(long, default_value = "2", value_name = "TIMES", value_parser = within(Settings::SCALES))]
    pub scale: u8,
}

impl Looks {
    /// As drawings take it.
    pub fn settings(&self) -> Settings {
        let Looks { theme, width, text_size, scale } = *self;
        Settings { theme: theme.name(), width, text_size, scale }
    }
}

/// A format of files by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatChoice {
    /// A drawing in vectors whose text is text.
    Svg,
    /// A picture.
    Png,
    /// A page of the drawing's size.
    Pdf,
    /// One row for each answer, with its bounds and all that the poll discloses.
    Csv,
    /// A table in Markdown.
    Md,
    /// A table as a web page.
    Html,
}

/// A way to draw a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KindChoice {
    /// A bar for each answer.
    Bars,
    /// One bar of 100%, cut into the answers.
    Stacked,
    /// The same, parted at the middle where people take sides.
    Diverging,
}

/// An order by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OrderChoice {
    /// As they were named.
    Given,
    /// The earliest first.
    Date,
    /// The largest first.
    Value,
    /// By the questions' titles.
    Name,
}

impl OrderChoice {
    /// The order itself.
    pub fn order(self) -> Order {
        match self {
            OrderChoice::Given => Order::Chosen,
            OrderChoice::Date => Order::Date,
            OrderChoice::Value => Order::Value,
            OrderChoice::Name => Order::Name,
        }
    }
}

/// A theme by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// Warm white.
    Paper,
    /// Dark.
    Ink,
    /// Brownish.
    Sepia,
    /// Black and white with bright accents.
    Contrast,
}

impl ThemeChoice {
    /// The theme itself.
    pub fn name(self) -> ThemeName {
        match self {
            ThemeChoice::Paper => ThemeName::Paper,
            ThemeChoice::Ink => ThemeName::Ink,
            ThemeChoice::Sepia => ThemeName::Sepia,
            ThemeChoice::Contrast => ThemeName::Contrast,
        }
    }
}
