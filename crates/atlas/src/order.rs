//! One stable sort for everything that is shown in an order: the library's is compiled anew for each type, 5 kB of Wasm a time.
//! No opinion about what is sorted.

use std::cmp::Ordering;

/// The numbers from 0 to `len` in the order of `compare`; what is equal stays in its order.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut width = 1;
    while width < len {
        let mut merged = Vec::with_capacity(len);
        for pair in sorted.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (&[a, ref left_rest @ ..], &[b, ref right_rest @ ..]) = (left, right) {
                if compare(a, b).is_le() {
                    merged.push(a);
                    left = left_rest;
                } else {
                    merged.push(b);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        sorted = merged;
        width *= 2;
    }
    sorted
}

/// Copies of the items in the order of `compare`.
pub fn ordered<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|at| items.get(at).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_the_library_sorts(items: Vec<(u8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(ordered(&items, |a, b| a.0.cmp(&b.0)), expected);
        }
    }
}
