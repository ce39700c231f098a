//! Mounts the widget.

/// Smaller than the standard library's own for Wasm.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    parley_atlas::platform::mount();
}
