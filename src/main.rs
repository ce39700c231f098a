//! Mounts the widget.

fn main() {
    parley_atlas::platform::mount();
}
