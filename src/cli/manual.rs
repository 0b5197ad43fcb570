//! `man` and `completions`: what other programs show of this one's arguments.

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::arguments::Arguments;

/// The manual page in roff: the program, then each subcommand in a section of its own, so that one
/// file is the whole manual.
pub fn page() -> String {
    let mut program = Arguments::command();
    program.build();
    let man = Man::new(program.clone());
    let mut page = written(|out| {
        man.render_title(out)?;
        man.render_name_section(out)?;
        man.render_synopsis_section(out)?;
        man.render_description_section(out)?;
        man.render_options_section(out)
    });
    page += &examples(&program, ".SH");
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        page += &section(command);
    }
    page
}

/// Completions for a shell.
pub fn completions(shell: clap_complete::Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "briefing-reader", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

fn section(command: &Command) -> String {
    // What goes with every subcommand was said at the start.
    let hidden = |command: Command, name| command.mut_arg(name, |argument| argument.hide(true));
    let man = Man::new(["data_dir", "help"].into_iter().fold(command.clone(), hidden));
    let inner = written(|out| {
        man.render_synopsis_section(out)?;
        man.render_description_section(out)?;
        man.render_options_section(out)
    });
    let title = command.get_name().to_uppercase();
    format!(".SH {title}\n{}{}", inner.replace(".SH ", ".SS "), examples(command, ".SS"))
}

/// What the help says last. Its rows are kept as they are: they are commands.
fn examples(command: &Command, heading: &str) -> String {
    let Some(text) = command.get_after_long_help().or(command.get_after_help()) else {
        return String::new();
    };
    let rows: Vec<String> = text.to_string().lines().map(escaped).collect();
    format!("{heading} EXAMPLES AND EXIT CODES\n.nf\n{}\n.fi\n", rows.join("\n"))
}

/// A row of text in roff: nothing in it is an escape or a request.
fn escaped(row: &str) -> String {
    let row = row.replace('\\', "\\e").replace('-', "\\-");
    if row.starts_with(['.', '\'']) { format!("\\&{row}") } else { row }
}

fn written(render: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut page = Vec::new();
    render(&mut page).expect("memory can be written to");
    String::from_utf8_lossy(&page).into_owned()
}
