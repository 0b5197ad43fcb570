//! The fields of a briefing and of what it holds besides polls.

use super::schema::Need::{Optional, Required, Stated};
use super::schema::{Schema, field, read_by_schema};
use crate::bundle::manifest::{Briefing, Call, Figure, Highlight, Related, Source};

const ID: &str = "\"…\" (lower-case letters, digits and hyphens)";
const TEXT: &str = "\"…\"";

pub(super) const BRIEFING: Schema<Briefing> = Schema {
    name: "Briefing",
    fields: &[
        field!(format, Required("1")),
        field!(id, Required(ID)),
        field!(edition, Required("1")),
        field!(title, Required(TEXT)),
        field!(short_title, Optional),
        field!(summary, Required(TEXT)),
        field!(language, Required("\"en-GB\"")),
        field!(published, Stated),
        field!(publisher, Required(TEXT)),
        field!(about, Optional),
        field!(article, Optional),
        field!(sources, Optional),
        field!(polls, Optional),
        field!(figures, Optional),
        field!(highlights, Optional),
        field!(calls, Optional),
        field!(related, Optional),
    ],
};
read_by_schema!(Briefing, BRIEFING);

pub(super) const SOURCE: Schema<Source> = Schema {
    name: "Source",
    fields: &[
        field!(id, Required(ID)),
        field!(title, Required(TEXT)),
        field!(publisher, Required(TEXT)),
        field!(url, Required("\"https://…\"")),
        field!(published, Stated),
        field!(accessed, Stated),
        field!(note, Optional),
    ],
};
read_by_schema!(Source, SOURCE);

pub(super) const FIGURE: Schema<Figure> = Schema {
    name: "Figure",
    fields: &[
        field!(id, Required(ID)),
        field!(value, Required("2500")),
        field!(unit, Required("\"arrests\"")),
        field!(what, Required(TEXT)),
        field!(printed, Required("\"2,500\" (the source's own words)")),
        field!(source, Required("\"…\" (a source's id)")),
        field!(note, Optional),
    ],
};
read_by_schema!(Figure, FIGURE);

pub(super) const HIGHLIGHT: Schema<Highlight> = Schema {
    name: "Highlight",
    fields: &[field!(figures, Required("[\"poll/question/answer\"]")), field!(caption, Required(TEXT))],
};
read_by_schema!(Highlight, HIGHLIGHT);

pub(super) const CALL: Schema<Call> = Schema {
    name: "Call",
    fields: &[
        field!(id, Required(ID)),
        field!(title, Required(TEXT)),
        field!(by, Required(TEXT)),
        field!(to, Stated),
        field!(text, Required(TEXT)),
        field!(evidence, Optional),
        field!(source, Required("\"…\" (a source's id)")),
    ],
};
read_by_schema!(Call, CALL);

pub(super) const RELATED: Schema<Related> = Schema {
    name: "Related",
    fields: &[
        field!(title, Required(TEXT)),
        field!(url, Stated),
        field!(summary, Optional),
        field!(figures, Optional),
        field!(source, Required("\"…\" (a source's id)")),
    ],
};
read_by_schema!(Related, RELATED);
