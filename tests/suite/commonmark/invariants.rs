//! What holds for every article, whatever its source.

use std::collections::HashSet;

use briefing_reader::article::{Article, Block, Container, Kind, Run, Target, parse};

/// Reads a source and checks what must hold.
pub fn hold(source: &str) {
    let article = parse(source);
    for block in &article.blocks {
        runs_cover_the_text(block);
        ranges_are_of_the_source(block, source);
        offsets_map_in_order(block, source);
        words_are_where_they_belong(block);
        if let Kind::Table(table) = &block.kind {
            cells_divide_the_text(block, &table.rows, table.alignment.len());
        }
    }
    anchors_are_unique(&article);
    footnotes_are_numbered_in_order(&article);
    links_are_whole(&article, source);
    assert!(article.outline().len() <= article.blocks.len());
    assert!(article.word_count() <= source.len(), "a word is a byte at least");
}

fn runs_cover_the_text(block: &Block) {
    let mut covered = 0;
    for run in &block.runs {
        assert_eq!(run.range.start, covered, "no gap and no overlap: {block:?}");
        assert!(run.range.end > covered, "no run is empty: {block:?}");
        assert!(block.text.is_char_boundary(run.range.end), "{block:?}");
        covered = run.range.end;
    }
    assert_eq!(covered, block.text.len(), "runs reach the end: {block:?}");
    for pair in block.runs.windows(2) {
        let [one, next] = pair else { unreachable!() };
        let could_be_one = one.style == next.style
            && one.target.is_none()
            && next.target.is_none()
            && one.is_verbatim()
            && next.is_verbatim()
            && one.source.end == next.source.start;
        assert!(!could_be_one || matches!(block.kind, Kind::Table(_)), "joined where they can be: {block:?}");
    }
}

fn ranges_are_of_the_source(block: &Block, source: &str) {
    let is_range = |range: &std::ops::Range<usize>| source.get(range.clone()).is_some();
    assert!(is_range(&block.source), "{block:?}");
    for run in &block.runs {
        assert!(is_range(&run.source), "{block:?}");
        assert!(
            block.source.start <= run.source.start && run.source.end <= block.source.end,
            "a run is written within its block: {run:?} of {block:?}"
        );
        if run.is_verbatim() {
            assert!(reads_as_written(run, block, source), "{run:?} {:?}", &source[run.source.clone()]);
        }
    }
    assert!(block.runs.is_sorted_by_key(|run| run.source.start), "{block:?}");
}

fn reads_as_written(run: &Run, block: &Block, source: &str) -> bool {
    let (text, written) = (&block.text[run.range.clone()], &source[run.source.clone()]);
    let parts_cells = matches!(block.kind, Kind::Table(_)) && matches!(text, "\t" | "\n");
    // An entity can be as long as what it stands for.
    let has_entity = written.contains('&');
    let reads_as =
        |(read, written): (u8, u8)| read == written || read == b' ' && b"\n\r\t".contains(&written);
    parts_cells || has_entity || text.bytes().zip(written.bytes()).all(reads_as)
}

fn offsets_map_in_order(block: &Block, source: &str) {
    let offsets = block.text.char_indices().map(|(offset, _)| offset).chain([block.text.len()]);
    let mapped: Vec<usize> = offsets.map(|offset| block.source_of(offset)).collect();
    assert!(mapped.is_sorted(), "{block:?}: {mapped:?}");
    assert!(mapped.iter().all(|offset| source.is_char_boundary(*offset)), "{block:?}: {mapped:?}");
    let whole = block.source_of_range(0..block.text.len());
    assert!(block.source.start <= whole.start && whole.end <= block.source.end, "{block:?}: {whole:?}");
}

fn words_are_where_they_belong(block: &Block) {
    if matches!(block.kind, Kind::Rule | Kind::Picture { .. } | Kind::Chart { .. }) {
        assert_eq!((block.text.as_str(), block.runs.len()), ("", 0));
    }
    if let Kind::Heading { level, .. } = block.kind {
        assert!((1..=6).contains(&level));
    }
    assert_eq!(block.source.is_empty(), block.source.end <= block.source.start);
}

fn cells_divide_the_text(block: &Block, rows: &[Vec<std::ops::Range<usize>>], columns: usize) {
    assert!(!rows.is_empty(), "a table has a header: {block:?}");
    let mut end = None;
    for row in rows {
        assert_eq!(row.len(), columns, "{block:?}");
        for (column, cell) in row.iter().enumerate() {
            let between = &block.text[end.unwrap_or(0)..cell.start];
            let expected = match (end, column) {
                (None, _) => "",
                (Some(_), 0) => "\n",
                (Some(_), _) => "\t",
            };
            assert_eq!(between, expected, "{block:?}");
            assert!(!block.text[cell.clone()].contains(['\n', '\t']), "{block:?}");
            end = Some(cell.end);
        }
    }
    assert_eq!(end, Some(block.text.len()), "{block:?}");
    for run in &block.runs {
        let mut cells = rows.iter().flatten();
        let is_within =
            |cell: &std::ops::Range<usize>| cell.start <= run.range.start && run.range.end <= cell.end;
        let is_between = matches!(&block.text[run.range.clone()], "\t" | "\n");
        assert!(is_between || cells.any(is_within), "{run:?} of {block:?}");
    }
}

fn anchors_are_unique(article: &Article) {
    let mut seen = HashSet::new();
    for block in &article.blocks {
        if let Kind::Heading { anchor, .. } = &block.kind {
            assert!(!anchor.is_empty());
            assert!(seen.insert(anchor), "{anchor:?} is given once");
        }
    }
}

/// Marks count up from 1 as a reader meets them; every mark has its definition, at the end.
fn footnotes_are_numbered_in_order(article: &Article) {
    let mut defined = Vec::new();
    for block in &article.blocks {
        match block.containers.first() {
            Some(Container::Footnote { label, number, first }) => {
                if *first {
                    assert_eq!(*number, defined.len() + 1, "definitions stand in order");
                    defined.push(label);
                }
                assert_eq!(*number, defined.len(), "one at a time");
            }
            _ => assert_eq!(defined.len(), 0, "definitions are at the end: {block:?}"),
        }
        let nested = block.containers.iter().skip(1);
        assert!(nested.clone().all(|around| !matches!(around, Container::Footnote { .. })), "{block:?}");
    }
    let mut highest = 0;
    for link in article.links() {
        let Target::Footnote { label, number } = link.target else { continue };
        assert_eq!(defined.get(number - 1), Some(&label), "a mark has its definition");
        let is_new_or_known = *number <= highest + 1;
        let is_in_footnote =
            matches!(article.blocks[link.block].containers.first(), Some(Container::Footnote { .. }));
        assert!(is_new_or_known || is_in_footnote, "marks count up");
        highest = highest.max(*number);
        assert_eq!(link.text, number.to_string());
    }
}

fn links_are_whole(article: &Article, source: &str) {
    let mut end = (0, 0);
    for link in article.links() {
        assert!(!link.text.is_empty());
        assert!(source.get(link.source.clone()).is_some());
        assert_eq!(&article.blocks[link.block].text[link.range.clone()], link.text);
        if end.0 == link.block {
            assert!(link.source.start >= end.1, "links do not overlap");
        }
        end = (link.block, link.source.end);
    }
}
