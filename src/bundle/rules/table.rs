//! The rules themselves, one entry after the other.

use super::{
    Found, RIGHT_TO_LEFT, Rule, article, bases, claims, dates, direction, disclosure, files, ids, markup,
    metadata, pictures, references, subgroups, uncited, values,
};
use crate::diagnostics::Severity::{Error, Info, Warning};

/// All rules, by code.
pub const RULES: &[Rule] = &[
    Rule {
        code: "archive-damaged",
        title: "The archive is damaged",
        severity: Error,
        explanation: "The directory at the end of the file does not fit the file. Fetch it again, or ask its \
                      maker for another copy.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-empty",
        title: "The file is empty",
        severity: Error,
        explanation: "A copy or a download did not go through. Fetch the file again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-headers-differ",
        title: "The archive describes an entry in two ways",
        severity: Warning,
        explanation: "A zip archive describes each entry twice. Where the two differ, other programs may \
                      show another file than this one does; pack the folder again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-mimetype-missing",
        title: "The archive does not begin with its type",
        severity: Warning,
        explanation: "The first entry is `mimetype`, not compressed, so that programs know a briefing \
                      without unpacking it. `briefing-reader pack` sees to it.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-mimetype-wrong",
        title: "The archive says it is something else",
        severity: Warning,
        explanation: "Its entry `mimetype` names another type. `briefing-reader pack` writes the right one.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-nested",
        title: "An archive lies inside the bundle",
        severity: Info,
        explanation: "It is never opened, and left out: most often it is an earlier pack of the same folder.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-overlap",
        title: "Two entries of the archive share bytes",
        severity: Error,
        explanation: "No honest program writes that; a few bytes could be unpacked any number of times. \
                      Nothing is read from the archive.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-ratio",
        title: "The archive unpacks to far more than its size",
        severity: Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. What was read before the limit is shown.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-truncated",
        title: "The file breaks off",
        severity: Error,
        explanation: "The end of the archive, with the list of its files, is missing. A copy or a download \
                      did not go through; fetch it again.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-unknown",
        title: "The file is not a bundle",
        severity: Error,
        explanation: "A bundle is a folder with a `briefing.ron`, or such a folder packed into a zip archive \
                      by `briefing-reader pack`.",
        found: Found::Reading,
    },
    Rule {
        code: "archive-wrapped",
        title: "The bundle lies in a folder of the archive",
        severity: Warning,
        explanation: "The folder was compressed instead of what is in it. It is read all the same; other \
                      programs may not do so.",
        found: Found::Reading,
    },
    Rule {
        code: "article-empty",
        title: "The article has no words",
        severity: Warning,
        explanation: "A briefing is something to read. Write the article, or mend its name in the \
                      manifest.",
        found: Found::Checking(article::empty),
    },
    Rule {
        code: "bounds-reversed",
        title: "A lower bound is above its upper bound",
        severity: Error,
        explanation: "`Between` takes the lower bound first.",
        found: Found::Checking(values::reversed),
    },
    Rule {
        code: "chart-without-caption",
        title: "A chart has no caption",
        severity: Warning,
        explanation: "People who do not see the chart hear the caption; so does everyone who reads the \
                      article in another program.",
        found: Found::Checking(article::without_caption),
    },
    Rule {
        code: "claim-differs",
        title: "A claim is not what its figure says",
        severity: Error,
        explanation: "The number in a link's words must be the figure's, in digits or in words. Mend the \
                      words, the figure or the link. An error, though the briefing reads: nothing misleads \
                      more than a wrong number with a source.",
        found: Found::Checking(claims::differs),
    },
    Rule {
        code: "claim-firmer",
        title: "A claim is firmer than its source",
        severity: Warning,
        explanation: "\"More than half\" must not become \"half\", nor \"about a third\" 33%: what the \
                      source left open stays open. Keep its own words.",
        found: Found::Checking(claims::firmer),
    },
    Rule {
        code: "date-malformed",
        title: "A date is not in ISO 8601",
        severity: Warning,
        explanation: "Dates are written `2021-03-01`, or `2021-03`, or `2021` where the source is no more \
                      exact; `2021-03-01/2021-03-03` and `2021/2022` are from one date to another. In \
                      other forms, days and months are mistaken for each other. What is no date stands in \
                      references as it is written.",
        found: Found::Checking(dates::malformed),
    },
    Rule {
        code: "edition-zero",
        title: "Editions count from 1",
        severity: Error,
        explanation: "A higher edition replaces a lower one on a shelf.",
        found: Found::Checking(metadata::edition),
    },
    Rule {
        code: "entry-damaged",
        title: "A file in the archive is damaged",
        severity: Error,
        explanation: "Its checksum is wrong or it cannot be unpacked. It is left out, for what it shows \
                      could be wrong.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-encrypted",
        title: "A file in the archive is encrypted",
        severity: Error,
        explanation: "Bundles have no passwords. Pack the folder without one.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-method",
        title: "A file is compressed in a way that bundles do not use",
        severity: Error,
        explanation: "Files are stored or deflated, which every zip program can do. `briefing-reader pack` \
                      sees to it.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-ratio",
        title: "A file unpacks to far more than its packed size",
        severity: Error,
        explanation: "Text and pictures do not shrink that much; the archive may be made to exhaust the \
                      machine. The file is left out.",
        found: Found::Reading,
    },
    Rule {
        code: "entry-size-differs",
        title: "A file is not as large as the archive says",
        severity: Error,
        explanation: "The archive is damaged or made to mislead. The file is left out.",
        found: Found::Reading,
    },
    Rule {
        code: "field-duplicate",
        title: "A field is written twice",
        severity: Error,
        explanation: "Only one of the two can be meant. The first counts; take the other out.",
        found: Found::Reading,
    },
    Rule {
        code: "field-missing",
        title: "A field is missing",
        severity: Error,
        explanation: "The briefing cannot be shown in full without it. FORMAT.md shows every field with an example.",
        found: Found::Reading,
    },
    Rule {
        code: "field-not-stated",
        title: "A field is neither stated nor marked as not stated",
        severity: Warning,
        explanation: "Readers must be able to tell what the source does not say from what the writer forgot. \
                      Give the value, or write `NotStated`; never fill it in from elsewhere.",
        found: Found::Reading,
    },
    Rule {
        code: "field-unknown",
        title: "A field has an unknown name",
        severity: Error,
        explanation: "What it holds is not shown. Most often the name is misspelt.",
        found: Found::Reading,
    },
    Rule {
        code: "fieldwork-reversed",
        title: "Fieldwork ends before it starts",
        severity: Error,
        explanation: "The first date is the first day of fieldwork, the second its last.",
        found: Found::Checking(dates::reversed),
    },
    Rule {
        code: "figure-uncited",
        title: "Nothing cites a figure",
        severity: Warning,
        explanation: "Neither the article nor a highlight, call or related story leads to it, so that \
                      readers never see it.",
        found: Found::Checking(uncited::figures),
    },
    Rule {
        code: "file-absent",
        title: "A file is named but is not in the bundle",
        severity: Error,
        explanation: "The article, a table or a picture cannot be shown. Capitals count in names.",
        found: Found::Checking(files::absent),
    },
    Rule {
        code: "file-is-folder",
        title: "A folder lies where a file should be",
        severity: Error,
        explanation: "A path is either a file or a folder, and `briefing.ron`, articles, tables and pictures \
                      are files.",
        found: Found::Reading,
    },
    Rule {
        code: "file-special",
        title: "A pipe, a socket or a device lies in the bundle",
        severity: Error,
        explanation: "Reading it could wait for ever or do harm. It is never opened.",
        found: Found::Reading,
    },
    Rule {
        code: "file-symlink",
        title: "A link lies in the bundle",
        severity: Error,
        explanation: "A link may lead anywhere on the reader's machine, so none is followed. Put the file \
                      itself in its place.",
        found: Found::Reading,
    },
    Rule {
        code: "file-unnamed",
        title: "A file is in the bundle but nothing names it",
        severity: Info,
        explanation: "It is carried along for nothing.",
        found: Found::Checking(files::unnamed),
    },
    Rule {
        code: "file-unreadable",
        title: "A file cannot be read",
        severity: Error,
        explanation: "The system does not allow it, or the disk fails. Look at the file's permissions.",
        found: Found::Reading,
    },
    Rule {
        code: "format-unknown",
        title: "The briefing is in another format",
        severity: Error,
        explanation: "This program may misread it. The number is that of FORMAT.md, not of the edition.",
        found: Found::Checking(metadata::format),
    },
    Rule {
        code: "front-matter",
        title: "The article begins with front matter",
        severity: Info,
        explanation: "Other programs read such fields; here the manifest has them. They are no text of the \
                      article: not shown, counted or quoted. Move them to the manifest and take the lines \
                      out.",
        found: Found::Checking(markup::front_matter),
    },
    Rule {
        code: "heading-level-one",
        title: "A heading is on the title's level",
        severity: Warning,
        explanation: "The title comes from the manifest; the article's own headings begin at `##`, so that \
                      there is one outline.",
        found: Found::Checking(article::level_one),
    },
    Rule {
        code: "heading-skipped",
        title: "A heading skips a level",
        severity: Info,
        explanation: "Screen readers take the missing level for a missing section.",
        found: Found::Checking(article::skipped),
    },
    Rule {
        code: "highlight-count",
        title: "A highlight has no figure, or too many",
        severity: Error,
        explanation: "A highlight shows one figure, or two as a change from one to the other.",
        found: Found::Checking(metadata::highlights),
    },
    Rule {
        code: "html-as-text",
        title: "HTML is shown as the text it is",
        severity: Info,
        explanation: "Tags that only set words or lines are understood; FORMAT.md names them. All others \
                      would need a browser, so readers see the tags themselves. Write it in Markdown.",
        found: Found::Checking(markup::html_as_text),
    },
    Rule {
        code: "id-duplicate",
        title: "An id is given twice",
        severity: Error,
        explanation: "References lead to the first. Ids are unique among sources, among calls, among polls \
                      and figures together, among a poll's questions and among a question's answers.",
        found: Found::Checking(ids::duplicate),
    },
    Rule {
        code: "id-malformed",
        title: "An id is empty or has other characters",
        severity: Error,
        explanation: "Ids are part of references and addresses: lower-case letters, digits and hyphens \
                      only.",
        found: Found::Checking(ids::malformed),
    },
    Rule {
        code: "language-malformed",
        title: "The language is not a BCP 47 tag",
        severity: Warning,
        explanation: "Screen readers choose their voice by it, and hyphenation its rules.",
        found: Found::Checking(metadata::language),
    },
    Rule {
        code: "link-unknown",
        title: "A link leads nowhere",
        severity: Warning,
        explanation: "Only `figure:`, `poll:`, `call:`, `source:`, headings and web or mail addresses are \
                      followed; anything else is shown as plain words.",
        found: Found::Checking(article::unknown_link),
    },
    Rule {
        code: "manifest-absent",
        title: "There is no manifest",
        severity: Error,
        explanation: "A bundle is a folder, or a packed folder, with a `briefing.ron` at its top. FORMAT.md \
                      shows one.",
        found: Found::Checking(files::no_manifest),
    },
    Rule {
        code: "n-differs",
        title: "How many answered is stated twice, and not alike",
        severity: Warning,
        explanation: "The field of the question counts. Intervals rest on that number.",
        found: Found::Checking(bases::differs),
    },
    Rule {
        code: "n-in-words",
        title: "How many answered stands in words alone",
        severity: Info,
        explanation: "A question's `n` is how many its percentages are of. What the words of the base say for \
                      certain (\"n=312\") is used all the same; a number that may be something else is not.",
        found: Found::Checking(bases::in_words),
    },
    Rule {
        code: "n-too-large",
        title: "A part has more people than its whole",
        severity: Warning,
        explanation: "No group is larger than the poll that it is part of, no base larger than all that were \
                      asked, and no effective number larger than the number of people.",
        found: Found::Checking(bases::too_large),
    },
    Rule {
        code: "name-absolute",
        title: "A name begins with `/`",
        severity: Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-backslash",
        title: "A name holds a backslash",
        severity: Error,
        explanation: "It parts folders on Windows and is a plain character elsewhere, so the file would lie \
                      in another place on each. Folders are parted by `/`.",
        found: Found::Reading,
    },
    Rule {
        code: "name-collides",
        title: "Two names differ only in capitals or in the form of letters",
        severity: Error,
        explanation: "On many systems they are one file. The second is left out; rename one of them.",
        found: Found::Reading,
    },
    Rule {
        code: "name-control",
        title: "A name holds a character that cannot be seen",
        severity: Error,
        explanation: "It could make a name look like another one. Rename the file.",
        found: Found::Reading,
    },
    Rule {
        code: "name-drive",
        title: "A name begins with a drive or a server",
        severity: Error,
        explanation: "Names are relative to the bundle's folder. The file is left out, since it could be \
                      written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-leaves-bundle",
        title: "A name leads out of the bundle",
        severity: Error,
        explanation: "A name holds no `..`. The file is left out, since it could be written anywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-malformed",
        title: "A name has an empty part",
        severity: Error,
        explanation: "Parts of a name are parted by one `/`, and none is empty or `.`.",
        found: Found::Reading,
    },
    Rule {
        code: "name-not-portable",
        title: "A name is not possible on Windows",
        severity: Error,
        explanation: "Some names are devices there (`CON`, `NUL`), some characters are not allowed, and \
                      names do not end in a full stop or a space. Bundles open everywhere.",
        found: Found::Reading,
    },
    Rule {
        code: "name-not-utf-8",
        title: "A name is not UTF-8",
        severity: Error,
        explanation: "It cannot be named in the manifest. Rename the file.",
        found: Found::Reading,
    },
    Rule {
        code: "name-too-deep",
        title: "A file lies too deep in folders",
        severity: Error,
        explanation: "Eight parts to a name are enough; more would not fit some systems' limits.",
        found: Found::Reading,
    },
    Rule {
        code: "name-too-long",
        title: "A name is too long",
        severity: Error,
        explanation: "A path inside the bundle takes at most 200 bytes, so that it fits every system's \
                      limit.",
        found: Found::Reading,
    },
    Rule {
        code: "name-twice",
        title: "The archive holds a name twice",
        severity: Error,
        explanation: "Which of the two is shown would depend on the program. The first is shown here.",
        found: Found::Reading,
    },
    Rule {
        code: "net-differs",
        title: "A NET is not the sum of its parts",
        severity: Warning,
        explanation: "Beyond what rounding explains, either a value or the list of parts is wrong.",
        found: Found::Checking(values::net),
    },
    Rule {
        code: "number-as-printed",
        title: "A number is written as it was printed",
        severity: Warning,
        explanation: "It is understood, but RON knows no other minus than `-`, no percent signs and no blanks \
                      between digits: other programs would stop here. Tables may have all of these.",
        found: Found::Reading,
    },
    Rule {
        code: "number-malformed",
        title: "A number cannot be used",
        severity: Error,
        explanation: "Numbers are written with digits and a decimal point, without commas or `%`; counts are whole \
                      and not below 0. What is no number (NaN, infinity) has no place on a chart.",
        found: Found::Reading,
    },
    Rule {
        code: "number-unclear",
        title: "What is printed in a number's place is not one number",
        severity: Error,
        explanation: "\"<1\", \"12*\", \"n/a\" or \"62,500\" may be meant in more than one way, and a number that was \
                      guessed is worse than none. The hint says how each is written; the source's own \
                      words stay in `printed`.",
        found: Found::Reading,
    },
    Rule {
        code: "number-unsourced",
        title: "A number in the text has no source",
        severity: Info,
        explanation: "It looks like a figure (a share, or a count in the thousands) and is not linked to \
                      one. If it is one, add it to the manifest and link it; if not, leave it.",
        found: Found::Checking(claims::unsourced),
    },
    Rule {
        code: "path-leaves-bundle",
        title: "A path leads out of the bundle",
        severity: Error,
        explanation: "A bundle shows only what it carries. Paths are relative to its folder, with `/` \
                      between folders and without `..`.",
        found: Found::Checking(files::path_leaves),
    },
    Rule {
        code: "picture-amid-text",
        title: "A picture or chart stands amid text",
        severity: Warning,
        explanation: "Pictures and charts are shown where they stand on a line of their own.",
        found: Found::Checking(article::amid_text),
    },
    Rule {
        code: "picture-external",
        title: "A picture refers to something outside it",
        severity: Warning,
        explanation: "Nothing is ever fetched, so that part of the picture is missing. Embed it.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-face",
        title: "Words in a picture are set in another face",
        severity: Info,
        explanation: "Pictures are drawn in the faces that come with the program, so that every machine shows \
                      the same. Words in another face, or in none, are set in the one of ours that is of its \
                      kind; none is left out.",
        found: Found::Checking(pictures::faces),
    },
    Rule {
        code: "picture-kind-differs",
        title: "A picture is of another kind than its name says",
        severity: Warning,
        explanation: "Programs that go by the name cannot show it. Give it the extension of its kind.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-kind-unknown",
        title: "A picture is of a kind that is not shown",
        severity: Warning,
        explanation: "PNG, JPEG and SVG are. Save it as one of these.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-script",
        title: "A picture holds scripts",
        severity: Warning,
        explanation: "They are never run; what they draw is missing. Export the picture without them.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-too-complex",
        title: "A picture has too many parts",
        severity: Error,
        explanation: "Drawing it could exhaust the machine. Simplify it, or save it as PNG.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-too-large",
        title: "A picture has too many pixels",
        severity: Error,
        explanation: "Showing it could exhaust the machine. Scale it down; a page is some 2,000 pixels wide.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-unreadable",
        title: "A picture cannot be read",
        severity: Error,
        explanation: "The file is damaged or no picture. Save it again.",
        found: Found::Reading,
    },
    Rule {
        code: "picture-without-text",
        title: "A picture has no alternative text",
        severity: Warning,
        explanation: "People who do not see the picture hear the text instead.",
        found: Found::Checking(article::without_text),
    },
    Rule {
        code: "poll-undisclosed",
        title: "A poll does not say what polls have to disclose",
        severity: Warning,
        explanation: "The British Polling Council asks for client, dates, method, population, sample size, \
                      wording and tables of every published poll. State each, or mark it `NotStated`: \
                      readers weigh a poll by it.",
        found: Found::Checking(disclosure::undisclosed),
    },
    Rule {
        code: "poll-unshown",
        title: "The article does not lead to a poll or question",
        severity: Info,
        explanation: "It is still found among the polls. Where that is meant, `for_reference: true` in the \
                      question or in its poll says so.",
        found: Found::Checking(uncited::questions),
    },
    Rule {
        code: "printed-differs",
        title: "The words printed are not what the value says",
        severity: Error,
        explanation: "`printed` is the source's own words, `value` what they mean. Charts show one beside \
                      the other.",
        found: Found::Checking(claims::printed_differs),
    },
    Rule {
        code: "question-without-answers",
        title: "A question has no answers",
        severity: Warning,
        explanation: "There is nothing to show. An answer whose value the source does not give is written \
                      with `NotReported`.",
        found: Found::Checking(disclosure::without_answers),
    },
    Rule {
        code: "reference-dangling",
        title: "A reference leads to nothing",
        severity: Error,
        explanation: "What it names is not in the briefing, most often because of a misspelling.",
        found: Found::Checking(references::dangling),
    },
    Rule {
        code: "reference-kind",
        title: "A reference leads to something of another kind",
        severity: Error,
        explanation: "A claim and a highlight name an answer or a figure, a chart names a question or a \
                      poll.",
        found: Found::Checking(references::kind),
    },
    Rule {
        code: RIGHT_TO_LEFT,
        title: "The briefing runs from right to left",
        severity: Info,
        explanation: "This version of the reader puts the words of each line in order, but begins lines, \
                      lists and tables at the left, and says so at its head. Nothing is wrong with the briefing.",
        found: Found::Checking(direction::right_to_left),
    },
    Rule {
        code: "ron-syntax",
        title: "The manifest is not well-formed RON",
        severity: Error,
        explanation: "A comma, a colon, a quotation mark or a bracket is not where RON needs it. What could be \
                      understood is shown.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-too-deep",
        title: "Values are nested too deep",
        severity: Error,
        explanation: "No briefing needs such nesting; reading it could exhaust the machine.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed",
        title: "A bracket is never closed",
        severity: Error,
        explanation: "Every `(`, `[` and `{` needs its counterpart. The place shown is where the bracket opens.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-comment",
        title: "A comment is never closed",
        severity: Error,
        explanation: "Everything after `/*` up to `*/` is left out; without `*/`, that is the rest of the file.",
        found: Found::Reading,
    },
    Rule {
        code: "ron-unclosed-string",
        title: "A string is never closed",
        severity: Error,
        explanation: "Every `\"` needs its counterpart. The place shown is where the string opens.",
        found: Found::Reading,
    },
    Rule {
        code: "sample-size-zero",
        title: "A poll of nobody",
        severity: Warning,
        explanation: "No margin of error can be worked out. Where the source gives no number, write \
                      `NotStated`.",
        found: Found::Checking(bases::nobody),
    },
    Rule {
        code: "share-out-of-range",
        title: "A share is below 0 or above 100 percent",
        severity: Error,
        explanation: "Shares are percentages from 0 to 100, not fractions. It cannot be drawn.",
        found: Found::Checking(values::out_of_range),
    },
    Rule {
        code: "shares-as-fractions",
        title: "Shares look like fractions",
        severity: Warning,
        explanation: "No share of a question is above 1%, and together they are about 1, or more where people could \
                      give several answers. Shares are percentages from 0 to 100.",
        found: Found::Checking(values::fractions),
    },
    Rule {
        code: "shares-over-100",
        title: "The answers sum to more than 100%",
        severity: Warning,
        explanation: "Where people give one answer each, the answers are parts of one whole. Beyond what \
                      rounding of the printed numbers explains, those who do not know are not in the base of \
                      the others, people could give several answers, a NET is not marked, or a value is wrong. \
                      Such answers are drawn as bars, never as one bar of 100%.",
        found: Found::Checking(values::over_100),
    },
    Rule {
        code: "shares-under-100",
        title: "A list of answers sums to less than 100%",
        severity: Info,
        explanation: "The list goes as far as those who do not know, and yet more is missing than rounding of \
                      the printed numbers explains. The chart shows the rest as not reported.",
        found: Found::Checking(values::under_100),
    },
    Rule {
        code: "subgroup-circle",
        title: "A subgroup is part of itself",
        severity: Error,
        explanation: "`subgroup_of` names the poll that a group is part of. Where that leads back to the group, \
                      nobody can tell whose answers are whose.",
        found: Found::Checking(subgroups::circle),
    },
    Rule {
        code: "table-columns",
        title: "A table's columns are not as they should be",
        severity: Error,
        explanation: "The first row names the columns; FORMAT.md lists them. Their order is free.",
        found: Found::Reading,
    },
    Rule {
        code: "table-names-alike",
        title: "Names of two waves or groups come to the same id",
        severity: Warning,
        explanation: "References are made of the letters and digits of a name. Where two names have the same, \
                      one is numbered; write them alike if they are one, or give them ids of their own.",
        found: Found::Reading,
    },
    Rule {
        code: "table-row",
        title: "A row has more or fewer cells than the header",
        severity: Error,
        explanation: "Most often a text holds a comma and does not stand between quotation marks. Where words \
                      stand beyond the last column, a value counts only if the words printed hold it.",
        found: Found::Reading,
    },
    Rule {
        code: "table-rows-left-out",
        title: "Rows of a table hold no answers",
        severity: Warning,
        explanation: "Titles, sources and other words around a table are not read, and readers do not see \
                      them. Rows without any words are passed over.",
        found: Found::Reading,
    },
    Rule {
        code: "table-scattered",
        title: "The rows of a question do not stand together",
        severity: Warning,
        explanation: "The answers are joined, but their order in the chart may not be the one that was meant.",
        found: Found::Reading,
    },
    Rule {
        code: "table-shared",
        title: "Two polls have the same table",
        severity: Error,
        explanation: "Its questions belong to the first; the second has none of them.",
        found: Found::Checking(files::shared_table),
    },
    Rule {
        code: "table-too-long",
        title: "A table has too many rows",
        severity: Error,
        explanation: "Rows beyond the limit are left out. Split the table over several polls.",
        found: Found::Reading,
    },
    Rule {
        code: "table-value",
        title: "A cell of a table holds what its column does not allow",
        severity: Error,
        explanation: "FORMAT.md says what each column holds.",
        found: Found::Reading,
    },
    Rule {
        code: "text-byte-order-mark",
        title: "A text begins with a byte order mark",
        severity: Info,
        explanation: "The mark is left out. Save the file as UTF-8 without it, for the sake of other programs.",
        found: Found::Reading,
    },
    Rule {
        code: "text-empty",
        title: "A text has no words",
        severity: Warning,
        explanation: "The field is there but says nothing.",
        found: Found::Checking(disclosure::texts),
    },
    Rule {
        code: "text-garbled",
        title: "Letters of a text are garbled",
        severity: Warning,
        explanation: "Signs such as `â€™` or `Ã©` are what is left of others where a text in UTF-8 was read in \
                      another encoding and saved again.",
        found: Found::Reading,
    },
    Rule {
        code: "text-not-utf-8",
        title: "A text is not UTF-8",
        severity: Error,
        explanation: "Other programs show wrong characters, or none. UTF-16 and Windows-1252 are understood here, \
                      the latter by guessing; any other bytes are lost. Save the file as UTF-8.",
        found: Found::Reading,
    },
    Rule {
        code: "text-nul",
        title: "A text holds NUL characters",
        severity: Warning,
        explanation: "They are no part of any text; most often the file was damaged or is not a text at all.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-article",
        title: "An article is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split the \
                      briefing.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-bundle",
        title: "The bundle is too large",
        severity: Error,
        explanation: "Files beyond the limit are left out, so that no bundle can exhaust the machine that \
                      opens it.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-manifest",
        title: "The manifest is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Move large \
                      polls into tables.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-media",
        title: "A picture or other file is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Scale it \
                      down.",
        found: Found::Reading,
    },
    Rule {
        code: "too-large-table",
        title: "A table is too large",
        severity: Error,
        explanation: "It is left out, so that no bundle can exhaust the machine that opens it. Split it over \
                      several polls.",
        found: Found::Reading,
    },
    Rule {
        code: "too-many-files",
        title: "There are too many files",
        severity: Error,
        explanation: "Files beyond the limit are left out. Most often the wrong folder was opened.",
        found: Found::Reading,
    },
    Rule {
        code: "url-malformed",
        title: "An address is not a web address",
        severity: Warning,
        explanation: "Readers follow it to the source. It begins with `https://` or `http://`.",
        found: Found::Checking(metadata::urls),
    },
    Rule {
        code: "variant-unknown",
        title: "A name is not one of those allowed",
        severity: Error,
        explanation: "Where a few names are allowed (`NotStated`, `Percent(…)`), any other is a mistake, most often \
                      a misspelling.",
        found: Found::Reading,
    },
    Rule {
        code: "wording-borrowed",
        title: "A wording is taken from a question that does not state it",
        severity: Error,
        explanation: "`SameAs` names the question where the words are written, not one that refers to a third.",
        found: Found::Checking(references::borrowed_wording),
    },
    Rule {
        code: "wording-empty",
        title: "A wording has no words",
        severity: Warning,
        explanation: "`Exact` and `Paraphrase` hold the question. Where the source does not give it, write \
                      `NotStated`.",
        found: Found::Checking(disclosure::wording),
    },
    Rule {
        code: "wrong-kind",
        title: "A value is of the wrong kind",
        severity: Error,
        explanation: "A number stands where a string belongs, or the like. FORMAT.md shows every field.",
        found: Found::Reading,
    },
];
