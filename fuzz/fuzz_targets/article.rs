#![no_main]

use briefing_reader_fuzz::{article, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(article, bytes));
