//! References cited in a style, each as it can be.

use std::panic::AssertUnwindSafe;

use super::styles::{Cited, Span, Style};
use super::{Reference, distinct, printing};

/// Cites references: one citation for each group of them, and the list of all.
///
/// Works of one author and one year, or without a date, have letters in the order of their titles, the
/// same in text and list. A reference that cannot be printed in the style is printed plainly, and is
/// among the faults.
#[must_use]
pub fn cite(groups: &[Vec<&Reference>], style: Style) -> Cited {
    let distinct = distinct(groups.iter().flatten().copied());
    let number = |reference: &&Reference| distinct.number(reference);
    let groups: Vec<Vec<usize>> =
        groups.iter().map(|group| group.iter().filter_map(number).collect()).collect();
    cite_with(&printing::print, &distinct.references, &groups, style)
}

/// Prints citations of references, each by the references' numbers, in a style.
type Print = dyn Fn(&[Reference], &[Vec<usize>], Style) -> Cited;

/// What makes printing panic is found and printed plainly, so that it costs nothing else.
fn cite_with(print: &Print, references: &[Reference], groups: &[Vec<usize>], style: Style) -> Cited {
    let attempt = |references: &[Reference], groups: &[Vec<usize>]| {
        std::panic::catch_unwind(AssertUnwindSafe(|| print(references, groups, style))).ok()
    };
    if let Some(cited) = attempt(references, groups) {
        return cited;
    }
    let fails: Vec<bool> = references
        .iter()
        .map(|reference| attempt(std::slice::from_ref(reference), &[vec![0]]).is_none())
        .collect();
    let rest: Vec<Vec<usize>> =
        groups.iter().map(|group| group.iter().copied().filter(|number| !fails[*number]).collect()).collect();
    let cited = attempt(references, &rest);
    let is_plain = |number: usize| fails[number] || cited.is_none();
    let mut cited = cited
        .clone()
        .unwrap_or_else(|| Cited { citations: vec![Vec::new(); groups.len()], ..Cited::default() });
    for (citation, group) in cited.citations.iter_mut().zip(groups) {
        for number in group.iter().copied().filter(|number| is_plain(*number)) {
            let after = if citation.is_empty() { "" } else { "; " };
            citation.push(Span::plain(format!("{after}{}", references[number].plainly())));
        }
    }
    for (_, reference) in references.iter().enumerate().filter(|(number, _)| is_plain(*number)) {
        cited.list.push(vec![Span::plain(reference.plainly())]);
        cited.faults.push(format!(
            "“{}” cannot be printed in the {} style and stands in plain words",
            reference.title(),
            style.title()
        ));
    }
    cited
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::references::plain;

    fn first() -> (Reference, Reference, Reference) {
        let bundle = crate::library::open("nspcc-e2ee-2021").expect("it is built in");
        let (poll, question) = bundle.question("yougov-2021/support").expect("it is there");
        (
            Reference::briefing(&bundle),
            Reference::source(&bundle, bundle.source_of(poll, question).expect("it has a source")),
            Reference::poll(&bundle, poll, Some(question)),
        )
    }

    #[test]
    fn each_style_prints_what_is_stated_and_nothing_else() {
        let (briefing, source, poll) = first();
        let mut told = String::new();
        for style in Style::ALL {
            let cited = cite(&[vec![&briefing], vec![&source, &poll], vec![]], style);
            assert!(cited.citations[2].is_empty());
            told.extend([style.title(), "\n"]);
            for citation in &cited.citations {
                told.extend(["  in the text: ", &plain(citation), "\n"]);
            }
            for item in &cited.list {
                told.extend(["  ", &plain(item), "\n"]);
            }
        }
        insta::assert_snapshot!(told);
    }

    #[test]
    fn a_reference_that_makes_printing_panic_costs_nothing_else() {
        let (briefing, source, poll) = first();
        let wrong = Reference { title: "Wrong".to_owned(), ..briefing.clone() };
        let print = |references: &[Reference], groups: &[Vec<usize>], style: Style| {
            assert!(
                references
                    .iter()
                    .zip(0..)
                    .all(|(of, number)| of.title != "Wrong" || !groups.concat().contains(&number))
            );
            printing::print(references, groups, style)
        };
        let references = [briefing, wrong, source, poll];
        let cited = cite_with(&print, &references, &[vec![0], vec![1], vec![1, 2], vec![3]], Style::Harvard);
        let told: Vec<String> = cited.citations.iter().map(|citation| plain(citation)).collect();
        assert_eq!(told[1], "‘Wrong’, briefing:nspcc-e2ee-2021");
        assert_eq!(told[2], "(NSPCC, 2021); ‘Wrong’, briefing:nspcc-e2ee-2021");
        assert_eq!(told[3], "(YouGov, 2021)");
        assert_eq!(cited.list.len(), 4);
        assert_eq!(
            cited.faults,
            ["“Wrong” cannot be printed in the Harvard style and stands in plain words"]
        );
    }

    /// A page of an institution.
    fn page(title: &str, issued: Option<&str>) -> Reference {
        let (_, source, _) = first();
        Reference {
            id: format!("b/{title}"),
            title: title.to_owned(),
            issued: crate::export::references::When::of(issued.map(str::to_owned).as_ref()),
            ..source
        }
    }

    fn told(cited: &Cited) -> (Vec<String>, Vec<String>) {
        let plainly = |all: &[Vec<Span>]| all.iter().map(|spans| plain(spans)).collect();
        (plainly(&cited.citations), plainly(&cited.list))
    }

    #[test]
    fn works_that_look_alike_have_one_letter_in_text_and_list() {
        let mut all = String::new();
        for issued in [None, Some("2021"), Some("circa 2019"), Some("2021/2022")] {
            let pages = ["Beds", "Arrests", "Carers"].map(|title| page(title, issued));
            for style in Style::ALL {
                // The order of the notes is not that of the titles, and one is cited twice.
                let groups = [vec![&pages[0]], vec![&pages[2]], vec![&pages[0], &pages[1]]];
                let (citations, list) = told(&cite(&groups, style));
                all.extend([
                    style.title(),
                    "\n  ",
                    &citations.join("\n  "),
                    "\n    ",
                    &list.join("\n    "),
                    "\n",
                ]);
            }
        }
        insta::assert_snapshot!(all);
    }

    #[test]
    fn letters_follow_the_order_of_the_list() {
        let pages = [("Zebra", "2021-01"), ("Aardvark", "2021-11"), ("Mole", "2021-05-02")]
            .map(|(title, issued)| page(title, Some(issued)));
        for style in [Style::Apa, Style::Harvard, Style::Chicago] {
            let (_, list) = told(&cite(&[pages.iter().collect()], style));
            let at = |letter: &str| list.iter().position(|entry| entry.contains(&format!("2021{letter}")));
            assert_eq!((at("a"), at("b"), at("c")), (Some(0), Some(1), Some(2)), "{list:?}");
        }
    }

    #[test]
    fn an_institution_is_one_name_and_a_date_that_is_none_stands_as_it_is() {
        let mut all = String::new();
        for (name, issued) in [
            ("Department for Digital, Culture, Media & Sport", "20210419"),
            ("Marks and Spencer and Sons", "19-04-2021"),
            ("Ofcom", "2021-22"),
            ("Ipsos", "2021-04-19/2021-04-21"),
            ("BBC", "2021-04"),
            ("Savanta", "2021/2022"),
        ] {
            let of = Reference { author: Some(name.to_owned()), ..page("A 10000 to 1 chance", Some(issued)) };
            for style in Style::ALL {
                let (citations, list) = told(&cite(&[vec![&of]], style));
                all.extend([style.title(), ": ", &citations.join("; "), " — ", &list.join("; "), "\n"]);
            }
        }
        insta::assert_snapshot!(all);
    }
}
