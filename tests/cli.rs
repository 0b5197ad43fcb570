//! The command line, run as people and scripts run it.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const ID: &str = "nspcc-e2ee-2021";

/// How a run ended and what it printed.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

/// The program in an empty folder of its own, without a display.
fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-reader"));
    program.current_dir(folder).env("BRIEFING_READER_DATA", folder.join("data")).env("COLUMNS", "100");
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "RUST_BACKTRACE"] {
        program.env_remove(variable);
    }
    program
}

fn run_in<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Run {
    let run = program(folder).args(arguments).output().expect("the program starts");
    Run {
        code: run.status.code(),
        out: String::from_utf8(run.stdout).expect("what it prints is UTF-8"),
        err: String::from_utf8(run.stderr).expect("what it says is UTF-8"),
    }
}

fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Run {
    run_in(folder().path(), arguments)
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for a while")
}

fn json<S: AsRef<OsStr>>(arguments: &[S]) -> Value {
    serde_json::from_str(&run(arguments).out).expect("the output is JSON")
}

/// A path in the repository.
fn here(path: &str) -> String {
    format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("it can be listed") {
        let from = entry.expect("it can be listed").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("it can be copied");
        }
    }
}

mod help {
    use super::*;

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
        for arguments in [
            ["--data-dir", "d", "show", ID],
            ["show", "--data-dir", "d", ID],
            ["show", ID, "--data-dir", "d"],
        ] {
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
}

mod check {
    use super::*;

    #[test]
    fn a_sound_bundle_has_nothing_wrong() {
        let run = run(&["check", ID]);
        assert_eq!((run.code, run.out), (Some(0), format!("{ID}: nothing wrong\n")));
        assert_eq!(json(&["check", ID, "--format", "json"]), Value::Array(Vec::new()));
    }

    #[test]
    fn faults_are_told_with_place_and_hint() {
        let folder = folder();
        copy(Path::new(&here("tests/broken/field-misspelt")), &folder.path().join("mine"));
        let run = run_in(folder.path(), &["check", "mine"]);
        assert_eq!(run.code, Some(1));
        insta::assert_snapshot!(run.out);
    }

    #[test]
    fn faults_in_json_have_all_that_scripts_need() {
        let run = run(&["check", &here("tests/broken/field-misspelt"), "--format", "json"]);
        assert_eq!(run.code, Some(1));
        let faults: Vec<Value> = serde_json::from_str(&run.out).expect("the output is JSON");
        assert!(!faults.is_empty());
        for fault in &faults {
            assert_eq!(fault["file"], "briefing.ron");
            assert!(["error", "warning", "info"].contains(&fault["severity"].as_str().unwrap()));
            assert!(fault["code"].is_string() && fault["message"].is_string());
            assert!(fault["line"].as_u64() > Some(0) && fault["column"].as_u64() > Some(0));
            assert!(fault["hints"][0].is_string());
        }
    }

    #[test]
    fn warnings_fail_only_when_they_are_denied() {
        let bundle = here("tests/broken/poll-undisclosed");
        let severities = |value: &Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|fault| fault["severity"].to_string()).collect()
        };
        let found = severities(&json(&["check", &bundle, "--format", "json"]));
        assert!(
            found.contains(&"\"warning\"".to_owned()) && !found.contains(&"\"error\"".to_owned()),
            "{found:?}"
        );
        assert_eq!(run(&["check", &bundle]).code, Some(0));
        assert_eq!(run(&["check", &bundle, "--deny-warnings"]).code, Some(1));
    }

    #[test]
    fn several_bundles_are_checked_and_told_apart() {
        let broken = here("tests/broken/field-misspelt");
        let several = run(&["check", ID, &broken, "cable-2017"]);
        assert_eq!(several.code, Some(1));
        for name in [&format!("{ID}: nothing wrong"), &format!("{broken}:"), "cable-2017: nothing wrong"] {
            assert!(several.out.contains(name), "{}", several.out);
        }
        let faults = json(&["check", ID, &broken, "--format", "json"]);
        assert_eq!(faults[0]["file"], format!("{broken}/briefing.ron"));
    }

    #[test]
    fn a_folder_of_bundles_is_checked_as_a_whole() {
        let run = run(&["check", &here("briefings")]);
        assert_eq!(run.code, Some(0), "{}", run.out);
        assert_eq!(run.out.lines().filter(|line| line.ends_with(": nothing wrong")).count(), 12);
    }

    #[test]
    fn a_path_that_is_not_there_ends_with_2_and_the_others_are_checked_all_the_same() {
        let run = run(&["check", "nowhere", ID]);
        assert_eq!((run.code, run.out), (Some(2), format!("{ID}: nothing wrong\n")));
        assert!(run.err.contains("`nowhere` does not exist"), "{}", run.err);
    }

    #[test]
    fn a_folder_without_a_manifest_is_no_bundle() {
        let folder = folder();
        let run = run_in(folder.path(), &["check", "."]);
        assert_eq!(run.code, Some(1));
        assert!(run.out.contains("error[") && run.out.contains("briefing.ron"), "{}", run.out);
    }

    #[test]
    fn the_article_of_a_bundle_cannot_steer_the_terminal() {
        let folder = folder();
        copy(Path::new(&here("tests/good/small")), &folder.path().join("small"));
        let article = folder.path().join("small/article.md");
        let text = fs::read_to_string(&article).unwrap();
        fs::write(&article, format!("{text}\n\u{1b}[2Jgone [x](figure:\u{1b}[31m)\n")).unwrap();
        for command in ["check", "show"] {
            let run = run_in(folder.path(), &[command, "small"]);
            assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{command}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_not_utf_8_is_read_and_named() {
        use std::os::unix::ffi::OsStrExt;
        let folder = folder();
        let name = OsStr::from_bytes(b"caf\xe9");
        copy(Path::new(&here("tests/good/small")), &folder.path().join(name));
        for command in ["check", "show"] {
            let run = run_in(folder.path(), &[OsStr::new(command), name]);
            assert_eq!(run.code, Some(0), "{command}: {}", run.err);
        }
        let absent = run_in(folder.path(), &[OsStr::new("show"), OsStr::from_bytes(b"th\xe9")]);
        assert_eq!(absent.code, Some(2));
        assert!(absent.err.contains("does not exist"), "{}", absent.err);
    }
}

mod show {
    use super::*;

    #[test]
    fn a_briefing_begins_with_its_title_outline_and_key_figures() {
        let run = run(&["show", ID]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        let start: Vec<&str> = run.out.lines().take_while(|line| *line != "Article").collect();
        // Articles are still being edited; how long they are is not what this is about.
        let words = json(&["show", ID, "--format", "json"])["word_count"].to_string();
        insta::assert_snapshot!(start.join("\n").replace(&format!("{words} words"), "… words"));
    }

    #[test]
    fn a_poll_shows_what_it_discloses_and_what_it_does_not() {
        let run = run(&["show", &format!("{ID}#yougov-2021/detect-or-privacy")]);
        assert_eq!(run.code, Some(0));
        insta::assert_snapshot!(run.out);
    }

    #[test]
    fn everything_in_the_briefing_is_in_the_text() {
        let text = run(&["show", ID]).out;
        let value = json(&["show", ID, "--format", "json"]);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = value["sources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|source| &source["url"])
            .chain(value["calls"].as_array().unwrap().iter().map(|call| &call["text"]))
            .chain(value["figures"].as_array().unwrap().iter().map(|figure| &figure["what"]))
            .chain(value["claims"].as_array().unwrap().iter().map(|claim| &claim["text"]))
            .chain(value["related"].as_array().unwrap().iter().map(|story| &story["summary"]));
        for piece in expected {
            assert!(words.contains(piece.as_str().unwrap()), "{piece} is not in the text");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 78 || line.contains("https://")));
    }

    #[test]
    fn no_built_in_briefing_loses_a_word_of_its_tables() {
        let folder = folder();
        for entry in fs::read_dir(here("briefings")).unwrap() {
            let path = entry.unwrap().path();
            let run = run_in(folder.path(), &[OsStr::new("show"), path.as_os_str()]);
            assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", path.display());
            let article = fs::read_to_string(path.join("article.md")).unwrap();
            let cells = article.lines().filter(|line| line.starts_with('|')).flat_map(|line| line.split('|'));
            for word in
                cells.flat_map(str::split_whitespace).filter(|word| word.chars().all(char::is_alphanumeric))
            {
                assert!(run.out.contains(word), "{word} of a table in {} is lost", path.display());
            }
        }
    }

    #[test]
    fn the_built_in_briefing_says_in_json_what_it_prints() {
        let value = json(&["show", ID, "--format", "json"]);
        assert_eq!(
            (&value["id"], &value["edition"], &value["language"]),
            (&ID.into(), &1.into(), &"en-GB".into())
        );
        assert_eq!((&value["publisher"], &value["published"]), (&"Children First".into(), &Value::Null));
        assert_eq!(value["problems"], Value::Array(Vec::new()));
        assert!(value["word_count"].as_u64() > Some(500));
        assert_eq!(value["outline"][0]["text"], "Why the question is open");
        assert!(value["outline"][0]["level"].is_u64() && value["outline"][0]["block"].is_u64());
        assert_eq!(value["calls"].as_array().unwrap().len(), 5);
        assert_eq!(value["calls"][3]["to"], "tech firms");
        assert_eq!(value["calls"][0]["to"], Value::Null);
        assert_eq!(value["calls"][0]["evidence"][0], "yougov-2021/support-if-safe");
        let claims = value["claims"].as_array().unwrap();
        assert!(claims.len() >= 10, "{}", claims.len());
        assert!(claims.iter().any(|claim| claim["target"] == "yougov-2021/support-if-safe/support"
            && claim["text"].as_str().unwrap().starts_with("62%")));
        assert_eq!(value["figures"][0]["low"], 2500.0);
        assert_eq!(
            (&value["figures"][2]["low"], &value["figures"][2]["about"]),
            (&Value::Null, &70.0.into())
        );
    }

    #[test]
    fn the_polls_figures_stay_as_vague_as_they_were_printed() {
        let value = json(&["show", ID, "--format", "json"]);
        let poll = &value["polls"][0];
        assert_eq!(poll["pollster"], "YouGov");
        for field in ["sample_size", "fieldwork", "mode", "weighting", "margin_of_error"] {
            assert_eq!(poll[field], Value::Null, "{field}");
        }
        let answers: Vec<(String, String, f64, f64)> = poll["questions"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|question| {
                question["answers"].as_array().unwrap().iter().map(|answer| {
                    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
                    let name = format!("{}/{}", question["id"].as_str().unwrap(), text("id"));
                    (name, text("printed"), answer["low"].as_f64().unwrap(), answer["high"].as_f64().unwrap())
                })
            })
            .collect();
        let expected = [
            ("support/support", "33%", 33.0, 33.0),
            ("support-if-safe/support", "62%", 62.0, 62.0),
            ("detect-or-privacy/detect", "more than half", 50.0, 100.0),
            ("detect-or-privacy/equal", "almost a third", 30.333, 33.333),
            ("detect-or-privacy/privacy", "just 4%", 4.0, 4.0),
            ("detect-images/support", "92%", 92.0, 92.0),
            ("detect-grooming/support", "91%", 91.0, 91.0),
        ];
        assert_eq!(answers.len(), expected.len());
        for ((name, printed, low, high), wanted) in answers.iter().zip(expected) {
            assert_eq!((name.as_str(), printed.as_str()), (wanted.0, wanted.1));
            assert!(
                (low - wanted.2).abs() < 1e-9 && (high - wanted.3).abs() < 1e-9,
                "{name}: {low} to {high}"
            );
        }
    }

    #[test]
    fn sample_sizes_are_numbers_only_where_they_are_exact() {
        let sizes: Vec<Value> = fs::read_dir(here("briefings"))
            .unwrap()
            .flat_map(|entry| {
                let id = entry.unwrap().file_name().into_string().unwrap();
                json(&["show", &id, "--format", "json"])["polls"].as_array().unwrap().clone()
            })
            .map(|poll| poll["sample_size"].clone())
            .collect();
        assert!(sizes.iter().any(Value::is_u64) && sizes.iter().any(Value::is_null), "{sizes:?}");
        assert!(sizes.iter().any(|size| size["more_than"].is_u64()), "{sizes:?}");
        let sound = |size: &Value| {
            size.is_u64() || size.is_null() || size["more_than"].is_u64() || size["about"].is_u64()
        };
        assert!(sizes.iter().all(sound), "{sizes:?}");
    }

    #[test]
    fn one_figure_is_named_behind_a_hash_sign_in_an_id_a_folder_or_a_file() {
        let folder = folder();
        assert_eq!(
            run_in(folder.path(), &["pack", &here("briefings/nspcc-e2ee-2021"), "--to", "x.briefing"]).code,
            Some(0)
        );
        for bundle in [ID.to_owned(), here("briefings/nspcc-e2ee-2021"), "x.briefing".to_owned()] {
            let named = format!("{bundle}#yougov-2021/support-if-safe/support");
            let shown = run_in(folder.path(), &["show", &named]);
            assert_eq!(shown.code, Some(0), "{named}: {}", shown.err);
            assert!(shown.out.starts_with("Support: 62% "), "{}", shown.out);
            let value: Value =
                serde_json::from_str(&run_in(folder.path(), &["show", &named, "--format", "json"]).out)
                    .unwrap();
            assert_eq!((&value["low"], &value["high"]), (&62.0.into(), &62.0.into()));
        }
        assert!(run(&["show", &format!("{ID}#arrests-2018")]).out.starts_with("2,500 arrests\n"));
        assert!(run(&["show", &format!("{ID}#yougov-2021")]).out.contains("Sample size      not stated"));
    }

    #[test]
    fn a_name_that_is_nearly_right_is_put_right() {
        for (named, meant) in [
            ("nspcc-e2ee-2012".to_owned(), "did you mean the built-in briefing `nspcc-e2ee-2021`?"),
            (format!("{ID}#yougov-2021/detect-or-privat"), "Did you mean yougov-2021/detect-or-privacy?"),
            (format!("{ID}#arrest-2018"), "Did you mean arrests-2018?"),
        ] {
            let run = run(&["show", &named]);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{named}");
            assert!(run.err.contains(meant), "{named}: {}", run.err);
        }
        let unlike = run(&["show", &format!("{ID}#bad/ref")]);
        assert_eq!(unlike.code, Some(2));
        let says = format!("{ID} has no bad/ref. It has yougov-2021/support, ");
        assert!(unlike.err.contains(&says), "{}", unlike.err);
    }

    #[test]
    fn a_folder_of_briefings_is_not_one_briefing() {
        let run = run(&["show", &here("briefings")]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("is a folder of briefings: name one of them"), "{}", run.err);
    }

    #[test]
    fn a_broken_bundle_is_shown_as_far_as_it_can_be_read() {
        let bundle = here("tests/broken/ron-missing-parenthesis");
        let run = run(&["show", &bundle]);
        assert_eq!(run.code, Some(1));
        assert!(run.out.contains("Article\n-------") && run.err.contains("error["), "{}", run.err);
        let value = json(&["show", &bundle, "--format", "json"]);
        assert_eq!(value["problems"][0]["severity"], "error");
    }

    #[test]
    fn a_reader_that_closes_the_pipe_gets_no_complaint() {
        let folder = folder();
        for arguments in [
            vec!["show", ID],
            vec!["man"],
            vec!["completions", "bash"],
            vec!["show", "eurobarometer-532-2023", "--format", "json"],
        ] {
            let mut child = program(folder.path())
                .args(&arguments)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            drop(child.stdout.take());
            let ended = child.wait_with_output().expect("the program ends");
            assert_eq!(ended.status.code(), Some(0), "{arguments:?}");
            assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{arguments:?}");
        }
        let mut child = program(folder.path())
            .args(["show", ID])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(first.starts_with("Encryption and children"), "{first}");
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

mod render {
    use super::*;

    fn size_of(picture: &Path) -> (u32, u32) {
        image::image_dimensions(picture).expect("it is a picture")
    }

    #[test]
    fn the_picture_has_the_size_asked_for_and_the_same_bytes_each_time() {
        let folder = folder();
        for name in ["a.png", "b.png"] {
            let run =
                run_in(folder.path(), &["render", ID, "--to", name, "--size", "640x480", "--scale", "2"]);
            assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
        }
        assert_eq!(size_of(&folder.path().join("a.png")), (1280, 960));
        assert_eq!(
            fs::read(folder.path().join("a.png")).unwrap(),
            fs::read(folder.path().join("b.png")).unwrap()
        );
    }

    #[test]
    fn every_view_and_theme_is_a_picture_of_its_own() {
        let folder = folder();
        let options = ["read", "polls", "calls", "shelf", "problems"]
            .map(|view| ["--view", view])
            .into_iter()
            .chain(["ink", "sepia", "contrast"].map(|theme| ["--theme", theme]))
            .chain([["--text-size", "150"], ["--scroll", "The round table"], ["--scroll", "13"]]);
        let mut seen: Vec<Vec<u8>> = Vec::new();
        for option in options {
            let run = run_in(
                folder.path(),
                &[&["render", ID, "--to", "x.png", "--size", "640x480"], &option[..]].concat(),
            );
            assert_eq!(run.code, Some(0), "{option:?}: {}", run.err);
            assert_eq!(size_of(&folder.path().join("x.png")), (640, 480), "{option:?}");
            let bytes = fs::read(folder.path().join("x.png")).unwrap();
            assert!(!seen.contains(&bytes), "{option:?} draws what another one drew");
            seen.push(bytes);
        }
    }

    #[test]
    fn a_folder_of_briefings_is_a_shelf() {
        let folder = folder();
        copy(Path::new(&here("tests/good/small")), &folder.path().join("mine/small"));
        let shelf = run_in(folder.path(), &["render", "mine", "--to", "x.png", "--view", "shelf"]);
        assert_eq!(shelf.code, Some(0), "{}", shelf.err);
        assert_eq!(run_in(folder.path(), &["render", "mine", "--to", "y.png"]).code, Some(2));
        assert!(!folder.path().join("y.png").exists());
    }

    #[test]
    fn a_place_that_is_not_in_the_article_is_wrong_usage() {
        let run = run(&["render", ID, "--to", "x.png", "--scroll", "No such heading"]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("no heading and no block `No such heading`"), "{}", run.err);
    }

    #[test]
    fn a_picture_that_cannot_be_written_ends_with_1() {
        let run = run(&["render", ID, "--to", "not/there/x.png", "--size", "320x240"]);
        assert_eq!(run.code, Some(1));
        assert!(run.err.contains("`not/there/x.png` cannot be written"), "{}", run.err);
    }
}

mod pack {
    use super::*;

    #[test]
    fn a_folder_packed_and_unpacked_is_the_folder_it_was() {
        let folder = folder();
        let good = here("tests/good/small");
        let packed = run_in(folder.path(), &["pack", &good, "--to", "a.briefing"]);
        assert_eq!((packed.code, packed.err.as_str()), (Some(0), ""));
        assert!(packed.out.starts_with("packed ") && packed.out.contains("`a.briefing`"), "{}", packed.out);
        assert_eq!(run_in(folder.path(), &["unpack", "a.briefing", "--to", "b"]).code, Some(0));
        for file in ["briefing.ron", "article.md"] {
            assert_eq!(
                fs::read(folder.path().join("b").join(file)).unwrap(),
                fs::read(Path::new(&good).join(file)).unwrap()
            );
        }
        let shown = |path: &str| run_in(folder.path(), &["show", path]).out;
        assert_eq!(shown("a.briefing"), shown("b"));
        assert_eq!(run_in(folder.path(), &["check", "a.briefing"]).out, "a.briefing: nothing wrong\n");
    }

    #[test]
    fn packing_twice_gives_the_same_bytes() {
        let folder = folder();
        for name in ["a.briefing", "b.briefing"] {
            assert_eq!(
                run_in(folder.path(), &["pack", &here("tests/good/small"), "--to", name]).code,
                Some(0)
            );
        }
        assert_eq!(
            fs::read(folder.path().join("a.briefing")).unwrap(),
            fs::read(folder.path().join("b.briefing")).unwrap()
        );
    }

    #[test]
    fn a_file_is_replaced_only_by_force() {
        let folder = folder();
        fs::write(folder.path().join("a.briefing"), "mine").unwrap();
        let arguments = ["pack", &here("tests/good/small"), "--to", "a.briefing", "--force"];
        let kept = run_in(folder.path(), &arguments[..4]);
        assert_eq!(kept.code, Some(1));
        assert!(kept.err.contains("`a.briefing` exists") && kept.err.contains("--force"), "{}", kept.err);
        assert_eq!(fs::read(folder.path().join("a.briefing")).unwrap(), b"mine");
        assert_eq!(run_in(folder.path(), &arguments).code, Some(0));
        assert_ne!(fs::read(folder.path().join("a.briefing")).unwrap(), b"mine");
    }

    #[test]
    fn what_cannot_be_read_ends_with_2_and_what_cannot_be_written_with_1() {
        let folder = folder();
        let good = here("tests/good/small");
        assert_eq!(run_in(folder.path(), &["pack", &good, "--to", "a.briefing"]).code, Some(0));
        fs::create_dir(folder.path().join("full")).unwrap();
        fs::write(folder.path().join("full/mine"), "mine").unwrap();
        for (arguments, code) in [
            (["pack", "nowhere", "--to", "b.briefing"], 2),
            (["pack", good.as_str(), "--to", "not/there/b.briefing"], 1),
            (["unpack", "nowhere.briefing", "--to", "b"], 2),
            (["unpack", good.as_str(), "--to", "b"], 2),
            (["unpack", "a.briefing", "--to", "full"], 1),
        ] {
            let run = run_in(folder.path(), &arguments);
            assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{arguments:?}: {}", run.err);
            assert!(run.err.starts_with("briefing-reader: `"), "{arguments:?}: {}", run.err);
        }
        assert!(!folder.path().join("b").exists() && !folder.path().join("b.briefing").exists());
    }
}

mod window {
    use super::*;

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
        assert!(run.err.contains("did you mean the command `check`?"), "{}", run.err);
    }
}
