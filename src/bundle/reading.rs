//! Files → bundle.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::container::{self, Unreadable, media};
use super::decode::{self, Manifest};
use super::files::{Files, Origin};
use super::limits::Limits;
use super::manifest::Briefing;
use super::progress::{Progress, Stage};
use super::references::Names;
use super::spans::Spans;
use super::tables::{self, Part};
use super::text::{self, Longest};
use super::{Bundle, MANIFEST, Table, paths, wordings};
use crate::article::{self, Article};
use crate::diagnostics::{Diagnostic, Report, Severity};
use crate::poll::Poll;

/// Reads a bundle from its files, as far as that goes: there is always a bundle, and
/// [`Bundle::problems`] says what is wrong with it. `problems` are those already met on the way to
/// the files.
#[must_use]
pub fn from_files(origin: Origin, files: Files, limits: &Limits, problems: Vec<Diagnostic>) -> Bundle {
    read(origin, files, limits, problems, &Progress::default(), None)
}

impl Bundle {
    /// Reads the bundle at `path`: a folder, a `.briefing` file, or the manifest in a
    /// folder. What is wrong inside it is told by [`Bundle::problems`].
    ///
    /// # Errors
    /// If there is nothing at `path` that could be read at all.
    pub fn open(path: &Path, limits: &Limits) -> Result<Bundle, Unreadable> {
        Bundle::open_watched(path, limits, &Progress::default())
    }

    /// [`Bundle::open`], telling how far it is. Once `progress` is cancelled it comes back soon, with
    /// a bundle that is not whole.
    ///
    /// # Errors
    /// Those of [`Bundle::open`].
    pub fn open_watched(path: &Path, limits: &Limits, progress: &Progress) -> Result<Bundle, Unreadable> {
        let (origin, files, problems) = container::read_watched(path, limits, progress)?;
        Ok(read(origin, files, limits, problems, progress, None))
    }

    /// [`Bundle::open_watched`], which has the beginning of a long article as soon as it is read: a
    /// bundle that is whole but for the article's rest. What is in it is as it will be in the whole.
    ///
    /// # Errors
    /// Those of [`Bundle::open`].
    pub fn open_beginning_first(
        path: &Path,
        limits: &Limits,
        progress: &Progress,
        mut first: impl FnMut(Bundle),
    ) -> Result<Bundle, Unreadable> {
        let (origin, files, problems) = container::read_watched(path, limits, progress)?;
        Ok(read(origin, files, limits, problems, progress, Some(&mut first)))
    }
}

/// Bytes of a long article that are read for its beginning: more than a page can show at once.
const BEGINNING: usize = 128 * 1024;
/// Articles of so many bytes are long.
const LONG: usize = 1024 * 1024;

/// Whoever wants the beginning of a long article while the rest is being read.
pub(super) type First<'f> = &'f mut dyn FnMut(Bundle);

/// [`from_files`], telling how far it is. What comes back after `progress` was cancelled is not whole.
pub(super) fn read(
    origin: Origin,
    mut files: Files,
    limits: &Limits,
    mut problems: Vec<Diagnostic>,
    progress: &Progress,
    first: Option<First<'_>>,
) -> Bundle {
    let paths: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).collect();

    let longest = Longest { bytes: limits.manifest_bytes, rule: "too-large-manifest" };
    let manifest_source = take_text(&mut files, MANIFEST, longest, &mut problems);
    let Manifest { briefing: mut manifest, mut spans, is_whole: manifest_is_whole } = match &manifest_source {
        Some(source) => read_manifest(source, limits, &mut problems),
        None => Manifest::default(),
    };

    let article_path = article_path(&manifest, &files);
    let longest = Longest { bytes: limits.article_bytes, rule: "too-large-article" };
    let article_source = take_text(&mut files, &article_path, longest, &mut problems).unwrap_or_default();
    let (tables, partly_unread) = read_tables(&mut manifest, &mut spans, &mut files, limits, &mut problems);
    find_wholes(&mut manifest.polls);
    wordings::share(&mut manifest.polls, &manifest.id);
    let media = take_pictures(&paths, &mut files, limits, &mut problems);

    let mut bundle = Bundle {
        origin,
        names: Names::of(&manifest),
        words: OnceLock::new(),
        backwards: OnceLock::new(),
        manifest_is_whole,
        partly_unread,
        met: problems,
        problems: OnceLock::new(),
        article: Article::default(),
        unread: 0,
        manifest,
        manifest_source: manifest_source.unwrap_or_default(),
        article_path,
        article_source: String::new(),
        tables,
        media,
        spans,
        paths,
    };
    if let Some(first) = first.filter(|_| article_source.len() >= LONG)
        && let Some(beginning) = beginning(&bundle, &article_source)
    {
        first(beginning);
    }
    progress.begin(Stage::Article, article_source.len() as u64);
    let mut told = 0;
    bundle.article = article::parse_watched(&article_source, |read| {
        progress.add((read - told) as u64);
        told = read;
        !progress.is_cancelled()
    });
    bundle.article_source = article_source;
    bundle
}

/// The bundle with the beginning of its article; `None` where it is no shorter than the whole, since
/// what comes later has a say in it.
fn beginning(bundle: &Bundle, article_source: &str) -> Option<Bundle> {
    let mut end = 0;
    let article = article::parse_watched(article_source, |read| {
        end = read;
        read < BEGINNING
    });
    let unread = article_source.len() - end;
    let read = &article_source[..end];
    (unread > 0).then(|| Bundle { article, article_source: read.to_owned(), unread, ..bundle.clone() })
}

fn take_text(
    files: &mut Files,
    path: &str,
    longest: Longest,
    problems: &mut Vec<Diagnostic>,
) -> Option<String> {
    text::read(path, files.take(path)?, longest, problems)
}

/// The pictures that can be shown. Those that could do harm or are none are left out.
fn take_pictures(
    paths: &[String],
    files: &mut Files,
    limits: &Limits,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Arc<[u8]>> {
    let mut pictures = BTreeMap::new();
    for path in paths {
        let Some(content) = files.take(path) else { continue };
        let faults = media::inspect(path, &content, limits);
        let can_be_shown = faults.iter().all(|fault| fault.severity < Severity::Error);
        problems.extend(faults);
        if can_be_shown && paths::is_picture(path) {
            pictures.insert(path.clone(), content.into());
        }
    }
    pictures
}

fn read_manifest(source: &str, limits: &Limits, problems: &mut Vec<Diagnostic>) -> Manifest {
    let mut report = Report::new(MANIFEST, source);
    let read = decode::briefing(source, limits.manifest_depth, &mut report);
    problems.extend(report.finish());
    read
}

/// The article's file, if it is there.
fn article_path(manifest: &Briefing, files: &Files) -> String {
    paths::inside(manifest.article_path()).filter(|path| files.get(path).is_some()).unwrap_or_default()
}

/// Notes what each subgroup is part of beyond the poll that it names. One that is part of itself ends there.
fn find_wholes(polls: &mut [Poll]) {
    let of = |poll: &Poll| Some((poll.id.clone(), poll.subgroup_of.clone()?));
    let whole_of: HashMap<String, String> = polls.iter().filter_map(of).collect();
    for poll in polls {
        let mut known: Vec<String> = vec![poll.id.clone()];
        known.extend(poll.subgroup_of.clone());
        while let Some(whole) = known.last().and_then(|last| whole_of.get(last)) {
            if known.contains(whole) {
                break;
            }
            known.push(whole.clone());
        }
        poll.further_wholes = known.drain(2.min(known.len())..).collect();
    }
}

/// Reads the questions of polls that have a table. Returns with the tables the polls of which there may
/// be more, by id.
fn read_tables(
    manifest: &mut Briefing,
    spans: &mut Spans,
    files: &mut Files,
    limits: &Limits,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Table>, Vec<String>) {
    let mut read_tables = Vec::new();
    let mut parts = Vec::new();
    let mut partly_unread = Vec::new();
    for (poll_index, poll) in manifest.polls.iter_mut().enumerate() {
        let Some(written) = &poll.table else { continue };
        partly_unread.push(poll.id.clone());
        let Some(path) = paths::inside(written) else { continue };
        let Ok(index) = u16::try_from(read_tables.len()) else { continue };
        let longest = Longest { bytes: limits.table_bytes, rule: "too-large-table" };
        let Some(text) = take_text(files, &path, longest, problems) else { continue };
        let mut report = Report::new(&path, &text);
        let read = tables::read(index, &text, poll, limits.table_rows, &mut report);
        problems.extend(report.finish());
        if read.is_whole {
            partly_unread.pop();
        }
        let (wholes, others): (Vec<_>, Vec<_>) = read.parts.into_iter().partition(Part::is_whole);
        parts.extend(tables::polls(others, poll));
        for Part { questions, places, .. } in wholes {
            poll.questions.extend(questions);
            spans.element_mut("polls", poll_index).extend_list("questions", places);
        }
        read_tables.push(Table { path, text });
    }
    // After all others, so that the manifest's own polls keep their places.
    for (poll, places) in parts {
        manifest.polls.push(poll);
        spans.extend_list("polls", vec![places]);
    }
    (read_tables, partly_unread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_a_group_knows_all_that_it_is_part_of_even_where_that_goes_in_a_circle() {
        let part = |id: &str, of: Option<&str>| Poll {
            id: id.to_owned(),
            subgroup_of: of.map(str::to_owned),
            ..Poll::default()
        };
        let mut polls = [
            part("young-women", Some("women")),
            part("women", Some("all")),
            part("all", None),
            part("itself", Some("itself")),
            part("hen", Some("egg")),
            part("egg", Some("hen")),
        ];
        find_wholes(&mut polls);
        let further: Vec<String> = polls.iter().map(|poll| poll.further_wholes.join(", ")).collect();
        assert_eq!(further, ["all", "", "", "", "", ""]);
    }

    /// A briefing whose article is these words.
    fn briefing(article: &str) -> Files {
        let manifest = "Briefing(format: 1, id: \"a\", edition: 1, title: \"A\", article: \"article.md\")";
        let mut files = Files::default();
        files.insert(MANIFEST.to_owned(), manifest.as_bytes().to_vec());
        files.insert("article.md".to_owned(), article.as_bytes().to_vec());
        files
    }

    /// All that comes of it: beginnings, and the whole.
    fn come(article: &str) -> (Vec<Bundle>, Bundle) {
        let mut firsts = Vec::new();
        let mut take = |first| firsts.push(first);
        let limits = Limits::default();
        let progress = Progress::default();
        let whole = read(Origin::BuiltIn, briefing(article), &limits, Vec::new(), &progress, Some(&mut take));
        (firsts, whole)
    }

    const SECTION: &str =
        "## A section\n\nWords of *it*[^a], and 33% of them.\n\n[^a]: A note.\n\n- one\n- two\n\n";

    fn long() -> String {
        let numbered = |number: usize| SECTION.replace("[^a]", &format!("[^{number:06}]"));
        (0..=LONG / SECTION.len()).map(numbered).collect()
    }

    #[test]
    fn the_beginning_of_a_long_article_is_as_in_the_whole() {
        let article = long();
        let (firsts, whole) = come(&article);
        let [first] = &firsts[..] else { panic!("{} beginnings", firsts.len()) };
        assert!(first.article_source.len() >= BEGINNING && article.starts_with(&first.article_source));
        assert_eq!(first.article_source.len() + first.unread, article.len());
        assert_eq!((whole.unread, &whole.article_source), (0, &article));
        // Footnotes stand at the end of both.
        let (of_first, of_whole) = (&first.article.blocks, &whole.article.blocks);
        let text = of_first.iter().zip(of_whole).take_while(|(one, other)| one == other).count();
        let notes = &of_first[text..];
        let all_notes = &of_whole[of_whole.len() * text / of_first.len()..];
        assert!(text > 1_000 && !notes.is_empty());
        assert_eq!(notes, &all_notes[..notes.len()]);
        let estimate = first.word_count() as f64 / whole.word_count() as f64;
        assert!((0.99..1.01).contains(&estimate), "{estimate}");
    }

    #[test]
    fn what_is_short_or_hangs_on_its_end_has_no_beginning() {
        let short = SECTION.repeat(9);
        let hanging = format!("See [there] first.\n\n{}[there]: https://example.org\n", long());
        for article in [short, hanging] {
            let (firsts, whole) = come(&article);
            assert!(firsts.is_empty());
            assert_eq!(whole.article, article::parse(&article));
        }
    }
}
