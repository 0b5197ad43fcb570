//! Where the value of a bar stands.

/// Points between a bar's end and its value, and how much of a hatched part is seen at least.
const GAP: f32 = 8.0;
const SEEN: f32 = 24.0;

/// A bar in points from its beginning: how far it is solid, where its hatched part ends, and how
/// far words may go.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// What is certain.
    pub solid: f32,
    /// What the words leave open.
    pub end: f32,
    /// The edge.
    pub far: f32,
}

/// A place for a value, by where its words begin or end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// Behind the bar.
    After { begins: f32 },
    /// On what is hatched, which gives way to the words.
    OnHatch { ends: f32 },
    /// On what is solid.
    InSolid { ends: f32 },
}

impl Place {
    /// Where words of `width` begin.
    pub fn left(self, width: f32) -> f32 {
        match self {
            Place::After { begins } => begins,
            Place::OnHatch { ends } | Place::InSolid { ends } => ends - width,
        }
    }
}

impl Bar {
    /// Finds the place for words of `width`: after the bar; where there is no room, at the end of
    /// its hatched part, or over the edge of that so that more of it is seen; then at the end of its
    /// solid part.
    pub fn place(self, width: f32) -> Place {
        if width <= self.after() {
            Place::After { begins: self.end + GAP }
        } else if width + GAP + 2.0 * SEEN <= self.end - self.solid {
            Place::OnHatch { ends: self.end - GAP }
        } else if width <= self.on_hatch() || width > self.in_solid() {
            Place::OnHatch { ends: self.far }
        } else {
            Place::InSolid { ends: self.solid - GAP }
        }
    }

    /// How wide words may be: longer ones take several lines.
    pub fn room(self) -> f32 {
        self.after().max(self.on_hatch()).max(self.in_solid())
    }

    fn after(self) -> f32 {
        self.far - self.end - GAP
    }

    fn on_hatch(self) -> f32 {
        self.far - self.solid - SEEN
    }

    fn in_solid(self) -> f32 {
        self.solid - 2.0 * GAP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(solid: f32, end: f32, width: f32) -> Place {
        Bar { solid, end, far: 240.0 }.place(width)
    }

    #[test]
    fn a_value_stands_after_its_bar_where_there_is_room() {
        assert_eq!(place(182.0, 182.0, 50.0), Place::After { begins: 190.0 });
    }

    #[test]
    fn a_value_without_room_stands_on_the_hatched_part() {
        let spot = place(50.0, 200.0, 90.0);
        assert_eq!(spot, Place::OnHatch { ends: 192.0 });
        assert!((spot.left(90.0) - 102.0).abs() < f32::EPSILON);
    }

    #[test]
    fn a_value_that_would_hide_most_of_the_hatched_part_goes_over_its_edge() {
        assert_eq!(place(90.0, 200.0, 90.0), Place::OnHatch { ends: 240.0 });
    }

    #[test]
    fn a_value_that_would_hide_what_is_hatched_stands_on_what_is_solid() {
        assert_eq!(place(190.0, 200.0, 40.0), Place::InSolid { ends: 182.0 });
        assert_eq!(place(200.0, 200.0, 40.0), Place::InSolid { ends: 192.0 });
    }

    #[test]
    fn words_of_the_room_there_is_leave_every_bar_to_be_seen() {
        for (solid, end) in [(0.0, 5.0), (80.0, 90.0), (100.0, 200.0), (180.0, 200.0), (200.0, 200.0)] {
            let bar = Bar { solid, end, far: 240.0 };
            let seen = match bar.place(bar.room()) {
                Place::After { begins } => begins >= end,
                Place::OnHatch { ends } => ends - bar.room() >= solid + SEEN,
                Place::InSolid { ends } => ends - bar.room() >= GAP,
            };
            assert!(seen, "{bar:?}");
        }
    }
}
