//! What stands between the head and the results when it is asked for: the order by distance, the
//! cities like one, and cities side by side.

use crate::domain::query::Sort;
use crate::i18n::texts::Text;
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::pages::directory::comparison::comparison;
use crate::pages::directory::peers::peers;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the panels in the page.
pub(super) const PANELS: &str = ".panels";

/// The panels. Each stands in a place of its own, so that one which comes or goes moves no other.
pub(super) fn panels(site: &Site, state: DirectoryState) -> Element {
    block("div", "panels")
        .child(near(site, state))
        .child(element("div").maybe(peers(site, state)))
        .child(element("div").maybe(comparison(site, state)))
}

/// What the order by distance needs, while it does.
fn near(site: &Site, state: DirectoryState) -> Element {
    let texts = &site.texts;
    let is_needless = state.is_here_known() || state.sort() != Sort::Near;
    let reason = state.extras.refusal();
    let refusal = (!reason.is_empty()).then(|| {
        let words = texts.fill(Text::NearRefused, &[("reason", &reason)]);
        block("p", "remark").with("role", "alert").text(&words)
    });
    let ask = button("quiet", &Action::Locate.value(), texts.get(Text::NearAsk));
    block("div", "notice")
        .with("data-notice", "near")
        .when("hidden", is_needless)
        .child(element("p").text(texts.get(Text::NearWhy)))
        .child(ask)
        .maybe(refusal)
}
