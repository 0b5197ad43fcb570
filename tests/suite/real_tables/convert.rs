//! From tables as pollsters and newspapers publish them to briefings.

use std::collections::HashSet;
use std::fmt::Write as _;

/// A name that ids may hold.
fn id(words: &str) -> String {
    let mut id = String::new();
    for c in words.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.chars().take(60).collect::<String>().trim_end_matches('-').to_owned()
}

/// `6/28/2019` or `6/28/19` as `2019-06-28`; anything else as it is.
fn iso(date: &str) -> String {
    let parts: Vec<&str> = date.split('/').collect();
    match parts[..] {
        [month, day, year] => {
            let century = if year.len() == 2 { "20" } else { "" };
            format!("{century}{year}-{month:0>2}-{day:0>2}")
        }
        _ => date.to_owned(),
    }
}

fn stated(words: &str) -> String {
    if words.trim().is_empty() { "NotStated".to_owned() } else { format!("{:?}", words.trim()) }
}

fn people(cell: &str) -> String {
    let digits: String = cell.chars().filter(|c| *c != ',').collect();
    digits.trim().parse::<u64>().map_or("NotStated".to_owned(), |people| people.to_string())
}

/// Groups whose columns begin with their name, and what they are called.
const GROUPS: [(&str, &str); 4] =
    [("", ""), ("Rep", "Republicans"), ("Dem", "Democrats"), ("Ind", "Independents")];

/// A table with a row for each poll: dates, pollster, sample, wording, category, yes and no for
/// everybody and for groups. The group of a poll is a subgroup of it.
pub fn polls_over_time(table: &str, title: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let headers = reader.headers().expect("the table has a header").clone();
    let column = |name: &str| headers.iter().position(|header| header == name);
    let mut out = head(title);
    let mut ids = HashSet::new();
    for record in reader.records() {
        let record = record.expect("a row can be read");
        let cell = |name: &str| column(name).and_then(|index| record.get(index)).unwrap_or("");
        let named = id(&format!("{} {}", cell("Pollster"), iso(cell("End"))));
        let mut whole = named.clone();
        while !ids.insert(whole.clone()) {
            whole = format!("{named}-{}", ids.len());
        }
        for (prefix, group) in GROUPS {
            let named =
                |name: &str| if prefix.is_empty() { name.to_owned() } else { format!("{prefix} {name}") };
            let (yes, no) = (cell(&named("Yes")), cell(&named("No")));
            if yes.trim().is_empty() || no.trim().is_empty() {
                continue;
            }
            let sample = if prefix.is_empty() { cell("SampleSize") } else { cell(&named("Sample")) };
            let population = match (group, cell("Pop")) {
                ("", "a") => "adults",
                ("", "rv") => "registered voters",
                ("", "lv") => "likely voters",
                ("", other) => other,
                (group, _) => group,
            };
            let _ = write!(
                out,
                "Poll(id: {:?}, title: {:?}, pollster: {}, commissioned_by: {}, population: {}, sample_size: {}, \
                 fieldwork: Dates({:?}, {:?}), mode: NotStated, weighting: NotStated, margin_of_error: NotStated, \
                 tables: {}, source: \"table\", {}questions: [Question(id: \"question\", topic: {:?}, title: {:?}, \
                 wording: Exact({:?}), base: All, answers: [{}{}]",
                if prefix.is_empty() { whole.clone() } else { format!("{whole}-{}", id(group)) },
                format!("{}, {}", cell("Pollster"), iso(cell("End"))),
                stated(cell("Pollster")),
                stated(cell("Sponsor")),
                stated(population),
                people(sample),
                iso(cell("Start")),
                iso(cell("End")),
                stated(cell("URL")),
                if prefix.is_empty() { String::new() } else { format!("subgroup_of: {whole:?}, ") },
                id(cell("Category")),
                cell("Category").replace('_', " "),
                cell("Text"),
                answer("yes", "Yes", yes, ""),
                answer("no", "No", no, ""),
            );
            out += ")]),\n";
        }
    }
    out + "])"
}

/// A crosstab with two header rows, groups above their parts, and questions as rows that hold
/// nothing but themselves. Each part is a poll, a subgroup of the first.
pub fn crosstab(table: &str, title: &str) -> String {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row can be read")).collect();
    let cell = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).unwrap_or("").trim();
    let width = rows.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let mut out = head(title);
    let mut group = String::new();
    for column in 2..width {
        if !cell(0, column).is_empty() {
            cell(0, column).clone_into(&mut group);
        }
        let part = cell(1, column);
        let population = if part.is_empty() { group.clone() } else { format!("{group}: {part}") };
        let whole = if column == 2 { String::new() } else { format!("subgroup_of: {:?}, ", id(cell(0, 2))) };
        let _ = write!(
            out,
            "Poll(id: {:?}, title: {population:?}, pollster: NotStated, commissioned_by: NotStated, population: \
             {population:?}, sample_size: NotStated, fieldwork: NotStated, mode: NotStated, weighting: NotStated, \
             margin_of_error: NotStated, tables: NotStated, source: \"table\", {whole}questions: [",
            id(&population),
        );
        questions(&mut out, &rows, column);
        out += "]),\n";
    }
    out + "])"
}

fn questions(out: &mut String, rows: &[csv::StringRecord], column: usize) {
    let text = |row: &csv::StringRecord, column: usize| row.get(column).unwrap_or("").trim().to_owned();
    let mut open = false;
    let mut number = 0;
    for row in rows.iter().skip(2) {
        let (question, label, value) = (text(row, 0), text(row, 1), text(row, column));
        if !question.is_empty() {
            number += 1;
            let _ = write!(
                out,
                "{}Question(id: \"q{number}\", topic: \"q{number}\", title: {question:?}, wording: Exact({question:?}), \
                 base: All, choice: Many, answers: [",
                if open { "])," } else { "" },
            );
            open = true;
        }
        if open && !label.is_empty() {
            let kind = if label == "No answer" { "DontKnow" } else { "" };
            *out += &answer(&id(&label), &label, value.trim_end_matches('%'), kind);
        }
    }
    if open {
        *out += "])";
    }
}

fn answer(id: &str, label: &str, percent: &str, kind: &str) -> String {
    let kind = if kind.is_empty() { String::new() } else { format!(", kind: {kind}") };
    match percent.parse::<f64>() {
        Ok(value) => format!(
            "Answer(id: {id:?}, label: {label:?}, value: Percent({value:?}), printed: \"{percent}%\"{kind}),"
        ),
        Err(_) => format!("Answer(id: {id:?}, label: {label:?}, value: NotReported, printed: \"\"{kind}),"),
    }
}

fn head(title: &str) -> String {
    format!(
        "#![enable(implicit_some)]\nBriefing(format: 1, id: {:?}, edition: 1, title: {title:?}, language: \"en-US\", \
         published: NotStated, publisher: \"A table\", article: \"article.md\", sources: [Source(id: \"table\", \
         title: {title:?}, publisher: \"A table\", url: \"https://example.org/table\", published: NotStated, \
         accessed: NotStated)], polls: [\n",
        id(title)
    )
}
