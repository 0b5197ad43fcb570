//! Whatever can be typed: it reads, and what must hold holds.

use proptest::prelude::*;

use super::invariants;

/// Pieces that mean something to CommonMark, alone or by what they stand beside.
const PIECES: [&str; 90] = [
    "a",
    "word ",
    "é",
    "日本",
    "\u{301}",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "1",
    ".",
    ",",
    ":",
    "|",
    "|-|-|\n",
    "||\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "  \n",
    "\\",
    "\\\n",
    "\\|",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "```\n",
    "~~~ x\n",
    "#",
    "# ",
    "## a\n",
    "===\n",
    "---\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "-\n",
    "> ",
    ">",
    "<",
    "</",
    "<div>\n",
    "<b a='",
    "<!--",
    "-->",
    "<a@b.c>",
    "<https://a.b>",
    "&amp;",
    "&#10;",
    "&nGt;",
    "[",
    "]",
    "![",
    "](",
    "](figure:a)",
    "](poll:a/b)",
    ")",
    " \"t\")",
    "[a]: /b\n",
    "[^1]",
    "[^1]: ",
    "[^b]",
    "[^b]: ",
    "<br>",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "<a href=\"#a\">",
    "</a>",
    "<del>\n\n",
    "</del>\n\n",
    "<!-- a -->",
    "\n<summary>",
    "</summary>\n",
    "<h2>",
    "- [x] ",
    "> [!NOTE]\n",
    "&nbsp;",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_an_article(source in any::<String>()) {
        invariants::hold(&source);
    }

    #[test]
    fn any_soup_of_markup_is_an_article(source in soup()) {
        invariants::hold(&source);
    }

    /// Words that no markup can take away are read, each once and in order, if no footnote moves them.
    #[test]
    fn no_word_is_lost(pieces in prop::collection::vec(prop::sample::select(&MARKED[..]), 1..40)) {
        let mut source = String::new();
        let mut words = 0;
        for piece in &pieces {
            for part in piece.split_inclusive('%') {
                source += &part.replace('%', &format!("w{words}w"));
                words += usize::from(part.ends_with('%'));
            }
        }
        let article = briefing_reader::article::parse(&source);
        let mut read = String::new();
        for block in &article.blocks {
            match &block.kind {
                briefing_reader::article::Kind::Picture { alt, .. } => read += alt,
                briefing_reader::article::Kind::Chart { caption, .. } => read += caption,
                _ => read += &block.text,
            }
        }
        let mut rest = read.as_str();
        for number in 0..words {
            let word = format!("w{number}w");
            let at = rest.find(&word);
            prop_assert!(at.is_some(), "{} of {:?} in {:?}", word, source, read);
            rest = &rest[at.unwrap_or(0) + word.len()..];
        }
    }
}

/// Words in all kinds of blocks and marks, none in what a reader is not shown.
const MARKED: [&str; 27] = [
    "%",
    " % ",
    "*%*",
    "**%**",
    "~~%~~",
    "`%`",
    "[%](figure:a)",
    "[%]",
    "![%](a.png)",
    "\n![%](poll:a)\n",
    "\n% ",
    "\n\n%",
    "  \n%",
    "\n\n# %\n\n",
    "\n- %",
    "\n\n> %",
    "\n\n```\n%\n```\n\n",
    "\n\n    %\n\n",
    "\n\n<div>%</div>\n\n",
    "<b>%</b>",
    "\n\n| % |\n|---|\n\n",
    "\n%\n===\n",
    "<sub>%</sub><br>%",
    "\n\n<details><summary>%</summary>\n%</details>\n\n",
    "<a href='#'>%</a>",
    "\n- [ ] %",
    "\n\n> [!TIP]\n> %",
];
