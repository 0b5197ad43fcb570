//! Comparing a picture with the one that is kept, strictly.

use std::fs;
use std::path::{Path, PathBuf};

use image::RgbaImage;

/// How far a channel may be off, of 255, and in how many pixels: what another processor's
/// rounding may do, and no line or letter.
const MOST_OFF: u8 = 1;
const MOST_PIXELS: usize = 8;

/// Holds a picture against `tests/pictures/<name>.png`. With `UPDATE_SNAPSHOTS` set it is written
/// there instead. A picture that differs is left beside the kept one, as `<name>.new.png`.
pub fn assert_same(name: &str, picture: &RgbaImage) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let kept: PathBuf = folder.join(format!("{name}.png"));
    let new = folder.join(format!("{name}.new.png"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        picture.save(&kept).unwrap_or_else(|why| panic!("{}: {why}", kept.display()));
        return;
    }
    let told = match image::open(&kept) {
        Ok(kept) => difference(&kept.into_rgba8(), picture),
        Err(why) => Some(format!("the kept picture cannot be read: {why}")),
    };
    let Some(told) = told else {
        // What an earlier run left is out of date.
        let _ = fs::remove_file(&new);
        return;
    };
    picture.save(&new).unwrap_or_else(|why| panic!("{}: {why}", new.display()));
    panic!(
        "{name}: {told}. Look at {} and, if it is right, run again with UPDATE_SNAPSHOTS=1.",
        new.display()
    );
}

/// How two pictures differ, unless they are the same to the eye of the strictest.
fn difference(kept: &RgbaImage, new: &RgbaImage) -> Option<String> {
    if kept.dimensions() != new.dimensions() {
        return Some(format!("{:?} pixels, not {:?}", new.dimensions(), kept.dimensions()));
    }
    let off: Vec<u8> = kept
        .pixels()
        .zip(new.pixels())
        .map(|(kept, new)| kept.0.iter().zip(new.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default())
        .filter(|off| *off > 0)
        .collect();
    let furthest = off.iter().copied().max().unwrap_or_default();
    (furthest > MOST_OFF || off.len() > MOST_PIXELS)
        .then(|| format!("{} pixels differ, by up to {furthest} of 255", off.len()))
}

#[test]
fn a_moved_hairline_is_another_picture() {
    let line =
        |y: u32| RgbaImage::from_fn(40, 20, |_, row| image::Rgba(if row == y { [200; 4] } else { [250; 4] }));
    assert_eq!(difference(&line(5), &line(5)), None);
    assert_eq!(difference(&line(5), &line(6)).as_deref(), Some("80 pixels differ, by up to 50 of 255"));
    assert!(difference(&line(5), &RgbaImage::new(40, 21)).is_some());
}

#[test]
fn a_few_pixels_may_be_rounded_otherwise() {
    let kept = RgbaImage::from_pixel(40, 20, image::Rgba([250; 4]));
    let mut rounded = kept.clone();
    for x in 0..8 {
        rounded.put_pixel(x, 0, image::Rgba([250, 251, 250, 250]));
    }
    assert_eq!(difference(&kept, &rounded), None);
    rounded.put_pixel(8, 0, image::Rgba([250, 251, 250, 250]));
    assert!(difference(&kept, &rounded).is_some());
}
