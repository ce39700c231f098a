//! Writes fields as each form has them, so that any text reads back as itself; what a form cannot hold, line ends and control characters
//! where it is made of lines, becomes a space. No opinion about which fields there are.

use super::Form;
use super::date::year;

/// What stands before a field's name, before its values, between them, and after them; texts first, then lists.
const MARKS: [[[&str; 4]; 6]; 2] = [
    [
        [",\n  ", " = {", "", "}"],
        ["\r\n", "  - ", "", ""],
        [",\"", "\":\"", "", "\""],
        ["", "", "", ""],
        [",", "\"", "", "\""],
        [",\"", "\":\"", "", "\""],
    ],
    [
        [",\n  ", " = {", " and ", "}"],
        ["\r\n", "  - ", "\r\nAU  - ", ""],
        [",\"", "\":[{\"literal\":\"", "\"},{\"literal\":\"", "\"}]"],
        ["", "", "", ""],
        [",", "\"", "; ", "\""],
        [",\"", "\":[\"", "\",\"", "\"]"],
    ],
];

/// What begins a citation, of an article, of another text, and of the collection; what stands before its id and after; and its end.
const RECORDS: [[&str; 6]; 3] = [
    ["@article", "@misc", "@dataset", "{", "", "\n}\n"],
    ["TY  - NEWS", "TY  - GEN", "TY  - DATA", "\r\nID  - ", "", "\r\nER  - \r\n"],
    [
        "{\"type\":\"article-newspaper",
        "{\"type\":\"document",
        "{\"type\":\"dataset",
        "\",\"id\":\"",
        "\"",
        "}",
    ],
];

/// The names of a note and of a quotation.
const NOTES: [[&str; 2]; 3] = [["note", "annotation"], ["N1", "N1"], ["note", "annote"]];

/// With these a spreadsheet begins a formula.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// A text that is being written.
pub(super) struct Sheet {
    pub(super) form: Form,
    out: String,
}

impl Sheet {
    pub(super) fn new(form: Form) -> Self {
        Self { form, out: String::from(if form == Form::Csl { "[" } else { "" }) }
    }

    pub(super) fn finish(mut self) -> String {
        self.close(if self.form == Form::Csl { "]\n" } else { "" });
        self.out
    }

    /// Begins a citation of a genre.
    pub(super) fn begin(&mut self, genre: usize, id: &str) {
        let Some(marks) = RECORDS.get(self.form as usize) else { return };
        if self.form == Form::Csl {
            self.open("");
        } else if !self.out.is_empty() {
            self.close("\n");
        }
        for part in [marks[genre], marks[3], id, marks[4]] {
            self.close(part);
        }
    }

    /// A date or a range of two.
    pub(super) fn date(&mut self, dates: &[String]) {
        let texts: Vec<&str> = dates.iter().map(String::as_str).collect();
        match self.form {
            Form::Bibtex => self.field("date", false, &[&texts.join("/")]),
            Form::Ris => {
                self.field("PY", false, &[year(dates)]);
                if let [date] = texts[..] {
                    let slashes = ["///", "//", "/"][(date.len() / 3).clamp(1, 3) - 1];
                    self.field("DA", false, &[&[&date.replace('-', "/"), slashes].concat()]);
                }
            }
            Form::Csl if !texts.is_empty() => {
                self.open("\"issued\":{\"date-parts\":[");
                for date in texts {
                    self.open("[");
                    for number in date.split('-') {
                        // A zero before a number is no JSON.
                        let digits = number.trim_start_matches('0');
                        self.open(if digits.is_empty() { "0" } else { digits });
                    }
                    self.close("]");
                }
                self.close("]}");
            }
            _ => {}
        }
    }

    /// Ends a citation with a note and a quotation, or is the whole line where the form is one.
    pub(super) fn end(&mut self, notes: &[&str], line: &str) {
        let at = self.form as usize;
        let (Some(names), Some(marks)) = (NOTES.get(at), RECORDS.get(at)) else {
            self.escaped("", line);
            return self.close("\n");
        };
        for (name, note) in names.iter().zip(notes) {
            self.field(name, false, &[note]);
        }
        self.close(marks[5]);
    }

    /// The names of the columns of a table.
    pub(super) fn heads(&mut self, names: &[&str]) {
        names.iter().flat_map(|names| names.split(' ')).for_each(|name| self.field("", false, &[name]));
        self.close("\r\n");
    }

    /// A field; of one that is empty, a table alone has a trace.
    pub(super) fn field(&mut self, name: &str, is_list: bool, values: &[&str]) {
        let is_table = self.form == Form::Csv;
        if self.form == Form::Plain || !is_table && values.iter().all(|value| value.is_empty()) {
            return;
        }
        let [before, is, between, after] = MARKS[usize::from(is_list)][self.form as usize];
        match before.strip_prefix(',').filter(|_| is_table || self.form as usize > 1) {
            Some(before) => self.open(before),
            None => self.close(before),
        }
        self.close(if is_table { "" } else { name });
        self.close(is);
        if is_table && values.first().is_some_and(|value| value.starts_with(FORMULA)) {
            self.out.push('\'');
        }
        for (number, value) in values.iter().enumerate() {
            if number > 0 {
                self.close(between);
            }
            let start = self.out.len();
            self.escaped(name, value);
            // A name that BibTeX would read as several, or the other way round, is kept together.
            let written = self.out.get(start..).unwrap_or_default();
            let parted = |word: &str| word.eq_ignore_ascii_case("and") || word.contains(',');
            if is_list && self.form == Form::Bibtex && written.split(' ').any(parted) {
                self.out.insert(start, '{');
                self.out.push('}');
            }
        }
        self.close(after);
    }

    /// What follows something else of its kind, with a comma between them.
    pub(super) fn open(&mut self, text: &str) {
        if !self.out.is_empty() && !self.out.ends_with(['{', '[', '\n']) {
            self.out.push(',');
        }
        self.out.push_str(text);
    }

    /// What follows without more.
    pub(super) fn close(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn escaped(&mut self, name: &str, text: &str) {
        let form = self.form;
        let mut last = ' ';
        for c in text.chars() {
            let of_line = matches!(form, Form::Plain | Form::Bibtex | Form::Ris);
            let named = match c {
                '\0'..=' ' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' if of_line => {
                    last = ' ';
                    if !self.out.ends_with(' ') {
                        self.out.push(' ');
                    }
                    continue;
                }
                '"' if form == Form::Csv => "\"",
                '"' | '\\' if matches!(form, Form::Csl | Form::Json) => "\\",
                '\0'..='\u{1f}' if matches!(form, Form::Csl | Form::Json) => {
                    self.out.push_str("\\u00");
                    self.out.extend(
                        [c as u32 >> 4, c as u32 & 15]
                            .map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                    );
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
            if named.len() > 2 {
                for part in ["\\", named, "{}"] {
                    self.out.push_str(part);
                }
            } else {
                self.out.push_str(named);
                self.out.push(c);
            }
        }
    }
}
