//! A subgroup is part of another poll, and not in the end of itself.

use std::collections::{HashMap, HashSet};

use super::Findings;
use super::walk::polls;
use crate::bundle::Bundle;
use crate::bundle::faults::fault;
use crate::bundle::spans::FileIndex;

/// `subgroup-circle`
pub fn circle(bundle: &Bundle, findings: &mut Findings<'_>) {
    let whole_of: HashMap<&str, &str> = (bundle.manifest.polls.iter().rev())
        .filter_map(|poll| Some((poll.id.as_str(), poll.subgroup_of.as_deref()?)))
        .collect();
    let mut told: HashSet<&str> = HashSet::new();
    // A table's groups are parts of their waves; where ids collide, that is told of by itself.
    for (poll, spans) in polls(bundle).filter(|(_, spans)| spans.whole().file == FileIndex::Manifest) {
        // A circle is told of once, at the first poll that is in it.
        let Some(circle) = circle_of(&poll.id, &whole_of).filter(|circle| !told.contains(circle[0])) else {
            continue;
        };
        told.extend(&circle);
        findings.add("subgroup-circle", spans.field("subgroup_of"), || {
            let message = match circle.as_slice() {
                [only] => format!("`{only}` is said to be a subgroup of itself"),
                circle => {
                    let wholes = circle.iter().skip(1).chain(circle.first());
                    let wholes: Vec<String> = wholes.map(|id| format!("is a subgroup of `{id}`")).collect();
                    format!("`{}` {}", circle[0], wholes.join(", which "))
                }
            };
            fault("subgroup-circle", message)
                .hint("`subgroup_of` names the poll of everybody; that one has no `subgroup_of`: leave it out there")
        });
    }
}

/// The polls of the circle that one is in, from that one on; `None` where it is in none.
fn circle_of<'b>(id: &'b str, whole_of: &HashMap<&'b str, &'b str>) -> Option<Vec<&'b str>> {
    let mut circle = vec![id];
    let mut known = HashSet::from([id]);
    while let Some(whole) = circle.last().and_then(|last| whole_of.get(last)) {
        if *whole == id {
            return Some(circle);
        }
        if !known.insert(whole) {
            return None;
        }
        circle.push(whole);
    }
    None
}
