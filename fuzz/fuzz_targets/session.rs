#![no_main]

use briefing_reader_fuzz::{session, run};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run(session, bytes));
