//! The kinds of values that the format knows, read from TOML: words, strings, text maps, numbers, codes, dates.
//! No opinion about which key holds which.

use atlas::date::Edtf;
use atlas::model::{Basis, Days};
use toml::de::DeValue;

use crate::model::{At, Dated, Record, Text};
use crate::problem::Problem;
use crate::table::Value;
use crate::text::{is_id, is_language, is_reserved, nearest, one_of};

/// The languages of a corpus, the default one first; none where corpus.toml could not be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages(pub(crate) Vec<String>);

impl<'a> Value<'a> {
    /// A string, exactly as it stands.
    pub(crate) fn verbatim(self) -> Option<At<String>> {
        match self.value {
            DeValue::String(text) if text.is_empty() => {
                self.bad(format!("`{}` is empty", self.key), "leave the key out where nothing is known")
            }
            DeValue::String(text) => Some(At { value: text.to_string(), place: self.place }),
            _ => self.wrong_type("a string", format!("write `{} = \"…\"`", self.key)),
        }
    }

    /// A string without white space around it.
    pub(crate) fn string(self) -> Option<At<String>> {
        let text = self.verbatim()?;
        if text.value.trim() == text.value {
            return Some(text);
        }
        self.bad(format!("`{}` begins or ends with white space", self.key), "remove it")
    }

    /// A string that `test` accepts.
    pub(crate) fn shaped(self, test: fn(&str) -> bool, expected: &str) -> Option<At<String>> {
        let text = self.string()?;
        if test(&text.value) {
            return Some(text);
        }
        self.bad(format!("`{}` cannot be `{}`", self.key, text.value), format!("expected {expected}"))
    }

    /// A stable word.
    pub(crate) fn id(self) -> Option<At<String>> {
        let text = self.verbatim()?;
        if is_reserved(&text.value) {
            let help = "`none`, `parley` and what begins with `pa-` or `record` has a meaning in addresses: choose another";
            return self.bad(format!("`{}` is no id of a corpus", text.value), help);
        }
        if is_id(&text.value) {
            return Some(text);
        }
        let help =
            "an id is made of lower-case letters a to z, digits and single hyphens, at most 64 characters";
        self.bad(format!("`{}` is not an id", text.value), help)
    }

    pub(crate) fn language(self) -> Option<At<String>> {
        self.shaped(is_language, "a BCP 47 tag such as `en` or `pt-BR`")
    }

    pub(crate) fn strings(self) -> Option<Vec<At<String>>> {
        self.items()?.into_iter().map(Value::string).collect()
    }

    pub(crate) fn bool(self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong_type("true or false", "write it without quotation marks"),
        }
    }

    /// A whole number from 1.
    pub(crate) fn count(self) -> Option<At<u32>> {
        let DeValue::Integer(number) = self.value else {
            return self.wrong_type("a whole number", "write it in digits, without quotation marks");
        };
        match u32::from_str_radix(number.as_str(), number.radix()) {
            Ok(value) if value > 0 => Some(At { value, place: self.place }),
            _ => self.bad(format!("`{}` cannot be `{number}`", self.key), "expected a whole number from 1"),
        }
    }

    /// A number of `unit` within `from` and `to`.
    pub(crate) fn number(self, from: f64, to: f64, unit: &str) -> Option<f64> {
        let number = match self.value {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            _ => return self.wrong_type("a number", "write it in digits, without quotation marks"),
        };
        let number = number.filter(|number: &f64| (from..=to).contains(number));
        number.or_else(|| {
            let message = format!("`{}` is out of range", self.key);
            self.bad(message, format!("expected {unit} from {from} to {to}"))
        })
    }

    pub(crate) fn lon(self) -> Option<f64> {
        self.number(-180.0, 180.0, "degrees of longitude")
    }

    pub(crate) fn lat(self) -> Option<f64> {
        self.number(-90.0, 90.0, "degrees of latitude")
    }

    /// One of a closed list of words.
    pub(crate) fn code<T: Copy>(self, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        let text = self.verbatim()?;
        let words = || all.iter().map(|&value| word(value));
        let found = all.iter().copied().find(|&value| word(value) == text.value);
        found.or_else(|| {
            let guess = nearest(&text.value, words());
            let guess = guess.map(|guess| format!("did you mean `{guess}`? ")).unwrap_or_default();
            let help = format!("{guess}expected {}", one_of(words()));
            self.bad(format!("`{}` cannot be `{}`", self.key, text.value), help)
        })
    }

    /// Our words in the languages of the corpus.
    pub(crate) fn text_map(self, languages: &Languages) -> Option<Text> {
        let DeValue::Table(table) = self.value else {
            let tag = languages.0.first().map_or("en", String::as_str);
            let help = format!("our own words are given per language: `{} = {{ {tag} = \"…\" }}`", self.key);
            return self.wrong_type("a table of languages", help);
        };
        let mut texts = vec![String::new(); languages.0.len()];
        for (key, value) in table {
            let at = |span| crate::table::place(self.place.file, span);
            let item = Value { value: value.get_ref(), place: at(value.span()), ..self };
            let text = item.string();
            let tag = key.get_ref();
            match (languages.0.iter().position(|known| known == tag), text) {
                (Some(index), Some(text)) => texts.get_mut(index).into_iter().for_each(|slot| {
                    slot.clone_from(&text.value);
                }),
                (None, _) if !languages.0.is_empty() => {
                    let message = format!("`{tag}` is not a language of this corpus");
                    let listed = one_of(languages.0.iter().map(String::as_str));
                    let help = format!("expected {listed}; languages are listed in corpus.toml");
                    self.problems.add(Problem::at(at(key.span()), message).help(help));
                }
                _ => {}
            }
        }
        match languages.0.first() {
            Some(default) if !table.keys().any(|key| key.get_ref() == default) => {
                let message = format!("`{}` says nothing in the default language, `{default}`", self.key);
                self.bad(message, format!("add `{default} = \"…\"`"))
            }
            _ => Some(Text(texts)),
        }
    }

    /// An EDTF date and its first and last possible day.
    pub(crate) fn edtf(self) -> Option<At<(String, Days)>> {
        let text = self.verbatim()?;
        match text.value.parse::<Edtf>() {
            Ok(edtf) => {
                let bounds = edtf.bounds();
                let days = Days { earliest: bounds.earliest, latest: bounds.latest };
                Some(At { value: (text.value, days), place: self.place })
            }
            Err(error) => {
                let message = format!("`{}` is not a date: {error}", text.value);
                self.bad(
                    message,
                    "expected EDTF, such as `2025-03-05`, `2025-03`, `[2025-02-01..2025-02-10]`",
                )
            }
        }
    }

    /// A date with how it is known.
    pub(crate) fn dated(self, languages: &Languages) -> Option<Dated> {
        let mut table = self.table("a date")?;
        let edtf = table.required("edtf").and_then(Value::edtf);
        let basis = table.required("basis").and_then(|value| value.code(Basis::ALL, Basis::word));
        let why_at = table.optional("why");
        let why = why_at.and_then(|value| value.text_map(languages));
        let printed = table.optional("printed").and_then(Value::string);
        let time = table.optional("time").and_then(Value::string);
        let record_at = table.optional("record");
        let record = record_at.and_then(|value| value.record(languages, edtf.as_ref()));
        match (basis, why_at) {
            (Some(Basis::Derived), None) => {
                let problem = Problem::at(table.place, "a derived date must say why");
                let help = "add `why = { … }`: the reasoning from the texts and the calendar, in one line";
                self.problems.add(problem.help(help));
            }
            (Some(Basis::Stated), Some(why)) => {
                let help = "remove `why`, or write `basis = \"derived\"`";
                why.bad::<()>("a stated date needs no reasoning: the text gives it", help);
            }
            _ => {}
        }
        table.finish();
        if (why_at.is_some() && why.is_none()) || (record_at.is_some() && record.is_none()) {
            return None;
        }
        let (edtf, days) = edtf?.value;
        Some(Dated { edtf, days, basis: basis?, why: why.unwrap_or_default(), printed, time, record })
    }

    fn record(self, languages: &Languages, texts: Option<&At<(String, Days)>>) -> Option<Record> {
        let mut table = self.table("a record")?;
        let edtf = table.required("edtf").and_then(Value::edtf);
        let source = table.required("source").and_then(|value| value.text_map(languages));
        table.finish();
        let edtf = edtf?;
        if let Some(texts) = texts.filter(|texts| !is_within(edtf.value.1, texts.value.1)) {
            let message =
                format!("the public record says `{}`, which is not within `{}`", edtf.value.0, texts.value.0);
            let problem = Problem::at(edtf.place, message).also(texts.place, "the range from the texts");
            let problem = problem.note("a record may narrow a date, it never replaces it");
            self.problems.add(problem.help("mend the one that is wrong"));
        }
        let (edtf, days) = edtf.value;
        Some(Record { edtf, days, source: source? })
    }
}

fn is_within(inner: Days, outer: Days) -> bool {
    let starts = outer.earliest.is_none_or(|outer| inner.earliest.is_some_and(|inner| inner >= outer));
    let ends = outer.latest.is_none_or(|outer| inner.latest.is_some_and(|inner| inner <= outer));
    starts && ends
}
