//! Wordings that are written once for several questions.

use std::collections::HashMap;

use crate::poll::{Poll, Wording};

/// Gives questions that share the wording of another one its words. Where there is no such question,
/// or it does not state its wording either, none is stated: the rules say so.
pub fn share(polls: &mut [Poll], own_id: &str) {
    let is_shared =
        polls.iter().flat_map(|poll| &poll.questions).any(|question| question.same_wording_as.is_some());
    if !is_shared {
        return;
    }
    let mut stated: HashMap<String, Wording> = HashMap::new();
    for poll in &*polls {
        for question in poll.questions.iter().filter(|question| question.same_wording_as.is_none()) {
            stated.entry(format!("{}/{}", poll.id, question.id)).or_insert_with(|| question.wording.clone());
        }
    }
    for question in polls.iter_mut().flat_map(|poll| &mut poll.questions) {
        let Some(reference) = &question.same_wording_as else { continue };
        let local = match reference.split_once('#') {
            Some((briefing, local)) if briefing == own_id => local,
            _ => reference,
        };
        question.wording = stated.get(local).cloned().unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::Question;

    #[test]
    fn words_are_taken_from_the_question_that_states_them_and_from_no_other() {
        let question = |id: &str, wording: Wording, same: Option<&str>| Question {
            id: id.to_owned(),
            wording,
            same_wording_as: same.map(str::to_owned),
            ..Question::default()
        };
        let words = Wording::Exact("Do you?".to_owned());
        let none = Wording::NotStated;
        let mut polls = [Poll {
            id: "p".to_owned(),
            questions: vec![
                question("later", none.clone(), Some("p/first")),
                question("first", words.clone(), None),
                question("with-briefing", none.clone(), Some("b#p/first")),
                question("of-another", none.clone(), Some("c#p/first")),
                question("through", none.clone(), Some("p/later")),
                question("itself", none.clone(), Some("p/itself")),
                question("nowhere", none.clone(), Some("p/nobody")),
            ],
            ..Poll::default()
        }];
        share(&mut polls, "b");
        let wordings: Vec<&Wording> = polls[0].questions.iter().map(|question| &question.wording).collect();
        assert_eq!(wordings, [&words, &words, &words, &none, &none, &none, &none]);
    }
}
