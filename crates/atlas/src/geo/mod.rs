//! The map's geometry: the world's outlines, the projection, distances.
//!
//! Degrees at the edge, unit vectors inside, kilometres on a sphere of 6371 km, pixels from the top left corner.
//! It has no opinion about colours, labels, canvases or documents: whatever draws hands in a [`PathSink`].

mod border_distance;
mod camera;
mod clip;
mod contains;
mod frame;
mod great_circle;
mod laea;
mod numbers;
mod outline;
mod path;
mod scale_bar;
mod thin;
mod topology;
mod trig;
mod vector;
mod wire;

pub use border_distance::DistanceRange;
pub use camera::{Camera, Point};
pub use frame::{Frame, Layer};
pub use great_circle::{EARTH_RADIUS_KM, distance_km, draw_line, initial_bearing_deg, line};
pub use laea::{Laea, RIM_RADIUS};
pub use numbers::{Kind, Numbers};
pub use outline::{CountryOutline, Outline};
pub use path::{PathSink, SvgPath};
pub use scale_bar::ScaleBar;
pub use topology::{ArcClass, MapError, Topology};
pub use vector::{LonLat, Vector};
pub use wire::{Bits, Reader, checksum};

/// The shipped map: what `geodata/recipe.toml` makes, for [`Topology::decode`].
pub static WORLD: &[u8] = include_bytes!("../../../../geodata/map.bin");
