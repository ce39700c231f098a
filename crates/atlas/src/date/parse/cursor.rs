//! A place in the text that is read, and the errors that point at it. It knows nothing of dates.

use super::super::{EdtfError, EdtfErrorKind};

pub(super) type Result<T> = std::result::Result<T, EdtfError>;

pub(super) struct Cursor<'a> {
    text: &'a str,
    /// Bytes read. Only ASCII is ever read, so it is on a character's boundary.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Cursor { text, at: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Reads this byte, if it is the next.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Reads `..`, if it is next.
    pub(super) fn eat_open(&mut self) -> bool {
        let found = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(".."));
        self.at += if found { 2 } else { 0 };
        found
    }

    /// What was read since `start`, to be quoted: cut where it is longer than any date.
    pub(super) fn since(&self, start: usize) -> String {
        let read = self.text.get(start..self.at).unwrap_or_default();
        match read.get(..LONGEST_QUOTED) {
            Some(beginning) if beginning.len() < read.len() => format!("{beginning}…"),
            _ => read.to_owned(),
        }
    }

    pub(super) fn error(&self, kind: EdtfErrorKind) -> EdtfError {
        EdtfError { offset: self.at, kind }
    }

    pub(super) fn unexpected(&self, expected: &'static str) -> EdtfError {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.error(EdtfErrorKind::Unexpected { found, expected })
    }

    pub(super) fn unsupported(&self, feature: &'static str, instead: &'static str) -> EdtfError {
        self.error(EdtfErrorKind::Unsupported { feature, instead })
    }

    pub(super) fn no_such_value(
        &self,
        field_at: usize,
        field: &'static str,
        expected: &'static str,
    ) -> EdtfError {
        let kind = EdtfErrorKind::NoSuchValue { field, found: self.since(field_at), expected };
        EdtfError { offset: field_at, kind }
    }
}

const LONGEST_QUOTED: usize = 24;
