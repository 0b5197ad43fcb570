//! What is exported in the tests.

use std::path::Path;

use briefing_reader::bundle::{Bundle, Files, Limits, Origin, from_files};
use briefing_reader::chart::Kind;
use briefing_reader::export::QuestionExhibit;
use briefing_reader::library;

/// A briefing of the built-in shelf.
pub fn built_in(id: &str) -> Bundle {
    library::open(id).unwrap_or_else(|| panic!("{id} is on the shelf"))
}

/// A question of a bundle.
pub fn exhibit<'b>(bundle: &'b Bundle, reference: &str, kind: Option<Kind>) -> QuestionExhibit<'b> {
    let (poll, question) = bundle.question(reference).unwrap_or_else(|| panic!("{reference} is there"));
    QuestionExhibit::new(bundle, poll, question, kind)
}

/// Words that break what is written without care: marks of every format, letters from right to
/// left, an emoji of several signs, control codes.
pub const HOSTILE: &str = "=1+1 \"quoted\" 'single' <b>&amp; </title>--> ]]> | `code` *star* _line_ [a](b) \\ שלום 👩‍🚀 \u{1b}[2J\u{0}";

/// Four waves of one question under the topic `waves`: dated, with two answers on each side.
pub fn waves() -> Bundle {
    let answers = |first: u32| {
        let values = [first, 21, 9, 30, 40 - first];
        let labels =
            ["Strongly in favour", "Somewhat in favour", "Neither", "Somewhat against", "Strongly against"];
        let kinds = ["Position", "Position", "Neutral", "Position", "Position"];
        let each = values.iter().zip(labels).zip(kinds).enumerate();
        let each = each.map(|(index, ((value, label), kind))| {
            format!("Answer(id: \"a{index}\", label: \"{label}\", kind: {kind}, value: Percent({value}))")
        });
        each.collect::<Vec<_>>().join(", ")
    };
    let polls = (0..4).map(|wave| {
        let first = 20 + 2 * wave;
        format!(
            "Poll(id: \"wave-{wave}\", title: \"Attitudes to private messaging, wave {wave}\", \
             pollster: \"Pollster\", population: \"Adults in the United Kingdom\", \
             sample_size: Stated(1{wave}50), fieldwork: Dates(\"202{wave}-03-01\", \"202{wave}-03-28\"), \
             mode: \"online\", source: \"source\", questions: [Question(id: \"question\", \
             title: \"Companies should look for child abuse in private messages\", topic: \"waves\", \
             wording: Paraphrase(\"Whether they should\"), base: All, answers: [{}])])",
            answers(first)
        )
    });
    briefing(&format!(
        "Briefing(format: 1, id: \"waves\", edition: 1, title: \"Waves\", language: \"en-GB\", \
         sources: [Source(id: \"source\", title: \"Waves\", publisher: \"Pollster\", \
         url: \"https://example.org/\")], polls: [{}])",
        polls.collect::<Vec<_>>().join(", ")
    ))
}

fn briefing(manifest: &str) -> Bundle {
    let mut files = Files::default();
    files.insert("briefing.ron", format!("#![enable(implicit_some)]\n{manifest}").into_bytes());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

/// A briefing whose every word is hostile.
pub fn hostile() -> Bundle {
    let words = format!("{HOSTILE:?}").replace("\\u{1b}", "\\u{1b}").replace("\\0", "\\u{0}");
    let manifest = format!(
        "Briefing(format: 1, id: \"hostile\", edition: 1, title: {words}, language: \"en-GB\", \
         sources: [Source(id: \"source\", title: {words}, publisher: {words}, \
         url: \"https://example.org/?a=1&b=<script>\")], \
         polls: [Poll(id: \"poll\", title: {words}, pollster: {words}, commissioned_by: {words}, \
         population: {words}, sample_size: Stated(1000), fieldwork: Described({words}), mode: {words}, \
         weighting: {words}, source: \"source\", questions: [Question(id: \"question\", title: {words}, \
         wording: Exact({words}), base: Described({words}), answers: [\
         Answer(id: \"a\", label: {words}, value: MoreThan(50), printed: {words}), \
         Answer(id: \"b\", label: \"-1\", value: Percent(20), printed: \"@20%\")])])])"
    );
    let bundle = briefing(&manifest);
    assert!(bundle.question("poll/question").is_some(), "{:#?}", bundle.problems());
    bundle
}

/// The folder of the faces, for programs that have to find them.
pub fn faces() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts")
}
