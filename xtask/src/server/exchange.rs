//! One request and its answer.

use std::convert::Infallible;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;

use super::location::{self, Location};
use super::payload::Payload;
use super::{Fallback, Fault, Held, Options};
use crate::media_type;

/// What is served and who asked for what.
#[derive(Debug)]
pub(super) struct Site {
    /// What to serve; its root is canonical.
    pub(super) options: Options,
    /// Paths with their queries, in the order asked for.
    pub(super) requests: Arc<Mutex<Vec<String>>>,
    /// Whether paths held back still are.
    pub(super) held: watch::Receiver<Held>,
}

impl Site {
    /// Answers a request, one that is held back once it is released.
    pub(super) async fn answer(
        &self,
        request: &Request<Incoming>,
    ) -> Result<Response<Payload>, Infallible> {
        let uri = request.uri();
        let asked = uri
            .path_and_query()
            .map_or_else(|| uri.path().to_owned(), ToString::to_string);
        let place = {
            let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
            requests.push(asked);
            requests.len()
        };
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(refusal());
        }
        let path = percent_decode_str(uri.path()).decode_utf8_lossy();
        let mut fault = self.fault(&path);
        if fault == Some(Fault::Slow) {
            // It fails only where the server has ended.
            let _ = self
                .held
                .clone()
                .wait_for(|held| *held == Held::Released)
                .await;
            fault = None;
        }
        Ok(match self.options.whole_answers {
            Some(whole) if place > whole + 1 => Response::new(Payload::Failing),
            Some(whole) if place > whole => self.respond(uri, Some(Fault::Truncated)),
            _ => self.respond(uri, fault),
        })
    }

    /// What is wrong with a path as long as the server has not been released.
    fn fault(&self, path: &str) -> Option<Fault> {
        if *self.held.borrow() == Held::Released {
            return None;
        }
        let mut faults = self.options.broken.iter();
        let found = faults.find(|(ending, _)| path.ends_with(ending.as_str()));
        found.map(|(_, fault)| *fault)
    }

    fn respond(&self, uri: &hyper::Uri, fault: Option<Fault>) -> Response<Payload> {
        match fault {
            Some(Fault::Missing) => return self.not_found(),
            Some(Fault::Refused) => return server_error(),
            Some(Fault::Dropped) => return Response::new(Payload::Failing),
            Some(Fault::Page) => return self.page_instead(),
            _ => {}
        }
        match location::find(&self.options.root, &self.options.base, uri.path()) {
            Location::File(path) => match std::fs::read(&path) {
                Ok(bytes) => file_response(StatusCode::OK, &path, bytes, fault),
                Err(_) => self.not_found(),
            },
            Location::Folder(path) => redirect(&path, uri.query()),
            Location::Nowhere => self.nowhere(uri.path()),
        }
    }

    /// A path with the ending of a file is never a page: its script must not be answered with HTML.
    fn nowhere(&self, path: &str) -> Response<Payload> {
        let Fallback::Page(name) = &self.options.fallback else {
            return self.not_found();
        };
        let page = self.options.root.join(name);
        match std::fs::read(&page) {
            Ok(bytes) if Path::new(path).extension().is_none() => {
                file_response(StatusCode::OK, &page, bytes, None)
            }
            _ => self.not_found(),
        }
    }

    /// The site's first page where another file was asked for.
    fn page_instead(&self) -> Response<Payload> {
        let page = self.options.root.join("index.html");
        match std::fs::read(&page) {
            Ok(bytes) => file_response(StatusCode::OK, &page, bytes, None),
            Err(_) => self.not_found(),
        }
    }

    fn not_found(&self) -> Response<Payload> {
        let page = self.options.root.join("404.html");
        match std::fs::read(&page) {
            Ok(bytes) => file_response(StatusCode::NOT_FOUND, &page, bytes, None),
            Err(_) => file_response(
                StatusCode::NOT_FOUND,
                Path::new("404.txt"),
                b"not found\n".to_vec(),
                None,
            ),
        }
    }
}

fn refusal() -> Response<Payload> {
    let mut response = Response::new(Payload::Done);
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    set(&mut response, ALLOW, "GET, HEAD");
    response
}

/// What hosts say of their own in the place of a file.
fn server_error() -> Response<Payload> {
    let mut response = Response::new(Payload::Whole(Bytes::from_static(b"broken on purpose\n")));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    set(&mut response, CONTENT_TYPE, "text/plain; charset=utf-8");
    response
}

fn redirect(path: &str, query: Option<&str>) -> Response<Payload> {
    let target = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let mut response = Response::new(Payload::Done);
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    set(&mut response, LOCATION, &target);
    set(&mut response, CACHE_CONTROL, "no-cache");
    response
}

fn file_response(
    status: StatusCode,
    path: &Path,
    mut bytes: Vec<u8>,
    fault: Option<Fault>,
) -> Response<Payload> {
    let length = bytes.len();
    let payload = match fault {
        Some(Fault::Truncated) => {
            bytes.truncate(length / 2);
            Payload::Cut(Bytes::from(bytes))
        }
        Some(Fault::Corrupt) => {
            bytes
                .iter_mut()
                .skip(length / 2)
                .for_each(|byte| *byte = !*byte);
            Payload::Whole(Bytes::from(bytes))
        }
        _ => Payload::Whole(Bytes::from(bytes)),
    };
    let mut response = Response::new(payload);
    *response.status_mut() = status;
    set(&mut response, CONTENT_TYPE, media_type::of(path));
    set(&mut response, CONTENT_LENGTH, &length.to_string());
    // A host may cache; a test or an author who has just rebuilt must never see yesterday's file.
    set(&mut response, CACHE_CONTROL, "no-cache");
    response
}

fn set(response: &mut Response<Payload>, name: HeaderName, value: &str) {
    // Paths come from a parsed URI and the rest is ours: none can hold a forbidden byte.
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
