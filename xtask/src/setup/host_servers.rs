//! The servers that the packages for nginx and Caddy are tried with.

use std::ffi::OsString;

use super::engines::{Strictness, is_complete};
use super::part::{self, Part};
use crate::failure::Failure;

/// What can be tried on this machine.
#[derive(Debug, Default)]
pub(crate) struct HostServers {
    /// The beginnings of the names of the tests that can run.
    pub(crate) tests: Vec<&'static str>,
    /// The variables that tell them where their server is.
    pub(crate) variables: Vec<(&'static str, OsString)>,
}

/// What nginx needs, then what Caddy needs, each with the beginning of its tests' names.
pub(super) fn find() -> [(&'static str, Vec<Part>); 2] {
    // For others than root the folder of system programs is not on PATH.
    let nginx = Part {
        what: "nginx",
        package: Some("nginx"),
        variable: "NGINX",
        path: part::find_first(&["nginx", "/usr/sbin/nginx"]),
    };
    let brotli = Part {
        what: "nginx's module for brotli files",
        package: Some("libnginx-mod-http-brotli-static"),
        variable: "NGINX_BROTLI",
        path: part::find_first(&[
            "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
            "/usr/lib64/nginx/modules/ngx_http_brotli_static_module.so",
        ]),
    };
    let caddy = Part {
        what: "Caddy",
        package: Some("caddy"),
        variable: "CADDY",
        path: part::find_program("caddy"),
    };
    [("nginx_", vec![nginx, brotli]), ("caddy_", vec![caddy])]
}

/// The Debian packages that would fill the gaps.
pub(super) fn missing_packages() -> Vec<&'static str> {
    let parts = find().into_iter().flat_map(|(_, parts)| parts);
    parts
        .filter(|part| part.path.is_none())
        .filter_map(|part| part.package)
        .collect()
}

/// What is there, complete with all its parts.
pub(super) fn present(strictness: Strictness) -> Result<HostServers, Failure> {
    let mut servers = HostServers::default();
    for (name, parts) in find() {
        let complaint = format!("the package for {name} cannot be tried").replace('_', "");
        if is_complete(&complaint, &parts, strictness)? {
            servers.tests.push(name);
            let found = parts.into_iter();
            servers.variables.extend(
                found.filter_map(|part| Some((part.variable, part.path?.into_os_string()))),
            );
        }
    }
    Ok(servers)
}
