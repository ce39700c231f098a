//! Tests of the dates: the specification's own examples, refusals, relations, and laws for any input.

mod days;
mod laws;
mod refused;
mod relations;
mod specification;

use super::{Day, Edtf};

fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn edtf(text: &str) -> Edtf {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}
