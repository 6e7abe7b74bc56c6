//! What a server sends compressed, compressed beforehand and as strongly as can be.
//!
//! Nothing of the machine or the hour enters the result: neither format gets a name or a time.

use std::io::{self, Write};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The base-2 logarithm of brotli's window; a larger one not every browser accepts.
const BROTLI_WINDOW: u32 = 22;

/// The buffer of the brotli compressor; its size does not change the result.
const BROTLI_BUFFER_BYTES: usize = 4096;

/// How much time is given to compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The strongest: for what is published.
    Full,
    /// The quickest: for trials of a host, where the size does not count.
    Trial,
}

impl Effort {
    fn brotli(self) -> u32 {
        match self {
            Self::Full => 11,
            Self::Trial => 1,
        }
    }

    fn gzip(self) -> Compression {
        match self {
            Self::Full => Compression::best(),
            Self::Trial => Compression::fast(),
        }
    }
}

/// A form in which a file can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// RFC 7932.
    Brotli,
    /// RFC 1952.
    Gzip,
}

impl Coding {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What servers look for behind the name of a file.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// The bytes in this form, or none where they would not be fewer.
    ///
    /// # Errors
    /// Where there is no memory for the result.
    pub(super) fn compress(self, bytes: &[u8], effort: Effort) -> io::Result<Option<Vec<u8>>> {
        let compressed = match self {
            Self::Brotli => brotli(bytes, effort)?,
            Self::Gzip => gzip(bytes, effort)?,
        };
        Ok((compressed.len() < bytes.len()).then_some(compressed))
    }
}

fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let mut writer = CompressorWriter::new(
        Vec::new(),
        BROTLI_BUFFER_BYTES,
        effort.brotli(),
        BROTLI_WINDOW,
    );
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), effort.gzip());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    const TEXT: &str = "Nanjing and Suzhou, Nanjing and Suzhou, Nanjing and Suzhou";

    #[test]
    fn both_codings_give_the_file_back() {
        let brotli = Coding::Brotli.compress(TEXT.as_bytes(), Effort::Full);
        let mut text = String::new();
        brotli::Decompressor::new(brotli.unwrap().unwrap().as_slice(), 4096)
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, TEXT);
        let gzip = Coding::Gzip.compress(TEXT.as_bytes(), Effort::Full);
        let mut text = String::new();
        flate2::read::GzDecoder::new(gzip.unwrap().unwrap().as_slice())
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, TEXT);
    }

    #[test]
    fn a_gzip_file_holds_neither_a_time_nor_a_name() {
        let gzip = Coding::Gzip.compress(TEXT.as_bytes(), Effort::Full);
        let head = gzip.unwrap().unwrap();
        // RFC 1952, section 2.3: flags, then four bytes of time.
        assert_eq!(head.get(3..8), Some([0; 5].as_slice()));
    }

    #[test]
    fn what_would_grow_is_not_compressed() {
        for coding in Coding::ALL {
            assert_eq!(coding.compress(b"ab", Effort::Full).unwrap(), None);
        }
    }
}
