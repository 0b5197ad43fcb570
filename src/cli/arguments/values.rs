//! Values of options, and what is said of one that will not do.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use crate::chart::comparison::ComparisonKind;
use crate::poll::printed::whole_number;
use crate::poll::stats::WhatIf;

/// A whole number within bounds.
pub(super) fn within<N>(range: RangeInclusive<N>) -> impl Fn(&str) -> Result<N, String> + Clone
where
    N: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("write a whole number from {} to {}", range.start(), range.end()))
    }
}

/// A window's width and height in points.
pub(super) fn size(text: &str) -> Result<(u32, u32), String> {
    let wrong = || format!("{text} is not a size such as 1280x860, from 320x240 to 7680x4320");
    let (width, height) = text.split_once(['x', '×']).ok_or_else(wrong)?;
    let width: u32 = width.parse().map_err(|_| wrong())?;
    let height: u32 = height.parse().map_err(|_| wrong())?;
    if (320..=7680).contains(&width) && (240..=4320).contains(&height) {
        Ok((width, height))
    } else {
        Err(wrong())
    }
}

/// A path that ends in `.png`.
pub(super) fn picture(path: PathBuf) -> Result<PathBuf, String> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        Ok(path)
    } else {
        Err("the picture is a PNG, so its name must end in .png".to_owned())
    }
}

/// Pixels for each point.
pub(super) fn scale(text: &str) -> Result<f32, String> {
    text.parse()
        .ok()
        .filter(|scale| (1.0..=4.0).contains(scale))
        .ok_or_else(|| format!("{text} is not a number from 1 to 4"))
}

/// A kind of chart by its id.
pub(super) fn comparison_kind(text: &str) -> Result<ComparisonKind, String> {
    ComparisonKind::named(text).ok_or_else(|| {
        let known = ComparisonKind::ALL.map(ComparisonKind::id);
        format!("{text} is not a kind of comparison chart: choose one of {}", known.join(", "))
    })
}

/// A sample size.
pub(super) fn people(text: &str) -> Result<WhatIf, String> {
    whole_number(text).and_then(WhatIf::new).ok_or_else(|| {
        let most = crate::poll::grouped(WhatIf::MOST);
        format!("{text} is not a sample size: write a whole number from 1 to {most}")
    })
}

/// One of several names.
pub(super) fn one_of(names: &[&str]) -> String {
    format!("choose one of {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_scales_stay_in_their_bounds() {
        assert_eq!(size("900x700"), Ok((900, 700)));
        assert!(size("900").is_err() && size("1x1").is_err() && size("99999x700").is_err());
        assert!(scale("2").is_ok() && scale("0").is_err() && scale("NaN").is_err());
    }
}
