//! The Content-Security-Policy of a page (W3C CSP Level 3): what it may load and run.
//!
//! Inline script and style are allowed by the hash of their text alone; a static host can give no
//! nonces. `wasm-unsafe-eval` lets WebAssembly be compiled and nothing else be evaluated. No text
//! becomes markup or script (W3C Trusted Types): the program makes elements, one by one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page with these inline scripts and this inline stylesheet.
pub fn policy(scripts: &[&str], style: &str) -> String {
    let script_hashes: Vec<String> = scripts.iter().map(|script| hash_source(script)).collect();
    [
        "default-src 'none'".to_owned(),
        format!(
            "script-src 'self' 'wasm-unsafe-eval' {}",
            script_hashes.join(" ")
        ),
        format!("style-src {}", hash_source(style)),
        "img-src 'self'".to_owned(),
        "font-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "form-action 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "require-trusted-types-for 'script'".to_owned(),
        // That of the script which has the worker: it gives one address, the worker's own.
        "trusted-types worker".to_owned(),
    ]
    .join("; ")
}

fn hash_source(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_text_is_allowed_by_its_hash_alone() {
        let policy = policy(&["a"], "");
        // SHA-256 of the empty text and of "a", FIPS 180-4.
        assert!(policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.contains("base-uri 'none'"));
        assert!(policy.ends_with("; require-trusted-types-for 'script'; trusted-types worker"));
    }
}
