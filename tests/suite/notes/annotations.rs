//! Annotations of other programs: what they say, and where they hang.

use std::path::Path;

use serde_json::{Value, json};

use super::notes;

fn run(data: &Path, arguments: &[&str]) -> (String, String) {
    let output = notes(data, arguments);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// A briefing of two paragraphs.
fn briefing(folder: &Path) -> String {
    let bundle = folder.join("b");
    std::fs::create_dir_all(&bundle).unwrap();
    let manifest = "Briefing(format: 1, id: \"care\", edition: 1, title: \"Care\", article: \"article.md\", \
                    calls: [Call(id: \"act\", title: \"Act\", text: \"Act now.\")])";
    std::fs::write(bundle.join("briefing.ron"), manifest).unwrap();
    let article =
        "## Words\n\nPeople who read their children’s messages say so. Others do not.\n\nA last paragraph.\n";
    std::fs::write(bundle.join("article.md"), article).unwrap();
    bundle.to_str().unwrap().to_owned()
}

fn annotation(id: u32, selector: &Value, body: &Value) -> Value {
    json!({"id": format!("https://example.org/{id}"), "type": "Annotation", "created": format!("2026-05-01T10:00:{id:02}Z"),
        "creator": {"type": "Person", "name": "Jo Doe"}, "body": body, "target": {"source": "briefing:care", "selector": selector}})
}

/// What is told, and the notes in the briefing.
fn imported(annotations: &[Value], noted: bool) -> (String, String, Vec<Value>) {
    let data = tempfile::tempdir().unwrap();
    let bundle = briefing(data.path());
    if noted {
        run(data.path(), &["add", &bundle, "--comment", "own"]);
    }
    let file = data.path().join("a.jsonld");
    std::fs::write(&file, json!(annotations).to_string()).unwrap();
    let (told, said) = run(data.path(), &["import", file.to_str().unwrap()]);
    let (listed, _) = run(data.path(), &["list", &bundle, "--format", "json"]);
    let mut notes: Vec<Value> = serde_json::from_str(&listed).expect("a list");
    notes.retain(|note| note["comment"] != "own");
    (told, said, notes)
}

fn quote(exact: &str) -> Value {
    json!({"type": "TextQuoteSelector", "exact": exact})
}

fn plain(value: &str) -> Value {
    json!({"type": "TextualBody", "value": value, "format": "text/plain"})
}

#[test]
fn words_are_found_whatever_selects_them_and_however_they_are_set() {
    let selectors = [
        quote("People who read their children's\n   messages say so"),
        json!({"type": "FragmentSelector", "value": "epubcfi(/6/4!/4/2)", "refinedBy": quote("Others do not.")}),
        json!({"type": "FragmentSelector", "value": ":~:text=Others%20do%20not"}),
        quote("messages say so.\u{a0}Others"),
        json!([{"type": "CssSelector", "value": "p"}, {"type": "XPathSelector", "value": "/p"}, quote("last paragraph")]),
        json!({"type": "RangeSelector", "startSelector": quote("Others do not"), "endSelector": quote("A last")}),
    ];
    let annotations: Vec<Value> =
        selectors.iter().zip(1..).map(|(selector, id)| annotation(id, selector, &plain("x"))).collect();
    let (told, said, notes) = imported(&annotations, false);
    assert_eq!(told, "6 annotations: 0 imported, 0 already there, 6 need a place, 0 refused\n");
    assert!(said.contains("made by Jo Doe"), "{said}");
    for note in &notes {
        assert!(["unchanged", "moved"].contains(&note["status"].as_str().unwrap()), "{note}");
    }
}

#[test]
fn a_place_without_words_has_those_of_the_text_that_is_at_hand() {
    let at = annotation(1, &json!({"type": "TextPositionSelector", "start": 6, "end": 12}), &plain("x"));
    let (_, _, notes) = imported(std::slice::from_ref(&at), true);
    assert_eq!(notes[0]["quote"], "People");
    let (told, said, notes) = imported(&[at], false);
    assert_eq!(told, "1 annotation: 0 imported, 0 already there, 0 need a place, 1 refused\n");
    assert!(said.contains("is refused: it says where its words stand (6-12) and not which"), "{said}");
    assert!(notes.is_empty());
}

#[test]
fn what_cannot_be_placed_keeps_its_words_or_is_refused_with_a_reason() {
    let annotations = [
        annotation(1, &quote("words that stand nowhere in it"), &plain("one")),
        annotation(2, &json!({"type": "CssSelector", "value": "p"}), &plain("two")),
        annotation(3, &json!({"type": "SvgSelector", "value": "<svg/>"}), &plain("three")),
        annotation(4, &json!({"type": "DataPositionSelector", "start": 1, "end": 2}), &plain("four")),
        annotation(5, &quote(" "), &plain("five")),
    ];
    let (told, said, notes) = imported(&annotations, false);
    assert_eq!(told, "5 annotations: 0 imported, 0 already there, 1 need a place, 4 refused\n");
    assert_eq!(
        (&notes[0]["status"], &notes[0]["quote"]),
        (&"orphaned".into(), &"words that stand nowhere in it".into())
    );
    for reason in
        ["(CssSelector) names nothing", "(SvgSelector)", "(DataPositionSelector)", "its quotation is empty"]
    {
        assert!(said.contains(reason), "{reason}: {said}");
    }
}

#[test]
fn bodies_are_read_as_what_they_are_and_tags_are_tidy() {
    let body = |format: &str, value: &str| json!({"type": "TextualBody", "value": value, "format": format});
    let tag = |value: &str| json!({"type": "TextualBody", "purpose": "tagging", "value": value});
    let annotations = [
        annotation(
            1,
            &quote("People"),
            &body("text/html", "<p>Ask <b>who</b> &amp; when.</p><script>x</script>"),
        ),
        annotation(
            2,
            &quote("Others"),
            &json!([body("text/plain", "2 < 3 and *so*"), tag(" Child  safety "), tag(" ")]),
        ),
        annotation(3, &quote("A last"), &body("text/markdown", "Ask *who*")),
    ];
    let data = tempfile::tempdir().unwrap();
    let bundle = briefing(data.path());
    let file = data.path().join("a.jsonld");
    std::fs::write(&file, json!(annotations).to_string()).unwrap();
    run(data.path(), &["import", file.to_str().unwrap()]);
    let (listed, _) = run(data.path(), &["list", "--format", "json"]);
    let notes: Vec<Value> = serde_json::from_str(&listed).expect("a list");
    let comments: Vec<&str> = notes.iter().filter_map(|note| note["comment"].as_str()).collect();
    assert_eq!(comments, ["Ask **who** & when.", "2 < 3 and \\*so\\*", "Ask *who*"]);
    assert_eq!(notes[1]["tags"], json!(["Child safety"]));
    let page = data.path().join("x.html");
    run(data.path(), &["export", &bundle, "--to", page.to_str().unwrap()]);
    let page = std::fs::read_to_string(page).unwrap();
    for shown in ["Ask <strong>who</strong> &amp; when.", "2 &lt; 3 and *so*", "Ask <em>who</em>"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("<script>"));
}

#[test]
fn a_figure_or_a_call_that_is_named_in_the_source_is_what_the_note_is_on() {
    let mut call = annotation(1, &Value::Null, &plain("x"));
    call["target"] = "briefing:care?edition=1#call:act".into();
    call["created"] = 7.into();
    let (told, said, notes) = imported(&[call], false);
    assert_eq!(told, "1 annotation: 1 imported, 0 already there, 0 need a place, 0 refused\n", "{said}");
    assert_eq!((&notes[0]["kind"], &notes[0]["status"]), (&"call".into(), &"unchanged".into()));
    assert!(!notes[0]["created"].as_str().unwrap().starts_with("1970"));
}

#[test]
fn an_edition_that_nothing_states_is_not_made_up() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("a.jsonld");
    let stated = json!({"id": "https://example.org/2", "type": "Annotation", "created": "2026-05-01T10:00:02Z",
        "body": plain("of two"), "target": {"source": "briefing:care?edition=2", "selector": quote("Others")}});
    std::fs::write(&file, json!([annotation(1, &quote("Others"), &plain("of none")), stated]).to_string())
        .unwrap();
    run(data.path(), &["import", file.to_str().unwrap()]);
    let exported = |name: &str| {
        let to = data.path().join(name);
        run(data.path(), &["export", "--to", to.to_str().unwrap()]);
        std::fs::read_to_string(to).unwrap()
    };
    let markdown = exported("a.md");
    assert!(markdown.contains("edition not stated") && markdown.contains("edition 2"), "{markdown}");
    assert!(!markdown.contains("edition 0") && !markdown.contains("edition=0"), "{markdown}");
    let listed: Vec<Value> = serde_json::from_str(&exported("a.json")).unwrap();
    let editions: Vec<&Value> = listed.iter().map(|note| &note["edition"]).collect();
    assert_eq!(editions, [&Value::Null, &json!(2)]);
    // What was written is read as it was.
    let again = exported("b.jsonld");
    assert!(!again.contains("edition:care:0"), "{again}");
    let other = tempfile::tempdir().unwrap();
    run(other.path(), &["import", data.path().join("b.jsonld").to_str().unwrap()]);
    let (listed, _) = run(other.path(), &["list", "--format", "json"]);
    let listed: Vec<Value> = serde_json::from_str(&listed).unwrap();
    let editions: Vec<&Value> = listed.iter().map(|note| &note["edition"]).collect();
    assert_eq!(editions, [&Value::Null, &json!(2)]);
}
