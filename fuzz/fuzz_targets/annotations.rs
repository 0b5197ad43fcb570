#![no_main]

use briefing_reader_fuzz::{annotations, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(annotations, bytes));
