//! Notes through a template: the one for HTML, or a person's own.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use super::options::Template;
use super::report::Report;

/// The template of notes in HTML.
const HTML: &str = include_str!("../../../assets/templates/notes.html");

/// Fills the template for HTML.
pub fn html(report: &Report) -> Result<String, String> {
    // Signs that no page may have.
    let page = fill(Template { name: "notes.html", text: HTML }, report)?;
    Ok(page.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{fffd}"))
}

/// Fills a template.
///
/// # Errors
/// A sentence with the template's line and what would help.
pub fn fill(template: Template<'_>, report: &Report) -> Result<String, String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|name| {
        let is_html = [".html", ".htm", ".xhtml"].iter().any(|ending| name.to_lowercase().ends_with(ending));
        if is_html { AutoEscape::Html } else { AutoEscape::None }
    });
    environment
        .add_template(template.name, template.text)
        .and_then(|()| environment.get_template(template.name)?.render(Serde(report)))
        .map_err(|why| told(template, &why))
}

/// "notes.md, line 3: there is nothing of this name. …"
fn told(template: Template<'_>, why: &minijinja::Error) -> String {
    use minijinja::ErrorKind;
    log::debug!("the filler of templates said: {why}");
    let name = template.name;
    let place = why.line().map_or_else(|| name.to_owned(), |line| format!("{name}, line {line}"));
    let line =
        why.line().and_then(|line| template.text.lines().nth(line.checked_sub(1)?)).unwrap_or_default();
    let words = match why.kind() {
        ErrorKind::UndefinedError => {
            "it names a value that there is not. A report has title, day, style, count, groups and references; \
             docs/exports.md lists what a note has"
        }
        ErrorKind::SyntaxError => {
            "it is not written as Jinja is. {{ … }} puts a value in, {% … %} repeats or chooses, and what is opened \
             is closed"
        }
        ErrorKind::UnknownFilter => "it uses a filter (behind |) that there is not",
        ErrorKind::UnknownTest => "it asks for something (behind “is”) that there is not",
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => "it calls something that there is not",
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            "it takes in another template: put all of it into one file"
        }
        _ => "it does something that cannot be done with that value",
    };
    match line.trim() {
        "" => format!("{place}: {words}."),
        line => format!("{place} (`{line}`): {words}."),
    }
}
