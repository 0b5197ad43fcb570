//! What can be said on the command line.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, Parser, ValueEnum};

use super::format::Format;
use super::variables::variable;
use crate::chart::comparison::ComparisonKind;
use crate::export::Settings;
use crate::poll::comparison::Order;
use crate::poll::printed::whole_number;
use crate::poll::stats::WhatIf;
use crate::ui::ThemeName;

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

/// A whole number within bounds, which are said where it is none.
fn within<N>(range: RangeInclusive<N>) -> impl Fn(&str) -> Result<N, String> + Clone
where
    N: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("write a whole number from {} to {}", range.start(), range.end()))
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

fn size(text: &str) -> Result<(u32, u32), String> {
    let wrong = || format!("{text} is not a size like 1280x860, from 320x240 to 7680x4320");
    let (width, height) = text.split_once(['x', '×']).ok_or_else(wrong)?;
    let width: u32 = width.parse().map_err(|_| wrong())?;
    let height: u32 = height.parse().map_err(|_| wrong())?;
    if (320..=7680).contains(&width) && (240..=4320).contains(&height) {
        Ok((width, height))
    } else {
        Err(wrong())
    }
}

fn picture(path: PathBuf) -> Result<PathBuf, String> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        Ok(path)
    } else {
        Err("the picture is a PNG: let its name end in .png".to_owned())
    }
}

fn scale(text: &str) -> Result<f32, String> {
    text.parse()
        .ok()
        .filter(|scale| (1.0..=4.0).contains(scale))
        .ok_or_else(|| format!("{text} is not between 1 and 4"))
}

fn comparison_kind(text: &str) -> Result<ComparisonKind, String> {
    ComparisonKind::named(text).ok_or_else(|| {
        let known = ComparisonKind::ALL.map(ComparisonKind::id);
        format!("{text} is no way to draw a comparison: known are {}", known.join(", "))
    })
}

fn people(text: &str) -> Result<WhatIf, String> {
    whole_number(text).and_then(WhatIf::new).ok_or_else(|| {
        let most = crate::poll::grouped(WhatIf::MOST);
        format!("{text} is not a number of people: write a whole number from 1 to {most}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn sizes_and_scales_stay_in_their_bounds() {
        assert_eq!(size("900x700"), Ok((900, 700)));
        assert!(size("900").is_err() && size("1x1").is_err() && size("99999x700").is_err());
        assert!(scale("2").is_ok() && scale("0").is_err() && scale("NaN").is_err());
    }
}
