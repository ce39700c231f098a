//! The macro for a row view. No opinion about columns.

macro_rules! row_view {
    ($(#[$doc:meta])* $name:ident in $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct $name {
            corpus: $crate::model::Corpus,
            row: u32,
        }

        impl $name {
            pub(crate) fn at(corpus: $crate::model::Corpus, row: u32) -> Self {
                Self { corpus, row }
            }

            /// The row number: stable for one pack only, never shown and never in an address.
            pub fn row(self) -> u32 {
                self.row
            }

            #[allow(dead_code)]
            fn cell(self, column: u32) -> u32 {
                self.corpus.pack().cell($crate::pack::Table::$table, column, self.row)
            }

            #[allow(dead_code)]
            fn str(self, column: u32) -> &'static str {
                self.corpus.pack().text(self.cell(column))
            }

            #[allow(dead_code)]
            fn text(self, column: u32) -> $crate::model::Text {
                self.corpus.text_map(self.cell(column))
            }

            #[allow(dead_code)]
            fn strings(self, column: u32) -> impl ExactSizeIterator<Item = &'static str> + Clone {
                let pack = self.corpus.pack();
                pack.list(self.cell(column)).map(|index| pack.text(index))
            }

            #[allow(dead_code)]
            fn degrees(self, column: u32) -> f64 {
                f64::from(f32::from_bits(self.cell(column)))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "#{}"), self.row)
            }
        }
    };
}

pub(super) use row_view;
