//! tmp
/// tmp
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);
impl Day {
    /// tmp
    pub fn new(n: i32) -> Self {
        Self(n)
    }
    /// tmp
    pub fn number(self) -> i32 {
        self.0
    }
}
