//! Writes fields as each form has them, so that any text reads back as itself; what a form cannot hold, line ends and control characters
//! where it is made of lines, becomes a space. No opinion about which fields there are.

use super::Form;

/// The parts of a form, see the numbers below; of a line for people there are none. A name of an author is one whole in every form, as
/// it is printed.
const PARTS: [&str; 6] = [
    "|\n||@|{||\n}\n|,\n  | = {|}||,\n  | = {{|}}|} and {|misc|article|dataset|note|annotation|author title journaltitle language url|title version",
    "|||TY  - |\r\nID  - ||\r\nER  - \r\n|\r\n|  - |||\r\n|  - ||\r\nAU  - |GEN|NEWS|DATA|N1|N1|AU TI T2 LA UR|TI ET",
    "[|,\n|]\n|{\"type\":\"|\",\"id\":\"|\"|}|,\"|\":\"|\"||,\"|\":[{\"literal\":\"|\"}]|\"},{\"literal\":\"|document|article-newspaper|dataset|\
note|annote|author title container-title language URL|title version",
    "[|,\n|]\n|{\"corpus|\":\"|\"|}|,\"|\":\"|\"||,\"|\":[\"|\"]|\",\"",
    "||||\"|\",|\r\n||\"|\",|||\"|\",|; ",
    "",
];
/// What begins all, parts records and ends all.
const BEGIN: usize = 0;
const BETWEEN: usize = 1;
const END: usize = 2;
/// What begins a record, stands before its id, behind it, and ends the record.
const RECORD: usize = 3;
/// What stands before a field's name, before its values, behind them, and between them; the same of lists.
const FIELD: usize = 7;
const LIST: usize = 11;
/// A text of which the outlet is not known, an article, and the collection.
const GENRE: usize = 15;
/// The names of a note and of a quotation.
pub(super) const NOTE: usize = 18;
/// The names of what is cited of an article, and of the collection.
pub(super) const NAMES: usize = 20;

/// A text that is being written.
pub(super) struct Sheet {
    pub(super) form: Form,
    pub(super) out: String,
    has_records: bool,
}

impl Sheet {
    /// Begins all.
    pub(super) fn new(form: Form) -> Self {
        let mut sheet = Self { form, out: String::new(), has_records: false };
        sheet.mark(BEGIN);
        sheet
    }

    /// Ends all.
    pub(super) fn finish(mut self) -> String {
        self.mark(END);
        self.out
    }

    /// A part of the form.
    pub(super) fn part(&self, which: usize) -> &'static str {
        PARTS[self.form as usize].split('|').nth(which).unwrap_or_default()
    }

    fn mark(&mut self, which: usize) {
        self.out.push_str(self.part(which));
    }

    /// Begins a record of a genre.
    pub(super) fn begin(&mut self, genre: usize, id: &str) {
        if self.has_records {
            self.mark(BETWEEN);
        }
        self.has_records = true;
        self.mark(RECORD);
        self.mark(GENRE + genre);
        self.mark(RECORD + 1);
        self.out.push_str(id);
        self.mark(RECORD + 2);
    }

    /// Ends a record.
    pub(super) fn end(&mut self) {
        // Between cells of a table there is a comma, behind the last there is none.
        if self.form == Form::Csv {
            self.out.pop();
        }
        self.mark(RECORD + 3);
    }

    /// A day, a month, a year, or a range of two of them.
    pub(super) fn date(&mut self, date: &str) {
        let year = date.get(..4).unwrap_or_default();
        match self.form {
            Form::Ris => {
                // No form of lines knows a range: what is surely true of it is its year, where both ends are of one.
                let (first, last) = date.split_once('/').unwrap_or((date, date));
                if last.get(..4) == Some(year) {
                    self.field("PY", false, &[year]);
                }
                if first.len() == date.len() {
                    let parts: Vec<&str> = date.split('-').collect();
                    self.field("DA", false, &[&parts.join("/")]);
                }
            }
            Form::Csl if !date.is_empty() => {
                self.field("issued\":{\"raw", false, &[date]);
                self.out.push('}');
            }
            _ => self.field("date", false, &[date]),
        }
    }

    /// A field; of one that is empty, a table alone has a trace.
    pub(super) fn field(&mut self, name: &str, is_list: bool, values: &[&str]) {
        let is_table = self.form == Form::Csv;
        let marks = if is_list { LIST } else { FIELD };
        if !is_table && values.iter().all(|value| value.is_empty()) {
            return;
        }
        self.mark(marks);
        if !is_table {
            self.out.push_str(name);
        }
        self.mark(marks + 1);
        // With these a spreadsheet begins a formula.
        let first = values.first().and_then(|value| value.as_bytes().first());
        if is_table && matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n')) {
            self.out.push('\'');
        }
        for (number, value) in values.iter().enumerate() {
            if number > 0 {
                self.mark(marks + 3);
            }
            self.escaped(name, value);
        }
        self.mark(marks + 2);
    }

    /// A text, so that it reads back as itself. An address is taken as it is by BibTeX, not typeset.
    pub(super) fn escaped(&mut self, name: &str, text: &str) {
        let form = self.form;
        let (is_table, is_json) = (form == Form::Csv, matches!(form, Form::Csl | Form::Json));
        let mut last = ' ';
        for c in text.chars() {
            let before = match c {
                '\0'..=' ' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' if !is_table && !is_json => {
                    last = ' ';
                    if !self.out.ends_with(' ') {
                        self.out.push(' ');
                    }
                    continue;
                }
                '"' if is_table => "\"",
                '"' | '\\' if is_json => "\\",
                '\0'..='\u{1f}' if is_json => {
                    self.out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                    let digit = c as u8 & 15;
                    self.out.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
                    continue;
                }
                _ if form != Form::Bibtex || name == "url" => "",
                // Braces are written by name: BibTeX counts them even behind a backslash.
                '\\' => "textbackslash",
                '{' => "textbraceleft",
                '}' => "textbraceright",
                '^' => "textasciicircum",
                '~' => "textasciitilde",
                '$' | '&' | '#' | '_' | '%' => "\\",
                // Signs of which TeX makes one of two are kept apart.
                '-' | '\'' | '`' | ',' | '<' | '>' if c == last => "{}",
                '`' if matches!(last, '?' | '!') => "{}",
                _ => "",
            };
            last = c;
            if before.len() > 2 {
                for part in ["\\", before, "{}"] {
                    self.out.push_str(part);
                }
            } else {
                self.out.push_str(before);
                self.out.push(c);
            }
        }
    }
}
