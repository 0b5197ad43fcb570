//! Coming back to a place in another edition of the article: by the words that stood there.

use super::Page;
use crate::bundle::Item;
use crate::ui::hold::Hold;

/// Characters that are enough to know a passage by.
const ENOUGH: usize = 60;

impl Page {
    /// The words that the text at the top of the view begins with; none where something else than
    /// text stands there.
    #[must_use]
    pub fn words_at_top(&self) -> String {
        self.text_of_row(self.hold().row).unwrap_or_default().chars().take(ENOUGH).collect()
    }

    /// Goes back to a place in the text that begins with these words, wherever that stands now.
    pub fn go_back_to_words(&mut self, hold: Hold, words: &str) {
        let begins = |row: &usize| self.text_of_row(*row).is_some_and(|text| text.starts_with(words));
        let nearest = (0..self.rows.len()).filter(begins).min_by_key(|row| row.abs_diff(hold.row));
        let row = nearest.filter(|_| !words.is_empty()).unwrap_or(hold.row);
        self.go_back_to(Hold { row, ..hold });
    }

    fn text_of_row(&self, row: usize) -> Option<&str> {
        match self.rows.get(row)? {
            Item::Block(block) => Some(&self.bundle.article.blocks[*block].text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::bundle::{Files, Limits, Origin, from_files};
    use crate::ui::hold::At;

    fn page(article: &str) -> Page {
        let mut files = Files::default();
        files.insert(
            "briefing.ron".to_owned(),
            b"Briefing(format: 1, id: \"a\", article: \"article.md\")".to_vec(),
        );
        files.insert("article.md".to_owned(), article.as_bytes().to_vec());
        Page::new(Arc::new(from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())))
    }

    fn row_of(page: &Page, words: &str) -> usize {
        (0..page.rows.len())
            .find(|row| page.text_of_row(*row).is_some_and(|text| text.contains(words)))
            .unwrap()
    }

    #[test]
    fn a_place_is_found_by_its_words_in_another_edition() {
        let old = page("One.\n\nTwo, as before.\n\nThree words, then four.");
        let at = At::Character { character: 6, below: 3.0 };
        let hold = Hold { row: row_of(&old, "Three"), at };
        let mut new = page("New.\n\nOne.\n\nNew.\n\nTwo, as before.\n\nThree words, then more.\n\nFive.");
        new.go_back_to_words(hold, "Three words, then");
        assert_eq!(new.hold(), Hold { row: row_of(&new, "Three"), at });
        new.go_back_to_words(hold, "Words that are gone");
        assert_eq!(new.hold(), hold, "as near as can be");
        new.go_back_to_words(Hold { row: 4000, at }, "Words that are gone");
        assert_eq!(new.hold().row, new.rows.len() - 1);
    }

    #[test]
    fn of_two_texts_that_begin_alike_the_nearer_is_meant() {
        let mut page = page("Alike.\n\nOther.\n\nAlike.");
        let row = row_of(&page, "Other");
        page.go_back_to_words(Hold { row: row + 1, at: At::default() }, "Alike.");
        assert_eq!(page.hold().row, row + 1);
    }
}
