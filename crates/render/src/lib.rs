//! The static document, from the same view code as the widget. Host only.
