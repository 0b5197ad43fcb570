//! Notes as a report: grouped, each with what it hangs on, where that comes from and how it is cited.
//! Documents and templates are made from it.

use std::collections::HashSet;

use serde::{Serialize, Serializer};

use super::entry::{Entry, address};
use super::options::{Grouping, NotesFormat, Options};
use crate::export::references::{Cited, Reference, Span, cite, plain};
use crate::export::{Exhibit as _, Format, QuestionExhibit, Settings, Studio};
use crate::notes::Target;
use crate::paint::svg::xml::escape;
use crate::text::counted;

/// Pixels of CSS: A4 with margins of 27 mm.
const PDF_WIDTH: u16 = 590;

/// All that a document of notes says.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// "Notes, 23 November 2026".
    pub title: String,
    /// When it was made: `2026-11-23`.
    pub day: String,
    /// The style of its references: "Harvard".
    pub style: &'static str,
    /// How many notes there are.
    pub count: usize,
    /// The notes.
    pub groups: Vec<Group>,
    /// The list of references, in the style's order.
    pub references: Vec<Printed>,
    /// What is wrong with single references.
    #[serde(skip)]
    pub faults: Vec<String>,
}

/// Notes under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The heading.
    pub title: String,
    /// The notes.
    pub notes: Vec<Item>,
}

/// One note.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// The id of the briefing.
    pub briefing: String,
    /// The briefing's title.
    pub title: String,
    /// The edition that it was made on; none where that is not stated.
    pub edition: Option<u32>,
    /// See [`Note::edition_words`](crate::notes::Note::edition_words).
    pub edition_words: String,
    /// See [`Entry::label`].
    pub label: &'static str,
    /// `passage`, `figure`, `key-figure`, `call`, `comparison` or `briefing`.
    pub kind: &'static str,
    /// What it hangs on, in its own words; empty for a whole briefing.
    pub quote: String,
    /// The heading that it stands under; empty where that is not known.
    pub section: String,
    /// What is said, in CommonMark.
    pub comment: String,
    /// The same in HTML, with no markup but its own.
    pub comment_html: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Where the person stands; none where nothing was said.
    pub stance: Option<&'static str>,
    /// The highlight's colour.
    pub colour: &'static str,
    /// What became of its place in the edition at hand: none where that is not known.
    pub status: Option<&'static str>,
    /// When it was made, and when it was changed last: RFC 3339.
    pub created: String,
    /// See [`Item::created`].
    pub modified: String,
    /// Where it comes from, in words, with the address.
    pub source: String,
    /// What the poll discloses, "not stated" where so.
    pub disclosure: Vec<Fact>,
    /// Its citation.
    pub citation: Printed,
    /// `briefing:ID#…`, which the program opens.
    pub address: String,
    /// The chart of its figure as SVG, the first time that it comes.
    pub chart: Option<String>,
    /// The same as a picture.
    #[serde(skip)]
    pub picture: Option<Picture>,
    /// The chart in words; empty where there is none.
    #[serde(skip)]
    pub alternative: String,
}

/// Something disclosed.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What.
    pub label: String,
    /// "not stated" where so.
    pub value: String,
}

/// A chart as a picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// PNG.
    pub png: Vec<u8>,
    /// Width and height in pixels.
    pub size: (u32, u32),
}

/// A printed reference; templates get it as `text` and `html`.
#[derive(Clone, Debug, Default)]
pub struct Printed(pub Vec<Span>);

impl Printed {
    /// The words alone.
    #[must_use]
    pub fn text(&self) -> String {
        plain(&self.0)
    }

    /// With what is in italics, in HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let span = |span: &Span| {
            let words = escape(&span.text);
            if span.italic { format!("<i>{words}</i>") } else { words }
        };
        self.0.iter().map(span).collect()
    }
}

impl Serialize for Printed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = to.serialize_struct("Printed", 2)?;
        fields.serialize_field("text", &self.text())?;
        fields.serialize_field("html", &self.html())?;
        fields.end()
    }
}

impl Report {
    /// Of notes, as the options want it; charts are drawn only for formats that show them.
    #[must_use]
    pub fn of(entries: &[Entry<'_>], options: &Options<'_>) -> Report {
        let groups: Vec<Vec<&Reference>> =
            entries.iter().map(|entry| entry.references.iter().collect()).collect();
        let Cited { citations, list, faults } = cite(&groups, options.style);
        let mut charts = Charts::new(options);
        let items: Vec<Item> = entries
            .iter()
            .zip(citations)
            .map(|(entry, citation)| item(entry, Printed(citation), &mut charts))
            .collect();
        let day = crate::poll::dates::spoken(options.day);
        Report {
            title: format!("Notes, {day}"),
            day: options.day.to_owned(),
            style: options.style.title(),
            count: entries.len(),
            groups: grouped(entries, items, options.by),
            references: list.into_iter().map(Printed).collect(),
            faults,
        }
    }
}

fn item(entry: &Entry<'_>, citation: Printed, charts: &mut Charts) -> Item {
    let note = entry.note;
    let Chart { svg, picture, alternative } = charts.of(entry);
    let fact = |(label, value): &(String, String)| Fact { label: label.clone(), value: value.clone() };
    let title = if note.title.is_empty() { &note.briefing } else { &note.title };
    let quote = match &note.target {
        Target::Comparison { name } => name.as_str(),
        target => target.quote(),
    };
    Item {
        id: note.id.to_string(),
        briefing: note.briefing.clone(),
        title: title.clone(),
        edition: note.stated_edition(),
        edition_words: note.edition_words(),
        label: entry.label,
        kind: note.target.kind(),
        quote: quote.to_owned(),
        section: entry.section.clone(),
        comment: note.comment.trim().to_owned(),
        comment_html: super::comment::html(&note.comment),
        tags: note.tags.clone(),
        stance: note.stance.map(crate::notes::Stance::name),
        colour: note.colour.name(),
        status: entry.status,
        created: note.created.to_string(),
        modified: note.modified.to_string(),
        source: entry.source.clone(),
        disclosure: entry.disclosure.iter().map(fact).collect(),
        citation,
        address: address(note),
        chart: svg,
        picture,
        alternative,
    }
}

impl Report {
    /// "12 notes · references in the Harvard style"
    #[must_use]
    pub fn about(&self) -> String {
        format!("{} · references in the {} style", counted(self.count, "note"), self.style)
    }
}

impl Item {
    /// "Poll (evidence) · Support for end-to-end encryption · edition 1": what it hangs on, and where.
    #[must_use]
    pub fn heading(&self) -> String {
        let what = match self.label {
            "poll" => "Poll (evidence)",
            "figure" => "Figure (evidence)",
            "call" => "Call to action (advocacy)",
            "comparison" => "Comparison of polls",
            "briefing" => "Briefing",
            _ => "Article",
        };
        let asked = self.disclosure.iter().find(|fact| fact.label == "Question");
        let asked = asked.map_or("", |fact| fact.value.as_str());
        let where_to = if self.section.is_empty() { asked } else { &self.section };
        let parts = [what, where_to, self.edition_words.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What became of it, where something did.
    #[must_use]
    pub fn change(&self) -> Option<String> {
        let status = self.status.filter(|status| *status != "unchanged");
        status.map(|status| format!("In the edition at hand: {status}."))
    }

    /// Its source, where that is not the article itself.
    #[must_use]
    pub fn source_elsewhere(&self) -> Option<String> {
        let is_elsewhere = matches!(self.label, "poll" | "figure" | "call") && !self.source.is_empty();
        is_elsewhere.then(|| format!("{}. ", self.source.trim_end_matches('.')))
    }

    /// "Stance: doubt · Tags: figures; for the paper"
    #[must_use]
    pub fn last_line(&self) -> Option<String> {
        let stance = self.stance.map(|stance| format!("Stance: {stance}"));
        let tags = (!self.tags.is_empty()).then(|| format!("Tags: {}", self.tags.join("; ")));
        let last: Vec<String> = [stance, tags].into_iter().flatten().collect();
        (!last.is_empty()).then(|| last.join(" · "))
    }
}

/// Puts notes under their headings, in the order in which headings first come.
fn grouped(entries: &[Entry<'_>], items: Vec<Item>, by: Grouping) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for (entry, item) in entries.iter().zip(items) {
        let headings: Vec<(String, String)> = match by {
            Grouping::Briefing => vec![(item.briefing.clone(), item.title.clone())],
            Grouping::Tag if item.tags.is_empty() => vec![(String::new(), "Without a tag".to_owned())],
            Grouping::Tag => item.tags.iter().map(|tag| (tag.clone(), tag.clone())).collect(),
            Grouping::Call if entry.calls.is_empty() => vec![(String::new(), "On no call".to_owned())],
            Grouping::Call => {
                let key = |title: &String| (format!("{}#{title}", item.briefing), title.clone());
                entry.calls.iter().map(key).collect()
            }
        };
        for (key, title) in headings {
            let known = groups.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                groups.push((key, Group { title, notes: Vec::new() }));
                groups.len() - 1
            });
            groups[known].1.notes.push(item.clone());
        }
    }
    // What belongs nowhere comes last.
    groups.sort_by_key(|(key, _)| by != Grouping::Briefing && key.is_empty());
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Draws the charts of figures, each once.
struct Charts {
    studio: Option<Studio>,
    as_picture: bool,
    drawn: HashSet<String>,
}

/// A chart, drawn one way or the other; nothing where there is none.
#[derive(Default)]
struct Chart {
    svg: Option<String>,
    picture: Option<Picture>,
    alternative: String,
}

impl Charts {
    fn new(options: &Options<'_>) -> Charts {
        let format = options.template.is_none().then_some(options.format);
        let settings = match format {
            None | Some(NotesFormat::Html | NotesFormat::Docx) => Some(Settings::default()),
            // As wide as the page's text, so that its letters are as large as on screen.
            Some(NotesFormat::Pdf) => Some(Settings { width: PDF_WIDTH, ..Settings::default() }),
            Some(_) => None,
        };
        Charts {
            studio: settings.map(Studio::with_system_faces),
            as_picture: format == Some(NotesFormat::Docx),
            drawn: HashSet::new(),
        }
    }

    fn of(&mut self, entry: &Entry<'_>) -> Chart {
        let (Some(studio), Some((bundle, reference))) = (&mut self.studio, &entry.chart) else {
            return Chart::default();
        };
        let Some((poll, question)) = bundle.question(reference) else { return Chart::default() };
        if !self.drawn.insert(format!("{}#{}/{}", bundle.manifest.id, poll.id, question.id)) {
            return Chart::default();
        }
        let exhibit = QuestionExhibit::new(bundle, poll, question, None);
        let alternative = format!("{}. {}", exhibit.title(), exhibit.summary());
        if !self.as_picture {
            return Chart { svg: Some(studio.svg(&exhibit)), picture: None, alternative };
        }
        let png = studio.make(&exhibit, Format::Png).ok();
        let picture = png.and_then(|png| {
            let size = image::load_from_memory(&png).ok().map(|image| (image.width(), image.height()))?;
            Some(Picture { png, size })
        });
        Chart { svg: None, picture, alternative }
    }
}
