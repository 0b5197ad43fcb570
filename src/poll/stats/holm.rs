//! Many tests at once.

/// The p-values of tests made together, each corrected so that the chance of even one false alarm
/// among them stays below the bar (Holm 1979, "A Simple Sequentially Rejective Multiple Test
/// Procedure", Scandinavian Journal of Statistics 6:65–70). In and out 0–1, in the same order.
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut smallest_first: Vec<usize> = (0..p_values.len()).collect();
    smallest_first.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut corrected = vec![0.0; p_values.len()];
    let mut largest_yet: f64 = 0.0;
    for (rank, test) in smallest_first.into_iter().enumerate() {
        let tests_left = (p_values.len() - rank) as f64;
        largest_yet = largest_yet.max((p_values[test] * tests_left).min(1.0));
        corrected[test] = largest_yet;
    }
    corrected
}
