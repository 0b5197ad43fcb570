//! Nothing talks to the network: no client for it is built into the program, on any system, and
//! no source opens a socket of its own.

use std::collections::{BTreeMap, VecDeque};
use std::process::Command;

use serde::Deserialize;

use crate::files;
use crate::rust_source::RustSource;

/// Crates that speak HTTP, TLS or other protocols of the network. No such list is ever whole: a new
/// one belongs here.
const CLIENTS: [&str; 37] = [
    "actix-web",
    "async-native-tls",
    "async-net",
    "attohttpc",
    "awc",
    "axum",
    "boring",
    "curl",
    "curl-sys",
    "ehttp",
    "h2",
    "h3",
    "hickory-client",
    "hickory-resolver",
    "hyper",
    "hyper-rustls",
    "hyper-util",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "quiche",
    "reqwest",
    "rustls",
    "s2n-quic",
    "s2n-tls",
    "schannel",
    "self_update",
    "socket2",
    "surf",
    "tiny_http",
    "tungstenite",
    "ureq",
    "warp",
    "webpki-roots",
];

/// Crates that are fine until this feature of theirs is on.
const CLIENT_FEATURES: [(&str, &str); 2] = [("tokio", "net"), ("mio", "net")];

/// The part of `cargo metadata` that is looked at.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
    features: Vec<String>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for a normal dependency, else `dev` or `build`.
    kind: Option<String>,
}

/// Each network client that the program or its build pulls in, with the shortest way to it.
fn network_clients(metadata: &Metadata) -> Vec<String> {
    let names: BTreeMap<&str, &str> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package.name.as_str())).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();

    let root = metadata.resolve.root.as_str();
    let mut ways = BTreeMap::from([(root, names[root].to_owned())]);
    let mut waiting = VecDeque::from([root]);
    let mut found = Vec::new();
    while let Some(id) = waiting.pop_front() {
        let (name, way) = (names[id], ways[id].clone());
        if CLIENTS.contains(&name) {
            found.push(format!("{name} talks to the network: {way}"));
        }
        for (_, feature) in CLIENT_FEATURES.iter().filter(|(client, _)| *client == name) {
            if nodes[id].features.iter().any(|on| on == feature) {
                found.push(format!("{name} talks to the network with its feature {feature}: {way}"));
            }
        }
        for dependency in &nodes[id].deps {
            let only_for_tests = dependency.dep_kinds.iter().all(|kind| kind.kind.as_deref() == Some("dev"));
            let next = dependency.pkg.as_str();
            if !only_for_tests && !ways.contains_key(next) {
                ways.insert(next, format!("{way} → {}", names[next]));
                waiting.push_back(next);
            }
        }
    }
    found
}

#[test]
fn no_network_client_is_in_the_dependency_tree_of_any_system() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1", "--manifest-path"])
        .arg(files::root().join("Cargo.toml"))
        .output()
        .expect("cargo can be started");
    assert!(
        output.status.success(),
        "cargo metadata needs the crates of all systems; `cargo fetch --locked` brings them here once:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Metadata = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let found = network_clients(&metadata);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_source_opens_a_socket() {
    let sources = files::files_under("src", "rs");
    assert!(!sources.is_empty(), "no sources found");
    let found: Vec<String> = sources.iter().flat_map(|file| sockets(file, &files::text_of(file))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Each place in `source`, the file `file`, that names `std::net`.
fn sockets(file: &str, source: &str) -> Vec<String> {
    let source = RustSource::read(source).unwrap_or_else(|message| panic!("{file}:{message}"));
    let is_net = |segments: &[String]| matches!(segments, [root, net, ..] if (root == "std" || root == "core") && net == "net");
    let paths = source.paths.iter();
    paths
        .filter(|path| is_net(&path.segments))
        .map(|path| format!("{file}:{}: {}", path.line, path.segments.join("::")))
        .collect()
}

#[test]
fn a_client_is_told_with_the_way_to_it() {
    let found = network_clients(&invented(r#"[{"kind": null}]"#, &[]));
    assert_eq!(found, ["ureq talks to the network: reader → updater → ureq"]);
}

#[test]
fn a_client_for_a_build_script_counts_and_one_for_tests_does_not() {
    assert_eq!(network_clients(&invented(r#"[{"kind": "build"}]"#, &[])).len(), 1);
    assert_eq!(network_clients(&invented(r#"[{"kind": "dev"}]"#, &[])), [""; 0]);
    assert_eq!(network_clients(&invented(r#"[{"kind": "dev"}, {"kind": null}]"#, &[])).len(), 1);
}

#[test]
fn a_feature_that_brings_sockets_is_told() {
    let found = network_clients(&invented(r#"[{"kind": "dev"}]"#, &["rt", "net"]));
    assert_eq!(found, ["tokio talks to the network with its feature net: reader → tokio"]);
    assert_eq!(network_clients(&invented(r#"[{"kind": "dev"}]"#, &["rt"])), [""; 0]);
}

#[test]
fn a_socket_in_a_source_is_told_with_its_line() {
    assert_eq!(sockets("src/a.rs", "\nuse std::{fmt, net::TcpStream};"), ["src/a.rs:2: std::net::TcpStream"]);
    assert_eq!(sockets("src/a.rs", "// std::net\nuse std::os::unix::net::UnixStream;"), [""; 0]);
}

/// A program `reader` that uses `updater` (as `kinds` say), which uses `ureq`; and `tokio`.
fn invented(kinds: &str, tokio_features: &[&str]) -> Metadata {
    let json = format!(
        r#"{{
            "packages": [
                {{"id": "1", "name": "reader"}}, {{"id": "2", "name": "updater"}},
                {{"id": "3", "name": "ureq"}}, {{"id": "4", "name": "tokio"}}
            ],
            "resolve": {{"root": "1", "nodes": [
                {{"id": "1", "features": [], "deps": [
                    {{"pkg": "2", "dep_kinds": {kinds}}}, {{"pkg": "4", "dep_kinds": [{{"kind": null}}]}}
                ]}},
                {{"id": "2", "features": [], "deps": [{{"pkg": "3", "dep_kinds": [{{"kind": null}}]}}]}},
                {{"id": "3", "features": [], "deps": []}},
                {{"id": "4", "features": {tokio_features:?}, "deps": []}}
            ]}}
        }}"#
    );
    serde_json::from_str(&json).expect("the invented metadata is JSON")
}
