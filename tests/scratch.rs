use briefing_reader::bundle::*;
use briefing_reader::diagnostics::render;
#[test]
fn go() {
    let root = std::env::var("SHELF").unwrap();
    let mut dirs: Vec<_> =
        std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    dirs.sort();
    for dir in dirs {
        let mut files = Files::default();
        fn walk(base: &std::path::Path, dir: &std::path::Path, files: &mut Files) {
            for e in std::fs::read_dir(dir).unwrap() {
                let p = e.unwrap().path();
                if p.is_dir() {
                    walk(base, &p, files)
                } else {
                    files.insert(p.strip_prefix(base).unwrap().to_str().unwrap(), std::fs::read(&p).unwrap())
                }
            }
        }
        walk(&dir, &dir, &mut files);
        let b = from_files(Origin::Folder(dir.clone()), files, &Limits::default(), vec![]);
        println!(
            "##### {} polls {} figures {}",
            dir.display(),
            b.manifest.polls.len(),
            b.manifest.figures.len()
        );
        print!("{}", render(&b.problems));
    }
}
#[test]
fn speed() {
    let mut t = String::from(
        "Briefing(format: 1, id: \"x\", edition: 1, title: \"t\", summary: \"s\", language: \"en\", published: NotStated, publisher: \"p\", article: \"article.md\", polls: [\n",
    );
    let mut n = 0;
    while t.len() < 10_000_000 {
        n += 1;
        t += &format!(
            "Poll(id: \"p{n}\", title: \"A poll\", pollster: \"YouGov\", commissioned_by: \"NSPCC\", population: \"UK adults\", sample_size: 1723, fieldwork: Dates(\"2021-03-01\", \"2021-03-03\"), mode: NotStated, weighting: NotStated, margin_of_error: NotStated, tables: NotStated, source: \"s\", questions: [\n"
        );
        for q in 0..5 {
            t += &format!(
                "    Question(id: \"q{q}\", topic: \"detection-or-privacy\", title: \"Which matters more: detecting or privacy?\", wording: Exact(\"Which matters more, the ability to detect or the right to \\\"privacy\\\"?\"), base: All, answers: [\n"
            );
            for a in 0..5 {
                t += &format!(
                    "        Answer(id: \"a{a}\", label: \"Answer number {a}\", value: Percent({}), printed: \"{}%\"), // a comment\n",
                    10 + a,
                    10 + a
                );
            }
            t += "    ]),\n";
        }
        t += "]),\n";
    }
    t += "])";
    let now = std::time::Instant::now();
    let v: ron::Value = ron::from_str(&t).unwrap();
    let ron_time = now.elapsed();
    std::mem::drop(v);
    let mut f = Files::default();
    f.insert("briefing.ron", t.clone().into_bytes());
    f.insert("article.md", b"hello".to_vec());
    let now = std::time::Instant::now();
    let b = from_files(Origin::BuiltIn, f, &Limits::default(), vec![]);
    println!(
        "ron::Value {ron_time:?} ours {:?} bytes {} polls {} problems {}",
        now.elapsed(),
        t.len(),
        b.manifest.polls.len(),
        b.problems.len()
    );
}
