//! Exports: files that people save, and what they copy.

pub(super) mod charts;
pub(super) mod clipboard;
pub(super) mod packer;
