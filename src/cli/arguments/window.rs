//! Arguments of the subcommands that show the window or draw it.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser};

use super::values::{comparison_kind, people, picture, scale, size, within};
use crate::chart::comparison::ComparisonKind;
use crate::poll::stats::WhatIf;
use crate::ui::{LineLength, TextFace, ThemeName};
use crate::view::actions::View;

/// What to open.
#[derive(Debug, Args)]
pub struct Open {
    /// Bundles, folders that hold several, ids of built-in briefings, or addresses such as
    /// `briefing:ID#call:ID`.
    pub paths: Vec<PathBuf>,
}

/// What to draw.
#[derive(Debug, Args)]
pub struct Render {
    /// A bundle or the id of a built-in briefing. For the shelf, a folder of bundles.
    #[arg(required_unless_present_any = ["compare", "topic"])]
    pub path: Option<PathBuf>,
    /// The picture to save; its name ends in .png.
    #[arg(long, value_name = "OUT.png", value_parser = PathBufValueParser::new().try_map(picture))]
    pub to: PathBuf,
    /// The view to draw.
    #[arg(long, value_enum, default_value = "read")]
    pub view: View,
    /// For the Compare view: a figure, as for `compare`. Repeat it for each figure.
    #[arg(long, value_name = "BUNDLE#POLL/QUESTION[/ANSWER]")]
    pub compare: Vec<PathBuf>,
    /// For the Compare view: compare the first answers to all questions on this topic in the built-in
    /// briefings.
    #[arg(long, conflicts_with = "compare")]
    pub topic: Option<String>,
    /// For the Compare view: assume this sample size where none is stated.
    #[arg(long, value_name = "N", value_parser = people)]
    pub assume_n: Option<WhatIf>,
    /// For the Compare view: kind of chart.
    #[arg(long, value_parser = comparison_kind, value_name = "KIND")]
    pub kind: Option<ComparisonKind>,
    /// Scroll to a heading (its words or its anchor), or to a block by its number.
    #[arg(long, value_name = "HEADING-OR-BLOCK")]
    pub scroll: Option<String>,
    /// Size of the window in points.
    #[arg(long, default_value = "1280x860", value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub size: (u32, u32),
    /// Pixels for each point, 1 to 4.
    #[arg(long, default_value = "1", value_parser = scale)]
    pub scale: f32,
    /// The colours.
    #[arg(long, value_enum, default_value = "paper")]
    pub theme: ThemeName,
    /// Size of the text in percent, 80 to 200.
    #[arg(long, default_value = "100", value_name = "PERCENT", value_parser = within(80..=200_u16))]
    pub text_size: u16,
    /// Typeface of the article.
    #[arg(long, value_enum, default_value = "source-serif")]
    pub face: TextFace,
    /// Length of the article's lines.
    #[arg(long, value_enum, default_value = "medium")]
    pub line_length: LineLength,
}
