//! `render`: which view of the window becomes a picture.

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::drawing::ThemeChoice;
use super::values::{comparison_kind, people, picture, scale, size, within};
use crate::chart::comparison::ComparisonKind;
use crate::poll::stats::WhatIf;

/// What to draw.
#[derive(Debug, Args)]
pub struct Render {
    /// A bundle or the id of a built-in briefing; for the shelf, a folder of bundles.
    #[arg(required_unless_present_any = ["compare", "topic"])]
    pub path: Option<PathBuf>,
    /// For the Compare view: a figure, as for `compare`; once for each.
    #[arg(long, value_name = "BUNDLE#POLL/QUESTION[/ANSWER]")]
    pub compare: Vec<PathBuf>,
    /// For the Compare view: the first answer to every question of this topic on the built-in shelf.
    #[arg(long, conflicts_with = "compare")]
    pub topic: Option<String>,
    /// For the Compare view: the sample size to try where none is stated.
    #[arg(long, value_name = "N", value_parser = people)]
    pub assume_n: Option<WhatIf>,
    /// For the Compare view: how the figures are drawn.
    #[arg(long, value_parser = comparison_kind, value_name = "KIND")]
    pub kind: Option<ComparisonKind>,
    /// The picture to write; its name ends in .png.
    #[arg(long, value_name = "OUT.png", value_parser = PathBufValueParser::new().try_map(picture))]
    pub to: PathBuf,
    /// What the window shows.
    #[arg(long, value_enum, default_value = "read")]
    pub view: ViewName,
    /// The window's size in points.
    #[arg(long, default_value = "1280x860", value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub size: (u32, u32),
    /// Pixels for one point, 1 to 4.
    #[arg(long, default_value = "1", value_parser = scale)]
    pub scale: f32,
    /// The colours.
    #[arg(long, value_enum, default_value = "paper")]
    pub theme: ThemeChoice,
    /// Percent, 80 to 200.
    #[arg(long, default_value = "100", value_name = "PERCENT", value_parser = within(80..=200_u16))]
    pub text_size: u16,
    /// What the article is set in.
    #[arg(long, value_enum, default_value = "source-serif")]
    pub face: FaceName,
    /// How long its lines are.
    #[arg(long, value_enum, default_value = "medium")]
    pub line_length: LineLengthName,
    /// Scroll to a heading (its words or its anchor), or to a block by its number.
    #[arg(long, value_name = "HEADING-OR-BLOCK")]
    pub scroll: Option<String>,
}

/// A view by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ViewName {
    /// The article.
    Read,
    /// The polls.
    Polls,
    /// The calls to action.
    Calls,
    /// Every number with its figure.
    Claims,
    /// Figures side by side: see --compare and --topic.
    Compare,
    /// Your notes; those of --data-dir.
    Notes,
    /// The shelf.
    Shelf,
    /// What is wrong.
    Problems,
    /// Keys and habits.
    Help,
    /// How things look.
    Settings,
}

/// A typeface by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FaceName {
    /// A serif.
    SourceSerif,
    /// A sans.
    Inter,
    /// Made for people with low vision.
    Atkinson,
}

/// A line length by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LineLengthName {
    /// For people who lose the line.
    Short,
    /// What most people read best.
    Medium,
    /// More text in one view.
    Long,
}
