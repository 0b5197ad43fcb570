//! Help, versions, completions, the manual.

use super::{ID, run};

#[test]
fn every_subcommand_has_help_with_an_example() {
    let all = run(&["--help"]);
    assert_eq!(all.code, Some(0));
    for name in ["open", "check", "chart", "show", "render", "pack", "unpack", "completions", "man"] {
        assert!(all.out.contains(&format!("\n  {name} ")), "{name} is not in the help:\n{}", all.out);
        let help = run(&[name, "--help"]);
        assert_eq!(help.code, Some(0), "{name}");
        assert!(help.out.contains(&format!("  briefing-reader {name}")), "{}", help.out);
        assert!(help.out.contains("--data-dir"), "{}", help.out);
    }
    assert!(all.out.contains("Exit codes: 0 done; 1 "), "{}", all.out);
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = run(&["--version"]);
    assert_eq!(
        (version.code, version.out),
        (Some(0), format!("briefing-reader {}\n", env!("CARGO_PKG_VERSION")))
    );
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        vec!["--no-such-option"],
        vec!["check"],
        vec!["show"],
        vec!["show", ID, "--format", "xml"],
        vec!["render", ID],
        vec!["render", ID, "--to", "a.png", "--text-size", "300"],
        vec!["render", ID, "--to", "a.png", "--size", "1x1"],
        vec!["render", ID, "--to", "a.png", "--scale", "NaN"],
        vec!["render", ID, "--to", "a.png", "--theme", "pink"],
        vec!["render", ID, "--to", "a.jpg"],
        vec!["completions", "sh-of-my-own"],
    ] {
        let run = run(&arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains("error:") && run.err.contains("--help"), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn the_data_folder_can_be_named_before_and_after_the_subcommand() {
    for arguments in
        [["--data-dir", "d", "show", ID], ["show", "--data-dir", "d", ID], ["show", ID, "--data-dir", "d"]]
    {
        let run = run(&arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn completions_name_the_subcommands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell]);
        assert_eq!(run.code, Some(0), "{shell}");
        assert!(run.out.contains("unpack") && run.out.contains("deny-warnings"), "{shell}");
    }
}

#[test]
fn the_manual_has_every_subcommand_with_its_options() {
    let page = run(&["man"]);
    assert_eq!(page.code, Some(0));
    assert_eq!(page.out.matches(".TH ").count(), 1);
    for section in [".SH CHECK", ".SH SHOW", ".SH RENDER", ".SH PACK", ".SH UNPACK"] {
        assert!(page.out.contains(section), "{section}");
    }
    assert!(page.out.contains(r"\-\-deny\-warnings") && page.out.contains("Exit codes: 0 done"));
}
