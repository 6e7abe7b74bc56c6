//! A quiet line about something that failed or is off.

use leptos::prelude::*;

/// When a notice is seen. The stylesheet decides by the state of the root element, so that the
/// line is there even where no program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeWhen {
    /// Only when the program could not start.
    Failed,
    /// When scripts are off.
    ScriptsOff,
}

impl NoticeWhen {
    fn value(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::ScriptsOff => "scripts-off",
        }
    }
}

/// A line with an optional way to try again: a plain link to the same page, which needs no program.
#[component]
pub fn Notice(
    /// When it is seen.
    when: NoticeWhen,
    /// What it says.
    text: String,
    /// The words of the way to try again.
    #[prop(optional)]
    retry: Option<String>,
) -> impl IntoView {
    view! {
        <p class="notice" data-notice=when.value()>
            <span>{text}</span>
            {retry.map(|retry| view! { " " <a href="" data-retry="">{retry}</a> })}
        </p>
    }
}
