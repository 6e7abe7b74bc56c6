//! What whoever publishes a package reads first: what to copy where, and how to see that it is right.

use std::fmt::Write as _;

use super::Host;
use super::rules::{self, Scope};
use crate::media_type::MEDIA_TYPES;

/// The text for a host.
pub(super) fn text(host: Host, base: &str) -> String {
    let steps = match host {
        Host::Nginx => nginx(base),
        Host::Caddy => caddy(base),
        Host::Netlify => netlify(base),
        Host::Cloudflare => cloudflare(base),
        Host::GithubPages => github_pages(base),
        Host::Plain => plain(base),
    };
    format!(
        "Learning Cities, for {name}\n\n\
         The site stands below {base} of its host. It is made of files alone: no database, no program\n\
         on the server. What is published is in the folder site/.\n\n\
         Is the package whole? In this folder:\n\n\
         \x20   sha256sum --check --quiet SHA256SUMS\n\n\
         {steps}\n\
         {check}",
        name = host.name(),
        check = check(base),
    )
}

fn nginx(base: &str) -> String {
    format!(
        "What to copy where (Debian's folders; others differ)\n\n\
         \x20   rsync --archive --delete site/ /var/www/learning-cities.new/\n\
         \x20   cp nginx/learning-cities.conf /etc/nginx/sites-enabled/\n\n\
         Then give the new folder the old one's name, in one step if you can (a symbolic link): a page\n\
         and the files it names belong together. In learning-cities.conf, change listen, server_name\n\
         and root to yours.\n\n\
         With brotli, pages are a fifth smaller than with gzip. If nginx has the module (in Debian:\n\
         apt-get install libnginx-mod-http-brotli-static):\n\n\
         \x20   cp nginx/snippets/learning-cities-brotli.conf /etc/nginx/snippets/\n\n\
         Then: nginx -t && nginx -s reload\n\n\
         HTTPS: add your certificate (listen 443 ssl; ssl_certificate ...). Only then the field\n\
         Strict-Transport-Security is sent.{folder}\n",
        folder = folder(base),
    )
}

fn caddy(base: &str) -> String {
    format!(
        "What to copy where\n\n\
         \x20   rsync --archive --delete site/ /var/www/learning-cities.new/\n\
         \x20   cp Caddyfile /etc/caddy/Caddyfile\n\n\
         Then give the new folder the old one's name, in one step if you can (a symbolic link): a page\n\
         and the files it names belong together. In the Caddyfile, put your domain in the place of :80\n\
         (Caddy then gets a certificate by itself), and your folder in the place of root's.\n\n\
         Then: caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy{folder}\n",
        folder = folder(base),
    )
}

fn folder(base: &str) -> String {
    if base == "/" {
        return String::new();
    }
    format!(
        "\n\nThe site's files stand in site{base}: keep that folder. What else the host answers with is not\n\
         in this package."
    )
}

fn netlify(base: &str) -> String {
    format!(
        "What to copy where\n\n\
         Drop the folder site/ on https://app.netlify.com/drop, or:\n\n\
         \x20   npx netlify-cli deploy --prod --dir site\n\n\
         _headers{redirects} in it {verb} Netlify the rules. Netlify compresses by itself, so nothing here is.\n\
         Leave the option Pretty URLs as it is.\n",
        redirects = redirects(base),
        verb = verb(base),
    )
}

fn cloudflare(base: &str) -> String {
    format!(
        "What to copy where\n\n\
         \x20   npx wrangler pages deploy site\n\n\
         _headers{redirects} in it {verb} Cloudflare the rules. Cloudflare compresses by itself, so nothing\n\
         here is.\n",
        redirects = redirects(base),
        verb = verb(base),
    )
}

fn redirects(base: &str) -> &'static str {
    if base == "/" { "" } else { " and _redirects" }
}

fn verb(base: &str) -> &'static str {
    if base == "/" { "tells" } else { "tell" }
}

fn github_pages(base: &str) -> String {
    format!(
        "What to copy where\n\n\
         Put all of this folder into a repository (.github/ too), on the branch main, and choose\n\
         Settings > Pages > Source: GitHub Actions. Each push is then published. A repository that is not\n\
         named USER.github.io and has no domain of its own is published below /REPOSITORY/: that must be\n\
         the path this package was made for, {base}. Or publish a branch that holds what is in site/.\n\n\
         What GitHub does not do: it compresses with gzip alone, keeps every file for ten minutes, and\n\
         sends none of the fields of answers that protect readers, but the policy in each page. Other\n\
         sites can show the pages in a frame. Choose Enforce HTTPS. If this matters, take another host.\n"
    )
}

fn plain(base: &str) -> String {
    let mut text = format!(
        "What to copy where\n\n\
         Copy what is in site/ to where {base} of the host is. Then set by hand, as far as the host lets\n\
         you:\n\n\
         * What is missing is answered with 404.html and the status 404, never with the first page.\n\
         * A folder is answered with its index.html; without its slash it leads to the one with it.\n\
         * Text is compressed (brotli or gzip).\n"
    );
    for rule in rules::RULES {
        let _ = write!(
            text,
            "* {} {}: {}\n  {}\n",
            subject(rule.scope),
            rule.name,
            rule.value,
            rule.reason
        );
    }
    text.push_str("\nMedia types, by the end of the name:\n\n");
    for kind in MEDIA_TYPES {
        let _ = writeln!(text, "    {:<12} {}", kind.extension, kind.value);
    }
    text
}

fn subject(scope: Scope) -> &'static str {
    match scope {
        Scope::Everything => "Everything:",
        Scope::Encrypted => "Over HTTPS:",
        Scope::Hashed => "Files with a hash in the name (learning-cities-....js, .wasm):",
        Scope::Fonts => "Fonts (.woff2):",
        Scope::Others => "All other files, and what is missing:",
        Scope::Unframed => "All pages but embed.html in each language:",
    }
}

fn check(base: &str) -> String {
    format!(
        "How to check it, once it stands (with your address)\n\n\
         \x20   curl -I https://your.host{base}                    200, and the fields set above\n\
         \x20   curl -I https://your.host{base}cities              leads to {base}cities/\n\
         \x20   curl -I https://your.host{base}no-such-page        404\n\
         \x20   curl -I -H 'Accept-Encoding: br' https://your.host{base}cities/   Content-Encoding: br\n\n\
         Then open the directory and type into the search box: results must follow each letter.\n"
    )
}
