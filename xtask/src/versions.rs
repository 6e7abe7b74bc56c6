//! Every version of a tool that is not in Cargo.lock, in one place.
//!
//! wasm-bindgen-cli is not here: it must equal the library, so Cargo.lock decides.
//! After a change of `BINARYEN`, change `wasm_opt` in Trunk.toml too (a test compares them).

/// The bundler. 0.22 asks for a newer compiler than `rust-version` promises.
pub const TRUNK: &str = "0.21.14";

/// The WebDriver of Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// Holds the dependencies against deny.toml.
pub const CARGO_DENY: &str = "0.20.2";

/// The npm package with wasm-opt; Debian's is too old for what rustc emits.
pub const BINARYEN: &str = "132.0.0";

/// Shrinks the script that wasm-bindgen writes; trunk's own shrinker does not know its syntax.
pub const TERSER: &str = "5.51.4";

/// The accessibility rules that the browser tests run in every page.
pub const AXE_CORE: &str = "4.14.1";

/// The HTML validator of the W3C, a Java program.
pub const VNU: &str = "26.9.27";

/// Fetches a repository, in a workflow of GitHub's.
pub const ACTIONS_CHECKOUT: &str = "v4";

/// Tells a workflow where GitHub Pages will publish.
pub const ACTIONS_CONFIGURE_PAGES: &str = "v5";

/// Hands a folder to GitHub Pages.
pub const ACTIONS_UPLOAD_PAGES_ARTIFACT: &str = "v3";

/// Publishes that folder.
pub const ACTIONS_DEPLOY_PAGES: &str = "v4";
