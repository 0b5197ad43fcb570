#![no_main]

use briefing_reader_fuzz::{comparison, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(comparison, bytes));
