//! As much of HTML as the specification's expected output uses.

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Open { name: String, attributes: Vec<(String, String)> },
    Close(String),
    Text(String),
}

impl Token {
    /// An attribute's value, or nothing.
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        let Token::Open { attributes, .. } = self else { return None };
        attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }
}

/// Reads a renderer's output: `<name attribute="value">`, `</name>` and text.
pub fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') {
            rest.find('>').expect("a tag ends") + 1
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(end);
        tokens.push(token(piece));
        rest = after;
    }
    tokens
}

fn token(piece: &str) -> Token {
    let Some(tag) = piece.strip_prefix('<') else { return Token::Text(unescape(piece)) };
    let tag = tag.trim_end_matches('>');
    if let Some(name) = tag.strip_prefix('/') {
        return Token::Close(name.to_owned());
    }
    let (name, mut rest) =
        tag.trim_end_matches(" /").split_once(' ').unwrap_or((tag.trim_end_matches(" /"), ""));
    let mut attributes = Vec::new();
    while let Some((attribute, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("an attribute ends");
        attributes.push((attribute.trim().to_owned(), unescape(value)));
        rest = after;
    }
    Token::Open { name: name.to_owned(), attributes }
}

/// A renderer writes these four and no other entities.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The reverse of what reading undoes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
