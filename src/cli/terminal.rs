//! How wide text is set: as wide as the terminal, and no wider than people read well.

use terminal_size::{Width, terminal_size_of};

use super::variables::variable;

/// Columns of running text: what reads well, where there is room for it.
pub const MEASURE: usize = 78;

/// No text is set narrower than this.
const NARROWEST: usize = 20;

/// The columns that there are: those that `COLUMNS` names, or those of the terminal. None where what
/// is printed goes to a file or to another program.
pub fn columns() -> Option<usize> {
    let named = variable("COLUMNS").and_then(|value| value.to_str()?.trim().parse().ok());
    let columns = named.filter(|columns| *columns > 0).or_else(of_terminal);
    columns.map(|columns| columns.max(NARROWEST))
}

fn of_terminal() -> Option<usize> {
    let (Width(columns), _) = terminal_size_of(std::io::stdout())?;
    Some(usize::from(columns)).filter(|columns| *columns > 0)
}

/// The columns that running text takes.
pub fn measure() -> usize {
    columns().map_or(MEASURE, |columns| columns.min(MEASURE))
}
