//! The version of data and texts, which stands in the addresses of the files made of them.

use sha2::{Digest, Sha256};

use super::material::Material;

/// So many hexadecimal digits tell the versions of data files apart.
const VERSION_DIGITS: usize = 10;

/// Tells one state of the data and texts from another, so that browsers may keep the files.
pub fn data_version(material: &Material) -> String {
    let mut digest = Sha256::new();
    for (path, text) in &material.files {
        digest.update(path.as_bytes());
        digest.update(text.as_bytes());
    }
    let digits: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    digits.chars().take(VERSION_DIGITS).collect()
}
