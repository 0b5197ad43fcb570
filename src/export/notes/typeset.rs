//! Sets a document with Typst and makes it a PDF: a template that is part of the program, and data
//! that are never read as Typst's language.

use std::path::PathBuf;
use std::sync::OnceLock;

use resvg::usvg::fontdb::{Database, Source as Origin};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::export::unset::{Signs, lacking_signs, with_one_letter_each};
use crate::ui::fonts;

/// What is read by the template with `json("data.json")`.
const DATA: &str = "data.json";

/// A template with its data, and faces for all their signs.
struct Desk {
    standard: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Face>,
    template: Source,
    data: (FileId, Bytes),
}

/// A face, which may be read only when it is asked for.
struct Face {
    at: Option<(PathBuf, u32)>,
    font: OnceLock<Option<Font>>,
}

/// Sets the template with the data and makes it a PDF that is tagged for screen readers; where all
/// its signs have a face, after the rules of PDF/UA-1.
///
/// # Errors
/// A sentence, where Typst gives up.
pub fn pdf(template: &str, data: Vec<u8>) -> Result<Vec<u8>, String> {
    let made = made(&Desk::new(template, data));
    // Typst remembers what it set for the next time, which would be other notes.
    typst::comemo::evict(0);
    made
}

fn made(desk: &Desk) -> Result<Vec<u8>, String> {
    let document = typst::compile(desk).output.map_err(|faults| told(&faults))?;
    let options = |standards| PdfOptions {
        creator: typst::foundations::Smart::Custom(Some("Briefing Reader".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
    typst_pdf::pdf(&document, &options(accessible))
        .or_else(|_| typst_pdf::pdf(&document, &options(PdfStandards::default())))
        .map_err(|faults| told(&faults))
}

fn told(faults: &[SourceDiagnostic]) -> String {
    for fault in faults {
        log::debug!("the typesetter said: {}", fault.message);
    }
    "the PDF could not be made: try the web page (.html), which browsers print".to_owned()
}

impl Desk {
    fn new(template: &str, mut data: Vec<u8>) -> Desk {
        let mut book = FontBook::new();
        let mut faces = Vec::new();
        for font in fonts::files().flat_map(|file| Font::iter(Bytes::new(file))) {
            book.push(font.info().clone());
            faces.push(Face { at: None, font: OnceLock::from(Some(font)) });
        }
        if lacks_signs(&book, &String::from_utf8_lossy(&data)) {
            let mut others = Database::new();
            others.load_system_fonts();
            for face in others.faces() {
                let (Origin::File(path) | Origin::SharedFile(path, _)) = &face.source else { continue };
                let info = others.with_face_data(face.id, FontInfo::new).flatten();
                if let Some(info) = info {
                    book.push(info);
                    let at = Some((path.clone(), face.index));
                    faces.push(Face { at, font: OnceLock::new() });
                }
            }
        }
        let text = String::from_utf8_lossy(&data);
        let unset: Signs = lacking_signs(&text, |sign| !has(&book, sign)).map(str::to_owned).collect();
        if !unset.is_empty() {
            data = with_one_letter_each(&text, &unset).into_bytes();
        }
        Desk {
            standard: LazyHash::new(Library::default()),
            book: LazyHash::new(book),
            faces,
            template: Source::new(id("template.typ"), template.to_owned()),
            data: (id(DATA), Bytes::new(data)),
        }
    }
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("it is a name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether some sign is in none of the faces.
fn lacks_signs(book: &FontBook, text: &str) -> bool {
    text.chars().any(|sign| !sign.is_ascii() && !sign.is_control() && !has(book, sign))
}

fn has(book: &FontBook, sign: char) -> bool {
    (0..).map_while(|index| book.info(index)).any(|info| info.coverage.contains(u32::from(sign)))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(nothing_else()) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(nothing_else()) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        let face = self.faces.get(index)?;
        let read = || {
            let (path, index) = face.at.as_ref()?;
            Font::new(Bytes::new(std::fs::read(path).ok()?), *index)
        };
        face.font.get_or_init(read).clone()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The template has its data, and nothing of the disk.
fn nothing_else() -> FileError {
    FileError::AccessDenied
}

/// The words of all pages, as they are set.
#[cfg(test)]
pub(super) fn words(template: &str, data: Vec<u8>) -> String {
    use typst::layout::{Frame, FrameItem};

    fn collect(frame: &Frame, words: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, words),
                FrameItem::Text(text) => words.push_str(&text.text),
                _ => {}
            }
        }
    }

    let desk = Desk::new(template, data);
    let document = typst::compile(&desk).output.expect("it is set");
    // What is compiled is pages, as this takes no other.
    typst_pdf::pdf(&document, &PdfOptions::default()).expect("it is a PDF");
    let mut words = String::new();
    document.pages().iter().for_each(|page| collect(&page.frame, &mut words));
    words
}
