//! Names that are no text, as only Linux takes them on every disk.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use briefing_reader::notes::store::{NAME, Store, backups, newest_good};

use super::damage::{DAY, filled};
use super::moment;

#[test]
fn a_folder_whose_name_is_no_text_keeps_notes_and_backups() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join(OsStr::from_bytes(b"odd?#%41 \xff\xfe"));
    filled(&odd, 2);
    drop(Store::open(&odd, moment(DAY)).unwrap());
    assert_eq!(backups(&odd)[0].notes().unwrap(), 2);
    fs::remove_file(odd.join(NAME)).unwrap();
    Store::restore(&odd, &newest_good(&odd).unwrap().path, moment(DAY)).unwrap();
    assert_eq!(Store::open(&odd, moment(DAY)).unwrap().store.notes(None).unwrap().notes.len(), 2);
}
