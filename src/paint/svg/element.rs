//! One element of a drawing, before it is written.

/// One element, and what it has to know to stand beside others.
pub struct Element {
    /// Its fill and stroke.
    pub paint: Paint,
    /// What is between the tag's name and its paint; a path's data alone.
    pub body: Body,
}

/// Fill and stroke as attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paint(pub String);

/// What an element draws.
pub enum Body {
    /// Data of a path: those with the same paint become one.
    Path(String),
    /// A whole element.
    Whole(String),
}

impl Body {
    /// The path's data, or the whole element.
    pub fn data(&self) -> &str {
        match self {
            Body::Path(data) | Body::Whole(data) => data,
        }
    }
}
