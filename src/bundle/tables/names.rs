//! Ids of waves and groups: of their names, and another for each.

use std::collections::{BTreeSet, HashMap};

use super::parts::Part;
use crate::bundle::faults::fault;
use crate::bundle::slug::slug;
use crate::diagnostics::Report;

/// Gives each part of the poll `whole` its id, `attitudes-2021-march-women`, and that of its wave.
/// Names that come to one id are numbered, whatever their order in the table, and told.
pub fn give_ids(whole: &str, parts: &mut [Part], report: &mut Report<'_>) {
    let mut given = Given::default();
    given.ids.insert(whole.to_owned(), String::new());
    let waves = parts.iter().filter(|part| !part.wave.is_empty());
    let stated = |wave: &str| {
        parts
            .iter()
            .find(|part| part.wave == wave && !part.stated_wave_id.is_empty())
            .map_or("", |part| &part.stated_wave_id)
    };
    let waves = waves.map(|part| Name::new(whole, &part.wave, stated(&part.wave), "wave")).collect();
    let wave_ids = given.give(waves);
    for part in &mut *parts {
        part.wave_id = match wave_ids.get(&(whole.to_owned(), part.wave.clone())) {
            Some(id) => id.clone(),
            None => whole.to_owned(),
        };
    }
    let groups = parts.iter().filter(|part| !part.group.is_empty());
    let groups =
        groups.map(|part| Name::new(&part.wave_id, &part.group, &part.stated_group_id, "group")).collect();
    let group_ids = given.give(groups);
    for part in &mut *parts {
        part.id = match group_ids.get(&(part.wave_id.clone(), part.group.clone())) {
            Some(id) => id.clone(),
            None => part.wave_id.clone(),
        };
    }
    given.report(parts, report);
    let is_another = |part: &&Part| {
        !part.stated_wave_id.is_empty() && part.wave_id != format!("{whole}-{}", part.stated_wave_id)
    };
    for part in parts.iter().filter(is_another) {
        let message = format!("the wave `{}` has another id in a row above, which counts", part.wave);
        report.add(
            fault("table-value", message).hint("state the same id, or leave it empty"),
            part.place().range(),
        );
    }
}

/// A name, in the order in which ids are given: those that are stated, then names that are all
/// letters and digits, which no signs change.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    is_made: bool,
    has_signs: bool,
    is_foreign: bool,
    /// The id of the poll or wave that it is part of.
    above: String,
    words: String,
    /// What it would be called alone.
    id: String,
}

impl Name {
    fn new(above: &str, words: &str, stated: &str, fallback: &str) -> Name {
        let made = slug(words);
        let count = |words: &str| words.chars().filter(|sign| sign.is_alphanumeric()).count();
        let own = [stated, &made, fallback].into_iter().find(|own| !own.is_empty()).unwrap_or_default();
        Name {
            is_made: stated.is_empty(),
            has_signs: count(words) != count(&made),
            is_foreign: !words.is_ascii(),
            above: above.to_owned(),
            words: words.to_owned(),
            id: [above, own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"),
        }
    }
}

/// The ids given so far, each with the name that has it.
#[derive(Default)]
struct Given {
    ids: HashMap<String, String>,
    /// The ids that needed a number, with the name that has it and the one that it is alike to.
    numbered: Vec<(String, String, String)>,
}

impl Given {
    /// An id for each name, by what it is part of and its words.
    fn give(&mut self, names: BTreeSet<Name>) -> HashMap<(String, String), String> {
        let alone: BTreeSet<String> = names.iter().map(|name| name.id.clone()).collect();
        let mut given = HashMap::new();
        for Name { is_made, above, words, id, .. } in names {
            let own = match self.ids.get(&id) {
                Some(other) if is_made => {
                    let is_free = |id: &String| !self.ids.contains_key(id) && !alone.contains(id);
                    let numbers = (2..).map(|number| format!("{id}-{number}"));
                    let own = numbers.into_iter().find(is_free).unwrap_or_default();
                    self.numbered.push((own.clone(), words.clone(), other.clone()));
                    own
                }
                // Two that are stated alike are reported as such.
                _ => id,
            };
            self.ids.insert(own.clone(), words.clone());
            given.insert((above, words), own);
        }
        given
    }

    fn report(&self, parts: &[Part], report: &mut Report<'_>) {
        for (id, words, other) in &self.numbered {
            let Some(part) = parts.iter().find(|part| part.id == *id || part.wave_id == *id) else {
                continue;
            };
            let (message, column) = match (other.is_empty(), part.group == *words) {
                (true, is_group) => (format!("`{words}` comes to the id of the poll itself"), is_group),
                (false, is_group) => (format!("`{other}` and `{words}` come to the same id"), is_group),
            };
            let message = format!("{message}; this is `{id}` in references");
            let column = if column { "group_id" } else { "wave_id" };
            let hint = format!(
                "write both alike if they are one; else give this one an id of its own in the column `{column}`"
            );
            report.add(fault("table-names-alike", message).hint(hint), part.place().range());
        }
    }
}
