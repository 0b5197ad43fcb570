//! The examples in documents: a `console` block's lines that begin with `$ ` are commands, the
//! lines up to the next one are what they print. `…` on a line of its own stands for any lines,
//! none included. A command must succeed unless `$ echo $?` follows it and prints another code; a
//! command without lines under it may print anything.

use std::path::Path;
use std::process::Command;

/// What stands before a command.
const PROMPT: &str = "$ ";
/// Asks for the exit code of the command before.
const ASK_CODE: &str = "echo $?";
/// The one program that examples may run.
const PROGRAM: &str = "briefing-reader";

/// A command with what it prints and the code it ends with.
#[derive(Debug, PartialEq, Eq)]
struct Example {
    command: String,
    output: Vec<String>,
    code: i32,
}

/// Runs the examples of `block` in order in `folder`, with `binary` as the program. Says for each
/// that goes otherwise than written how it goes.
pub fn differences(block: &str, binary: &Path, folder: &Path) -> Vec<String> {
    match examples(block) {
        Err(message) => vec![message],
        Ok(examples) => {
            examples.iter().filter_map(|example| difference(example, binary, folder).err()).collect()
        }
    }
}

fn examples(block: &str) -> Result<Vec<Example>, String> {
    let mut examples: Vec<Example> = Vec::new();
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        let command = line.strip_prefix(PROMPT).ok_or_else(|| format!("no command stands before: {line}"))?;
        let mut output = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with(PROMPT)) {
            output.push(line.to_owned());
        }
        if command == ASK_CODE {
            let last = examples.last_mut().ok_or("no command stands before: echo $?")?;
            last.code = output.join("").parse().map_err(|_| format!("no exit code follows: {command}"))?;
        } else {
            examples.push(Example { command: command.to_owned(), output, code: 0 });
        }
    }
    Ok(examples)
}

fn difference(example: &Example, binary: &Path, folder: &Path) -> Result<(), String> {
    let Example { command, output: expected, code } = example;
    let words = shlex::split(command).ok_or_else(|| format!("a quote is open: {command}"))?;
    let Some((PROGRAM, arguments)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) else {
        return Err(format!("only {PROGRAM} can be run in an example: {command}"));
    };
    let run = Command::new(binary)
        .args(arguments)
        .current_dir(folder)
        .env("BRIEFING_READER_DATA", folder.join("data"))
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .output()
        .map_err(|error| format!("{command}: {error}"))?;
    let printed = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    if run.status.code() != Some(*code) {
        return Err(format!("{command}\nends with {}, not with {code}, and prints:\n{printed}", run.status));
    }
    let printed_lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let expected: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
    if !expected.is_empty() && !agree(&expected, &printed_lines) {
        return Err(format!("{command}\nprints:\n{printed}\nand not:\n{}", expected.join("\n")));
    }
    Ok(())
}

fn agree(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&"…", rest)) => (0..=printed.len()).any(|skipped| agree(rest, &printed[skipped..])),
        Some((line, rest)) => {
            printed.split_first().is_some_and(|(first, printed)| first == line && agree(rest, printed))
        }
    }
}

#[test]
fn a_block_is_read_as_commands_with_what_they_print_and_their_codes() {
    let example = |command: &str, output: &[&str], code| Example {
        command: command.to_owned(),
        output: output.iter().map(|line| (*line).to_owned()).collect(),
        code,
    };
    let block = "$ briefing-reader check a\nerror: b\n…\n$ echo $?\n1\n$ briefing-reader show \"c d\"\n";
    assert_eq!(
        examples(block),
        Ok(vec![
            example("briefing-reader check a", &["error: b", "…"], 1),
            example("briefing-reader show \"c d\"", &[], 0),
        ])
    );
    assert!(examples("output without a command").is_err());
    assert!(examples("$ echo $?\n0").is_err());
    assert!(examples("$ briefing-reader\n$ echo $?\nnone").is_err());
}

#[test]
fn an_ellipsis_stands_for_any_lines_and_nothing_else_differs() {
    assert!(agree(&["a", "…", "d"], &["a", "b", "c", "d"]));
    assert!(agree(&["a", "…"], &["a"]));
    assert!(!agree(&["a", "…", "d"], &["a", "b"]));
    assert!(!agree(&["a"], &["a", "b"]));
    assert!(!agree(&["a", "b"], &["a"]));
}

#[test]
fn an_example_that_goes_otherwise_is_told() {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let binary = Path::new(env!("CARGO_BIN_EXE_briefing-reader"));
    let told = |block| differences(block, binary, folder.path()).len();
    assert_eq!(told("$ briefing-reader --no-such-option\nnothing prints this"), 1);
    assert_eq!(told("$ briefing-reader --no-such-option\n$ echo $?\n77"), 1);
    assert_eq!(told("$ rm -r everything"), 1);
}
