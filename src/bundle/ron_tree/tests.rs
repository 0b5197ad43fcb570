//! What the parser makes of well-formed and of ill-formed text.

use super::{Kind, Node, Parsed, parse};
use crate::diagnostics::{Diagnostic, Report};

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut report = Report::new("t.ron", text);
    let Parsed { root, .. } = parse(text, 0..text.len(), 8, &mut report);
    (root, report.finish())
}

/// The tree in one line: groups with their names, leaves as written, `~` before loose text, `?`
/// for what is broken.
fn shape(node: &Node, text: &str) -> String {
    let list = |nodes: &[Node]| nodes.iter().map(|node| shape(node, text)).collect::<Vec<_>>().join(" ");
    let name = |name: &Option<crate::bundle::span::Span>| name.map_or("", |name| name.of(text));
    match &node.kind {
        Kind::Text | Kind::Other | Kind::Number | Kind::Name => node.span.of(text).to_owned(),
        Kind::AsPrinted => format!("#{}", node.span.of(text)),
        Kind::LooseText(words) => format!("~{}", words.of(text)),
        Kind::Tuple(group, items) => format!("{}({})", name(group), list(items)),
        Kind::Struct(group, fields) => {
            let fields: Vec<String> = (fields.iter())
                .map(|field| format!("{}:{}", field.name.of(text), shape(&field.value, text)))
                .collect();
            format!("{}({})", name(group), fields.join(" "))
        }
        Kind::List(items) => format!("[{}]", list(items)),
        Kind::Map(entries) => {
            let entries: Vec<String> = (entries.iter())
                .map(|(key, value)| format!("{}:{}", shape(key, text), shape(value, text)))
                .collect();
            format!("{{{}}}", entries.join(" "))
        }
        Kind::Broken => "?".to_owned(),
    }
}

/// The tree, and for each fault its line, column, marked text and message.
fn outcome(text: &str) -> (String, Vec<String>) {
    let (root, faults) = read(text);
    let told = |fault: Diagnostic| match fault.place {
        Some(place) => {
            let marked = &place.source_line[place.marked];
            format!("{}:{} <{marked}> {}", place.line, place.column, fault.message)
        }
        None => fault.message,
    };
    (root.map_or(String::new(), |root| shape(&root, text)), faults.into_iter().map(told).collect())
}

fn well(text: &str) -> String {
    let (tree, faults) = outcome(text);
    assert_eq!(faults, Vec::<String>::new(), "{text}");
    tree
}

#[test]
fn all_of_ron_is_read() {
    assert_eq!(well("#![enable(implicit_some)]\n// c\nA(a: 1, b: [x, \"y\",],)"), "A(a:1 b:[x \"y\"])");
    assert_eq!(
        well("(a: 'x', b: B(1, 2.5), c: {\"k\": -1e3}, d: ())"),
        "(a:'x' b:B(1 2.5) c:{\"k\":-1e3} d:())"
    );
    assert_eq!(well("A ( a : r#\"raw \"text\" \"# , ) /* end */"), "A(a:r#\"raw \"text\" \"#)");
    assert_eq!(well("A(text: \"two\nlines\", b: B())"), "A(text:\"two\nlines\" b:B())");
}

#[test]
fn text_without_a_value_is_none() {
    assert_eq!(read(" // only a comment").0, None);
    assert_eq!(read("").0, None);
}

#[test]
fn a_missing_parenthesis_is_shown_where_it_was_opened() {
    let text = "L(a: [\n A(id: 1),\n A(id: 2,\n A(id: 3),\n], b: 4)";
    assert_eq!(
        outcome(text),
        (
            "L(a:[A(id:1) A(id:2) A(id:3)] b:4)".into(),
            vec!["3:2 <A(> `A(` opened here is never closed".into()]
        )
    );
}

#[test]
fn a_missing_bracket_is_shown_with_its_field() {
    let text = "L(q: [\n Q(answers: [A(id: 1)),\n Q(answers: [A(id: 2)]),\n])";
    let (tree, faults) = outcome(text);
    assert_eq!(tree, "L(q:[Q(answers:[A(id:1)]) Q(answers:[A(id:2)])])");
    assert_eq!(faults, ["2:4 <answers: [> `answers: [` opened here is never closed"]);
}

#[test]
fn an_unclosed_group_ends_before_the_next_field() {
    let text = "A(value: Percent(4, printed: \"4%\")";
    assert_eq!(outcome(text).0, "A(value:Percent(4) printed:\"4%\")");
    let text = "L(sources: [S(id: 1), polls: [P(id: 2)])";
    let (tree, faults) = outcome(text);
    assert_eq!(tree, "L(sources:[S(id:1)] polls:[P(id:2)])");
    assert_eq!(faults.len(), 1);
}

#[test]
fn a_text_that_ends_too_early_names_all_that_is_open() {
    let (root, faults) = read("L(\n a: [\n  A(id: 1,");
    assert!(root.is_some());
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].message, "`A(` opened here is never closed");
    assert!(faults[0].hints[0].ends_with("`a: [` on line 2, `L(` on line 1"), "{:?}", faults[0].hints);
}

/// A text without its mark `¤`, and the column of what the mark stands before.
fn marked(text: &str) -> (String, usize) {
    (text.replace('¤', ""), text.find('¤').unwrap() + 1)
}

#[test]
fn a_bracket_too_many_closes_nothing() {
    for text in [
        "L(s: [S(id: 1)¤), S(id: 2)], p: [P(q: [Q(id: 3)])])",
        "L(s: [S(id: 1), S(id: 2)¤)], p: [P(q: [Q(id: 3)])])",
        "L(s: [S(id: 1), S(id: 2)]¤], p: [P(q: [Q(id: 3)])])",
        "L(s: [S(id: 1), S(id: 2)], p: [P(q: [Q(id: 3)¤)])])",
        "L(s: [S(id: 1), S(id: 2)], p: [P(q: [Q(id: 3)])])¤)",
    ] {
        let (text, column) = marked(text);
        let (tree, faults) = outcome(&text);
        assert_eq!(tree, "L(s:[S(id:1) S(id:2)] p:[P(q:[Q(id:3)])])", "{text}");
        let bracket = &text[column - 1..column];
        assert_eq!(faults, [format!("1:{column} <{bracket}> `{bracket}` has no place here")], "{text}");
    }
}

#[test]
fn fields_behind_a_bracket_that_closed_all_too_early_are_read() {
    let (text, column) = marked("L(s: [S(id: 1)]¤),\n p: [P(id: 2)],\n f: 3)");
    let (tree, faults) = outcome(&text);
    assert_eq!(tree, "L(s:[S(id:1)] p:[P(id:2)] f:3)");
    assert_eq!(faults, [format!("1:{column} <)> `L(` is closed here, but its field `p` follows on line 2")]);
}

#[test]
fn a_bracket_of_another_kind_closes_what_it_was_meant_to() {
    for text in [
        "L(s: [S(id: 1)¤), p: [P(id: 2)])",
        "L(s: [S(id: 1)], p: [P(id: 2)¤))",
        "L(s: [S(id: 1)], p: [P(id: 2¤]])",
    ] {
        let (text, column) = marked(text);
        let (tree, faults) = outcome(&text);
        assert_eq!(tree, "L(s:[S(id:1)] p:[P(id:2)])", "{text}");
        assert_eq!(faults.len(), 1, "{faults:?}");
        let is_told = faults[0].starts_with(&format!("1:{column} ")) && faults[0].contains("is closed by");
        assert!(is_told, "{text}: {faults:?}");
    }
}

#[test]
fn a_missing_opening_parenthesis_is_told() {
    let (tree, faults) = outcome("L(s: [S id: 1, url: 2), S(id: 3)])");
    assert_eq!(tree, "L(s:[S(id:1 url:2) S(id:3)])");
    assert_eq!(faults, ["1:8 <> `(` is missing after `S`"]);
}

#[test]
fn a_closing_bracket_too_many_is_told() {
    assert_eq!(outcome("A(a: 1]), b").1.len(), 2);
    let (tree, faults) = outcome("A(a: 1))");
    assert_eq!(tree, "A(a:1)");
    assert_eq!(faults, ["1:8 <)> `)` has no place here"]);
}

#[test]
fn an_unclosed_string_is_shown_where_it_opens() {
    let text = "A(\n title: \"Foo,\n summary: \"Bar\",\n n: 1)";
    let (tree, faults) = outcome(text);
    assert_eq!(tree, "A(title:~Foo summary:\"Bar\" n:1)");
    assert_eq!(faults, ["2:9 <\"Foo> the string that opens here is never closed"]);

    let text = "A(id: \"a\", label: \"Foo, value: 4, printed: \"4%\", kind: B)";
    let (tree, faults) = outcome(text);
    assert_eq!(tree, "A(id:\"a\" label:~Foo value:4 printed:\"4%\" kind:B)");
    assert_eq!(faults, ["1:19 <\"Foo> the string that opens here is never closed"]);

    let (tree, faults) = outcome("A(a: \"x\", b: \"y)\n");
    assert_eq!(tree, "A(a:\"x\" b:~y)");
    assert_eq!(faults, ["1:14 <\"y> the string that opens here is never closed"]);
}

#[test]
fn bare_quotation_marks_in_a_string_are_told() {
    let (tree, faults) = outcome("A(a: \"He said \"no\" to it\", b: \"x\")");
    assert_eq!(tree, "A(a:~He said \"no\" to it b:\"x\")");
    assert_eq!(faults, ["1:6 <\"He said \"no\" to it\"> this string holds bare quotation marks"]);
}

#[test]
fn wrong_quotation_marks_are_told_and_the_words_kept() {
    let (tree, faults) = outcome("A(a: “it’s so”, b: 'two words', c: \"x”, d: 1)");
    assert_eq!(tree, "A(a:~it’s so b:~two words c:~x d:1)");
    assert_eq!(
        faults,
        [
            "1:6 <“it’s so”> `“` does not open a string",
            "1:20 <'two words'> `'` does not open a string",
            "1:36 <\"x”> the string that opens here ends with a typographic quotation mark",
        ]
    );
}

#[test]
fn words_without_marks_are_kept() {
    let (tree, faults) = outcome("A(publisher: Children First 2021, n: 1)");
    assert_eq!(tree, "A(publisher:~Children First 2021 n:1)");
    assert_eq!(faults, ["1:14 <Children First 2021> these words need quotation marks"]);
}

#[test]
fn a_missing_comma_is_shown_after_the_value() {
    let (tree, faults) = outcome("A(a: \"x\"\n b: 1 c: N d: [1 2])");
    assert_eq!(tree, "A(a:\"x\" b:1 c:N d:[1 2])");
    assert_eq!(
        faults,
        [
            "1:9 <> a comma is missing here",
            "2:6 <> a comma is missing here",
            "2:11 <> a comma is missing here",
            "2:17 <> a comma is missing here",
        ]
    );
}

#[test]
fn small_slips_are_told_and_mended() {
    for (text, tree, fault) in [
        ("A(a = 1)", "A(a:1)", "1:5 <=> `=` stands where a colon belongs"),
        ("A(a 1, b: 2)", "A(a:1 b:2)", "1:4 <> a colon is missing after `a`"),
        ("A(a: 1; b: 2)", "A(a:1 b:2)", "1:7 <;> `;` has no place here"),
        ("A(a: 1,, b: 2)", "A(a:1 b:2)", "1:8 <,> one comma too many"),
        ("A(a: , b: 2)", "A(a:? b:2)", "1:6 <,> a value is missing here"),
        ("A(a: : 1, b: 2)", "A(a:? b:2)", "1:6 <:> a value is missing here"),
        ("A(a: 1,723, b: 2)", "A(a:? b:2)", "1:6 <1,723> numbers are written without commas"),
        ("A(a: 62,5, b: 2)", "A(a:? b:2)", "1:6 <62,5> numbers are written without commas"),
        ("A(a: −1,723%, b: 2)", "A(a:? b:2)", "1:6 <−1,723%> numbers are written without commas"),
        ("A(\"a\": 1)", "A(a:1)", "1:3 <\"a\"> the field name \"a\" stands in quotation marks"),
        ("A(a: 1, B(2), c: 3)", "A(a:1 c:3)", "1:9 <B> this value has no field name"),
        ("A(a: 1) /* b", "A(a:1)", "1:9 </*> the comment that opens here is never closed"),
        ("#![enable(x)] A(a: 1)", "A(a:1)", "1:1 <#![enable(x)]> RON does not know the line `#![enable(x)]`"),
    ] {
        assert_eq!(outcome(text), (tree.into(), vec![fault.into()]), "{text}");
    }
}

#[test]
fn a_name_of_several_words_is_one_field_for_who_reads_it_to_judge() {
    assert_eq!(outcome("A(sample size: 12, b: 2)"), ("A(sample size:12 b:2)".into(), vec![]));
}

#[test]
fn numbers_as_they_are_printed_are_kept_whole() {
    for (written, kept) in [
        ("62%", "#62%"),
        ("−5", "#−5"),
        ("– 5", "#– 5"),
        ("1 723", "#1 723"),
        ("1’723", "#1’723"),
        ("62½", "#62½"),
        ("<1", "#<1"),
        ("~5", "#~5"),
        ("≈ 5", "#≈ 5"),
        ("c. 5", "#c. 5"),
        ("under 5", "#under 5"),
        ("20–25%", "#20–25%"),
        ("2/3", "#2/3"),
        ("12*", "#12*"),
        ("n/a", "#n/a"),
        ("-", "#-"),
        ("…", "#…"),
        ("*", "#*"),
        ("62", "62"),
        ("-4.2", "-4.2"),
        (".5", ".5"),
        ("NotStated", "NotStated"),
        ("About(5)", "About(5)"),
        ("About(~5)", "About(#~5)"),
        ("Between(20%, 25%)", "Between(#20% #25%)"),
    ] {
        for (text, tree) in [
            (format!("A(a: {written}, b: 2)"), format!("A(a:{kept} b:2)")),
            (format!("A(a: {written})"), format!("A(a:{kept})")),
            (format!("A(\n  a: {written} // why\n)"), format!("A(a:{kept})")),
        ] {
            assert_eq!(outcome(&text), (tree, vec![]), "{text}");
        }
    }
}

#[test]
fn what_is_nested_too_deep_is_left_out() {
    let text = "A(a: [[[[[[[[[[1]]]]]]]]]], b: 2)";
    let (tree, faults) = outcome(text);
    assert_eq!(tree, "A(a:[[[[[[[?]]]]]]] b:2)");
    assert_eq!(faults, ["1:13 <[> nested deeper than 8 levels; this is left out"]);
}

#[test]
fn what_follows_a_string_after_a_stray_mark_is_survived() {
    for text in ["A(a: \"x\"”\" b)", "(\"\\:[:\"”={\"”", "A(a: \"x\"%””, b: 1)"] {
        assert!(!outcome(text).1.is_empty(), "{text}");
    }
}

#[test]
fn any_depth_is_survived() {
    for bracket in ["(", "[", "{", "A(a: [", "(;", "\"", "“", "'", "r#", "/*", "b'", ";\n;", "a:"] {
        let text = bracket.repeat(50_000);
        assert!(!read(&text).1.is_empty(), "{bracket}");
    }
}
