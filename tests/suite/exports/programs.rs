//! Programs that others read our files with, where they are installed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The first of these programs that is installed. Says so where none is, since a test that needs
/// it then tests nothing.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> =
        std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let found = names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()));
    if found.is_none() {
        eprintln!("not tested: none of {} is installed", names.join(", "));
    }
    found
}

/// Runs a program to its end and hands out what it printed.
pub fn run(program: &mut Command) -> String {
    let run = program.output().unwrap_or_else(|why| panic!("{program:?}: {why}"));
    assert!(run.status.success(), "{program:?}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}

/// The picture that Chromium makes of an SVG drawing, with no faces but those of `fonts`.
pub fn chromium_picture(chromium: &Path, svg: &str, size: (u32, u32), fonts: &Path) -> image::RgbaImage {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let config = folder.path().join("fonts.conf");
    let cache = folder.path().join("cache");
    std::fs::write(
        &config,
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
             <cachedir>{}</cachedir></fontconfig>",
            fonts.display(),
            cache.display()
        ),
    )
    .expect("written");
    let page = folder.path().join("page.html");
    std::fs::write(
        &page,
        format!(
            "<!doctype html><meta charset=utf-8><style>body{{margin:0}}svg{{display:block}}</style>{svg}"
        ),
    )
    .expect("written");
    let picture = folder.path().join("picture.png");
    run(Command::new(chromium)
        .env("FONTCONFIG_FILE", &config)
        .env("HOME", folder.path())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
        ])
        .args(["--disable-lcd-text", "--font-render-hinting=none", "--disable-extensions", "--no-first-run"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("--window-size={},{}", size.0.max(500), size.1.max(400)))
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", page.display())));
    let whole = image::open(&picture).expect("Chromium makes a picture").into_rgba8();
    image::imageops::crop_imm(&whole, 0, 0, size.0, size.1).to_image()
}
