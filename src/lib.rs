//! The widget: a Yew app.
