//! How colours look to people who see fewer of them: for tests of what must be told apart.

use egui::Color32;

/// Viénot, Brettel and Mollon 1999 (red, green) and Machado, Oliveira and Fernandes 2009 (blue),
/// at full strength, as matrices over linear RGB; the last is seeing in grey.
pub const VISIONS: [(&str, [[f32; 3]; 3]); 5] = [
    ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.112_38, 0.887_62, 0.0], [0.112_38, 0.887_62, 0.0], [0.004_01, -0.004_01, 1.0]]),
    ("deuteranopia", [[0.292_75, 0.707_25, 0.0], [0.292_75, 0.707_25, 0.0], [-0.022_34, 0.022_34, 1.0]]),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    ("grey", [[0.2126, 0.7152, 0.0722]; 3]),
];

/// CIELAB (D65) as seen with a vision.
fn seen(color: Color32, vision: &[[f32; 3]; 3]) -> [f32; 3] {
    let rgb = egui::Rgba::from(color).to_array();
    let [r, g, b] = vision.map(|row| (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]).clamp(0.0, 1.0));
    let f = |t: f32| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIE 1976.
pub fn apart(a: Color32, b: Color32, vision: &[[f32; 3]; 3]) -> f32 {
    let (a, b) = (seen(a, vision), seen(b, vision));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

/// A difference of 2.3 is just noticed (Mahy, Van Eycken and Oosterlinck 1994); we want
/// three times that.
pub const AT_A_GLANCE: f32 = 3.0 * 2.3;
