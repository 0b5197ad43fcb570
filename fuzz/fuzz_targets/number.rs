#![no_main]

use briefing_reader_fuzz::{number, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(number, bytes));
