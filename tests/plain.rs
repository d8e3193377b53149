//! Plain bytes hold what was written to them, and nothing that they hold makes reading fail loudly.

use ben_monitor::{
    clean::Mapping,
    listed::Listed,
    plain::{read, write},
    session::Asked,
};
use proptest::prelude::*;
use serde_json::Value;

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(".{0,6}", inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(value in json()) {
        prop_assert_eq!(read::<Value>(&write(&value)), Ok(value));
    }

    #[test]
    fn any_bytes_are_data_or_refused(bytes in proptest::collection::vec(0u8..9, 0..40)) {
        let _ = read::<Value>(&bytes);
        let _ = read::<Asked>(&bytes);
        let _ = read::<Mapping>(&bytes);
    }
}

#[test]
fn our_own_types_come_back() {
    let text = r#"{"columns":{"Lft":"leeftijd","x":null},"values":{"geslacht":{"m":"jongen"}}}"#;
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    let mapping = read::<Mapping>(&write(&value)).unwrap_or_default();
    assert_eq!(serde_json::to_string(&mapping).unwrap_or_default(), text);
    assert_eq!(read::<Mapping>(&write(&mapping)), Ok(mapping));
    let text = r#"{"columns":{},"values":{},"reading":{"header":4,"dates":"mdy","keepRows":true}}"#;
    let mapping: Mapping = serde_json::from_str(text).unwrap_or_default();
    assert_eq!(mapping.reading.header, Some(4));
    assert_eq!(read::<Mapping>(&write(&mapping)), Ok(mapping));
    let numbers: Listed<String, Option<u32>> = [("a".to_owned(), Some(3)), ("b".to_owned(), None)].into();
    assert_eq!(read(&write(&numbers)), Ok(numbers));
}

#[test]
fn another_shape_is_refused() {
    for text in [
        r#"{"columns":3}"#,
        r#"{"reading":{"dates":"ymd"}}"#,
        r#"{"kolommen":{}}"#,
        "[]",
        "null",
        r#"{"columns":{"a":1}}"#,
    ] {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        assert!(read::<Mapping>(&write(&value)).is_err(), "{text}");
    }
    assert!(read::<u32>(&write(&-1.0)).is_err());
    assert!(read::<u32>(&write(&1.5)).is_err());
}
