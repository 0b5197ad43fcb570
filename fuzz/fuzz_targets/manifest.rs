#![no_main]

use briefing_reader_fuzz::{manifest, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(manifest, bytes));
