//! What stands between brackets.

use super::excess::{Excess, closing};
use super::lexer::TokenKind;
use super::parser::Parser;
use super::{Field, Kind, Node};
use crate::bundle::faults::fault;
use crate::bundle::span::Span;

impl Parser<'_, '_> {
    /// The inside of `(…)`: fields or plain values, told by the first of them.
    pub(super) fn parenthesised(&mut self, name: Option<Span>) -> Kind {
        let is_struct =
            self.at_field() || self.at_field_without_colon() || self.name_of_several_words().is_some();
        if is_struct { Kind::Struct(name, self.fields(name)) } else { Kind::Tuple(name, self.items()) }
    }

    fn at_field_without_colon(&self) -> bool {
        self.token.kind == TokenKind::Name && matches!(self.after_token(), Some(b'"' | b'[' | b'0'..=b'9'))
    }

    /// Whether a field's name and its colon come next.
    pub(super) fn at_field(&self) -> bool {
        matches!(self.token.kind, TokenKind::Name | TokenKind::Text)
            && matches!(self.after_token(), Some(b':' | b'='))
    }

    pub(super) fn fields(&mut self, name: Option<Span>) -> Vec<Field> {
        let mut fields = Vec::new();
        while !self.closes() {
            if self.at_field() {
                fields.push(self.field());
            } else if let Some(name) = self.name_of_several_words() {
                self.resume_at(name.end as usize);
                fields.push(self.value_of(name));
            } else if self.is_next_sibling(name) {
                self.unclosed_before_token();
                break;
            } else if let Some(field) = self.odd_field() {
                fields.push(field);
            }
        }
        fields
    }

    fn field(&mut self) -> Field {
        let mut name = self.token.span;
        if self.token.kind == TokenKind::Text {
            let bare = Span { start: name.start + 1, end: name.end - 1 };
            let fault = fault(
                "ron-syntax",
                format!("the field name {} stands in quotation marks", name.of(self.text)),
            )
            .hint(format!("write `{}:`", bare.of(self.text)));
            self.add(fault, name);
            name = bare;
        }
        self.advance();
        self.value_of(name)
    }

    /// A field whose name was read up to the colon.
    fn value_of(&mut self, name: Span) -> Field {
        if self.token.kind == TokenKind::Equals {
            let fault = fault("ron-syntax", "`=` stands where a colon belongs")
                .hint(format!("write `{}: …`", name.of(self.text)));
            self.add(fault, self.token.span);
        }
        self.advance();
        let mut value = self.value();
        self.separator(&mut value);
        if let Kind::Number | Kind::AsPrinted = value.kind {
            self.commas_inside(&mut value);
        }
        Field { name, value }
    }

    /// `sample size: 12`: a name that is written as several words, which no field has. Who reads the
    /// fields says so.
    fn name_of_several_words(&self) -> Option<Span> {
        const MOST_WORDS: usize = 4;
        let mut name = self.token.span;
        let mut ahead = self.lexer.clone();
        for words in 1..=MOST_WORDS {
            let token = ahead.next();
            match token.kind {
                TokenKind::Name if self.token.kind == TokenKind::Name => name.end = token.span.end,
                TokenKind::Colon if words > 1 && !name.of(self.text).contains('\n') => return Some(name),
                _ => return None,
            }
        }
        None
    }

    /// Whether the next value has the same name as this group. Values of one kind stand side by
    /// side in a list, never inside one another: so this group lacks its closing bracket.
    fn is_next_sibling(&self, name: Option<Span>) -> bool {
        let inside_list = self.open.iter().rev().nth(1).is_some_and(|outer| outer.bracket == b'[');
        inside_list
            && self.token.kind == TokenKind::Name
            && self.after_token() == Some(b'(')
            && name.is_some_and(|name| name.of(self.text) == self.token.span.of(self.text))
    }

    /// What stands where a field belongs but does not look like one.
    fn odd_field(&mut self) -> Option<Field> {
        let start = self.token;
        match start.kind {
            TokenKind::Comma => {
                self.add(fault("ron-syntax", "one comma too many"), start.span);
                self.advance();
                return None;
            }
            TokenKind::Stray | TokenKind::Colon | TokenKind::Equals => {
                self.stray();
                return None;
            }
            _ => {}
        }
        let mut value = self.value();
        if value.kind == Kind::Name && self.begins_value() && self.on_line_of_last() {
            let name = value.span;
            let fault = fault("ron-syntax", format!("a colon is missing after `{}`", name.of(self.text)));
            self.add(fault, Span { start: name.end, end: name.end });
            let mut value = self.value();
            self.separator(&mut value);
            return Some(Field { name, value });
        }
        self.is_whole = false;
        if value.kind != Kind::Broken {
            let fault = fault("ron-syntax", "this value has no field name").hint("write `name: value`");
            self.add(fault, value.opening());
        }
        self.separator(&mut value);
        None
    }

    fn begins_value(&self) -> bool {
        matches!(
            self.token.kind,
            TokenKind::Text
                | TokenKind::Number
                | TokenKind::Name
                | TokenKind::Open(_)
                | TokenKind::WronglyQuoted
        )
    }

    /// The inside of a list or of a group without field names.
    pub(super) fn items(&mut self) -> Vec<Node> {
        let mut items = Vec::new();
        while !self.closes() {
            if self.token.kind == TokenKind::Comma {
                self.add(fault("ron-syntax", "one comma too many"), self.token.span);
                self.advance();
                continue;
            }
            if self.at_field() && self.token.kind == TokenKind::Name && self.open.len() > 1 {
                self.unclosed_before_token();
                break;
            }
            if let TokenKind::Colon | TokenKind::Equals = self.token.kind {
                self.stray();
                continue;
            }
            let mut item = self.value();
            if item.kind == Kind::Name
                && self.at_field()
                && self.on_line_of_last()
                && self.innermost() == b'['
            {
                item = self.group_without_bracket(item.span);
            }
            self.separator(&mut item);
            items.push(item);
        }
        items
    }

    /// `Source id: "x", …)`: the group is read as if its bracket stood there.
    fn group_without_bracket(&mut self, name: Span) -> Node {
        let written = name.of(self.text);
        let fault = fault("ron-syntax", format!("`(` is missing after `{written}`"))
            .hint(format!("write `{written}(…)`"));
        self.add(fault, Span { start: name.end, end: name.end });
        self.open.push(super::parser::Open { bracket: b'(', span: name });
        let kind = Kind::Struct(Some(name), self.fields(Some(name)));
        Node { span: Span::new(name.start as usize, self.last_end), kind }
    }

    /// The inside of a map.
    pub(super) fn entries(&mut self) -> Vec<(Node, Node)> {
        let mut entries = Vec::new();
        while !self.closes() {
            if let TokenKind::Comma | TokenKind::Colon | TokenKind::Equals = self.token.kind {
                self.stray();
                continue;
            }
            let key = self.value();
            let mut value = if self.token.kind == TokenKind::Colon {
                self.advance();
                self.value()
            } else {
                Node { span: key.span, kind: Kind::Broken }
            };
            self.separator(&mut value);
            entries.push((key, value));
        }
        entries
    }

    /// Whether the innermost group ends here. Takes its closing bracket; reports a missing one, and
    /// brackets that close nothing.
    fn closes(&mut self) -> bool {
        loop {
            let kind = self.token.kind;
            match kind {
                TokenKind::Close(bracket) if bracket == closing(self.innermost()) => {
                    self.open.pop();
                    self.advance();
                    return true;
                }
                TokenKind::Close(bracket) if self.is_for_another(bracket) => {
                    self.closed_by_another(bracket);
                    return true;
                }
                TokenKind::Close(bracket)
                    if !self.is_one_too_many(bracket)
                        && self.open.iter().any(|open| closing(open.bracket) == bracket) =>
                {
                    self.unclosed_before_token();
                    return true;
                }
                TokenKind::Close(_) => {
                    self.stray();
                    // The comma of the value before it.
                    if self.token.kind == TokenKind::Comma {
                        self.advance();
                    }
                }
                TokenKind::End => {
                    self.unclosed_at_end();
                    return true;
                }
                _ => return false,
            }
        }
    }

    /// Whether the text has more brackets of this kind than it opens, and lacks none of the kind that
    /// would close the innermost group: so this one closes nothing.
    fn is_one_too_many(&mut self, bracket: u8) -> bool {
        let excess = self.excess();
        if excess.of(bracket) <= 0 {
            return false;
        }
        excess.take(bracket);
        true
    }

    /// Whether a bracket stands in the place of the one that closes the innermost group.
    fn is_for_another(&mut self, bracket: u8) -> bool {
        let wanted = closing(self.innermost());
        let excess = self.excess();
        excess.of(bracket) > 0 && excess.of(wanted) < 0
    }

    fn closed_by_another(&mut self, bracket: u8) {
        let Some(open) = self.open.pop() else { return };
        let right = closing(open.bracket);
        let message = format!("`{}` is closed by `{}`", self.shown(open.span), bracket as char);
        self.add(fault("ron-syntax", message).hint(format!("write `{}`", right as char)), self.token.span);
        let excess = self.excess();
        excess.take(bracket);
        excess.give(right);
        self.advance();
    }

    fn excess(&mut self) -> &mut Excess {
        let text = self.text;
        self.excess.get_or_insert_with(|| Excess::of_text(text))
    }

    fn innermost(&self) -> u8 {
        self.open.last().map_or(0, |open| open.bracket)
    }

    /// Reports that the innermost group is never closed, and takes it as closed before the token.
    fn unclosed_before_token(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let line = self.report.line_number(self.token.span.start as usize);
        let token: String = self.token.span.of(self.text).chars().take(30).collect();
        let fault = fault("ron-unclosed", format!("`{}` opened here is never closed", self.shown(open.span)))
            .hint(format!("put `{}` before `{token}` on line {line}", closing(open.bracket) as char));
        self.add(fault, open.span);
        self.comma_taken = true;
    }

    /// Reports the groups that are still open where the text ends: the innermost with its place, the
    /// others in the hint.
    fn unclosed_at_end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        // Where only the outermost is open a bracket was forgotten; else the rest may be cut off.
        self.is_whole &= self.open.is_empty();
        let fault = fault("ron-unclosed", format!("`{}` opened here is never closed", self.shown(open.span)));
        let outer: Vec<String> = (self.open.iter().rev())
            .map(|outer| {
                format!(
                    "`{}` on line {}",
                    self.shown(outer.span),
                    self.report.line_number(outer.span.start as usize)
                )
            })
            .collect();
        let fault = if outer.is_empty() {
            fault.hint(format!("write `{}` where it ends", closing(open.bracket) as char))
        } else {
            fault.hint(format!("the text ends inside it; still open around it: {}", outer.join(", ")))
        };
        self.add(fault, open.span);
        self.open.clear();
    }

    fn shown(&self, span: Span) -> String {
        let words: Vec<&str> = span.of(self.text).split_whitespace().collect();
        words.join(" ")
    }
}
