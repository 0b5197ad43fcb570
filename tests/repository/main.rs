//! The repository's own rules: which module may use which, documents that are true, no network.

mod console;
mod documents;
mod files;
mod layers;
mod no_network;
mod rust_paths;
