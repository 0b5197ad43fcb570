//! Paths that a bundle's files name each other by.

use unicode_normalization::UnicodeNormalization;

/// The path of a file inside the bundle as [`super::Files`] has it, for a path as it is written.
/// `None` if it would leave the bundle: absolute, with a drive or a scheme, or with `..`.
#[must_use]
pub fn inside(written: &str) -> Option<String> {
    if written.contains(['\\', ':', '\0']) || written.starts_with('/') {
        return None;
    }
    let mut parts = Vec::new();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            _ => parts.push(part),
        }
    }
    // Files go by composed characters, whatever the editor or the file system makes of them.
    (!parts.is_empty()).then(|| parts.join("/").nfc().collect())
}

/// Whether the name is one of a picture that a bundle can hold.
#[must_use]
pub fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    matches!(extension.as_deref(), Some("png" | "jpg" | "jpeg" | "svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_inside_are_brought_to_one_form() {
        assert_eq!(inside("./media//map.png").as_deref(), Some("media/map.png"));
        assert_eq!(inside("article.md").as_deref(), Some("article.md"));
        assert_eq!(inside("cafe\u{301}.md").as_deref(), Some("caf\u{e9}.md"));
    }

    #[test]
    fn paths_that_leave_are_refused() {
        for path in [
            "../a.png",
            "media/../../a",
            "/etc/passwd",
            "C:/a",
            "a\\b",
            "file:///a",
            "https://a.org/b.png",
            "",
            ".",
        ] {
            assert_eq!(inside(path), None, "{path}");
        }
    }

    #[test]
    fn pictures_are_told_by_their_extension() {
        assert!(is_picture("media/a.PNG") && is_picture("b.svg"));
        assert!(!is_picture("a.gif") && !is_picture("png"));
    }
}
