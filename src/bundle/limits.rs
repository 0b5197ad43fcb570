//! What a bundle may cost to read. Each limit has an error of its own.

/// Upper limits, so that no bundle can exhaust the machine that opens it. Getting at a
/// bundle's files takes at most twice [`Limits::bundle_bytes`] in memory, as
/// `tests/alone/container_memory.rs` measures; parsing them comes on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of `briefing.ron`.
    pub manifest_bytes: u64,
    /// Of the article.
    pub article_bytes: u64,
    /// Of each table.
    pub table_bytes: u64,
    /// Of each picture.
    pub media_bytes: u64,
    /// Of all files together, unpacked.
    pub bundle_bytes: u64,
    /// Files in the bundle. Four times as many entries are looked at, with folders and with what
    /// systems leave behind.
    pub entries: usize,
    /// Unpacked bytes for one packed byte, of each file and of the whole archive. Up to 1 MiB, any
    /// ratio passes.
    pub compression_ratio: u64,
    /// Nesting of the manifest.
    pub manifest_depth: usize,
    /// Rows of a table.
    pub table_rows: usize,
    /// Width times height of a picture.
    pub picture_pixels: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        const MIB: u64 = 1024 * 1024;
        Limits {
            manifest_bytes: 16 * MIB,
            article_bytes: 32 * MIB,
            table_bytes: 32 * MIB,
            media_bytes: 16 * MIB,
            bundle_bytes: 128 * MIB,
            entries: 1_000,
            compression_ratio: 200,
            manifest_depth: 32,
            table_rows: 200_000,
            picture_pixels: 40_000_000,
        }
    }
}
