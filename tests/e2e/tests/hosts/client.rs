//! A client that sends paths as they are and sees every byte of the answer.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// A server that is silent for so long has stopped.
const PATIENCE: Duration = Duration::from_secs(20);

/// A connection that is kept for many requests.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    port: u16,
}

/// What the server sent.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    fields: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The value of a field; a field that is sent twice is no single value.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let mut values = self.fields.iter().filter(|(found, _)| found == name);
        let (_, value) = values.next()?;
        assert!(values.next().is_none(), "{name} is sent twice: {self:?}");
        Some(value)
    }
}

impl Client {
    pub(crate) fn new(port: u16) -> Self {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self {
            stream: BufReader::new(stream),
            port,
        }
    }

    /// Asks for a path with further fields.
    pub(crate) fn get(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, fields)
    }

    pub(crate) fn ask(&mut self, method: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (name, value) in fields {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        self.stream.get_mut().write_all(request.as_bytes()).unwrap();
        let reply = self.read(method);
        if reply.field("connection") == Some("close") {
            *self = Self::new(self.port);
        }
        reply
    }

    fn read(&mut self, method: &str) -> Reply {
        let status = self.line();
        let status = status.split(' ').nth(1).unwrap().parse().unwrap();
        let mut fields = Vec::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            fields.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut reply = Reply {
            status,
            fields,
            body: Vec::new(),
        };
        if method == "HEAD" || status == 304 {
            return reply;
        }
        if reply.field("transfer-encoding") == Some("chunked") {
            reply.body = self.chunks();
        } else {
            let length = reply.field("content-length").map_or("0", |value| value);
            reply.body = self.exactly(length.parse().unwrap());
        }
        reply
    }

    fn chunks(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line(), 16).unwrap();
            body.extend(self.exactly(length));
            self.line();
            if length == 0 {
                return body;
            }
        }
    }

    fn exactly(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).unwrap();
        bytes
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}
