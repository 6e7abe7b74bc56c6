//! Where the publisher takes reports of errors.

use crate::routes::{CorrectionAddress, Page};
use crate::state::site::Site;

/// The publisher's address for corrections, and the site that is reported on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionsDesk {
    /// Where reports go.
    pub address: CorrectionAddress,
    /// Scheme and host of the published site, without a last slash.
    pub origin: String,
}

impl CorrectionsDesk {
    /// The address of a page as it can be read elsewhere.
    pub fn page_address(&self, site: &Site, page: Page) -> String {
        format!("{}{}", self.origin, site.href(page))
    }
}
