//! Plain bytes hold what was written to them, and nothing that they hold makes reading fail loudly.

use ben_monitor::{
    analysis::Other,
    clean::Mapping,
    listed::Listed,
    plain::{read, write},
    report::{Clause, ShareOf},
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
fn a_request_comes_with_a_second_selection_and_settings() {
    let asked = |text: &str| {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        read::<Asked>(&write(&value))
    };
    let rest = asked(r#"{"filter":[{"field":"regio","values":["Twente"]}],"against":"rest","keepOwn":true}"#);
    assert!(rest.is_ok_and(|asked| asked.against == Some(Other::Rest) && asked.keep_own));
    let filter = asked(r#"{"against":{"filter":[{"field":"regio","values":["Twente"]}]}}"#);
    let clause = Clause { field: "regio".to_owned(), values: vec!["Twente".to_owned()] };
    assert!(filter.is_ok_and(|asked| asked.against == Some(Other::Filter(vec![clause]))));
    assert!(asked(r#"{"against":null,"settings":{}}"#).is_ok_and(|asked| asked.against.is_none()));
    let settings = asked(
        r#"{"settings":{"ageBands":[12,18],"leadTimeBands":[1,3],"shareOf":"all","profiles":[
            {"id":"a","label":"A","all":[{"field":"leeftijd","from":17},{"field":"problemen","values":["ass"],"least":1}]}
        ]}}"#,
    );
    let settings = settings.map(|asked| asked.settings).unwrap_or_default();
    assert_eq!((settings.age_bands, settings.lead_time_bands), (vec![12, 18], vec![1, 3]));
    assert_eq!(settings.share_of, ShareOf::All);
    assert_eq!(settings.profiles.map(|profiles| profiles.len()), Some(1));
    for wrong in [
        r#"{"against":"all"}"#,
        r#"{"against":{}}"#,
        r#"{"against":{"rest":null}}"#,
        r#"{"against":{"filter":[],"rest":null}}"#,
        r#"{"settings":{"bands":[1]}}"#,
        r#"{"settings":{"ageBands":[-1]}}"#,
        r#"{"settings":{"shareOf":"some"}}"#,
    ] {
        assert!(asked(wrong).is_err(), "{wrong}");
    }
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
