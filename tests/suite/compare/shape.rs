//! The JSON that scripts rely on.

use serde_json::Value;

use super::{EAST, WEST, json};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// An interval in percent, or in points where it may be below nothing.
fn is_interval(value: &Value, least: f64) -> bool {
    let ends: Vec<f64> = value.as_array().unwrap().iter().map(|end| end.as_f64().unwrap()).collect();
    matches!(ends[..], [low, high] if least <= low && low <= high && high <= 100.0)
}

#[test]
fn the_json_has_the_shape_that_scripts_rely_on() {
    let topic = |topic| vec!["--topic", topic];
    let many: [Vec<&str>; 6] = [
        vec![WEST],
        vec![WEST, EAST],
        topic("message-scanning"),
        topic("detection-or-privacy"),
        topic("senior-manager-liability"),
        [topic("message-scanning"), vec!["--assume-n", "1"]].concat(),
    ];
    let (mut intervals, mut gaps, mut tests, mut untested) = (0, 0, 0, 0);
    for arguments in many {
        let found = json(&arguments);
        assert_eq!(keys(&found), ["assumption", "comparability", "items", "notes", "pairs", "verdict"]);
        for item in found["items"].as_array().unwrap() {
            assert_eq!(
                keys(item),
                [
                    "answer",
                    "assumption",
                    "effective_n",
                    "high",
                    "interval",
                    "low",
                    "n",
                    "printed",
                    "question",
                    "ref",
                    "weighted_n",
                    "why_no_interval"
                ]
            );
            assert!(item["ref"].as_str().unwrap().contains('#') && item["printed"].is_string(), "{item}");
            let (low, high) = (item["low"].as_f64().unwrap(), item["high"].as_f64().unwrap());
            assert!(0.0 <= low && low <= high && high <= 100.0, "{item}");
            assert!(item["n"].is_null() || item["n"].as_u64().unwrap() > 0, "{item}");
            assert_ne!(item["interval"].is_null(), item["why_no_interval"].is_null(), "one of them: {item}");
            if item["interval"].is_null() {
                gaps += 1;
                assert!(item["why_no_interval"].is_string(), "{item}");
            } else {
                intervals += 1;
                assert!(is_interval(&item["interval"], 0.0) && item["n"].is_u64(), "{item}");
            }
        }
        for pair in found["pairs"].as_array().unwrap() {
            assert_eq!(
                keys(pair),
                [
                    "a",
                    "assumption",
                    "b",
                    "difference",
                    "difference_of",
                    "p_holm",
                    "significant",
                    "verdict",
                    "why_not"
                ]
            );
            let refs: Vec<&Value> =
                found["items"].as_array().unwrap().iter().map(|item| &item["ref"]).collect();
            assert!(refs.contains(&&pair["a"]) && refs.contains(&&pair["b"]) && pair["verdict"].is_string());
            assert!(pair["difference"].is_null() || is_interval(&pair["difference"], -100.0), "{pair}");
            assert_eq!(pair["difference"].is_null(), pair["difference_of"].is_null(), "{pair}");
            if pair["why_not"].is_null() {
                tests += 1;
                assert!(pair["significant"].is_boolean(), "{pair}");
                assert!((0.0..=1.0).contains(&pair["p_holm"].as_f64().unwrap()), "{pair}");
            } else {
                untested += 1;
                assert!(pair["why_not"].is_string(), "{pair}");
                assert!(pair["significant"].is_null() && pair["p_holm"].is_null(), "{pair}");
            }
        }
        for aspect in found["comparability"].as_array().unwrap() {
            assert_eq!(keys(aspect), ["aspect", "status", "values"]);
            assert!(
                ["same", "different", "unknown"].contains(&aspect["status"].as_str().unwrap()),
                "{aspect}"
            );
            let values = aspect["values"].as_array().unwrap();
            assert_eq!(values.len(), found["items"].as_array().unwrap().len());
            assert!(values.iter().all(|value| value.is_null() || value.is_string()), "{aspect}");
        }
    }
    assert!(intervals > 0 && gaps > 0 && tests > 0 && untested > 0, "every case is met");
}
