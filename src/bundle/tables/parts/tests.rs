use crate::bundle::{Bundle, Files, Limits, Origin, from_files};
use crate::poll::{Disclosed, Fieldwork, SampleSize};

fn bundle(rows: &str) -> Bundle {
    let manifest = "Briefing(format: 1, id: \"b\", edition: 1, title: \"B\", language: \"en\", \
         polls: [Poll(id: \"p\", title: \"Attitudes\", pollster: \"YouGov\", population: \"UK adults\", \
         sample_size: 1000, fieldwork: Dates(\"2021-01-01\", \"2021-01-02\"), margin_of_error: \"3 points\", \
         source: \"s\", table: \"polls/t.csv\"), Poll(id: \"last\", source: \"s\")])";
    let header = "wave,group,n,from,to,question,title,wording_kind,wording,base,answer,label,value,printed\n";
    let mut files = Files::default();
    files.insert("briefing.ron", format!("#![enable(implicit_some)]\n{manifest}").into_bytes());
    files.insert("polls/t.csv", format!("{header}{rows}").into_bytes());
    from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
}

fn row(part: &str, answer: &str) -> String {
    format!("{part},q,Do you?,not stated,,all,{answer},{answer},50,50%\n")
}

fn said(bundle: &Bundle) -> Vec<(usize, &str)> {
    let faults = bundle.problems().iter().filter(|fault| fault.file == "polls/t.csv");
    faults.map(|fault| (fault.place.as_ref().map_or(0, |at| at.line), fault.message.as_str())).collect()
}

#[test]
fn waves_and_groups_are_polls_that_state_what_the_whole_poll_states() {
    let rows = [
        row(",,,,", "yes"),
        row("March 2022,,1016,2022-03-04,2022-03-07", "yes"),
        ",,,,,,,,,,no,No,30,30%\n".to_owned(),
        row("March 2022,65 and over,About(250),2022-03-04,", "yes"),
        row(",Women,,,", "yes"),
    ];
    let bundle = bundle(&rows.concat());
    assert_eq!(said(&bundle), []);
    let polls: Vec<_> = bundle
        .manifest
        .polls
        .iter()
        .map(|poll| (poll.id.as_str(), poll.subgroup_of.as_deref(), poll.sample_size))
        .collect();
    assert_eq!(
        polls,
        [
            ("p", None, Some(SampleSize::Stated(1000))),
            ("last", None, None),
            ("p-march-2022", None, Some(SampleSize::Stated(1016))),
            ("p-march-2022-65-and-over", Some("p-march-2022"), Some(SampleSize::About(250))),
            ("p-women", Some("p"), Some(SampleSize::NotStated)),
        ]
    );
    let [_, _, wave, old, women] = &bundle.manifest.polls[..] else { panic!("five polls") };
    assert_eq!((wave.title.as_str(), wave.questions[0].answers.len()), ("Attitudes, March 2022", 2));
    assert_eq!(wave.population, Some(Disclosed::Stated("UK adults".to_owned())));
    assert_eq!(old.title, "Attitudes, March 2022: 65 and over");
    assert_eq!(old.population, Some(Disclosed::Stated("65 and over".to_owned())));
    let day = "2022-03-04".to_owned();
    assert_eq!(old.fieldwork, Some(Fieldwork::Dates(day.clone(), day)));
    assert_eq!(women.fieldwork, Some(Fieldwork::Dates("2021-01-01".into(), "2021-01-02".into())));
    assert_eq!(women.margin_of_error, Some(Disclosed::NotStated), "the whole poll's is not a group's");
    assert_eq!(women.pollster, Some(Disclosed::Stated("YouGov".to_owned())));
    assert!(bundle.question("p-march-2022-65-and-over/q").is_some(), "it can be referred to");
}

#[test]
fn groups_of_a_wave_that_has_no_figures_as_a_whole_are_parts_of_it_all_the_same() {
    let of = |group: &str| row(&format!("2,{group},300,2022-03-04,2022-03-07"), "yes");
    let bundle = bundle(&[of("Women"), of("Men")].concat());
    let ids: Vec<&str> = bundle.manifest.polls.iter().map(|poll| poll.id.as_str()).collect();
    assert_eq!(ids, ["p", "last", "p-2", "p-2-women", "p-2-men"]);
    let wave = &bundle.manifest.polls[2];
    assert_eq!((wave.questions.len(), wave.sample_size), (0, Some(SampleSize::NotStated)));
    assert_eq!(wave.fieldwork, Some(Fieldwork::NotStated), "it is not taken from its groups");
}

#[test]
fn the_next_wave_of_a_question_is_no_scattered_row_of_it() {
    let of = |wave: u8, answer| row(&format!("{wave},,,,"), answer);
    let rows = [of(1, "yes"), of(1, "no"), of(2, "yes"), of(2, "no")].concat();
    assert_eq!(said(&bundle(&rows)), []);
    let rows = rows + &of(1, "unsure");
    let scattered = (6, "the rows of the question `q` do not stand together");
    assert!(said(&bundle(&rows)).contains(&scattered));
}

#[test]
fn what_rows_of_one_wave_say_is_the_same_and_names_can_be_referred_to() {
    let rows = [
        row(",,1000,2021-01-01,", "yes"),
        row("2,,500,2022-03-04,2022-03-07", "yes"),
        "3,,,,,,,,,,no,No,30,30%\n".to_owned(),
        row("2,,600,2022-03-05,2022-03-07", "unsure"),
        row("2,—,many,,", "yes"),
    ];
    let differs = "this differs from the first row of this wave and group, which counts";
    let bundle = bundle(&rows.concat());
    let said = said(&bundle);
    assert_eq!(
        said[..4],
        [
            (2, "the poll itself says this in the manifest, which counts"),
            (4, "this row belongs to the question of the row above"),
            (5, differs),
            (5, differs),
        ]
    );
    assert!(said.contains(&(6, "`—` has no letters that a reference may hold")));
    assert!(said.len() > 5, "`many` is no number of people: {said:?}");
}

/// The ids of the groups in a table, in the order of the table.
fn ids(rows: &[String]) -> Vec<String> {
    let bundle = bundle(&rows.concat());
    assert!(!said(&bundle).iter().any(|(_, said)| said.contains("has the id")), "{:?}", said(&bundle));
    bundle.manifest.polls[2..].iter().map(|poll| poll.id.clone()).collect()
}

fn group(name: &str) -> String {
    row(&format!(",{name},,,"), "yes")
}

#[test]
fn groups_whose_names_differ_by_signs_or_have_other_letters_have_ids_of_their_own() {
    for (names, expected) in [
        (&["<£20k", "£20k", "£20k+"][..], &["p-under-20k-pounds", "p-20k-pounds", "p-20k-pounds-plus"][..]),
        (&["Under 65", "65+", "65"], &["p-under-65", "p-65-plus", "p-65"]),
        (&["18–24", "18-24"], &["p-18-24-2", "p-18-24"]),
        (&["<65", "Under 65", "under 65"], &["p-under-65-3", "p-under-65", "p-under-65-2"]),
        (&["Česko", "Cesko", "Łódź", "日本"], &["p-cesko-2", "p-cesko", "p-lodz", "p-ri-ben"]),
        (&["a", "A", "a 2"], &["p-a-3", "p-a", "p-a-2"]),
        (&["C++", "C+", "C"], &["p-c-plus-plus", "p-c-plus", "p-c"]),
        (&["-1", "1", "+1"], &["p-minus-1", "p-1", "p-plus-1"]),
    ] {
        let rows: Vec<String> = names.iter().map(|name| group(name)).collect();
        assert_eq!(ids(&rows), expected, "{names:?}");
        let backwards: Vec<String> = rows.iter().rev().cloned().collect();
        assert!(ids(&backwards).iter().rev().eq(expected), "whatever their order: {names:?}");
    }
}

#[test]
fn names_that_come_to_one_id_are_told_where_the_second_is_named() {
    let bundle = bundle(&[group("18–24"), group("18-24")].concat());
    let told = "`18-24` and `18–24` come to the same id; this is `p-18-24-2` in references";
    assert_eq!(said(&bundle), [(2, told)]);
}

#[test]
fn a_wave_and_a_group_never_share_the_id_of_another_pair() {
    let of = |wave: &str, group: &str| row(&format!("{wave},{group},,,"), "yes");
    let rows = [of("2022 North", "Women"), of("2022", "North Women"), of("2022", "North")];
    let mut all = ids(&rows);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 5, "three groups, two waves: {all:?}");
}

#[test]
fn a_table_may_state_ids_of_its_own() {
    let header =
        "wave,wave_id,group,group_id,question,title,wording_kind,wording,base,answer,label,value,printed";
    let of = |part: &str| format!("{part},q,Do you?,not stated,,all,yes,Yes,50,50%");
    let read = |rows: &[String]| {
        let mut files = Files::default();
        let manifest = "Briefing(id: \"b\", polls: [Poll(id: \"p\", table: \"polls/t.csv\")])";
        files.insert("briefing.ron", manifest.as_bytes().to_vec());
        files.insert("polls/t.csv", format!("{header}\n{}\n", rows.join("\n")).into_bytes());
        from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new())
    };
    let rows =
        [of("März 22,m22,日本,japan"), of("März 22,,18–24,young"), of("März 22,,18-24,"), of("X,Ö!,,")];
    let bundle = read(&rows);
    let ids: Vec<&str> = bundle.manifest.polls.iter().map(|poll| poll.id.as_str()).collect();
    assert_eq!(ids, ["p", "p-m22", "p-m22-japan", "p-m22-young", "p-m22-18-24", "p-o"]);
    assert_eq!(said(&bundle), [(5, "`Ö!` cannot be the id")]);
    let rows = [of("1,a,,"), of("1,b,Men,"), of(",x,,"), of("2,,Men,m"), of("2,,Women,m")];
    let told = read(&rows);
    for expected in [
        (3, "the wave `1` has another id in a row above, which counts"),
        (4, "this id is of no wave"),
        (6, "another poll or figure has the id `p-2-m` already"),
    ] {
        assert!(said(&told).contains(&expected), "{:?}", said(&told));
    }
}

#[test]
fn a_group_leaves_to_its_wave_what_the_question_is() {
    let rows = [
        "2022,Women,,,,,,,,,,,,\n".to_owned(),
        "2022,Women,,,,q,,,,,yes,Yes,40,40%\n".to_owned(),
        row("2022,,,,", "yes"),
        "2022,Men,,,,q,,,,,yes,Yes,60,60%\n".to_owned(),
        "2023,,,,,q,,,,,yes,Yes,61,61%\n".to_owned(),
    ];
    let bundle = bundle(&rows.concat());
    let women = bundle.question("p-2022-women/q").unwrap().1;
    assert_eq!((women.title.as_str(), &women.base), ("Do you?", &crate::poll::Base::All));
    let told = [
        (6, "nothing says what the question `q` is"),
        (2, "this row holds no answer and is left out: “2022 Women”"),
    ];
    assert_eq!(said(&bundle), told, "another wave may have been asked in other words");
}
