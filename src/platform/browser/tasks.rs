//! When the program works: in tasks short enough that a reader who scrolls or types is answered between.

use std::future::Future;

use js_sys::Promise;
use leptos::prelude::Owner;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;
use crate::platform::{Pace, Step};

/// Ends in a task of its own: what the browser has to do meanwhile, it does.
pub async fn next_task() {
    let pause = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(pause).await;
}

/// Runs a task to its end beside the page. Leptos has an executor only once something is mounted.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    spawn_local(task);
}

/// Takes the steps in their order; what they make belongs to whom they are made for.
pub fn take_steps(steps: Vec<Step>, pace: Pace) {
    if pace == Pace::OneTask {
        for step in steps {
            step();
        }
        return;
    }
    let owner = Owner::current().unwrap_or_default();
    spawn(async move {
        for step in steps {
            next_task().await;
            owner.with(step);
        }
    });
}
