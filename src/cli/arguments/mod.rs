//! What can be said on the command line.

mod drawing;
mod render;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum};

use super::format::Format;
use super::variables::variable;
use crate::chart::comparison::ComparisonKind;
use crate::poll::stats::WhatIf;
use values::{comparison_kind, people};

pub use drawing::{Chart, FormatChoice, KindChoice, Looks, OrderChoice};
pub use render::{FaceName, LineLengthName, Render, ViewName};

/// Read briefing bundles offline: the article, the polls behind it, the calls made in it.
#[derive(Debug, Parser)]
#[command(
    name = "briefing-reader",
    version,
    about,
    after_help = EXIT_CODES,
    after_long_help = concat!(
        "Examples:\n",
        "  briefing-reader                               the last session, or the built-in shelf\n",
        "  briefing-reader my-briefing.briefing          open one briefing\n",
        "  briefing-reader show nspcc-e2ee-2021 | less   read in the terminal\n",
        "  briefing-reader check my-briefing/            say what is wrong with a briefing\n\n",
        "Exit codes: 0 done; 1 errors found, or not done; 2 wrong usage or a path that cannot be read.",
    ),
)]
pub struct Arguments {
    /// Bundles (folders or .briefing files), or folders of them, to open in the window.
    pub paths: Vec<PathBuf>,

    /// Keep all state (session, settings, notes) in this folder; without this, in the one that the
    /// variable `BRIEFING_READER_DATA` names, or where this system keeps such things.
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,

    /// Say on the standard error what goes on; twice, in detail. The variable `BRIEFING_READER_LOG` does
    /// the same: info, debug, or a part of the program with its level, notes=debug.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,

    /// What to do, other than opening the window.
    #[command(subcommand)]
    pub command: Option<Subcommand>,
}

const EXIT_CODES: &str =
    "Exit codes: 0 done; 1 errors found, or not done; 2 wrong usage or a path that cannot be read.";

/// One thing to do.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Open the window.
    #[command(after_help = "Example:\n  briefing-reader open briefings/")]
    Open(Open),
    /// Say what is wrong with bundles.
    #[command(
        after_help = "Examples:\n  briefing-reader check my-briefing/\n  briefing-reader check --format json --deny-warnings *.briefing\n\nExit codes: 0 no errors; 1 errors (or warnings, with --deny-warnings); 2 a path cannot be read."
    )]
    Check(Check),
    /// Print a briefing: title, outline, article, polls, calls, sources.
    #[command(
        after_help = "Examples:\n  briefing-reader show nspcc-e2ee-2021 | less\n  briefing-reader show my-briefing/ --format json | jq .polls\n  briefing-reader show nspcc-e2ee-2021#yougov-2021/detect-or-privacy\n\nExit codes: 0 shown; 1 shown as far as it could be read; 2 the path cannot be read."
    )]
    Show(Show),
    /// Hold poll figures against each other: intervals, differences, and whether they compare.
    #[command(
        after_help = "Examples:\n  briefing-reader compare nspcc-duty-of-care-2021#south-west-2021/safe-design nspcc-duty-of-care-2021#south-east-2021/safe-design\n  briefing-reader compare --topic encryption-support\n  briefing-reader compare --topic message-scanning --assume-n 1000 --format json\n  briefing-reader compare --topic message-scanning --to scanning.svg --order value --theme ink\n\nExit codes: 0 compared; 1 compared, but a briefing has errors; 2 a path or figure cannot be found."
    )]
    Compare(Compare),
    /// Write the chart of a question into a file: drawing, picture, page, data or table.
    #[command(
        after_help = "Examples:\n  briefing-reader chart nspcc-e2ee-2021#yougov-2021/detect-or-privacy --to chart.svg\n  briefing-reader chart my-briefing/#poll/question --to chart.png --theme ink --width 800 --scale 3\n  briefing-reader chart my-briefing/#poll/question --to - --format csv\n  briefing-reader chart my-briefing/ --all --format svg --to charts/\n\nExit codes: 0 written; 1 not written, or written though the briefing has errors; 2 wrong usage, or a path or question cannot be found."
    )]
    Chart(Chart),
    /// Draw the window into a picture; needs no display and no graphics driver.
    #[command(
        after_help = "Examples:\n  briefing-reader render nspcc-e2ee-2021 --to page.png\n  briefing-reader render my-briefing/ --to polls.png --view polls --theme ink --size 900x700\n  briefing-reader render --view compare --topic detection-in-encrypted --to compare.png"
    )]
    Render(Render),
    /// Pack a folder into one .briefing file, the same bytes each time.
    #[command(after_help = "Example:\n  briefing-reader pack my-briefing/ --to my-briefing.briefing")]
    Pack(Pack),
    /// Unpack a .briefing file into a new folder.
    #[command(after_help = "Example:\n  briefing-reader unpack my-briefing.briefing --to my-briefing/")]
    Unpack(Unpack),
    /// Make, list, change, take away and keep safe your notes.
    #[command(
        after_help = "Examples:\n  briefing-reader notes add nspcc-e2ee-2021 --quote \"almost a third\" --comment \"How many?\"\n  briefing-reader notes list nspcc-e2ee-2021\n  briefing-reader notes export --to notes.md\n\nExit codes: 0 done; 1 not done, or something is damaged; 2 wrong usage, or a path, figure, call or note cannot be found."
    )]
    Notes(super::notes::arguments::Notes),
    /// Say what changed from one edition of a briefing to another: text, figures, calls.
    #[command(
        after_help = "Example:\n  briefing-reader diff old-edition/ new-edition.briefing\n\nExit codes: 0 nothing differs; 1 something does; 2 a path cannot be read."
    )]
    Diff(Diff),
    /// Print completions for a shell.
    #[command(
        after_help = "Example:\n  briefing-reader completions bash > ~/.local/share/bash-completion/completions/briefing-reader"
    )]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    #[command(after_help = "Example:\n  briefing-reader man | man -l -")]
    Man,
}

/// What to open.
#[derive(Debug, Args)]
pub struct Open {
    /// Bundles, folders of them, ids of built-in briefings, or addresses like `briefing:ID#call:ID`.
    pub paths: Vec<PathBuf>,
}

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// The figures with their intervals, one a row.
    Csv,
}

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// Bundles, folders of them, or ids of built-in briefings.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// How to print what was found.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// Exit with 1 for warnings too.
    #[arg(long)]
    pub deny_warnings: bool,
}

/// What to show.
#[derive(Debug, Args)]
pub struct Show {
    /// A bundle or the id of a built-in briefing; with #POLL, #POLL/QUESTION, #POLL/QUESTION/ANSWER
    /// or #FIGURE, only that.
    pub path: PathBuf,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// What to compare.
#[derive(Debug, Args)]
pub struct Compare {
    /// Figures: a bundle or the id of a built-in briefing, then #POLL/QUESTION/ANSWER. Without
    /// /ANSWER, the question's first answer.
    #[arg(required_unless_present = "topic", value_name = "BUNDLE#POLL/QUESTION[/ANSWER]")]
    pub figures: Vec<PathBuf>,
    /// The first answer to every question of this topic on the built-in shelf.
    #[arg(long)]
    pub topic: Option<String>,
    /// Try a sample size where none is stated; what rests on it says "if n were N".
    #[arg(long, value_name = "N", value_parser = people)]
    pub assume_n: Option<WhatIf>,
    /// How to print it.
    #[arg(long, value_enum, default_value = "text")]
    pub format: CompareFormat,
    /// Write the chart into a file instead; its name ends in .svg, .png, .pdf, .csv, .md or .html.
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub to: Option<PathBuf>,
    /// How the chart is drawn: dots, two-by-two, panels, stacked, diverging, over-time; without this,
    /// the way that suits the figures.
    #[arg(long, value_parser = comparison_kind, value_name = "KIND", requires = "to")]
    pub kind: Option<ComparisonKind>,
    /// The order that the figures stand in.
    #[arg(long, value_enum, default_value = "given")]
    pub order: OrderChoice,
    /// How the chart looks.
    #[command(flatten)]
    pub looks: Looks,
}

/// Which editions to hold against each other.
#[derive(Debug, Args)]
pub struct Diff {
    /// A bundle or the id of a built-in briefing: the old edition.
    pub old: PathBuf,
    /// The new edition.
    pub new: PathBuf,
    /// How to print it.
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

impl Arguments {
    /// The folder that state is kept in: as asked for, or where this system keeps such things.
    pub fn data_folder(&self) -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        let of_system = || Some(etcetera::choose_base_strategy().ok()?.data_dir().join("briefing-reader"));
        // Without a home there is none, and what is kept is not left lying wherever the program starts.
        self.named_data_folder().or_else(|| of_system().filter(|folder| folder.is_absolute()))
    }

    /// The folder that was asked for.
    pub fn named_data_folder(&self) -> Option<PathBuf> {
        self.data_dir.clone().or_else(|| variable("BRIEFING_READER_DATA").map(PathBuf::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }
}
