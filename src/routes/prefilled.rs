//! Addresses that open something with words already in it: a letter, the form of a list of issues.

/// Whether a letter or a form is opened: how each names its subject and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// A letter: `subject` and `body` (RFC 6068, 2).
    Letter,
    /// The form of GitHub, Gitea and Forgejo: `title` and `body`.
    IssueForm,
    /// GitLab's, whose own pages stand below `/-/`: `issue[title]` and `issue[description]`.
    GitLabForm,
}

/// Where readers send what they have found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionAddress {
    address: String,
    opening: Opening,
}

impl CorrectionAddress {
    /// What is allowed, in words.
    pub const EXPECTED: &str = "a mail address such as \"mailto:editor@example.org\", or the address of a form for issues such as \"https://forge.example.org/group/project/issues/new\"";

    /// Reads `mailto:` with an address, or the `https:` address of a form for issues; either may have
    /// a query of its own.
    ///
    /// ```
    /// use learning_cities::routes::CorrectionAddress;
    /// assert!(CorrectionAddress::parse("mailto:editor@example.org").is_some());
    /// assert!(CorrectionAddress::parse("editor@example.org").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"'#<>\\^`{|}".contains(&byte));
        let opening = match text.strip_prefix("mailto:") {
            Some(mailbox) => is_mailbox(before_query(mailbox)).then_some(Opening::Letter),
            None => form(text),
        };
        let address = text.to_owned();
        opening
            .filter(|_| is_plain)
            .map(|opening| Self { address, opening })
    }

    /// The host that receives what is sent.
    pub fn host(&self) -> &str {
        let address = before_query(&self.address);
        match self.opening {
            Opening::Letter => address.rsplit('@').next().unwrap_or_default(),
            Opening::IssueForm | Opening::GitLabForm => host_of(address).unwrap_or_default(),
        }
    }

    /// The address with a subject and a text.
    pub fn href(&self, subject: &str, text: &str) -> String {
        let (subject_key, text_key, line_break) = match self.opening {
            // Lines of a letter end so (RFC 6068, 5).
            Opening::Letter => ("subject", "body", "\r\n"),
            Opening::IssueForm => ("title", "body", "\n"),
            Opening::GitLabForm => ("issue%5Btitle%5D", "issue%5Bdescription%5D", "\n"),
        };
        let before = match self.address.contains('?') {
            true => '&',
            false => '?',
        };
        format!(
            "{}{before}{subject_key}={}&{text_key}={}",
            self.address,
            percent_encoded(subject),
            percent_encoded(&text.replace('\n', line_break)),
        )
    }
}

/// The address that opens a letter with a subject and a text (RFC 6068).
pub fn mail_href(subject: &str, text: &str) -> String {
    format!(
        "mailto:?subject={}&body={}",
        percent_encoded(subject),
        percent_encoded(text)
    )
}

/// One mailbox, without the characters that would have to be encoded.
fn is_mailbox(text: &str) -> bool {
    let is_of = |part: &str, others: &[u8]| {
        let mut bytes = part.bytes();
        !part.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || others.contains(&byte))
    };
    text.split_once('@').is_some_and(|(local, domain)| {
        is_of(local, b".+-_") && domain.contains('.') && is_of(domain, b".-")
    })
}

fn form(address: &str) -> Option<Opening> {
    host_of(before_query(address)).map(|_| {
        if address.contains("/-/") {
            Opening::GitLabForm
        } else {
            Opening::IssueForm
        }
    })
}

/// The host of an `https:` address that has a path.
fn host_of(address: &str) -> Option<&str> {
    let (host, path) = address.strip_prefix("https://")?.split_once('/')?;
    (!host.is_empty() && !host.contains('@') && !path.is_empty()).then_some(host)
}

fn before_query(address: &str) -> &str {
    address
        .split_once('?')
        .map_or(address, |(before, _)| before)
}

/// Every byte encoded that is not unreserved (RFC 3986, 2.3).
fn percent_encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(address: &str) -> String {
        let address = CorrectionAddress::parse(address).unwrap();
        address.href("A & B", "one\ntwo é")
    }

    #[test]
    fn a_letter_has_subject_and_text_with_the_line_breaks_of_mail() {
        assert_eq!(
            href("mailto:data+web@cities.example.org"),
            "mailto:data+web@cities.example.org?subject=A%20%26%20B&body=one%0D%0Atwo%20%C3%A9"
        );
        assert_eq!(
            href("mailto:a@b.example?cc=c@b.example"),
            "mailto:a@b.example?cc=c@b.example&subject=A%20%26%20B&body=one%0D%0Atwo%20%C3%A9"
        );
    }

    #[test]
    fn a_form_has_them_as_its_forge_names_them() {
        assert_eq!(
            href("https://forge.example/a/b/issues/new"),
            "https://forge.example/a/b/issues/new?title=A%20%26%20B&body=one%0Atwo%20%C3%A9"
        );
        assert_eq!(
            href("https://forge.example/a/b/issues/new?labels=data"),
            "https://forge.example/a/b/issues/new?labels=data&title=A%20%26%20B&body=one%0Atwo%20%C3%A9"
        );
        assert_eq!(
            href("https://forge.example/a/b/-/issues/new"),
            "https://forge.example/a/b/-/issues/new?issue%5Btitle%5D=A%20%26%20B&issue%5Bdescription%5D=one%0Atwo%20%C3%A9"
        );
    }

    #[test]
    fn what_nobody_would_receive_is_no_address() {
        for text in [
            "",
            "mailto:",
            "mailto:editor",
            "mailto:editor@",
            "mailto:editor@localhost",
            "mailto:@example.org",
            "mailto:a@b.example,c@b.example",
            "mailto:a b@example.org",
            "mailto:a@b@example.org",
            "editor@example.org",
            "http://forge.example/a/b/issues/new",
            "https://forge.example",
            "https://forge.example/",
            "https:///issues/new",
            "https://user@forge.example/issues/new",
            "https://forge.example/issues/new#form",
            "https://forge.example/issues/new?title={title}",
            "javascript:alert(1)//mailto:a@b.example",
            "mailto:a@b.example?subject=\"><script>",
        ] {
            assert_eq!(CorrectionAddress::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_host_is_that_of_the_mailbox_or_the_form() {
        for (address, host) in [
            ("mailto:a@b.example?cc=c@d.example", "b.example"),
            (
                "https://forge.example:8443/a/b/issues/new",
                "forge.example:8443",
            ),
        ] {
            assert_eq!(CorrectionAddress::parse(address).unwrap().host(), host);
        }
    }
}
