//! What a reader meets, block by block: derived from the specification's HTML on one side, from a
//! parsed article on the other, in the same shape.

use briefing_reader::article::{Article, Block, Container, Kind, Marker, Style, Target};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html::{Token, escape, tokens};

/// A block as a reader meets it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What it stands in, from the outside in.
    pub around: Vec<Container>,
    /// `p`, `h1`–`h6`, `pre` and the language, `hr`, `html`, or `img`, its path and its title.
    pub kind: String,
    /// Each character as it is set, and where it leads.
    pub characters: Vec<(char, Style, Option<String>)>,
}

impl Read {
    pub fn structure(&self) -> (&[Container], &str) {
        (&self.around, &self.kind)
    }

    pub fn text(&self) -> String {
        self.characters.iter().map(|(character, ..)| character).collect()
    }
}

/// What a reader of the article meets.
pub fn of_article(article: &Article) -> Vec<Read> {
    article
        .blocks
        .iter()
        .map(|block| Read {
            around: block.containers.clone(),
            kind: kind(block),
            characters: characters(block),
        })
        .collect()
}

fn kind(block: &Block) -> String {
    match &block.kind {
        Kind::Heading { level, .. } => format!("h{level}"),
        Kind::Paragraph => "p".to_owned(),
        Kind::Code { language } => format!("pre {language}"),
        Kind::Html => "html".to_owned(),
        Kind::Table(_) => "table".to_owned(),
        Kind::Rule => "hr".to_owned(),
        Kind::Picture { path, title, .. } => format!("img {} {title}", percent_decoded(path)),
        Kind::Chart { reference, .. } => format!("chart {reference}"),
    }
}

fn characters(block: &Block) -> Vec<(char, Style, Option<String>)> {
    if let Kind::Picture { alt, .. } | Kind::Chart { caption: alt, .. } = &block.kind {
        return alt.chars().map(|character| (character, Style::default(), None)).collect();
    }
    let mut characters = Vec::new();
    for run in &block.runs {
        let target = run.target.as_ref().map(|target| percent_decoded(&address(target)));
        let text = &block.text[run.range.clone()];
        characters.extend(text.chars().map(|character| (character, run.style, target.clone())));
    }
    characters
}

fn address(target: &Target) -> String {
    match target {
        Target::Heading(anchor) => format!("#{anchor}"),
        Target::Web(address) | Target::Other(address) => address.to_string(),
        other => format!("{other:?}"),
    }
}

/// Renderers encode addresses, the article keeps them as written: both are compared decoded.
fn percent_decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let encoded = rest
            .strip_prefix(b"%")
            .and_then(|digits| digits.get(..2))
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(encoded.unwrap_or(first));
        rest = if encoded.is_some() { &rest[3..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a reader of the specification's HTML meets.
///
/// Raw HTML passes through a renderer unchanged, so it cannot be told from the renderer's own tags
/// by looking at the output. The article shows it as the text it is. So the raw pieces are first
/// found in the output, in order and letter by letter, and escaped there: from then on they are
/// text in the expectation too.
pub fn of_html(markdown: &str, html: &str) -> Vec<Read> {
    let mut reader = HtmlReader::default();
    for token in &tokens(&with_raw_html_as_text(markdown, html)) {
        reader.read(token);
    }
    reader.blocks
}

fn with_raw_html_as_text(markdown: &str, html: &str) -> String {
    let mut escaped = String::new();
    let mut rest = html;
    for (piece, is_block) in raw_html(markdown) {
        let start = rest.find(&piece).unwrap_or_else(|| panic!("{piece:?} is not in {html:?} as written"));
        escaped += &rest[..start];
        let piece_as_text = escape(&piece);
        let (before, after) = if is_block { ("<x-html>", "</x-html>") } else { ("", "") };
        escaped.extend([before, &piece_as_text, after]);
        rest = &rest[start + piece.len()..];
    }
    escaped + rest
}

/// The pieces of raw HTML in the source, and whether each is a block.
pub fn raw_html(markdown: &str) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut block: Option<String> = None;
    for event in Parser::new_ext(markdown, Options::empty()) {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let text = block.take().expect("an HTML block ends after it began");
                pieces.push((text.trim_end_matches('\n').to_owned(), true));
            }
            Event::Html(text) | Event::Text(text) if block.is_some() => {
                block.as_mut().expect("just seen").push_str(&text);
            }
            Event::InlineHtml(text) => pieces.push((text.into_string(), false)),
            _ => {}
        }
    }
    pieces
}

#[derive(Default)]
struct HtmlReader {
    blocks: Vec<Read>,
    around: Vec<Container>,
    lists: Vec<HtmlList>,
    open: Option<Read>,
    /// Of emphasis, strong emphasis and strikethrough: each can stand in itself.
    depth: [isize; 3],
    style: Style,
    link: Option<String>,
    /// A picture, if it is all that the open block holds so far.
    picture: Option<String>,
    after_break: bool,
}

struct HtmlList {
    next: Option<u64>,
    depth: usize,
    first_block: usize,
    loose: bool,
}

impl HtmlReader {
    fn read(&mut self, token: &Token) {
        match token {
            Token::Text(text) => self.text(text),
            Token::Open { name, .. } => match name.as_str() {
                "em" => self.nest(0, 1),
                "strong" => self.nest(1, 1),
                "del" => self.nest(2, 1),
                "a" => self.link = Some(percent_decoded(token.attribute("href").unwrap_or_default())),
                "br" => {
                    self.push("\n");
                    self.after_break = true;
                }
                "img" => self.picture(token),
                "code" => match &mut self.open {
                    Some(open) if open.kind.starts_with("pre") => {
                        let class = token.attribute("class").unwrap_or_default();
                        open.kind += class.strip_prefix("language-").unwrap_or_default();
                    }
                    _ => self.style.code = true,
                },
                _ => self.open_block(name, token),
            },
            Token::Close(name) => match name.as_str() {
                "em" => self.nest(0, -1),
                "strong" => self.nest(1, -1),
                "del" => self.nest(2, -1),
                "code" => self.style.code = false,
                "a" => self.link = None,
                _ => self.close_block(name),
            },
        }
    }

    fn nest(&mut self, mark: usize, by: isize) {
        self.depth[mark] += by;
        let [emphasis, strong, strikethrough] = self.depth.map(|depth| depth > 0);
        self.style = Style { emphasis, strong, strikethrough, ..self.style };
    }

    fn open_block(&mut self, name: &str, token: &Token) {
        self.end_block();
        match name {
            "blockquote" => self.around.push(Container::Quote),
            "ul" | "ol" => {
                let next =
                    (name == "ol").then(|| token.attribute("start").map_or(1, |at| at.parse().unwrap()));
                let (depth, first_block) = (self.around.len(), self.blocks.len());
                self.lists.push(HtmlList { next, depth, first_block, loose: false });
            }
            "li" => {
                let list = self.lists.last_mut().expect("an item stands in a list");
                let marker = list.next.map_or(Marker::Bullet, Marker::Number);
                list.next = list.next.map(|next| next + 1);
                self.around.push(Container::Item { marker: Some(marker), task: None, tight: true });
            }
            "hr" => {
                self.begin("hr");
                self.end_block();
            }
            "pre" => self.begin("pre "),
            "x-html" => self.begin("html"),
            "p" => {
                if let (Some(Container::Item { .. }), Some(list)) =
                    (self.around.last(), self.lists.last_mut())
                {
                    list.loose = true;
                }
                self.begin("p");
            }
            heading => self.begin(heading),
        }
    }

    fn close_block(&mut self, name: &str) {
        self.end_block();
        match name {
            "blockquote" => drop(self.around.pop()),
            "ul" | "ol" => {
                let list = self.lists.pop().expect("a list ends after it began");
                for block in &mut self.blocks[list.first_block..] {
                    let Container::Item { tight, .. } = &mut block.around[list.depth] else { panic!() };
                    *tight = !list.loose;
                }
            }
            "li" => {
                // An empty item has a mark to be shown beside something.
                if matches!(self.around.last(), Some(Container::Item { marker: Some(_), .. })) {
                    self.begin("p");
                    self.end_block();
                }
                self.around.pop();
            }
            _ => {}
        }
    }

    fn begin(&mut self, kind: &str) {
        let around = self.around.clone();
        for container in &mut self.around {
            if let Container::Item { marker, .. } = container {
                *marker = None;
            }
        }
        self.open = Some(Read { around, kind: kind.to_owned(), characters: Vec::new() });
    }

    fn end_block(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        let picture = self.picture.take();
        if block.kind.starts_with("pre") || block.kind == "html" {
            if block.characters.last().is_some_and(|(character, ..)| *character == '\n') {
                block.characters.pop();
            }
        } else if let Some(picture) = picture {
            block.kind = picture;
            block
                .characters
                .iter_mut()
                .for_each(|(_, style, link)| (*style, *link) = (Style::default(), None));
        } else {
            // The line end before the next block's tag, in a tight item.
            let is_line_end = |(character, style, _): &(char, Style, _)| *character == ' ' && !style.code;
            while block.characters.last().is_some_and(is_line_end) {
                block.characters.pop();
            }
        }
        self.blocks.push(block);
    }

    fn text(&mut self, text: &str) {
        let is_verbatim =
            self.open.as_ref().is_some_and(|open| open.kind.starts_with("pre") || open.kind == "html");
        if is_verbatim {
            return self.push(text);
        }
        let text = if std::mem::take(&mut self.after_break) { text.trim_start_matches('\n') } else { text };
        if self.open.is_none() {
            // Line ends between the tags of blocks; in a tight item the text follows its tag.
            let text = text.trim_start_matches('\n');
            if !text.is_empty() {
                self.push(&text.replace('\n', " "));
            }
            return;
        }
        self.push(&text.replace('\n', " "));
    }

    fn push(&mut self, text: &str) {
        if self.open.is_none() {
            self.begin("p");
        }
        let open = self.open.as_mut().expect("just begun");
        // White space at the end of a tight item's text parts it from the next block's tag.
        if !text.trim().is_empty() {
            self.picture = None;
        }
        open.characters.extend(text.chars().map(|character| (character, self.style, self.link.clone())));
    }

    fn picture(&mut self, token: &Token) {
        let attribute = |name| token.attribute(name).unwrap_or_default();
        let path = percent_decoded(attribute("src"));
        let is_first = self.open.as_ref().is_none_or(|open| open.characters.is_empty());
        let link = self.link.clone();
        self.link.get_or_insert(path.clone());
        self.push(attribute("alt"));
        self.link = link;
        self.picture = is_first.then(|| format!("img {path} {}", attribute("title")));
    }
}
