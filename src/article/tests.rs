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
            Container::Item { marker, task, tight } => {
                let marker = match marker {
                    None => " ".to_owned(),
                    Some(Marker::Bullet) => "-".to_owned(),
                    Some(Marker::Number(number)) => format!("{number}."),
                };
                let task = match task {
                    None => "",
                    Some(false) => "[ ]",
                    Some(true) => "[x]",
                };
                format!("{marker}{task}{} ", if *tight { "" } else { "~" })
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
            "## A *b*\n\none\ntwo  \nthree\n\n```rs x\nlet a;\n```\n\n<pre>\n*a*\n</pre>\n\n***\n\n    indented\n"
        ),
        [
            r#"h2#a-b "A b""#,
            r#"p "one two\nthree""#,
            r#"code:rs "let a;""#,
            r#"html "<pre>\n*a*\n</pre>""#,
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
fn html_that_is_not_understood_is_text() {
    assert_eq!(outline_of("a <video>c</video>\n"), [r#"p "a <video>c</video>""#]);
    // Its line ends are no hard breaks.
    assert_eq!(outline_of("a <q\r\nc='d'>&#10;e\n"), [r#"p "a <q c='d'> e""#]);
    for block in ["<script>alert(1)</script>\n", "<table>\n<tr><td>a</td></tr>\n</table>\n"] {
        let article = parse(block);
        assert!(article.blocks.iter().all(|block| block.kind == Kind::Html));
        assert_eq!(article.html_as_text.len(), 1);
    }
    let source = "a <video>b</video> <b>c</b>\n\n<p>d <img src=e></p>\n";
    assert_eq!(parse(source).html_as_text, [2..9, 10..18, 34..45]);
    assert_eq!(&source[34..45], "<img src=e>");
}

#[test]
fn comments_are_never_text() {
    assert_eq!(outline_of("a <!-- secret --> b<!-- secret\nsecret -->\n"), [r#"p "a b""#]);
    assert_eq!(outline_of("<!-- secret\n\n# secret\n\nsecret -->\n\nWords\n"), [r#"p "Words""#]);
    assert_eq!(outline_of("<!-- secret --> and words\n"), [r#"p "and words""#]);
    assert_eq!(outline_of("- <!-- secret -->\n- a\n"), [r#"- p """#, r#"- p "a""#]);
    assert_eq!(outline_of("## A <!-- secret -->\n"), [r#"h2#a "A""#]);
    assert_eq!(outline_of("| a <!-- secret --> |\n|---|\n| <!-- secret --> b |\n"), [r#"table 2×1 "a\nb""#]);
    assert_eq!(outline_of("<table>\n<!-- secret -->\n</table>\n"), [r#"html "<table>\n\n</table>""#]);
    assert_eq!(outline_of("`<!-- code -->`\n"), [r#"p "<!-- code -->""#]);
    // What is never closed is no comment, and nothing is lost behind it.
    assert_eq!(outline_of("<!-- open\n\nWords\n"), [r#"html "<!-- open\n\nWords""#]);
    assert_eq!(parse("<!-- open\n").html_as_text.first(), Some(&(0..10)));
}

#[test]
fn tags_end_lines_where_a_line_can_end() {
    assert_eq!(outline_of("one<br>two <br/> three<BR />\nfour<br>\n"), [r#"p "one\ntwo\nthree\nfour""#]);
    assert_eq!(outline_of("## One<br>two\n"), [r#"h2#one-two "One two""#]);
    assert_eq!(outline_of("a\n\n<br>\n\nb\n"), [r#"p "a""#, r#"p "b""#]);
    assert_eq!(outline_of("<br><br>\n"), Vec::<String>::new());
    let article = parse("| a<br>b | c |\n|---|---|\n| d <br> e<br>f<br> | <br>g |\n");
    let block = &article.blocks[0];
    assert_eq!(block.text, "a b\tc\nd e f\tg");
    let Kind::Table(table) = &block.kind else { panic!("{block:?}") };
    assert_eq!(table.line_ends, [1, 7, 9]);
    assert!(table.ends_a_line_in(&table.rows[0][0]) && !table.ends_a_line_in(&table.rows[0][1]));
}

#[test]
fn tags_set_words_as_marks_do() {
    let of = |source: &str| -> Vec<(String, Style)> {
        runs(source).into_iter().map(|(text, _, style)| (text, style)).collect()
    };
    let plain = Style::default();
    assert_eq!(
        of("H<sub>2</sub>O <b>a <I>b</I></b> <del>c</del><ins>d</ins><mark>e</mark><kbd>f</kbd>"),
        [
            ("H".into(), plain),
            ("2".into(), Style { subscript: true, ..plain }),
            ("O ".into(), plain),
            ("a ".into(), Style { strong: true, ..plain }),
            ("b".into(), Style { strong: true, emphasis: true, ..plain }),
            (" ".into(), plain),
            ("c".into(), Style { strikethrough: true, ..plain }),
            ("d".into(), Style { underline: true, ..plain }),
            ("e".into(), Style { highlight: true, ..plain }),
            ("f".into(), Style { code: true, ..plain }),
        ]
    );
    // A raised digit is no digit of the number before it.
    assert_eq!(
        of("10<sup>6</sup>, 21<sup>st</sup>, x<sup>2a</sup>, 5<sup>−2</sup>"),
        [
            ("10".into(), plain),
            ("⁶".into(), plain),
            (", 21".into(), plain),
            ("st".into(), Style { superscript: true, ..plain }),
            (", x".into(), plain),
            ("²".into(), plain),
            ("a".into(), Style { superscript: true, ..plain }),
            (", 5".into(), plain),
            ("⁻²".into(), plain),
        ]
    );
    // None goes on beyond its block, and one that closes nothing is nothing.
    assert_eq!(
        of("a</b> <i>b"),
        [("a".into(), plain), (" ".into(), plain), ("b".into(), Style { emphasis: true, ..plain })]
    );
    assert_eq!(runs("*a*\n\n<b>\n").len(), 1);
    let article = parse("<b>a\n\nb\n\n| <i>c | d |\n|---|---|\n");
    assert!(article.blocks[1].runs[0].style == plain);
    assert!(article.blocks[2].runs[2].style == plain);
}

#[test]
fn a_mark_around_blocks_marks_them_all() {
    let article = parse("<del>\n\n*a* b\n\n- c\n\n</del>\n\nd\n\n<ins>\n\ne\n");
    let struck: Vec<bool> = article
        .blocks
        .iter()
        .map(|block| block.runs.iter().all(|run| run.style.strikethrough && !run.style.underline))
        .collect();
    assert_eq!(struck, [true, true, false, false]);
}

#[test]
fn a_links_tag_is_a_link() {
    let source = "See <a title=\"t\" href=\"figure:a/b\">62% of *all*</a>, <a href='javascript:x'>b</a> <a name=c>d</a>.";
    let article = parse(source);
    let links: Vec<_> =
        article.links().map(|link| (link.text, &source[link.source.clone()], link.target.clone())).collect();
    assert_eq!(
        links,
        [
            (
                "62% of all",
                "<a title=\"t\" href=\"figure:a/b\">62% of *all*</a>",
                Target::Figure("a/b".into())
            ),
            ("b", "<a href='javascript:x'>b</a>", Target::Other("javascript:x".into())),
        ]
    );
}

#[test]
fn blocks_of_html_are_paragraphs_of_their_words() {
    assert_eq!(
        outline_of("<details>\n<summary>More <em>of it</em></summary>\n\nIn *it*.\n\n</details>\n"),
        [r#"p "More of it""#, r#"p "In it.""#]
    );
    assert!(parse("<summary>More</summary>").blocks[0].runs[0].style.strong);
    assert_eq!(
        outline_of(
            "<p align=\"center\">One\n  two&nbsp;three &amp; <b>four</b></p><p>five<br>six</p>\n<hr>\n<h2>Seven</h2>\n"
        ),
        [r#"p "One two\u{a0}three & four""#, r#"p "five\nsix""#, r#"rule """#, r#"h2#seven "Seven""#]
    );
    assert_eq!(outline_of("> <div>\n> one\n> two\n> </div>\n\n<div></div>\n"), [r#"> p "one two""#]);
    let source = "> <div>one\n> two <a href=\"#x\">three</a></div>\n";
    let article = parse(source);
    let block = &article.blocks[0];
    let start = block.text.find("two").unwrap();
    assert_eq!(&source[block.source_of_range(start..start + 3)], "two");
    assert_eq!(article.links().count(), 1);
}

#[test]
fn tasks_show_what_is_done() {
    assert_eq!(
        outline_of("- [ ] a\n- [x] b\n\n  c\n1. [X] d\n- [y] e\n- [ ]\n"),
        [
            r#"-[ ]~ p "a""#,
            r#"-[x]~ p "b""#,
            r#" ~ p "c""#,
            r#"1.[x] p "d""#,
            r#"- p "[y] e""#,
            r#"-[ ] p """#
        ]
    );
}

#[test]
fn call_outs_begin_with_what_they_are() {
    assert_eq!(
        outline_of("> [!NOTE]\n> one\n>\n> - two\n\n> [!warning]\n\n> [!NOTE] three\n\n> [!OTHER]\n> four\n"),
        [
            r#"> p "Note""#,
            r#"> p "one""#,
            r#"> - p "two""#,
            r#"> p "Warning""#,
            r#"> p "[!NOTE] three""#,
            r#"> p "[!OTHER] four""#,
        ]
    );
    let source = "> > [!TIP]\n> > a\n";
    let label = &parse(source).blocks[0];
    assert!(label.runs[0].style.strong);
    assert_eq!((label.containers.len(), &source[label.source.clone()]), (2, "[!TIP]"));
}

#[test]
fn front_matter_is_no_text_and_moves_no_range() {
    for source in [
        "---\ntitle: Bus passes\n---\n\n## Asked\n\nWords.\n",
        "\u{feff}---\r\ntitle: Bus passes\r\n...\r\n\r\n## Asked\r\n\r\nWords.\r\n",
        "+++\ntitle = \"Bus passes\"\n+++\n## Asked\n\nWords.\n",
    ] {
        assert_eq!(outline_of(source), [r#"h2#asked "Asked""#, r#"p "Words.""#], "{source:?}");
        let article = parse(source);
        assert_eq!(&source[article.blocks[1].source.clone()], "Words.");
        assert_eq!((article.outline().len(), article.word_count()), (1, 2));
        let mut told = 0;
        let _ = parse_watched(source, |read| {
            told = read;
            true
        });
        assert_eq!(told, source.len());
    }
    assert_eq!(outline_of("---\n\nWords: so.\n\n---\n"), [r#"rule """#, r#"p "Words: so.""#, r#"rule """#]);
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
