//! How much a place matters to the readers of this map: the factor by which areas count there.
//!
//! Degrees. It has no opinion about what is simplified.

use atlas::geo::{LonLat, Vector};

use crate::mesh::Place;
use crate::recipe::Recipe;

/// The recipe's weights, ready to be asked often.
pub(crate) struct Weights<'a> {
    recipe: &'a Recipe,
    near: Vec<Vector>,
}

impl<'a> Weights<'a> {
    pub(crate) fn new(recipe: &'a Recipe) -> Self {
        let near = recipe.near.iter().map(|near| LonLat::new(near.lon, near.lat).into()).collect();
        Self { recipe, near }
    }

    pub(crate) fn at(&self, place: Place) -> f64 {
        let simplify = &self.recipe.simplify;
        if !simplify.region.contains(place) {
            let in_margin = simplify.region.grown(simplify.margin_deg).contains(place);
            return if in_margin { simplify.margin_weight } else { simplify.world_weight };
        }
        let here = Vector::from(LonLat::new(place[0], place[1]));
        let weights = self.recipe.near.iter().zip(&self.near).map(|(near, there)| {
            let away_deg = here.angle_to(*there).to_degrees();
            let fall = (near.reach_deg - away_deg) / (near.reach_deg - near.full_deg);
            1.0 + (near.weight - 1.0) * fall.clamp(0.0, 1.0)
        });
        weights.fold(1.0, f64::max)
    }
}
