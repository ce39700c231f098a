//! The boxes of the widget: three widths of the container, and for each the size of what is drawn in pixels.
//!
//! The style sheet gives the same boxes their sizes (`styles/layout.css`); the browser tests compare the two.
//! No opinion about what stands in a box.

/// No layout is narrower.
const LEAST_PX: f64 = 280.0;

/// How wide the container is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WidthClass {
    /// Under 600 px: everything below each other.
    Narrow,
    /// From 600 px.
    Compact,
    /// From 1100 px.
    Wide,
}

impl WidthClass {
    /// Every class, from narrow to wide.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Compact, Self::Wide];

    /// The word in class names.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Compact => "compact",
            Self::Wide => "wide",
        }
    }
}

/// The sizes of one container width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The class of the width.
    pub class: WidthClass,
    /// Width and height of the map, px.
    pub map_px: (f64, f64),
    /// Width and height of the timeline's drawing, px.
    pub timeline_px: (f64, f64),
    /// Width of the lane names at its start, px.
    pub lane_names_px: f64,
    /// Room at its end, px.
    pub timeline_end_px: f64,
    /// Width of a collapsed gap, px.
    pub gap_px: f64,
    /// How much coarser than the corpus's first view the map starts.
    pub map_scale: f64,
}

impl Layout {
    /// The layout of a container `width_px` wide. A narrower one than 280 px is laid out as that wide and cut off: a frame may
    /// open with no width at all.
    pub fn of(width_px: f64) -> Self {
        let width_px = width_px.max(LEAST_PX);
        if width_px >= 1100.0 {
            Self {
                class: WidthClass::Wide,
                map_px: (width_px - 528.0, 428.0),
                timeline_px: (width_px - 48.0, 258.0),
                lane_names_px: 128.0,
                timeline_end_px: 12.0,
                gap_px: 34.0,
                map_scale: 1.0,
            }
        } else if width_px >= 600.0 {
            Self {
                class: WidthClass::Compact,
                map_px: (width_px - 320.0, 288.0),
                timeline_px: (width_px - 28.0, 208.0),
                lane_names_px: 88.0,
                timeline_end_px: 10.0,
                gap_px: 24.0,
                map_scale: 1.66,
            }
        } else {
            Self {
                class: WidthClass::Narrow,
                map_px: (width_px, 212.0),
                timeline_px: (width_px - 28.0, 214.0),
                lane_names_px: 68.0,
                timeline_end_px: 6.0,
                gap_px: 10.0,
                map_scale: 2.15,
            }
        }
    }

    /// The layout that stands for a class in the static document, which knows no width.
    ///
    /// In a wider container the map shows more land around, at the same scale, and the timeline stays as wide as it is drawn; in a
    /// narrower one both shrink. So the map is drawn for little more than its marks and names take.
    pub fn typical(class: WidthClass) -> Self {
        let (map, timeline) = match class {
            WidthClass::Narrow => (340.0, 360.0),
            WidthClass::Compact => (660.0, 700.0),
            WidthClass::Wide => (1280.0, 1280.0),
        };
        Self { timeline_px: Self::of(timeline).timeline_px, ..Self::of(map) }
    }
}
