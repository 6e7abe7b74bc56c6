//! The body of an answer: whole, or cut short on purpose.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};

/// Bytes on their way to the client.
#[derive(Debug)]
pub(super) enum Payload {
    /// All of them.
    Whole(Bytes),
    /// Those that arrive before the connection ends.
    Cut(Bytes),
    /// The part before the cut must leave before the error, which drops what is unsent.
    Flushing,
    /// The cut itself.
    Failing,
    /// Nothing more.
    Done,
}

/// The error that ends a connection on purpose.
#[derive(Debug)]
pub(super) struct CutShort;

impl fmt::Display for CutShort {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("cut short on purpose")
    }
}

impl std::error::Error for CutShort {}

impl Body for Payload {
    type Data = Bytes;
    type Error = CutShort;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, CutShort>>> {
        let payload = self.get_mut();
        match std::mem::replace(payload, Self::Done) {
            Self::Whole(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            Self::Cut(bytes) => {
                *payload = Self::Flushing;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Self::Flushing => {
                *payload = Self::Failing;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Self::Failing => Poll::Ready(Some(Err(CutShort))),
            Self::Done => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Done)
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Self::Done => SizeHint::with_exact(0),
            Self::Cut(_) | Self::Flushing | Self::Failing => SizeHint::default(),
        }
    }
}
