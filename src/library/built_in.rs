//! The shelf inside the binary, so that an installed copy has its briefings offline.

use include_dir::{Dir, include_dir};

use crate::bundle::{self, Bundle, Files, Limits, Origin};

static SHELF: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/briefings");

/// The order of the shelf: the first briefing first, then by subject and date; the rest by id.
const ORDER: [&str; 12] = [
    "nspcc-e2ee-2021",
    "nspcc-private-messaging-2023",
    "nspcc-duty-of-care-2021",
    "nspcc-grooming-2022",
    "ecpat-nspcc-2023",
    "ecpat-beacon-2021",
    "eurobarometer-532-2023",
    "breyer-chat-control-2021",
    "edri-episto-youth-2023",
    "element-opinium-2023",
    "iwf-2025",
    "cable-2017",
];

/// The ids of the built-in briefings, in the order of the shelf.
#[must_use]
pub fn ids() -> Vec<&'static str> {
    let place = |id: &str| ORDER.iter().position(|known| *known == id).unwrap_or(ORDER.len());
    let mut ids: Vec<&str> = SHELF.dirs().filter_map(|dir| dir.path().to_str()).collect();
    ids.sort_by_key(|id| (place(id), *id));
    ids
}

/// The built-in briefing of that id.
#[must_use]
pub fn open(id: &str) -> Option<Bundle> {
    let folder = SHELF.get_dir(id)?;
    let mut files = Files::default();
    add(&mut files, folder, id);
    Some(bundle::from_files(Origin::BuiltIn, files, &Limits::default(), Vec::new()))
}

fn add(files: &mut Files, folder: &Dir<'_>, id: &str) {
    for file in folder.files() {
        let path = file.path().strip_prefix(id).expect("files stand in their briefing's folder");
        let path =
            path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        files.insert(path, file.contents().to_vec());
    }
    for inner in folder.dirs() {
        add(files, inner, id);
    }
}
