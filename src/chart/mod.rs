//! Drawings of poll questions. One drawing serves the window, `render` and the exports. Nothing
//! here knows the app, a file or a theme: colours and faces come in as a [`Look`].

mod bar_rows;
mod bars;
mod card;
mod hatch;
mod look;
mod model;
mod plot;
mod rows;
mod show;
mod source;
mod stacked;
mod table;
mod text;
mod tones;
mod value;

pub use look::Look;
pub use model::{Kind, QuestionChart};
pub use show::{ChartResponse, show};
pub use text::{limits, sentence, share, value_words};

#[cfg(test)]
mod tests {
    use super::Look;
    use crate::ui::{Theme, type_scale};

    /// A look with a theme's colours.
    pub fn look(theme: &Theme) -> Look {
        Look {
            page: theme.page,
            ink: theme.ink,
            quiet: theme.quiet,
            line: theme.line,
            accent: theme.accent,
            neutral: theme.neutral,
            warning: theme.warning,
            title: type_scale::CHART_TITLE.font(),
            label: type_scale::LABEL.font(),
            value: type_scale::LABEL_STRONG.font(),
            secondary: type_scale::SECONDARY.font(),
        }
    }
}
