//! How soon a real window is complete, and what memory it takes: the reader beside a bare eframe
//! window with one label, in turn, on a display of its own (Xvfb).
//!
//! Complete: the last change of the picture, after which nothing changes for a second. The display
//! says when something was drawn, so that looking takes no time from who draws. Linux only.

mod common;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use egui::{FontData, FontDefinitions, FontFamily};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};

type Outcome<T> = Result<T, Box<dyn Error>>;

const RUNS: usize = 31;
const DISPLAY: &str = ":97";
/// What starts this very program as the bare window.
const BARE: &str = "--bare-window";
const SIZE: (u16, u16) = (1280, 860);

/// How one start went.
struct Measured {
    complete: Duration,
    /// Memory: see [`memory`].
    kib: u64,
}

fn main() -> Outcome<()> {
    if std::env::args().any(|argument| argument == BARE) {
        return bare();
    }
    let folder = tempfile::tempdir()?;
    let programs = [
        ("bare window", vec![std::env::current_exe()?, BARE.into()]),
        ("2,000 words", reader(folder.path(), 2_000)?),
        ("1,500,000 words", reader(folder.path(), 1_500_000)?),
    ];
    let mut display = Command::new("Xvfb")
        // Without `-noreset` the display begins anew when the last program has gone.
        .args([DISPLAY, "-noreset", "-screen", "0", &format!("{}x{}x24", SIZE.0, SIZE.1)])
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("Xvfb does not start (on Debian: apt-get install xvfb): {why}"))?;
    sleep(Duration::from_secs(1));
    let measured = measure(&programs);
    display.kill()?;
    display.wait()?;

    let [bare, small, large] = &measured?[..] else { unreachable!("three programs") };
    println!("{:<18}{:>14}{:>10}", "", "complete in", "memory");
    for (name, values) in [("bare window", bare), ("2,000 words", small), ("1,500,000 words", large)] {
        println!("{name:<18}{:>11} ms{:>6} MiB", values.complete.as_millis(), values.kib / 1024);
    }
    let times = |one: &Measured, other: &Measured| one.complete.as_secs_f64() / other.complete.as_secs_f64();
    println!("2,000 words : bare window = {:.2} (aim: at most 1.1)", times(small, bare));
    println!("  memory more: {} MiB (aim: at most 40)", (small.kib.saturating_sub(bare.kib)) / 1024);
    println!("1,500,000 : 2,000 words = {:.2} (aim: at most 1.5)", times(large, small));
    Ok(())
}

/// The medians of several runs in turn.
fn measure(programs: &[(&str, Vec<PathBuf>)]) -> Outcome<Vec<Measured>> {
    let mut runs: Vec<Vec<Measured>> = programs.iter().map(|_| Vec::new()).collect();
    // The first round warms the disk's memory and is not counted.
    for round in 0..=RUNS {
        for (index, (name, command)) in programs.iter().enumerate() {
            let measured = run(command).map_err(|why| format!("{name}: {why}"))?;
            if round > 0 {
                runs[index].push(measured);
            }
        }
    }
    Ok(runs.into_iter().map(median).collect())
}

fn median(mut runs: Vec<Measured>) -> Measured {
    let mut kib: Vec<u64> = runs.iter().map(|run| run.kib).collect();
    kib.sort_unstable();
    runs.sort_by_key(|run| run.complete);
    Measured { complete: runs[runs.len() / 2].complete, kib: kib[kib.len() / 2] }
}

fn run(command: &[PathBuf]) -> Outcome<Measured> {
    let (connection, screen) = x11rb::connect(Some(DISPLAY))?;
    let root = connection.setup().roots[screen].root;
    let picture = || -> Outcome<Vec<u8>> {
        let (width, height) = SIZE;
        let image = connection.get_image(ImageFormat::Z_PIXMAP, root, 0, 0, width, height, u32::MAX)?;
        Ok(image.reply()?.data)
    };
    let empty = picture()?;
    connection.damage_query_version(1, 1)?.reply()?;
    let damage = connection.generate_id()?;
    connection.damage_create(damage, root, ReportLevel::NON_EMPTY)?;
    connection.flush()?;
    let start = Instant::now();
    let mut child = Command::new(&command[0])
        .args(&command[1..])
        .env("DISPLAY", DISPLAY)
        .env_remove("WAYLAND_DISPLAY")
        .stderr(Stdio::null())
        .spawn()?;
    let (mut last, mut changed) = (empty.clone(), None);
    let kib = loop {
        sleep(Duration::from_millis(1));
        while let Some(event) = connection.poll_for_event()? {
            if !matches!(event, Event::DamageNotify(_)) {
                continue;
            }
            let drawn = start.elapsed();
            connection.damage_subtract(damage, x11rb::NONE, x11rb::NONE)?;
            let now = picture()?;
            if now != last {
                changed = Some(drawn);
                last = now;
            }
        }
        if changed.is_some_and(|changed| start.elapsed() > changed + Duration::from_secs(1)) {
            break memory(&child)?;
        }
        if start.elapsed() > Duration::from_mins(1) {
            child.kill()?;
            return Err("no picture came".into());
        }
    };
    child.kill()?;
    child.wait()?;
    let complete = changed.expect("the loop ends with a change");
    // The window goes before the next one is started.
    while picture()? != empty {
        sleep(Duration::from_millis(20));
    }
    Ok(Measured { complete, kib })
}

/// The pages that the program has in memory: what it shares with others, by its part.
fn memory(child: &Child) -> Outcome<u64> {
    let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", child.id()))?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("no memory is told")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

/// The reader, opened on a briefing of so many words, with no session to go on from.
fn reader(folder: &Path, words: usize) -> Outcome<Vec<PathBuf>> {
    let briefing = folder.join(words.to_string());
    fs::create_dir(&briefing)?;
    for (path, content) in common::window::files(words).iter() {
        fs::write(briefing.join(path), content)?;
    }
    let data = folder.join("data");
    Ok(vec![env!("CARGO_BIN_EXE_briefing-reader").into(), "--data-dir".into(), data, briefing])
}

/// The least that eframe can show, in a window of the same size.
fn bare() -> Outcome<()> {
    let size = [f32::from(SIZE.0), f32::from(SIZE.1)];
    let viewport = egui::ViewportBuilder::default().with_inner_size(size);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let starts = |context: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        context.egui_ctx.set_fonts(face());
        Ok(Box::new(Bare))
    };
    eframe::run_native("bare", options, Box::new(starts))?;
    Ok(())
}

/// One face, so that the label can be read: egui's own are not built in.
fn face() -> FontDefinitions {
    let mut faces = FontDefinitions::empty();
    let inter = FontData::from_static(include_bytes!("../assets/fonts/Inter_400Regular.ttf"));
    faces.font_data.insert("Inter".to_owned(), Arc::new(inter));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        faces.families.insert(family, vec!["Inter".to_owned()]);
    }
    faces
}

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("A label"));
    }
}
