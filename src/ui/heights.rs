//! Heights of very many rows, with quick sums: what a virtual list scrolls over.

/// A Fenwick tree (Fenwick 1994) of heights in points: change, sum before, and search each take
/// logarithmic time. Sums are `f64`: a million rows would lose half points in `f32`.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    rows: Vec<f32>,
    tree: Vec<f64>,
}

impl Heights {
    /// The heights of rows 0, 1, 2 …
    #[must_use]
    pub fn new(rows: Vec<f32>) -> Heights {
        let mut tree = vec![0.0; rows.len() + 1];
        for (index, height) in rows.iter().enumerate() {
            let node = index + 1;
            tree[node] += f64::from(*height);
            let parent = node + (node & node.wrapping_neg());
            if parent < tree.len() {
                tree[parent] += tree[node];
            }
        }
        Heights { rows, tree }
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The height of one row.
    #[must_use]
    pub fn get(&self, row: usize) -> f32 {
        self.rows[row]
    }

    /// Sets the height of one row.
    pub fn set(&mut self, row: usize, height: f32) {
        let change = f64::from(height) - f64::from(self.rows[row]);
        self.rows[row] = height;
        let mut node = row + 1;
        while node < self.tree.len() {
            self.tree[node] += change;
            node += node & node.wrapping_neg();
        }
    }

    /// Makes all rows so many times as high.
    pub fn scale(&mut self, factor: f32) {
        self.rows.iter_mut().for_each(|height| *height *= factor);
        self.tree.iter_mut().for_each(|sum| *sum *= f64::from(factor));
    }

    /// The height of all rows before this one.
    #[must_use]
    pub fn before(&self, row: usize) -> f64 {
        let mut sum = 0.0;
        let mut node = row.min(self.rows.len());
        while node > 0 {
            sum += self.tree[node];
            node -= node & node.wrapping_neg();
        }
        sum
    }

    /// The height of all rows.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.before(self.rows.len())
    }

    /// The row at this height, and how far into it. Above the first row is the first; below the
    /// last is the last.
    #[must_use]
    pub fn at(&self, height: f64) -> (usize, f64) {
        let mut left = height.max(0.0);
        let mut row = 0;
        let mut step = self.tree.len().next_power_of_two() / 2;
        while step > 0 {
            let next = row + step;
            if next < self.tree.len() && self.tree[next] <= left {
                row = next;
                left -= self.tree[next];
            }
            step /= 2;
        }
        if row < self.rows.len() || row == 0 {
            return (row, left);
        }
        (row - 1, left + f64::from(self.rows[row - 1]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_and_searches_agree_with_adding_one_by_one(
            rows in prop::collection::vec(1u16..500, 1..80),
            changes in prop::collection::vec((0usize..80, 1u16..500), 0..20),
            at in 0u32..50_000,
        ) {
            let mut plain: Vec<f32> = rows.iter().map(|height| f32::from(*height)).collect();
            let mut heights = Heights::new(plain.clone());
            for (row, height) in changes {
                let row = row % plain.len();
                plain[row] = f32::from(height);
                heights.set(row, f32::from(height));
            }
            let mut sum = 0.0;
            for (row, height) in plain.iter().enumerate() {
                prop_assert!((heights.before(row) - sum).abs() < 1e-6);
                sum += f64::from(*height);
            }
            prop_assert!((heights.total() - sum).abs() < 1e-6);

            let (row, within) = heights.at(f64::from(at));
            prop_assert!((heights.before(row) + within - f64::from(at)).abs() < 1e-6);
            prop_assert!(row == plain.len() - 1 || within < f64::from(plain[row]));
        }
    }

    #[test]
    fn scaling_scales_every_row_and_every_sum() {
        let mut heights = Heights::new(vec![10.0, 20.0, 30.0]);
        heights.scale(1.5);
        assert_eq!((heights.get(1), heights.before(2), heights.total()), (30.0, 45.0, 90.0));
        heights.set(0, 5.0);
        assert!((heights.total() - 80.0).abs() < 1e-9);
    }

    #[test]
    fn no_rows_have_no_height() {
        let heights = Heights::new(vec![]);
        assert_eq!(heights.at(10.0).0, 0);
    }
}
