//! The list of addresses for search engines (sitemaps.org protocol 0.9), and robots.txt.

use std::fmt::Write;

use crate::markup::escape;

/// The sitemap of these absolute addresses.
pub fn sitemap(addresses: &[String]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in addresses {
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", escape(address));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// All may be read; the sitemap is here (RFC 9309).
pub fn robots(sitemap_address: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap_address}\n")
}
