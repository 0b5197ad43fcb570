//! The command line: its subcommands and options, with the help that each prints.

mod bundles;
mod choices;
mod figures;
mod notes;
mod values;
mod window;

use std::path::PathBuf;

use clap::Parser;

pub use bundles::{Check, Diff, Format, Pack, Show, Unpack};
pub use figures::{Chart, Compare, CompareFormat, Looks};
pub use notes::{Add, Backup, Delete, Edit, Export, Import, List, Notes, NotesCommand, Restore, Words};
pub use window::{Open, Render};

use super::variables::variable;

/// Read briefings offline: the article, the polls behind it and the calls to action.
#[derive(Debug, Parser)]
#[command(
    name = "briefing-reader",
    version,
    about,
    after_help = EXIT_CODES,
    after_long_help = concat!(
        "Examples:\n",
        "  briefing-reader                               reopen the last session, or the built-in shelf\n",
        "  briefing-reader my-briefing.briefing          open a briefing\n",
        "  briefing-reader show nspcc-e2ee-2021 | less   read one in the terminal\n",
        "  briefing-reader check my-briefing/            list the problems in one\n\n",
        "Exit codes: 0 done; 1 errors found, or not done; 2 wrong usage, or a path cannot be read.",
    ),
)]
pub struct Arguments {
    /// Bundles to open in the window: folders, .briefing files, or folders that hold several.
    pub paths: Vec<PathBuf>,

    /// Keep session, settings and notes in this folder. Without it, the program uses the folder in
    /// the variable `BRIEFING_READER_DATA`, or your system's usual place.
    #[arg(long, global = true, value_name = "DIR", help_heading = GLOBAL)]
    pub data_dir: Option<PathBuf>,

    /// Log to standard error; twice for more detail. The variable `BRIEFING_READER_LOG` does the same:
    /// set it to info, debug, or a module and its level such as notes=debug.
    #[arg(short, long, global = true, action = clap::ArgAction::Count, help_heading = GLOBAL)]
    pub verbose: u8,

    /// What to do, other than open the window.
    #[command(subcommand)]
    pub command: Option<Subcommand>,
}

/// The heading of the options that every subcommand has.
const GLOBAL: &str = "Global options";

const EXIT_CODES: &str =
    "Exit codes: 0 done; 1 errors found, or not done; 2 wrong usage, or a path cannot be read.";

/// One subcommand.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Open the window.
    #[command(after_help = "Example:\n  briefing-reader open briefings/")]
    Open(Open),
    /// List the problems in bundles.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader check my-briefing/\n",
        "  briefing-reader check --format json --deny-warnings *.briefing\n\n",
        "Exit codes: 0 no errors; 1 errors (or warnings, with --deny-warnings); 2 a path cannot be read.",
    ))]
    Check(Check),
    /// Print a briefing: title, outline, article, polls, calls and sources.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader show nspcc-e2ee-2021 | less\n",
        "  briefing-reader show my-briefing/ --format json | jq .polls\n",
        "  briefing-reader show nspcc-e2ee-2021#yougov-2021/detect-or-privacy\n\n",
        "Exit codes: 0 printed; 1 printed as far as it could be read; 2 the path cannot be read.",
    ))]
    Show(Show),
    /// Compare poll figures: intervals, differences, and whether they are comparable.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader compare nspcc-duty-of-care-2021#south-west-2021/safe-design ",
        "nspcc-duty-of-care-2021#south-east-2021/safe-design\n",
        "  briefing-reader compare --topic encryption-support\n",
        "  briefing-reader compare --topic message-scanning --assume-n 1000 --format json\n",
        "  briefing-reader compare --topic message-scanning --to scanning.svg --order value --theme ink\n\n",
        "Exit codes: 0 compared; 1 compared, but a briefing has errors; 2 a path or figure cannot be found.",
    ))]
    Compare(Compare),
    /// Save the chart of a question: as a drawing, picture, page, data or table.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader chart nspcc-e2ee-2021#yougov-2021/detect-or-privacy --to chart.svg\n",
        "  briefing-reader chart my-briefing/#poll/question --to chart.png --theme ink --width 800 --scale 3\n",
        "  briefing-reader chart my-briefing/#poll/question --to - --format csv\n",
        "  briefing-reader chart my-briefing/ --all --format svg --to charts/\n\n",
        "Exit codes: 0 saved; 1 not saved, or saved but the briefing has errors; 2 wrong usage, or a path or \
         question cannot be found.",
    ))]
    Chart(Chart),
    /// Save a picture of the window, without a display or a graphics driver.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader render nspcc-e2ee-2021 --to page.png\n",
        "  briefing-reader render my-briefing/ --to polls.png --view polls --theme ink --size 900x700\n",
        "  briefing-reader render --view compare --topic detection-in-encrypted --to compare.png",
    ))]
    Render(Render),
    /// Pack a folder into a .briefing file; the same folder gives the same bytes.
    #[command(after_help = "Example:\n  briefing-reader pack my-briefing/ --to my-briefing.briefing")]
    Pack(Pack),
    /// Unpack a .briefing file into a new folder.
    #[command(after_help = "Example:\n  briefing-reader unpack my-briefing.briefing --to my-briefing/")]
    Unpack(Unpack),
    /// Make, list, edit, export and back up your notes.
    #[command(after_help = concat!(
        "Examples:\n",
        "  briefing-reader notes add nspcc-e2ee-2021 --quote \"almost a third\" --comment \"How many?\"\n",
        "  briefing-reader notes list nspcc-e2ee-2021\n",
        "  briefing-reader notes export --to notes.md\n\n",
        "Exit codes: 0 done; 1 not done, or something is damaged; 2 wrong usage, or a path, figure, call or note \
         cannot be found.",
    ))]
    Notes(Notes),
    /// Show what changed between two editions of a briefing: text, figures and calls.
    #[command(after_help = concat!(
        "Example:\n",
        "  briefing-reader diff old-edition/ new-edition.briefing\n\n",
        "Exit codes: 0 nothing differs; 1 something does; 2 a path cannot be read.",
    ))]
    Diff(Diff),
    /// Print completions for a shell.
    #[command(after_help = "Example:\n  briefing-reader completions bash \
                            > ~/.local/share/bash-completion/completions/briefing-reader")]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    #[command(after_help = "Example:\n  briefing-reader man | man -l -")]
    Man,
}

impl Arguments {
    /// The data folder: the one that was asked for, or the system's usual place.
    pub fn data_folder(&self) -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        let of_system = || Some(etcetera::choose_base_strategy().ok()?.data_dir().join("briefing-reader"));
        // Without a home folder there is none: nothing is left lying where the program happens to start.
        self.named_data_folder().or_else(|| of_system().filter(|folder| folder.is_absolute()))
    }

    /// The data folder that was asked for.
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
