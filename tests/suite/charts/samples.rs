//! Polls and looks to draw charts with.

use briefing_reader::chart::Look;
use briefing_reader::poll::{
    Answer, AnswerKind, Base, Disclosed, Fieldwork, Poll, Question, Reported, SampleSize, Wording,
};
use briefing_reader::ui::Theme;

/// A look with a theme's colours and faces of `size` times their usual size.
pub fn look(theme: &Theme, size: f32) -> Look {
    let mut look = Look::of(theme);
    for font in [&mut look.title, &mut look.label, &mut look.value, &mut look.secondary] {
        font.size *= size;
    }
    look
}

pub fn answer(id: &str, label: &str, value: Reported, printed: &str, kind: AnswerKind) -> Answer {
    Answer { id: id.to_owned(), label: label.to_owned(), value, printed: printed.to_owned(), kind }
}

/// A poll that says most of what it should.
pub fn survey() -> Poll {
    let says = |words: &str| Some(Disclosed::Stated(words.to_owned()));
    Poll {
        id: "yougov".to_owned(),
        pollster: says("YouGov"),
        commissioned_by: says("the NSPCC"),
        population: says("UK adults"),
        sample_size: Some(SampleSize::NotStated),
        fieldwork: Some(Fieldwork::Dates("2021-03-01".to_owned(), "2021-03-03".to_owned())),
        mode: says("online"),
        ..Poll::default()
    }
}

/// Two answers in words, one as a number; the words say no more than they say.
pub fn in_words() -> Question {
    Question {
        id: "detect-or-privacy".to_owned(),
        title: "Which matters more: detecting child abuse images, or privacy?".to_owned(),
        wording: Wording::Paraphrase(
            "Which matters more, the ability to detect child abuse images or the right to privacy?"
                .to_owned(),
        ),
        base: Base::All,
        answers: vec![
            answer(
                "detect",
                "Detecting abuse images",
                Reported::MoreThan(50.0),
                "more than half",
                AnswerKind::Position,
            ),
            answer(
                "equal",
                "Equally important",
                Reported::JustUnder(33.333),
                "almost a third",
                AnswerKind::Neutral,
            ),
            answer("privacy", "Privacy", Reported::Percent(4.0), "just 4%", AnswerKind::Position),
        ],
        ..Question::default()
    }
}

/// A whole set in degrees, with a sum.
pub fn in_degrees() -> Question {
    let percent = |id: &str, label: &str, value, kind| answer(id, label, Reported::Percent(value), "", kind);
    let very = vec!["deeply".to_owned(), "somewhat".to_owned()];
    Question {
        id: "concerned".to_owned(),
        title: "How concerned are you?".to_owned(),
        base: Base::All,
        answers: vec![
            percent("deeply", "Deeply concerned", 42.0, AnswerKind::Position),
            percent("somewhat", "Somewhat concerned", 33.0, AnswerKind::Position),
            percent("neither", "Neither", 13.0, AnswerKind::Neutral),
            percent("not", "Not concerned", 5.0, AnswerKind::Position),
            percent("unknown", "Don’t know", 7.0, AnswerKind::DontKnow),
            percent("all", "Concerned, both together", 75.0, AnswerKind::Net(very)),
        ],
        ..Question::default()
    }
}

/// One answer of several; the others are not reported.
pub fn partial() -> Question {
    Question {
        id: "support".to_owned(),
        title: "Support for end-to-end encryption as it is".to_owned(),
        base: Base::All,
        answers: vec![answer("support", "Support", Reported::Percent(33.0), "33%", AnswerKind::Position)],
        ..Question::default()
    }
}

/// Every way to report a value.
pub fn mixed() -> Question {
    use Reported::{About, Between, JustOver, LessThan, MoreThan, NotReported, Percent};
    let values = [
        ("Better ways to report content, and to get help from the platform", Percent(97.0), "97%"),
        ("All of these", Percent(100.0), "100%"),
        ("Keeping minors off apps", About(43.0), "around 43 in every hundred of those who were asked"),
        ("Most", MoreThan(90.0), "more than nine in ten"),
        ("A third and more", JustOver(33.3), "just over a third"),
        ("None of these", LessThan(5.0), "fewer than 5%"),
        ("Something else", NotReported, ""),
        ("Prefer not to say", Between(95.0, 99.0), "95–99%"),
    ];
    let answers = values.into_iter().enumerate().map(|(index, (label, value, printed))| {
        answer(&index.to_string(), label, value, printed, AnswerKind::Position)
    });
    Question {
        id: "mixed".to_owned(),
        title: "What would protect children best?".to_owned(),
        base: Base::Described("those with an opinion".to_owned()),
        choice: briefing_reader::poll::Choice::Many,
        answers: answers.collect(),
        ..Question::default()
    }
}
