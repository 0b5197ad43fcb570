//! What the command line calls the program's own choices, and the help for each.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::chart::Kind;
use crate::export;
use crate::poll::comparison::Order;
use crate::ui::{LineLength, TextFace, ThemeName};
use crate::view::actions::View;

/// Gives a type of the program its values on the command line.
macro_rules! choices {
    ($type:ty: $($variant:ident = $name:literal, $help:literal;)+) => {
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &[$(Self::$variant),+]
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(match self {
                    $(Self::$variant => PossibleValue::new($name).help($help),)+
                })
            }
        }
    };
}

choices! { ThemeName:
    Paper = "paper", "Warm white";
    Ink = "ink", "Dark";
    Sepia = "sepia", "Brown on cream";
    Contrast = "contrast", "Black and white, with bright accents";
}

choices! { View:
    Read = "read", "The article";
    Polls = "polls", "The polls";
    Calls = "calls", "The calls to action";
    Claims = "claims", "Every number with its figure";
    Compare = "compare", "Figures side by side; see --compare and --topic";
    Notes = "notes", "Your notes, from --data-dir";
    Shelf = "shelf", "The shelf of briefings";
    Problems = "problems", "The briefing's problems";
    Help = "help", "Keys and how to use them";
    Settings = "settings", "The settings";
}

choices! { TextFace:
    SourceSerif = "source-serif", "A serif";
    Inter = "inter", "A sans serif";
    Atkinson = "atkinson", "Made for people with low vision";
}

choices! { LineLength:
    Short = "short", "For readers who lose their place in long lines";
    Medium = "medium", "Comfortable for most readers";
    Long = "long", "More text on each line";
}

choices! { Order:
    Chosen = "given", "In the order you name them";
    Date = "date", "Earliest first";
    Value = "value", "Largest first";
    Name = "name", "By question title";
}

choices! { export::Format:
    Svg = "svg", "A vector drawing; its text stays text";
    Png = "png", "A picture";
    Pdf = "pdf", "A page the size of the drawing";
    Csv = "csv", "A row for each answer, with its bounds and the poll's disclosure";
    Markdown = "md", "A table in Markdown";
    Html = "html", "A table as a web page";
}

choices! { Kind:
    Bars = "bars", "A bar for each answer";
    Stacked = "stacked", "One bar of 100%, divided into the answers";
    Diverging = "diverging", "The same, centred where people are divided for and against";
}
