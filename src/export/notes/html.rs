//! HTML that other programs wrote, as CommonMark: words, emphasis, links, lists, quotations and code.
//! Scripts and styles are dropped; of all else the words stay.

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use super::blocks::{Block, DEEPEST, Run, Stress, Words};
use super::comment::is_safe;
use super::set_down;

/// Elements whose content is nothing to read.
const DROPPED: [&str; 7] = ["script", "style", "iframe", "noembed", "noframes", "template", "title"];
/// Elements that begin on a line of their own, and end one.
const PARTED: [&str; 34] = [
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "html",
    "legend",
    "main",
    "nav",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
];
/// Other elements by which HTML is known where nobody says that it is HTML.
const KNOWN: [&str; 20] = [
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "font",
    "hr",
    "i",
    "li",
    "mark",
    "ol",
    "pre",
    "s",
    "span",
    "strong",
    "sub",
    "u",
    "ul",
];

/// Whether a text is surely HTML: it begins with an element that is known, and ends with a tag.
pub fn is_html(text: &str) -> bool {
    let text = text.trim();
    let Some(rest) = text.strip_prefix('<') else { return false };
    let name: String =
        rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    text.ends_with('>') && (PARTED.contains(&name.as_str()) || KNOWN.contains(&name.as_str()))
}

/// In CommonMark.
pub fn commonmark(html: &str) -> String {
    set_down::commonmark(&blocks(html))
}

/// The words alone, on one line.
pub fn words(html: &str) -> String {
    set_down::words(&blocks(html))
}

/// As a tree of paragraphs, lists and quotations.
fn blocks(html: &str) -> Vec<Block> {
    let mut emitter = DefaultEmitter::default();
    // So that what stands in a script is no markup.
    emitter.naively_switch_states(true);
    let mut tree = Tree { open: vec![Open::default()], ..Tree::default() };
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => tree.start(&tag),
            Token::EndTag(tag) => tree.end(&tag),
            Token::String(text) => tree.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    tree.end_code();
    tree.end_words();
    while tree.open.len() > 1 {
        tree.close();
    }
    tree.open.pop().map(|root| root.blocks).unwrap_or_default()
}

/// The tree while it grows.
#[derive(Default)]
struct Tree {
    /// What is not closed, the innermost last.
    open: Vec<Open>,
    runs: Vec<Run>,
    /// How many of each are open: tags need not be well nested.
    bold: usize,
    italic: usize,
    struck: usize,
    code: usize,
    link: Option<String>,
    /// The lines of a `pre`.
    lines: Option<String>,
    /// The element whose content is dropped.
    dropped: Option<String>,
}

#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    what: Option<What>,
}

/// What takes blocks.
#[derive(PartialEq, Eq)]
enum What {
    Quote,
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Too deep within others to be more than its blocks.
    Nothing {
        is_list: bool,
    },
}

impl What {
    fn is_list(&self) -> bool {
        matches!(self, What::List { .. } | What::Nothing { is_list: true })
    }
}

impl Tree {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |name: &[u8]| {
            let value = tag.attributes.iter().find(|(known, _)| known.as_slice() == name);
            value.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
        };
        if self.dropped.is_some() {
            return;
        }
        if DROPPED.contains(&name.as_str()) {
            if !tag.self_closing {
                self.dropped = Some(name);
            }
            return;
        }
        if self.lines.is_some() {
            if name == "br" {
                self.text("\n");
            }
            return;
        }
        if PARTED.contains(&name.as_str()) {
            self.end_words();
        }
        match name.as_str() {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" => self.bold += 1,
            "i" | "em" | "cite" | "dfn" | "var" => self.italic += 1,
            "s" | "strike" | "del" => self.struck += 1,
            "code" | "kbd" | "samp" | "tt" => self.code += 1,
            "td" | "th" if self.has_words() => self.plain(" | "),
            "a" => {
                let address = attribute(b"href").map(|address| address.trim().to_owned());
                self.link = address.filter(|address| is_safe(address));
            }
            "q" => self.plain("“"),
            "img" => {
                let words = attribute(b"alt").unwrap_or_default();
                self.text(&words);
            }
            "br" => {
                while self.runs.last_mut().is_some_and(|run| {
                    run.text.truncate(run.text.trim_end_matches(' ').len());
                    run.text.is_empty()
                }) {
                    self.runs.pop();
                }
                self.runs.push(Run::plain("\n"));
            }
            "hr" => {
                self.end_words();
                self.push(Block::Rule);
            }
            "pre" => {
                self.end_words();
                self.lines = Some(String::new());
            }
            "blockquote" => self.open(What::Quote),
            "ul" | "menu" | "dir" => self.open(What::List { first: None, items: Vec::new() }),
            "ol" => {
                let first = attribute(b"start").and_then(|first| first.trim().parse().ok()).unwrap_or(1);
                self.open(What::List { first: Some(first), items: Vec::new() });
            }
            "li" => {
                if !self.open.iter().any(|open| open.what.as_ref().is_some_and(What::is_list)) {
                    self.open(What::List { first: None, items: Vec::new() });
                }
                self.end_item();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some(dropped) = &self.dropped {
            if *dropped == name {
                self.dropped = None;
            }
            return;
        }
        if name == "pre" {
            return self.end_code();
        }
        if self.lines.is_some() {
            return;
        }
        if PARTED.contains(&name.as_str()) {
            self.end_words();
        }
        let one_less = |count: &mut usize| *count = count.saturating_sub(1);
        match name.as_str() {
            "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" => {
                one_less(&mut self.bold);
            }
            "i" | "em" | "cite" | "dfn" | "var" => one_less(&mut self.italic),
            "s" | "strike" | "del" => one_less(&mut self.struck),
            "code" | "kbd" | "samp" | "tt" => one_less(&mut self.code),
            "a" => self.link = None,
            "q" => self.plain("”"),
            "li" => self.end_item(),
            "blockquote" => self.close_to(|what| !what.is_list()),
            "ul" | "menu" | "dir" | "ol" => self.close_to(What::is_list),
            _ => {}
        }
    }

    /// Adds words, with white space folded but for lines of code.
    fn text(&mut self, text: &str) {
        if self.dropped.is_some() {
            return;
        }
        if let Some(lines) = &mut self.lines {
            lines.push_str(text);
            return;
        }
        let mut words = String::with_capacity(text.len());
        for sign in text.chars() {
            if !sign.is_ascii_whitespace() {
                words.push(if sign.is_control() { '\u{fffd}' } else { sign });
            } else if !words.ends_with(' ') {
                words.push(' ');
            }
        }
        let follows_space = self.runs.last().is_none_or(|run| run.text.ends_with([' ', '\n']));
        let words = if follows_space { words.trim_start_matches(' ') } else { &words };
        if !words.is_empty() {
            let stress = Stress { bold: self.bold > 0, italic: self.italic > 0, struck: self.struck > 0 };
            let run = Run { text: words.to_owned(), stress, code: self.code > 0, link: self.link.clone() };
            self.runs.push(run);
        }
    }

    /// Words of ours.
    fn plain(&mut self, words: &str) {
        if self.lines.is_none() {
            self.runs.push(Run { link: self.link.clone(), ..Run::plain(words) });
        }
    }

    fn has_words(&self) -> bool {
        self.runs.iter().any(|run| !run.text.trim().is_empty())
    }

    fn end_words(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        // A line's end at the end of a paragraph shows nothing.
        while runs.last_mut().is_some_and(|run| {
            run.text.truncate(run.text.trim_end_matches([' ', '\n']).len());
            run.text.is_empty()
        }) {
            runs.pop();
        }
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.push(Block::Words(Words::of(runs)));
        }
    }

    fn end_code(&mut self) {
        if let Some(text) = self.lines.take().filter(|text| !text.trim().is_empty()) {
            self.push(Block::Code { text: text.trim_matches('\n').to_owned() });
        }
    }

    fn end_item(&mut self) {
        self.end_words();
        // A quotation that was left open ends with the item.
        while self.open.last().is_some_and(|open| matches!(open.what, Some(What::Quote))) {
            self.close();
        }
        if let Some(Open { blocks, what: Some(What::List { items, .. }) }) = self.open.last_mut()
            && !blocks.is_empty()
        {
            items.push(std::mem::take(blocks));
        }
    }

    fn open(&mut self, what: What) {
        self.end_words();
        let what = if self.open.len() > DEEPEST { What::Nothing { is_list: what.is_list() } } else { what };
        self.open.push(Open { blocks: Vec::new(), what: Some(what) });
    }

    /// Closes all up to the innermost of a kind; nothing where none is open.
    fn close_to(&mut self, is: impl Fn(&What) -> bool) {
        self.end_words();
        let found = self.open.iter().rposition(|open| open.what.as_ref().is_some_and(&is));
        while found.is_some_and(|found| self.open.len() > found) {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop_if(|open| open.what.is_some()) else { return };
        match closed.what {
            Some(What::Quote) if !closed.blocks.is_empty() => {
                self.push(Block::Quote { inside: closed.blocks });
            }
            Some(What::List { first, mut items }) => {
                if !closed.blocks.is_empty() {
                    items.push(closed.blocks);
                }
                if !items.is_empty() {
                    self.push(Block::List { first, items });
                }
            }
            _ => closed.blocks.into_iter().for_each(|block| self.push(block)),
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn html_is_words_and_emphasis() {
        for (html, said) in [
            ("<p>Ask <b>who</b> &amp; when.</p>", "Ask **who** & when."),
            ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo  \nthree"),
            ("a <i>b</i>, <b><i>c</i></b> and <s>d</s>", "a *b*, ***c*** and ~~d~~"),
            ("<b> who </b>knows", "**who** knows"),
            ("<a href=\"https://example.org/a(b)\">here</a>", "[here](https://example.org/a%28b%29)"),
            ("<a href=\"javascript:alert(1)\">here</a>, <a href=\"/x\">there</a>", "here, there"),
            ("<ul><li>one<li>two<ol start=3><li>in</ol></ul>", "- one\n- two\n  3. in"),
            ("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n\n   b"),
            ("<blockquote>q<p>r</blockquote>s", "> q\n>\n> r\n\ns"),
            ("<pre><code>let x;\n  y</code></pre>", "```\nlet x;\n  y\n```"),
            ("use <code>a`b</code>", "use ``a`b``"),
            ("x<script>alert('<b>')</script>y<style>p{}</style>", "xy"),
            ("<h2>Title</h2>words", "**Title**\n\nwords"),
            ("2 &lt; 3 and *so*, &lt;b&gt; &copy;&nbsp;x", "2 < 3 and \\*so\\*, \\<b> ©\u{a0}x"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a | b\n\nc"),
            ("<img src=x alt=\"a map\">", "a map"),
            ("<p># no heading</p>", "\\# no heading"),
            ("a<hr>b", "a\n\n---\n\nb"),
            ("<q>so</q>", "“so”"),
            ("", ""),
            ("<p> <br></p>", ""),
        ] {
            assert_eq!(commonmark(html), said, "{html}");
        }
    }

    #[test]
    fn what_is_not_well_formed_loses_no_word() {
        for (html, said) in [
            ("<b>bold <i>both</b> italic</i> plain", "**bold** ***both*** *italic* plain"),
            ("</p></ul></b>words", "words"),
            ("<li>one<li>two", "- one\n- two"),
            ("<blockquote><ul><li>a</blockquote>b", "> - a\n\nb"),
            ("a < b and c", "a < b and c"),
        ] {
            assert_eq!(commonmark(html), said, "{html}");
        }
        let deep =
            format!("{}deep{}after", "<blockquote><ul><li>".repeat(5_000), "</blockquote>".repeat(5_000));
        let said = commonmark(&deep);
        assert!(said.contains("deep") && said.contains("after"), "{said}");
    }

    #[test]
    fn html_is_known_by_its_tags() {
        for html in ["<p>a</p>", " <B>a</B> ", "<div class=\"x\">a</div>\n", "<br/>"] {
            assert!(is_html(html), "{html}");
        }
        for text in
            ["a <b>c</b>", "<https://example.org>", "2 < 3", "<3", "*a*", "<p> a", "<unknown>x</unknown>"]
        {
            assert!(!is_html(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_word_stays(html in "(<(/?)(b|i|p|ul|ol|li|blockquote|pre|code|a href=\"https://e.org/x\"|br|td|s|q|hr)>|[a-z]{1,3}|[ *_#>`\\-+!\\[\\]()~.1\\\\\n]|&lt;|&amp;){0,25}") {
            let tree = blocks(&html);
            let said = commonmark(&html);
            let squeezed = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let back = super::super::blocks::blocks(&said);
            prop_assert_eq!(squeezed(&set_down::words(&back)), squeezed(&set_down::words(&tree)), "{:?} became {:?}", html, said);
        }
    }
}
