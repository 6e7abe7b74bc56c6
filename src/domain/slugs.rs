//! A short list of cities by their slugs, as an address carries it: `nanjing,suzhou`.

/// Between two slugs of a list.
const SEPARATOR: char = ',';

/// Slugs, each once, in the order given.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Slugs(Vec<String>);

impl Slugs {
    /// Reads a list. What is no slug, and what goes beyond `most`, is handed back.
    #[must_use]
    pub fn parse(text: &str, most: usize) -> (Self, Vec<String>) {
        let mut slugs = Self::default();
        let mut left_over = Vec::new();
        for part in text.split(SEPARATOR).map(str::trim) {
            let slug = part.to_ascii_lowercase();
            let is_repeated = slugs.contains(&slug);
            if !is_slug(&slug) || (slugs.0.len() == most && !is_repeated) {
                left_over.push(part.to_owned());
            } else if !is_repeated {
                slugs.0.push(slug);
            }
        }
        left_over.retain(|part| !part.is_empty());
        (slugs, left_over)
    }

    /// The form an address carries.
    #[must_use]
    pub fn value(&self) -> String {
        self.0.join(&SEPARATOR.to_string())
    }

    /// The slugs, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a slug is in the list.
    #[must_use]
    pub fn contains(&self, slug: &str) -> bool {
        self.0.iter().any(|known| known == slug)
    }

    /// Adds a slug at the end, unless it is there or the list holds `most`.
    pub fn add(&mut self, slug: &str, most: usize) {
        if !self.contains(slug) && self.0.len() < most {
            self.0.push(slug.to_owned());
        }
    }

    /// Takes a slug out.
    pub fn remove(&mut self, slug: &str) {
        self.0.retain(|known| known != slug);
    }
}

/// Whether a text can be the name of a city in an address: lower-case ASCII letters, digits and
/// hyphens.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_its_order_and_each_slug_once() {
        let (slugs, left_over) = Slugs::parse("suzhou,Nanjing, suzhou,", 4);
        assert_eq!(slugs.value(), "suzhou,nanjing");
        assert_eq!(left_over, [""; 0]);
    }

    #[test]
    fn what_is_no_slug_or_too_much_is_handed_back() {
        let (slugs, left_over) = Slugs::parse("a,b c,b,<x>,c,b", 2);
        assert_eq!(slugs.value(), "a,b");
        assert_eq!(left_over, ["b c", "<x>", "c"]);
    }

    #[test]
    fn a_full_list_takes_no_more_until_one_is_taken_out() {
        let (mut slugs, _) = Slugs::parse("a,b", 2);
        slugs.add("c", 2);
        assert!(!slugs.contains("c"));
        slugs.remove("a");
        slugs.add("c", 2);
        assert_eq!(slugs.iter().collect::<Vec<_>>(), ["b", "c"]);
    }
}
