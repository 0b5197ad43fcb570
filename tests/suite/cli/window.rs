//! `open`, where no window can be opened.

use super::run;

#[test]
fn a_path_that_is_not_there_opens_no_window() {
    let run = run(&["nowhere.briefing"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("`nowhere.briefing` does not exist"), "{}", run.err);
}

#[test]
fn a_misspelt_command_is_put_right() {
    let run = run(&["chek", "briefings"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("the folder. Or did you mean the command `check`?"), "{}", run.err);
}
