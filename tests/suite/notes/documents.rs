//! Notes as documents: what each format says, and that no words of a note break it.

use std::io::{Cursor, Read};
use std::process::Command;

use briefing_reader::export::notes::{Entry, Grouping, NotesFormat, Options, Template, write};
use briefing_reader::export::references::Style;
use briefing_reader::library;
use briefing_reader::notes::{Colour, EditionText, Note, Passage, Stance, Target, placing};

use super::note;

/// One note of each kind on the first briefing.
fn notes(bundle: &briefing_reader::bundle::Bundle) -> Vec<Note> {
    let text = EditionText::of(&bundle.article);
    let at = text.as_str().find("This protects private conversation.").expect("the words are there");
    let start = text.as_str()[..at].chars().count();
    let passage = Target::Passage(Passage::at(&text, start..start + 35).expect("some words"));
    let targets = [
        passage,
        Target::figure(bundle, "yougov-2021/support/support").expect("it is there"),
        Target::key_figure(bundle, &bundle.manifest.highlights[0].figures).expect("it is there"),
        Target::call(bundle, "all-users").expect("it is there"),
        Target::Comparison { name: "Support, as it is and if safe".to_owned() },
        Target::Briefing,
    ];
    let made = targets.into_iter().enumerate().map(|(number, target)| Note {
        briefing: bundle.manifest.id.clone(),
        title: bundle.manifest.title.clone(),
        text_hash: text.hash(),
        target,
        comment: format!("Comment {number}, with *stress* and a [link](https://example.org/{number})."),
        tags: if number % 2 == 0 { vec!["for the paper".to_owned()] } else { Vec::new() },
        colour: Colour::ALL[number % 4],
        stance: (number == 3).then_some(Stance::Doubt),
        ..note(number as u64)
    });
    made.collect()
}

fn made<'t>(format: NotesFormat, change: impl Fn(&mut Options<'t>)) -> Vec<u8> {
    let bundle = library::open("nspcc-e2ee-2021").expect("it is built in");
    let notes = notes(&bundle);
    let text = EditionText::of(&bundle.article);
    let placed = placing::place(&notes, &bundle, |_| None);
    let entries: Vec<Entry<'_>> =
        placed.iter().map(|placed| Entry::within(placed.note, &bundle, &text, &placed.placement)).collect();
    let mut options =
        Options { format, style: Style::Harvard, by: Grouping::Briefing, template: None, day: "2026-11-23" };
    change(&mut options);
    write(&entries, &options).expect("it is made").content
}

fn text(format: NotesFormat) -> String {
    String::from_utf8(made(format, |_| ())).expect("it is text")
}

#[test]
fn markdown_has_quotations_sources_citations_and_a_list_of_references() {
    insta::assert_snapshot!(text(NotesFormat::Markdown));
}

#[test]
fn a_web_page_has_all_of_it_and_the_chart_once() {
    let page = text(NotesFormat::Html);
    let (before, chart) = page.split_once("<svg").expect("a chart");
    let (_, after) = chart.split_once("</svg>").expect("it ends");
    assert!(chart.contains("Support: 33%"), "the chart says what it shows");
    assert!(!after.contains("<svg"), "the key figure is of the same question");
    // Its looks are looked at, not pinned.
    let body = before.split_once("<body>").expect("a body").1;
    insta::assert_snapshot!(format!("{body}<svg>…</svg>{after}"));
    assert!(!page.contains("http-equiv") && !page.contains("<script") && !page.contains("<link"));
}

#[test]
fn references_are_files_of_their_own() {
    for (format, name) in
        [(NotesFormat::Bibtex, "bib"), (NotesFormat::Ris, "ris"), (NotesFormat::CslJson, "csl-json")]
    {
        insta::assert_snapshot!(name, text(format));
    }
}

#[test]
fn notes_are_grouped_by_tag_and_by_call() {
    let headings = |by| {
        let text = made(NotesFormat::Markdown, |options| options.by = by);
        let text = String::from_utf8(text).expect("it is text");
        text.lines().filter_map(|line| line.strip_prefix("# ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(headings(Grouping::Tag), ["for the paper", "Without a tag", "References (Harvard)"]);
    let calls = headings(Grouping::Call);
    assert!(
        calls.contains(&"Consider all users".to_owned()) && calls.contains(&"On no call".to_owned()),
        "{calls:?}"
    );
}

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("it is an archive");
    let mut text = String::new();
    archive.by_name(name).expect("the part is there").read_to_string(&mut text).expect("it is text");
    text
}

#[test]
fn a_word_file_has_real_styles_footnotes_and_pictures_with_words() {
    let docx = made(NotesFormat::Docx, |_| ());
    let document = part(&docx, "word/document.xml");
    for style in ["Title", "Heading1", "Heading2", "Quote", "Bibliography"] {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\"")), "{style}");
    }
    assert!(
        document.contains("descr=\"Support for end-to-end encryption as it is."),
        "the picture has words"
    );
    assert!(document.contains("<w:footnoteReference") && document.contains("<w:hyperlink"));
    assert!(document.contains("<w:i />") || document.contains("<w:i/>"), "stress is in italics");
    assert!(part(&docx, "word/footnotes.xml").contains("YouGov"));
    assert!(part(&docx, "word/styles.xml").contains("heading 1"));
}

/// A note on something of the first briefing, written as a format.
fn one(target: Target, comment: &str, tags: &[&str], format: NotesFormat) -> Vec<u8> {
    let bundle = library::open("nspcc-e2ee-2021").expect("it is built in");
    let text = EditionText::of(&bundle.article);
    let note = Note {
        briefing: bundle.manifest.id.clone(),
        title: bundle.manifest.title.clone(),
        text_hash: text.hash(),
        target,
        comment: comment.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..note(1)
    };
    let notes = [note];
    let placed = placing::place(&notes, &bundle, |_| None);
    let entries: Vec<Entry<'_>> =
        placed.iter().map(|placed| Entry::within(placed.note, &bundle, &text, &placed.placement)).collect();
    let options =
        Options { format, style: Style::Harvard, by: Grouping::Briefing, template: None, day: "2026-11-23" };
    write(&entries, &options).expect("it is made").content
}

#[test]
fn lists_in_a_word_file_keep_their_kind_and_their_numbers() {
    let said = "- a\n- b\n  - within\n\nThen\n\n3. three\n4. four\n\nand\n\n1. one\n";
    let docx = one(Target::Briefing, said, &[], NotesFormat::Docx);
    let (document, numbering) = (part(&docx, "word/document.xml"), part(&docx, "word/numbering.xml"));
    let document = resvg::usvg::roxmltree::Document::parse(&document).expect("it is XML");
    let numbering = resvg::usvg::roxmltree::Document::parse(&numbering).expect("it is XML");
    let value = |node: resvg::usvg::roxmltree::Node<'_, '_>| {
        node.attributes().find(|attribute| attribute.name() == "val").map(|found| found.value().to_owned())
    };
    let within = |node: resvg::usvg::roxmltree::Node<'_, '_>, name: &str| {
        node.descendants().find(|inner| inner.tag_name().name() == name).and_then(value)
    };
    // The format of a list, and the number that it starts with.
    let kind = |id: &str, level: &str| {
        let of = |name: &str, id: &str| {
            let mut found = numbering.descendants().filter(|node| {
                let own = node.attributes().any(|attribute| attribute.value() == id);
                node.tag_name().name() == name && own
            });
            let first = found.next().expect("it is there");
            assert!(found.next().is_none(), "two lists are number {id}");
            first
        };
        let list = of("num", id);
        let kind = of("abstractNum", &within(list, "abstractNumId").expect("a kind"));
        let level = kind
            .children()
            .find(|node| node.attributes().any(|attribute| attribute.value() == level))
            .expect("the level");
        (within(level, "numFmt").expect("a format"), within(list, "startOverride"))
    };
    let items: Vec<(String, Option<String>)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "numPr")
        .map(|node| kind(&within(node, "numId").expect("a list"), &within(node, "ilvl").expect("a level")))
        .collect();
    let bullet = || ("bullet".to_owned(), None);
    let from = |first: &str| ("decimal".to_owned(), Some(first.to_owned()));
    assert_eq!(items, [bullet(), bullet(), bullet(), from("3"), from("3"), from("1")]);
}

#[test]
fn a_whole_poll_says_what_it_discloses_and_a_figure_that_is_no_poll_is_called_one() {
    let bundle = library::open("nspcc-e2ee-2021").expect("it is built in");
    let said = |reference: &str| {
        let target = Target::figure(&bundle, reference).expect("it is there");
        String::from_utf8(one(target, "", &[], NotesFormat::Markdown)).expect("it is text")
    };
    let poll = said("yougov-2021");
    assert!(poll.contains("Sample size: not stated") && poll.contains("(YouGov, "), "{poll}");
    let figure = said(&bundle.manifest.figures[0].id);
    assert!(figure.contains("**figure**") && !figure.contains("Sample size"), "{figure}");
    let source = bundle.source(&bundle.manifest.figures[0].source).expect("it has one");
    assert!(figure.contains(&source.url), "{figure}");
}

#[test]
fn a_poll_that_was_read_in_two_sources_is_cited_twice() {
    let bundle = library::open("nspcc-e2ee-2021").expect("it is built in");
    let text = EditionText::of(&bundle.article);
    let on = |number: u64, reference: &str| Note {
        briefing: bundle.manifest.id.clone(),
        text_hash: text.hash(),
        target: Target::figure(&bundle, reference).expect("it is there"),
        ..note(number)
    };
    let (one, other) = ("yougov-2021/support", "yougov-2021/detect-or-privacy");
    let source = |reference| {
        let (poll, question) = bundle.question(reference).expect("it is there");
        bundle.source_of(poll, question).expect("it has a source").url.clone()
    };
    assert_ne!(source(one), source(other), "the briefing read them in two places");
    let notes = [on(1, one), on(2, other)];
    let placed = placing::place(&notes, &bundle, |_| None);
    let entries: Vec<Entry<'_>> =
        placed.iter().map(|placed| Entry::within(placed.note, &bundle, &text, &placed.placement)).collect();
    for format in [NotesFormat::Bibtex, NotesFormat::Ris, NotesFormat::CslJson] {
        let options = Options {
            format,
            style: Style::Harvard,
            by: Grouping::Briefing,
            template: None,
            day: "2026-11-23",
        };
        let written =
            String::from_utf8(write(&entries, &options).expect("it is made").content).expect("it is text");
        assert!(written.contains(&source(one)) && written.contains(&source(other)), "{written}");
    }
}

#[test]
fn a_tag_in_markdown_is_one_that_obsidian_reads() {
    let tags = ["for, the paper", "a/b_c", "été 2026!", "#x"];
    let text =
        String::from_utf8(one(Target::Briefing, "", &tags, NotesFormat::Markdown)).expect("it is text");
    assert!(text.contains("\n#for-the-paper #a/b_c #été-2026 #x\n"), "{text}");
}

/// Runs only where `LibreOffice` is; the structure is tested everywhere.
#[test]
fn libreoffice_opens_the_word_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.docx");
    std::fs::write(&path, made(NotesFormat::Docx, |_| ())).expect("it is written");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let converted = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder.path())
        .arg(&path)
        .output();
    let Ok(converted) = converted else { return };
    assert!(converted.status.success(), "{converted:?}");
    let text = std::fs::read_to_string(folder.path().join("notes.txt")).expect("it was opened");
    for words in [
        "Notes, 23 November 2026",
        "This protects private conversation",
        "Comment 1, with stress",
        "References",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

/// Everything that some format uses for itself.
const HOSTILE: &str = "</p><script>alert(1)</script> ]]> | a | \"quoted\" 'x' & ${x} {{ title }} {% if %} \
                       =cmd|' /C calc'!A0 \\ `code` <!-- --> \u{0} \u{b} 👩‍👧 e\u{301} שלום";

#[test]
fn words_that_a_format_uses_for_itself_stay_words() {
    let hostile = Note {
        comment: format!("{HOSTILE}\n\n{}", "long ".repeat(3_000)),
        tags: vec![HOSTILE.to_owned()],
        title: HOSTILE.to_owned(),
        target: Target::Comparison { name: HOSTILE.to_owned() },
        ..note(1)
    };
    for format in NotesFormat::ALL {
        let options =
            Options { format, style: Style::Apa, by: Grouping::Tag, template: None, day: "2026-11-23" };
        let bytes = write(&[Entry::alone(&hostile)], &options).expect("it is made").content;
        match format {
            NotesFormat::Html => {
                let page = String::from_utf8(bytes).expect("it is text");
                assert!(!page.contains("<script>") && page.contains("{{ title }}"), "{page}");
            }
            NotesFormat::Csv => {
                let table = String::from_utf8(bytes).expect("it is text");
                assert!(table.lines().all(|line| !line.starts_with('=')));
            }
            NotesFormat::Docx => {
                let document = part(&bytes, "word/document.xml");
                assert!(!document.contains("<script") && !document.contains('\u{b}'));
                roxmltree(&document);
            }
            NotesFormat::Json | NotesFormat::CslJson | NotesFormat::JsonLd => {
                serde_json::from_slice::<serde_json::Value>(&bytes).expect("it is JSON");
            }
            NotesFormat::Pdf => assert!(bytes.starts_with(b"%PDF-")),
            NotesFormat::Markdown | NotesFormat::Bibtex | NotesFormat::Ris => {}
        }
    }
}

/// Panics where a text is no XML.
fn roxmltree(text: &str) {
    resvg::usvg::roxmltree::Document::parse(text).expect("it is XML");
}

#[test]
fn a_template_of_ones_own_says_what_it_wants() {
    let template = "{{ count }} notes\n{% for group in groups %}{% for note in group.notes %}- {{ note.quote }} \
                    ({{ note.citation.text }})\n{% endfor %}{% endfor %}";
    let filled = made(NotesFormat::Markdown, |options| {
        options.template = Some(Template { name: "own.md", text: template });
    });
    let filled = String::from_utf8(filled).expect("it is text");
    assert!(filled.starts_with("6 notes\n- This protects private conversation. ("), "{filled}");
}

#[test]
fn what_is_wrong_with_a_template_is_said_with_its_line() {
    let told = |text: &str| {
        let note = note(1);
        let template = Some(Template { name: "own.md", text });
        let options = Options {
            format: NotesFormat::Markdown,
            style: Style::Apa,
            by: Grouping::Tag,
            template,
            day: "2026-11-23",
        };
        write(&[Entry::alone(&note)], &options).expect_err("it is wrong")
    };
    insta::assert_snapshot!(
        [
            told("One\n{{ count }"),
            told("One\n\n{{ cuont }}"),
            told("{% for note in notes %}{% endfor %}"),
            told("{{ title|shout }}"),
        ]
        .join("\n")
    );
}

#[test]
fn the_template_of_the_documents_is_filled() {
    let document = include_str!("../../../docs/exports.md");
    let (_, rest) = document.split_once("```jinja\n").expect("it has a template");
    let (template, _) = rest.split_once("```").expect("it ends");
    let filled = made(NotesFormat::Markdown, |options| {
        options.template = Some(Template { name: "exports.md", text: template });
    });
    let filled = String::from_utf8(filled).expect("it is text");
    assert!(
        filled.contains("6 notes, references in the Harvard style") && filled.contains("YouGov (2021)"),
        "{filled}"
    );
}
