//! The repository's own rules: which module may use which, documents that are true, no network.

mod circles;
mod console;
mod documents;
mod files;
mod layers;
mod modules;
mod no_network;
mod rust_source;
