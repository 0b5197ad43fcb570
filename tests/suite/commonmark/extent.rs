//! Articles that are large, deep or made to hurt: each is read in time that grows with its length,
//! on a small stack.

use std::thread;
use std::time::{Duration, Instant};

use briefing_reader::article::{Container, Kind, parse};

/// Unoptimised, every case takes well under two seconds; one that grows with the square of its
/// length would take minutes.
const LONGEST: Duration = Duration::from_secs(20);

/// Recursion over the nesting below would need megabytes.
const STACK: usize = 128 * 1024;

/// Reads on a small stack and counts the blocks and the words.
fn read(source: String) -> (usize, usize) {
    let start = Instant::now();
    let reader = thread::Builder::new().stack_size(STACK).spawn(move || {
        let article = parse(&source);
        let links = article.links().count();
        assert!(article.claims().count() <= links);
        assert!(article.outline().len() <= article.blocks.len());
        (article.blocks.len(), article.word_count())
    });
    let counts = reader.expect("a thread starts").join().expect("the article reads");
    assert!(start.elapsed() < LONGEST, "took {:?}", start.elapsed());
    counts
}

fn repeated(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

#[test]
fn deep_nesting_reads() {
    assert_eq!(read(format!("{}a", ">".repeat(10_000))), (1, 1));
    assert_eq!(read(format!("{}a", "- ".repeat(50_000))), (1, 1));
    assert_eq!(read(format!("{}a", "> 1. ".repeat(20_000))), (1, 1));
    assert_eq!(read(repeated(1_000, |depth| format!("{}- a\n", "  ".repeat(depth)))), (1_000, 1_000));
    assert_eq!(read(format!("{}x{}", "![".repeat(100_000), "](y)".repeat(100_000))), (1, 0));
    assert_eq!(read(format!("{}x{}", "*a ".repeat(50_000), "*".repeat(50_000))), (1, 50_001));
    assert_eq!(read(repeated(10_000, |note| format!("[^{note}]: > ")) + "x"), (10_000, 1));
}

#[test]
fn nesting_is_kept_to_the_innermost() {
    let article = parse(&format!("{}a", ">".repeat(10_000)));
    assert_eq!(article.blocks[0].containers.len(), 10_000);
    assert!(article.blocks[0].containers.iter().all(|around| *around == Container::Quote));
}

#[test]
fn long_lists_and_lines_and_texts_read() {
    assert_eq!(read("- item *one* [x](y)\n".repeat(100_000)), (100_000, 300_000));
    assert_eq!(read("1. item\n\n".repeat(100_000)), (100_000, 100_000));
    assert_eq!(read("-\n".repeat(100_000)), (100_000, 0));
    assert_eq!(read("word and ".repeat(1_111_111)), (1, 2_222_222));
    assert_eq!(read("one two\r\n".repeat(300_000)), (1, 600_000));
    assert_eq!(read(format!("```\n{}", "line of code\n".repeat(300_000))), (1, 900_000));
    assert_eq!(read("![a](b)\n".repeat(100_000)), (100_000, 0));
}

#[test]
fn large_tables_read() {
    assert_eq!(read(format!("|a|b|c|\n|-|-|-|\n{}", "| one | two | 3 |\n".repeat(50_000))), (1, 150_003));
    assert_eq!(read(format!("{}\n{}\n|b|c", "|a".repeat(10_000), "|-".repeat(10_000))), (1, 10_002));
}

/// The parser stops filling in cells that are left out at 262,144: what follows is read all the same.
#[test]
fn a_table_with_too_many_cells_left_out_loses_none_that_are_written() {
    let source =
        format!("{}\n{}\n{}\n\nafter\n", "|a".repeat(1_000), "|-".repeat(1_000), "|b|c\n".repeat(2_000));
    let article = parse(&source);
    let text: String = article.blocks.iter().map(|block| block.text.as_str()).collect();
    assert!(text.matches('b').count() >= 2_000);
    assert!(text.ends_with("after"));
    let Kind::Table(table) = &article.blocks[0].kind else { panic!("the table comes first") };
    assert!(table.rows.iter().all(|row| row.len() == 1_000));
}

#[test]
fn many_headings_and_footnotes_read() {
    assert_eq!(read("# same\n".repeat(100_000)), (100_000, 100_000));
    assert_eq!(read(repeated(50_000, |number| format!("# a-{number}\n# a\n"))), (100_000, 150_000));
    let notes = repeated(30_000, |number| format!("t[^{number}]\n\n[^{number}]: n [^{}]\n\n", number + 1));
    assert_eq!(read(notes).0, 60_000);
}

/// A label, an address or a title that were copied for each block or run would fill the memory.
#[test]
fn long_names_are_not_copied_for_every_use() {
    let label = "l".repeat(100_000);
    assert_eq!(read(format!("a[^{label}]\n\n[^{label}]:\n{}", "\n    # p\n".repeat(50_000))).0, 50_001);
    assert_eq!(read(format!("[{}](figure:{})", "a*b*".repeat(100_000), "x".repeat(1_000_000))).0, 1);
    assert_eq!(read(format!("[a]: /{}\n\n{}", "u".repeat(10_000), "[a] ".repeat(100_000))).0, 1);
}

#[test]
fn marks_without_a_partner_read() {
    for piece in [
        "*",
        "**a ",
        "*a_ ",
        "[",
        "[a",
        "![",
        "[](",
        "`",
        "<",
        "<!-- ",
        "a <? ",
        "<a b='c'> ",
        "&amp;",
        "\\",
        "~~a ",
    ] {
        read(piece.repeat(100_000));
    }
    read(repeated(1_000, |count| format!("{} a ", "`".repeat(count))));
    for (opening, closing) in
        [("<b>", "</i>"), ("<a href=a>", "</b>"), ("<b>\n\n", "</i>\n\n"), ("a<br>", "<!-- a -->")]
    {
        read(opening.repeat(50_000) + &closing.repeat(50_000));
        read(format!("{opening}a{closing}\n").repeat(25_000));
    }
    read(format!("<div>{}</div>", "&amp;a&b; <3 <a b=\"".repeat(30_000)));
    read(format!("<div>\n{}</div>", "a <b>b</b>\n".repeat(50_000)));
    read(format!("---\n{}---\n", "a: b\n".repeat(50_000)));
    read("[^a\n\n".repeat(100_000));
    read("<div>\n\n".repeat(50_000));
    read(format!("{} a\n{}", ">".repeat(1_000), "b\n".repeat(50_000)));
}
