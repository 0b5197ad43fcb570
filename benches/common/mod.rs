//! Articles to measure with: mixed as real ones are, and the same every time.

// Each benchmark uses some of it.
#![allow(dead_code)]

pub mod window;

use std::fmt::Write as _;

const WORDS: [&str; 48] = [
    "the",
    "of",
    "adults",
    "children",
    "and",
    "in",
    "support",
    "messages",
    "abuse",
    "online",
    "platforms",
    "to",
    "say",
    "that",
    "detection",
    "should",
    "privacy",
    "is",
    "law",
    "their",
    "survey",
    "respondents",
    "a",
    "majority",
    "government",
    "would",
    "firms",
    "encryption",
    "between",
    "protect",
    "parents",
    "report",
    "’s",
    "evidence",
    "found",
    "technology",
    "for",
    "young",
    "people",
    "with",
    "more",
    "question",
    "results",
    "important",
    "by",
    "policy",
    "safety",
    "asked",
];

/// Of the poll that the articles speak of.
const QUESTIONS: usize = 60;

/// The share that one answer of a question has; the other has the rest.
fn agree(question: usize) -> usize {
    20 + question
}

/// The manifest beside an article, with every figure that it claims.
pub fn manifest() -> String {
    let mut text = String::from(
        "Briefing(format: 1, id: \"long\", edition: 1, title: \"A long one\", summary: \"Much to read.\", \
         language: \"en-GB\", published: NotStated, publisher: \"Somebody\", article: \"article.md\", \
         sources: [Source(id: \"page\", title: \"A page\", publisher: \"Somebody\", url: \"https://example.org/page\", \
         published: \"2021-04\", accessed: \"2026-11-23\")], polls: [Poll(id: \"yougov-2021\", pollster: \"YouGov\", \
         commissioned_by: NotStated, population: \"UK adults\", sample_size: 1723, \
         fieldwork: Dates(\"2021-03-01\", \"2021-03-03\"), mode: \"online\", weighting: NotStated, \
         margin_of_error: NotStated, tables: NotStated, source: \"page\", questions: [\n",
    );
    for question in 0..QUESTIONS {
        let (agree, detect) = (agree(question), 100 - agree(question));
        let _ = writeln!(
            text,
            "Question(id: \"q{question}\", topic: \"t\", title: \"Question {question}\", \
             wording: Exact(\"Do you agree with {question}?\"), base: All, answers: [\
             Answer(id: \"agree\", label: \"Agree\", value: Percent({agree}), printed: \"{agree}%\"), \
             Answer(id: \"detect\", label: \"Detect\", value: Percent({detect}), printed: \"{detect}%\")]),"
        );
    }
    text + "])])\n"
}

/// An article of about `words` words: a section of headings, paragraphs with claims and emphasis,
/// a list, a table, a quotation, a chart and footnotes, over and over.
pub fn article(words: usize) -> String {
    let mut writer = Writer { text: String::with_capacity(words * 9), words: 0, seed: 7, section: 0 };
    while writer.words < words {
        writer.section();
    }
    writer.text
}

struct Writer {
    text: String,
    words: usize,
    seed: u64,
    section: usize,
}

impl Writer {
    fn section(&mut self) {
        self.section += 1;
        let section = self.section;
        self.text += "\n## ";
        self.sentence(5);
        self.text += "\n\n";
        for paragraph in 0..4 {
            self.paragraph(paragraph);
        }
        let _ = write!(self.text, "![");
        self.sentence(8);
        let _ = write!(self.text, "](poll:yougov-2021/q{})\n\n", section % QUESTIONS);
        for item in 0..5 {
            self.text += "- ";
            self.sentence(9);
            if item == 2 {
                let question = section % QUESTIONS;
                let _ =
                    write!(self.text, " [{}% agree](figure:yougov-2021/q{question}/agree)", agree(question));
            }
            self.text += "\n";
        }
        self.text += "\n| Answer | 2021 | 2023 |\n|:--|--:|--:|\n";
        for row in 0..4 {
            self.text += "| ";
            self.sentence(3);
            let _ = writeln!(self.text, " | {}% | {}% |", section % 60 + row, section % 50 + row);
        }
        self.text += "\n> ";
        self.sentence(14);
        self.text += "\n> ";
        self.sentence(14);
        let _ = write!(self.text, "\n\n[^note-{section}]: ");
        self.sentence(12);
        self.text += "\n\n";
    }

    fn paragraph(&mut self, paragraph: usize) {
        let section = self.section;
        for sentence in 0..4 {
            self.sentence(16);
            match (paragraph, sentence) {
                (_, 0) => {
                    let question = section % QUESTIONS;
                    let detect = 100 - agree(question);
                    let _ = write!(
                        self.text,
                        ", [{detect}% of adults](figure:yougov-2021/q{question}/detect) said"
                    );
                }
                (0, 1) => self.text += " *very much so*",
                (1, 1) => self.text += " – **more than half** of them",
                (2, 1) => self.text += " `end-to-end`",
                (2, 2) => {
                    let _ =
                        write!(self.text, " ([the report](https://example.org/reports/{section}?page=2))");
                }
                (3, 2) => {
                    let _ = write!(self.text, "[^note-{section}]");
                }
                _ => {}
            }
            self.text += if sentence == 1 { ".\n" } else { ". " };
        }
        self.text += "\n\n";
    }

    fn sentence(&mut self, words: usize) {
        for word in 0..words {
            self.seed =
                self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if word > 0 {
                self.text.push(' ');
            }
            self.text += WORDS[(self.seed >> 33) as usize % WORDS.len()];
        }
        self.words += words;
    }
}
