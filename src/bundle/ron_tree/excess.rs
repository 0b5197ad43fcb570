//! Brackets that have no counterpart.

use super::lexer::{Lexer, TokenKind};

/// How many more brackets of each kind close than open.
pub struct Excess {
    /// `)`, `]` and `}`
    counts: [(u8, i64); 3],
}

impl Excess {
    /// Counted over the whole text.
    pub fn of_text(text: &str) -> Excess {
        let mut excess = Excess { counts: [(b')', 0), (b']', 0), (b'}', 0)] };
        let mut lexer = Lexer::new(text, 0, text.len());
        loop {
            match lexer.next().kind {
                TokenKind::Open(bracket) => excess.take(closing(bracket)),
                TokenKind::Close(bracket) => excess.give(bracket),
                TokenKind::End => return excess,
                _ => {}
            }
        }
    }

    /// How many of a closing bracket there are too many; below 0, too few.
    pub fn of(&self, bracket: u8) -> i64 {
        self.counts.iter().find(|(known, _)| *known == bracket).map_or(0, |(_, count)| *count)
    }

    /// One such bracket has been left out.
    pub fn take(&mut self, bracket: u8) {
        self.add(bracket, -1);
    }

    /// One such bracket has been put in.
    pub fn give(&mut self, bracket: u8) {
        self.add(bracket, 1);
    }

    fn add(&mut self, bracket: u8, more: i64) {
        if let Some((_, count)) = self.counts.iter_mut().find(|(known, _)| *known == bracket) {
            *count += more;
        }
    }
}

/// The bracket that closes one that opens; 0 for anything else.
pub fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        _ => 0,
    }
}
