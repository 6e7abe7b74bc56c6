//! GitHub Pages: a workflow that publishes the folder, for a repository that holds the package.
//!
//! GitHub lets nobody set fields of an answer or rules of caching; README.txt says what that means.

use super::{Addition, SITE};
use crate::versions;

/// The workflow, and the mark that keeps Jekyll away where a branch is published instead.
pub(super) fn additions() -> Vec<Addition> {
    vec![
        Addition::new(".github/workflows/pages.yml", workflow()),
        Addition::new(format!("{SITE}/.nojekyll"), ""),
    ]
}

fn workflow() -> String {
    format!(
        "name: Publish the site\n\n\
         on:\n\
         \x20 push:\n\
         \x20   branches: [main]\n\
         \x20 workflow_dispatch:\n\n\
         permissions:\n\
         \x20 contents: read\n\
         \x20 pages: write\n\
         \x20 id-token: write\n\n\
         # One publication at a time, and none broken off.\n\
         concurrency:\n\
         \x20 group: pages\n\
         \x20 cancel-in-progress: false\n\n\
         jobs:\n\
         \x20 publish:\n\
         \x20   runs-on: ubuntu-latest\n\
         \x20   environment:\n\
         \x20     name: github-pages\n\
         \x20     url: ${{{{ steps.publication.outputs.page_url }}}}\n\
         \x20   steps:\n\
         \x20     - uses: actions/checkout@{checkout}\n\
         \x20     - name: Check the files\n\
         \x20       run: sha256sum --check --quiet SHA256SUMS\n\
         \x20     - uses: actions/configure-pages@{configure}\n\
         \x20     - uses: actions/upload-pages-artifact@{upload}\n\
         \x20       with:\n\
         \x20         path: {SITE}\n\
         \x20     - id: publication\n\
         \x20       uses: actions/deploy-pages@{deploy}\n",
        checkout = versions::ACTIONS_CHECKOUT,
        configure = versions::ACTIONS_CONFIGURE_PAGES,
        upload = versions::ACTIONS_UPLOAD_PAGES_ARTIFACT,
        deploy = versions::ACTIONS_DEPLOY_PAGES,
    )
}
