use super::*;
use std::path::Path;
pub fn open(path: &Path, limits: &Limits) -> Result<Bundle, String> {
    fn add(files: &mut Files, base: &Path, dir: &Path) {
        for e in std::fs::read_dir(dir).unwrap().flatten() {
            let p = e.path();
            if p.is_dir() {
                add(files, base, &p)
            } else {
                files.insert(p.strip_prefix(base).unwrap().to_string_lossy(), std::fs::read(&p).unwrap())
            }
        }
    }
    if !path.is_dir() {
        return Err(format!("{} cannot be read.", path.display()));
    }
    let mut files = Files::default();
    add(&mut files, path, path);
    Ok(from_files(Origin::Folder(path.to_owned()), files, limits, vec![]))
}
pub fn check_readable(path: &Path) -> Result<(), String> {
    if path.exists() { Ok(()) } else { Err(format!("{} is not there.", path.display())) }
}
pub fn pack(_f: &Path, _t: &Path, _force: bool, _l: &Limits) -> Result<(), String> {
    Err("no".into())
}
pub fn unpack(_f: &Path, _t: &Path, _l: &Limits) -> Result<(), String> {
    Err("no".into())
}
