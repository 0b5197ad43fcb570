//! Mistakes of the program's own: what is kept of them, who is told, and that nobody waits for ever.
//! One test, since the panic hook belongs to the process.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use briefing_reader::disk::mishap;

#[test]
fn a_panic_on_any_thread_leaves_a_report_without_what_was_read() {
    let _alone = crate::alone();
    let folder = tempfile::tempdir().unwrap();
    mishap::watch(Some(folder.path()), false);
    let woken = Arc::new(AtomicUsize::new(0));
    let wake = Arc::clone(&woken);
    mishap::wake_with(move || {
        wake.fetch_add(1, Ordering::SeqCst);
    });
    assert!(mishap::untold(folder.path()).is_empty());

    let secret = "what the person wrote".to_owned();
    let broken = std::thread::spawn(move || panic!("no place for {secret}"));
    assert!(broken.join().is_err());
    let named = std::thread::Builder::new().name("reading".to_owned());
    assert!(named.spawn(|| panic!("fixed words")).unwrap().join().is_err());

    let happened = mishap::happened();
    assert_eq!((happened.len(), woken.load(Ordering::SeqCst)), (2, 2));
    assert!(mishap::happened().is_empty(), "each is told once");
    let texts: Vec<String> = happened
        .iter()
        .map(|mishap| {
            assert!(mishap.place.contains("mishaps.rs:"), "{}", mishap.place);
            fs::read_to_string(mishap.report.as_ref().expect("it was written")).unwrap()
        })
        .collect();
    assert!(
        texts.iter().all(|text| text.contains(env!("CARGO_PKG_VERSION")) && text.contains("mishaps.rs:"))
    );
    assert!(!texts[0].contains("the person wrote") && texts[1].contains("fixed words"));
    assert!(texts[1].contains("thread: reading") && texts[1].contains("   0: "), "{}", texts[1]);
    assert!(mishap::known_of_it().contains(&*happened[1].report.as_ref().unwrap().to_string_lossy()));

    assert_eq!(mishap::untold(folder.path()).len(), 2);
    mishap::all_told(folder.path());
    assert!(mishap::untold(folder.path()).is_empty());

    for _ in 0..30 {
        assert!(std::thread::spawn(|| panic!("again")).join().is_err());
    }
    assert_eq!(
        fs::read_dir(folder.path().join("mishaps")).unwrap().count(),
        21,
        "the newest, and what was told"
    );
    assert_eq!(mishap::untold(folder.path()).len(), 20);
}
