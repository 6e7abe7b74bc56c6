//! A quiet line about something that failed or is off.

use leptos::prelude::*;

/// When a notice is seen. The stylesheet decides by the state of the root element, so that the
/// line is there even where no program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeWhen {
    /// Only when the program could not start.
    Failed,
    /// When a part of what is shown could not be had, and the program goes on without it.
    Incomplete,
    /// When scripts are off.
    ScriptsOff,
}

impl NoticeWhen {
    fn value(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Incomplete => "incomplete",
            Self::ScriptsOff => "scripts-off",
        }
    }

    /// One that comes while the page is used is read out.
    fn role(self) -> Option<&'static str> {
        (self == Self::Incomplete).then_some("alert")
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
    /// The name of what can be copied into a report; the page's script fills it in.
    #[prop(optional)]
    detail: Option<String>,
) -> impl IntoView {
    view! {
        <div class="notice" data-notice=when.value() role=when.role()>
            <span>{text}</span>
            {retry.map(|retry| view! { " " <a href="" data-retry="">{retry}</a> })}
            {detail.map(|name| view! {
                <details hidden>
                    <summary>{name.clone()}</summary>
                    <textarea data-detail="" readonly rows="6" aria-label=name dir="ltr" spellcheck="false"></textarea>
                </details>
            })}
        </div>
    }
}
