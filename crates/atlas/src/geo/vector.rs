//! Places on the sphere: degrees at the edge, unit vectors inside.
//!
//! Frame: x towards 0°E 0°N, y towards 90°E 0°N, z towards the north pole.
//! It has no opinion about the size of the sphere or about any projection.

use super::trig::sin_cos;

/// A place as people write it, in degrees; east and north are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Longitude in degrees.
    pub lon_deg: f64,
    /// Latitude in degrees.
    pub lat_deg: f64,
}

impl LonLat {
    /// The place at these degrees.
    pub const fn new(lon_deg: f64, lat_deg: f64) -> Self {
        Self { lon_deg, lat_deg }
    }
}

impl From<(f64, f64)> for LonLat {
    fn from((lon_deg, lat_deg): (f64, f64)) -> Self {
        Self { lon_deg, lat_deg }
    }
}

/// A direction from the centre of the sphere; of length 1 unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vector {
    /// Towards 0°E 0°N.
    pub x: f64,
    /// Towards 90°E 0°N.
    pub y: f64,
    /// Towards the north pole.
    pub z: f64,
}

impl Vector {
    /// The scalar product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product.
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// The length.
    pub fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// `self * a + other * b`, of any length.
    pub fn combine(self, a: f64, other: Self, b: f64) -> Self {
        Self { x: self.x * a + other.x * b, y: self.y * a + other.y * b, z: self.z * a + other.z * b }
    }

    /// The angle between two directions, in radians; exact for tiny angles and near the antipode alike.
    pub fn angle_to(self, other: Self) -> f64 {
        self.cross(other).length().atan2(self.dot(other))
    }
}

impl From<LonLat> for Vector {
    fn from(place: LonLat) -> Self {
        let (sin_lon, cos_lon) = sin_cos(place.lon_deg.to_radians());
        let (sin_lat, cos_lat) = sin_cos(place.lat_deg.to_radians());
        Self { x: cos_lat * cos_lon, y: cos_lat * sin_lon, z: sin_lat }
    }
}

impl From<Vector> for LonLat {
    fn from(v: Vector) -> Self {
        let lat = v.z.atan2((v.x * v.x + v.y * v.y).sqrt());
        Self { lon_deg: v.y.atan2(v.x).to_degrees(), lat_deg: lat.to_degrees() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn degrees_survive_the_round_trip(lon in -179.9..179.9, lat in -89.9..89.9) {
            let back = LonLat::from(Vector::from(LonLat::new(lon, lat)));
            prop_assert!((back.lon_deg - lon).abs() < 1e-9 && (back.lat_deg - lat).abs() < 1e-9);
        }
    }
}
