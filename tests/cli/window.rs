//! `open`, where no window can be opened.

use super::{folder, program, run};

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_person_learns_what_works_without_one() {
    let folder = folder();
    for variables in [&[][..], &[("DISPLAY", ":987")], &[("WAYLAND_DISPLAY", "no-such-one")]] {
        let run =
            program(folder.path()).envs(variables.iter().copied()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{variables:?}: {said}");
        assert!(said.starts_with("briefing-reader: no window could be opened: "), "{said}");
        assert!(
            said.contains("`briefing-reader show ") && said.contains("`briefing-reader render "),
            "{said}"
        );
        assert!(!said.contains("panicked") && !said.contains(".rs:"), "{said}");
    }
}

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
