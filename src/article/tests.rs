//! What a reader meets, for what an author writes.

use super::*;

fn blocks(source: &str) -> Vec<Block> {
    parse(source).blocks
}

/// Each block in a line: what it stands in, what it is, its text.
fn outline_of(source: &str) -> Vec<String> {
    blocks(source).iter().map(described).collect()
}

fn described(block: &Block) -> String {
    let around: String = block
        .containers
        .iter()
        .map(|around| match around {
            Container::Quote => "> ".to_owned(),
            Container::Item { marker, tight } => {
                let marker = match marker {
                    None => " ".to_owned(),
                    Some(Marker::Bullet) => "-".to_owned(),
                    Some(Marker::Number(number)) => format!("{number}."),
                };
                format!("{marker}{} ", if *tight { "" } else { "~" })
            }
            Container::Footnote { label, number, first } => {
                format!("[{label}={number}{}] ", if *first { "!" } else { "" })
            }
        })
        .collect();
    let kind = match &block.kind {
        Kind::Paragraph => "p".to_owned(),
        Kind::Heading { level, anchor } => format!("h{level}#{anchor}"),
        Kind::Code { language } => format!("code:{language}"),
        Kind::Html => "html".to_owned(),
        Kind::Table(table) => format!("table {}×{}", table.rows.len(), table.alignment.len()),
        Kind::Rule => "rule".to_owned(),
        Kind::Picture { path, alt, title } => format!("picture({path}|{alt}|{title})"),
        Kind::Chart { reference, caption } => format!("chart({reference}|{caption})"),
    };
    format!("{around}{kind} {:?}", block.text)
}

/// The runs of the first block: text and source.
fn runs(source: &str) -> Vec<(String, String, Style)> {
    let article = parse(source);
    let block = &article.blocks[0];
    let run = |run: &Run| {
        (block.text[run.range.clone()].to_owned(), source[run.source.clone()].to_owned(), run.style)
    };
    block.runs.iter().map(run).collect()
}

#[test]
fn an_article_reads_as_blocks_in_order() {
    assert_eq!(
        outline_of(
            "## A *b*\n\none\ntwo  \nthree\n\n```rs x\nlet a;\n```\n\n<div>\n*a*\n</div>\n\n***\n\n    indented\n"
        ),
        [
            r#"h2#a-b "A b""#,
            r#"p "one two\nthree""#,
            r#"code:rs "let a;""#,
            r#"html "<div>\n*a*\n</div>""#,
            r#"rule """#,
            r#"code: "indented""#,
        ]
    );
}

#[test]
fn lists_mark_the_first_block_of_an_item_only() {
    assert_eq!(
        outline_of("3. one\n   - in\n   - in too\n\n     more\n4. two\n\n   ```\n   c\n   ```\n"),
        [
            r#"3.~ p "one""#,
            r#" ~ -~ p "in""#,
            r#" ~ -~ p "in too""#,
            r#" ~  ~ p "more""#,
            r#"4.~ p "two""#,
            r#" ~ code: "c""#,
        ]
    );
}

#[test]
fn a_list_is_tight_until_a_blank_line_parts_it() {
    assert_eq!(outline_of("- a\n- b\n"), [r#"- p "a""#, r#"- p "b""#]);
    assert_eq!(outline_of("- a\n\n- b\n"), [r#"-~ p "a""#, r#"-~ p "b""#]);
    // Known only from the second item on.
    assert_eq!(outline_of("- # a\n\n- - b\n\n- c\n"), [r#"-~ h1#a "a""#, r#"-~ - p "b""#, r#"-~ p "c""#]);
}

#[test]
fn an_empty_item_shows_its_mark() {
    assert_eq!(outline_of("- \n- a\n-\n"), [r#"- p """#, r#"- p "a""#, r#"- p """#]);
    assert_eq!(outline_of("1. -\n2. >\n"), [r#"1. - p """#, r#"2. p """#]);
    assert_eq!(outline_of("-     code\n- ***\n"), [r#"- code: "code""#, r#"- rule """#]);
}

#[test]
fn quotations_and_lists_nest_as_written() {
    assert_eq!(
        outline_of("> a\n> - b\n>   > c\n>\n> d\n"),
        [r#"> p "a""#, r#"> - p "b""#, r#">   > p "c""#, r#"> p "d""#]
    );
}

#[test]
fn footnotes_are_numbered_as_a_reader_meets_them_and_come_last() {
    let source =
        "See[^b], [^a] and[^B].\n\n[^a]: A, see [^c].\n\n    More.\n\n[^c]: C\n[^unused]: U\n[^b]: B[^a]\n";
    assert_eq!(
        outline_of(source),
        [
            r#"p "See1, 2 and1.""#,
            r#"[b=1!] p "B2""#,
            r#"[a=2!] p "A, see 3.""#,
            r#"[a=2] p "More.""#,
            r#"[c=3!] p "C""#,
            r#"[unused=4!] p "U""#,
        ]
    );
    let article = parse(source);
    let mark = &article.blocks[0].runs[1];
    assert_eq!(mark.target, Some(Target::Footnote { label: "b".into(), number: 1 }));
    assert_eq!((mark.style.superscript, &source[mark.source.clone()]), (true, "[^b]"));
}

#[test]
fn a_footnote_mark_without_a_definition_is_text() {
    assert_eq!(outline_of("a[^x]\n"), [r#"p "a[^x]""#]);
}

#[test]
fn footnotes_are_taken_out_of_what_they_stand_in() {
    assert_eq!(
        outline_of("- a[^1]\n  [^1]: in\n- [^2]: alone\n\n> [^3]: > [^4]: deep\n"),
        [
            r#"- p "a1""#,
            r#"- p """#,
            r#"[1=1!] p "in""#,
            r#"[2=2!] p "alone""#,
            r#"[3=3!] p """#,
            r#"[4=4!] p "deep""#,
        ]
    );
}

#[test]
fn a_footnote_defined_twice_keeps_both_and_leads_to_the_first() {
    assert_eq!(
        outline_of("a[^1]\n\n[^1]: one\n\n[^1]: two\n"),
        [r#"p "a1""#, r#"[1=1!] p "one""#, r#"[1=2!] p "two""#]
    );
}

#[test]
fn a_picture_or_chart_on_a_line_of_its_own_is_a_block() {
    assert_eq!(
        outline_of("![A *map* `x`](media/map.png \"Title\")\n\n- ![cap](poll:yougov/q)\n"),
        [r#"picture(media/map.png|A map x|Title) """#, r#"- chart(yougov/q|cap) """#]
    );
    assert_eq!(
        outline_of("before\n![a](b.png)\n![c](POLL:d)\nafter *one\n![e](f.png)\ntwo*\n"),
        [
            r#"p "before""#,
            r#"picture(b.png|a|) """#,
            r#"chart(d|c) """#,
            r#"p "after one""#,
            r#"picture(f.png|e|) """#,
            r#"p "two""#,
        ]
    );
    assert_eq!(outline_of("[![a](b.png)](https://c.org)\n"), [r#"picture(b.png|a|) """#]);
}

#[test]
fn a_picture_amid_text_is_its_alternative_text() {
    let source = "See ![the *map*](media/map.png) here";
    let article = parse(source);
    assert_eq!(described(&article.blocks[0]), r#"p "See the map here""#);
    let run = &article.blocks[0].runs[1];
    assert_eq!(run.target, Some(Target::Other("media/map.png".into())));
    assert_eq!((run.style, &source[run.source.clone()]), (Style::default(), "![the *map*](media/map.png)"));
    assert_eq!(outline_of("# ![a](b)\n"), [r#"h1#a "a""#]);
    assert_eq!(outline_of("a\n![b](c) d\n"), [r#"p "a b d""#]);
}

#[test]
fn raw_html_is_text() {
    assert_eq!(outline_of("a <b>c</b>\n"), [r#"p "a <b>c</b>""#]);
    // Its line ends are no hard breaks.
    assert_eq!(outline_of("a <b\r\nc='d'>&#10;e\n"), [r#"p "a <b c='d'> e""#]);
    assert!(blocks("<script>alert(1)</script>\n").iter().all(|block| block.kind == Kind::Html));
}

#[test]
fn runs_say_how_words_are_set_and_where_they_are_written() {
    let plain = Style::default();
    assert_eq!(
        runs("one\ntwo *three **four*** `five`~~six~~ &lt;\n"),
        [
            ("one two ".into(), "one\ntwo ".into(), plain),
            ("three ".into(), "three ".into(), Style { emphasis: true, ..plain }),
            ("four".into(), "four".into(), Style { emphasis: true, strong: true, ..plain }),
            (" ".into(), " ".into(), plain),
            ("five".into(), "five".into(), Style { code: true, ..plain }),
            ("six".into(), "six".into(), Style { strikethrough: true, ..plain }),
            (" ".into(), " ".into(), plain),
            ("<".into(), "&lt;".into(), plain),
        ]
    );
}

#[test]
fn an_address_among_a_links_words_stays_part_of_it() {
    let article = parse("[see <https://a.b> there](figure:c)");
    let claims: Vec<_> = article.claims().map(|claim| claim.text).collect();
    assert_eq!(claims, ["see https://a.b there"]);
}

#[test]
fn a_table_is_one_text_with_its_cells_as_ranges() {
    let source = "| a | *b* |\n|:-:|--:|\n| c\\|d &Tab; |\n| `e` | f | lost |\n";
    let article = parse(source);
    let block = &article.blocks[0];
    assert_eq!(block.text, "a\tb\nc|d  \t\ne\tf");
    let Kind::Table(table) = &block.kind else { panic!("{block:?}") };
    assert_eq!(table.alignment, [Alignment::Centre, Alignment::End]);
    let cells: Vec<Vec<&str>> =
        table.rows.iter().map(|row| row.iter().map(|cell| &block.text[cell.clone()]).collect()).collect();
    assert_eq!(cells, [["a", "b"], ["c|d  ", ""], ["e", "f"]]);
}

#[test]
fn headings_are_told_apart_by_their_anchors() {
    assert_eq!(
        outline_of("# Calls\n\nText\n===\n\n## Calls\n"),
        [r#"h1#calls "Calls""#, r#"h1#text "Text""#, r#"h2#calls-1 "Calls""#]
    );
}

#[test]
fn a_byte_order_mark_is_no_text_and_moves_no_range() {
    let source = "\u{feff}# Title\n\ntext\n";
    assert_eq!(outline_of(source), [r#"h1#title "Title""#, r#"p "text""#]);
    assert_eq!(&source[blocks(source)[1].source.clone()], "text");
}

#[test]
fn line_ends_of_two_bytes_read_like_one() {
    assert_eq!(outline_of("a\r\nb\r\n\r\n```\r\nc\r\nd\r\n```\r\n"), [r#"p "a b""#, r#"code: "c\nd""#]);
}

#[test]
fn blocks_know_their_source() {
    let source = "# A\n\n- *b*\n  c\n\n> d\n> e\n\n| f |\n|---|\n\n```\ng\n```\n";
    let sources: Vec<_> = blocks(source).into_iter().map(|block| source[block.source].to_owned()).collect();
    assert_eq!(sources, ["# A", "*b*\n  c", "d\n> e", "| f |\n|---|", "```\ng\n```"]);
}
