#![no_main]

use briefing_reader_fuzz::{container, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(container, bytes));
