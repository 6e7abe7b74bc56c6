//! Who serves the site, and what each needs beside its files.

use super::{Addition, SITE, caddy, github_pages, headers_file, nginx, readme};

/// A host for which a package can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Host {
    /// A server of one's own with nginx.
    Nginx,
    /// A server of one's own with Caddy.
    Caddy,
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitHub Pages.
    GithubPages,
    /// Any other.
    Plain,
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Nginx,
        Self::Caddy,
        Self::Netlify,
        Self::Cloudflare,
        Self::GithubPages,
        Self::Plain,
    ];

    /// What it is called on the command line, and its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
            Self::Netlify => "netlify",
            Self::Cloudflare => "cloudflare",
            Self::GithubPages => "github-pages",
            Self::Plain => "plain",
        }
    }

    /// Whether it sends files that were compressed beforehand. Netlify, Cloudflare and GitHub compress
    /// by themselves; what any other host does is not known.
    pub(super) fn serves_compressed(self) -> bool {
        matches!(self, Self::Nginx | Self::Caddy)
    }

    /// The folder of the site's files in the package. A host that serves one folder needs the base
    /// path as folders in it; GitHub and a host set up by hand add it themselves.
    pub(super) fn place(self, base: &str) -> String {
        match self {
            Self::GithubPages | Self::Plain => SITE.to_owned(),
            Self::Nginx | Self::Caddy | Self::Netlify | Self::Cloudflare => {
                format!("{SITE}{base}").trim_end_matches('/').to_owned()
            }
        }
    }

    /// Where these hosts look for the page of what is missing outside the base path. Without one
    /// Cloudflare takes the site for a program and answers everything with its first page.
    pub(super) fn outer_not_found_page(self, base: &str) -> Option<String> {
        let serves_one_folder = matches!(self, Self::Netlify | Self::Cloudflare);
        (serves_one_folder && base != "/").then(|| format!("{SITE}/404.html"))
    }

    /// The texts it needs, given the site's files.
    pub(super) fn additions(self, base: &str, files: &[String]) -> Vec<Addition> {
        let mut additions = match self {
            Self::Nginx => nginx::additions(base),
            Self::Caddy => caddy::additions(base),
            Self::Netlify | Self::Cloudflare => headers_file::additions(base, files),
            Self::GithubPages => github_pages::additions(),
            Self::Plain => Vec::new(),
        };
        additions.push(Addition::new("README.txt", readme::text(self, base)));
        additions
    }
}
