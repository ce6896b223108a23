//! What the documents point to is there.

use std::path::Path;

const DOCUMENTS: [&str; 2] = ["README.md", "CHANGELOG.md"];

#[test]
fn every_link_leads_to_a_file() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(top.join(document)).unwrap();
        let targets =
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        for target in targets.filter(|target| !target.starts_with("http") && !target.starts_with('#')) {
            assert!(top.join(target).is_file(), "{document} points to {target}, which is not there");
        }
    }
}
