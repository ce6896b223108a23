//! A scanner over RON text: it knows where strings, comments, names and values end, and nothing of what they mean.
//!
//! Not here: which value is looked for; see [`locate`](super).

/// The most bytes of a character in quotes after the first quote: `\u{10FFFF}'`.
const LONGEST_CHAR: usize = 11;

/// A text and how far it has been read.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes are read.
    pub(super) const fn offset(&self) -> usize {
        self.at
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Reads one byte.
    pub(super) const fn advance(&mut self) {
        self.at += 1;
    }

    /// Reads `#![enable(…)]` lines.
    pub(super) fn skip_attributes(&mut self) {
        loop {
            self.skip_blanks();
            if !self.rest().starts_with("#!") {
                return;
            }
            self.at += "#!".len();
            self.skip_blanks();
            self.skip_token();
        }
    }

    /// Reads white space and comments.
    pub(super) fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            let text = rest.trim_start_matches(is_blank);
            self.at += rest.len() - text.len();
            if text.starts_with("//") {
                self.at += text.find('\n').unwrap_or(text.len());
            } else if text.starts_with("/*") {
                self.skip_block_comment();
            } else {
                return;
            }
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
            } else {
                self.at += rest.chars().next().map_or(0, char::len_utf8);
            }
            if depth == 0 || self.at >= self.text.len() {
                return;
            }
        }
    }

    /// Reads a name, if one is next.
    pub(super) fn identifier(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        // Told from the first letter: a million digits are not looked through for a name a million times.
        if !rest.starts_with(|c: char| is_name(c) && !c.is_numeric()) || self.string_prefix().is_some() {
            return None;
        }
        let raw = if rest.starts_with("r#") { 2 } else { 0 };
        let name = rest.get(raw..)?;
        let end = name.find(|c: char| !is_name(c)).unwrap_or(name.len());
        let name =
            name.get(..end).filter(|name| name.starts_with(|c: char| is_name(c) && !c.is_numeric()))?;
        self.at += raw + end;
        Some(name)
    }

    /// Reads `name:`, if that is next.
    pub(super) fn field(&mut self) -> Option<&'t str> {
        let start = self.at;
        let name = self.identifier();
        self.skip_blanks();
        if name.is_some() && self.peek() == Some(b':') {
            self.advance();
            name
        } else {
            self.at = start;
            None
        }
    }

    /// Reads blanks; whether an element follows rather than this closing bracket or the end.
    pub(super) fn is_inside(&mut self, close: u8) -> bool {
        self.skip_blanks();
        self.peek().is_some_and(|byte| byte != close)
    }

    /// Reads the comma after an element; whether there was one.
    pub(super) fn next_element(&mut self) -> bool {
        self.skip_blanks();
        let is_comma = self.peek() == Some(b',');
        if is_comma {
            self.advance();
        }
        is_comma
    }

    /// Whether the value that is next is the only one before the closing parenthesis; reads nothing.
    pub(super) fn is_only_element(&mut self) -> bool {
        let start = self.at;
        self.skip_value();
        self.next_element();
        let is_only = !self.is_inside(b')');
        self.at = start;
        is_only
    }

    /// Reads up to the comma or closing bracket that ends the value.
    pub(super) fn skip_value(&mut self) {
        loop {
            self.skip_blanks();
            match self.peek() {
                None | Some(b',' | b')' | b']' | b'}') => return,
                Some(_) => self.skip_token(),
            }
        }
    }

    /// Reads a string, a character, a whole pair of brackets, or one character of anything else.
    fn skip_token(&mut self) {
        let mut depth = 0_usize;
        loop {
            if depth > 0 {
                self.skip_blanks();
            }
            let Some(byte) = self.peek() else { return };
            if let Some((prefix, hashes)) = self.string_prefix() {
                self.at += prefix;
                self.skip_string(hashes);
            } else {
                match byte {
                    b'\'' => self.skip_char(),
                    b'(' | b'[' | b'{' => {
                        depth += 1;
                        self.advance();
                    }
                    b')' | b']' | b'}' => {
                        depth = depth.saturating_sub(1);
                        self.advance();
                    }
                    _ if self.identifier().is_some() => {}
                    _ => self.at += self.rest().chars().next().map_or(1, char::len_utf8),
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The length of `"`, `b"`, `r#"`, `br##"`, … if a string is next, and its hashes if it is raw.
    fn string_prefix(&self) -> Option<(usize, Option<usize>)> {
        let rest = self.rest();
        let text = rest.strip_prefix('b').unwrap_or(rest);
        let raw = text.strip_prefix('r');
        let text = raw.unwrap_or(text);
        let quote = if raw.is_some() { text.trim_start_matches('#') } else { text };
        let hashes = text.len() - quote.len();
        quote.starts_with('"').then(|| (rest.len() - quote.len() + 1, raw.map(|_| hashes)))
    }

    fn skip_string(&mut self, hashes: Option<usize>) {
        let rest = self.rest();
        let end = match hashes {
            Some(hashes) => {
                let close = format!("\"{}", "#".repeat(hashes));
                rest.find(&close).map(|at| at + close.len())
            }
            None => end_of_quoted(rest.bytes(), b'"'),
        };
        self.at += end.unwrap_or(rest.len());
    }

    fn skip_char(&mut self) {
        self.advance();
        self.at += end_of_quoted(self.rest().bytes().take(LONGEST_CHAR), b'\'').unwrap_or(0);
    }
}

/// The length up to and with the closing quote.
fn end_of_quoted(mut text: impl Iterator<Item = u8>, quote: u8) -> Option<usize> {
    let mut escaped = false;
    let end = text.position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map(|end| end + 1)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What RON counts as white space.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n'
            | '\u{B}'
            | '\u{C}'
            | '\r'
            | ' '
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}
