//! Arguments of the subcommands that read or pack whole bundles.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// Bundles, folders that hold several, or ids of built-in briefings.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to print the problems.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Exit with 1 for warnings too.
    #[arg(long)]
    pub deny_warnings: bool,
}

/// What to show.
#[derive(Debug, Args)]
pub struct Show {
    /// A bundle or the id of a built-in briefing. Add #POLL, #POLL/QUESTION, #POLL/QUESTION/ANSWER or
    /// #FIGURE to show only that.
    pub path: PathBuf,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// Which editions to compare.
#[derive(Debug, Args)]
pub struct Diff {
    /// The old edition: a bundle or the id of a built-in briefing.
    pub old: PathBuf,
    /// The new edition.
    pub new: PathBuf,
    /// How to print the changes.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// What to pack.
#[derive(Debug, Args)]
pub struct Pack {
    /// The bundle's folder.
    pub folder: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE.briefing")]
    pub to: PathBuf,
    /// Replace the file if it exists.
    #[arg(long)]
    pub force: bool,
}

/// What to unpack.
#[derive(Debug, Args)]
pub struct Unpack {
    /// The .briefing file.
    pub file: PathBuf,
    /// The folder to make.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
}
