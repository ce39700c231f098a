//! The only code that touches the browser. No opinion about what is shown.

#[cfg(feature = "csr")]
mod corpus;
#[cfg(feature = "csr")]
mod environment;
#[cfg(feature = "csr")]
mod error;
#[cfg(feature = "csr")]
mod mount;
#[cfg(feature = "csr")]
mod print;

#[cfg(feature = "csr")]
pub use mount::mount;
