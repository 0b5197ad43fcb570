#![no_main]

use briefing_reader_fuzz::{table, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(table, bytes));
