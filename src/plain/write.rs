//! Any of our data as plain bytes.

use serde::{
    Serialize,
    ser::{self, Serializer},
};

use super::{END, FALSE, LIST, MAP, NULL, NUMBER, TEXT, TRUE, WrongShape};

type Done = Result<(), WrongShape>;

/// The bytes of a value.
pub fn write(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Bytes(Vec::new());
    // Our data has no keys but texts, so this always succeeds.
    if value.serialize(&mut bytes).is_err() {
        bytes.0 = vec![NULL];
    }
    bytes.0
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn tag(&mut self, tag: u8) -> Done {
        self.0.push(tag);
        Ok(())
    }

    fn number(&mut self, number: f64) -> Done {
        self.0.push(NUMBER);
        self.0.extend_from_slice(&number.to_le_bytes());
        Ok(())
    }

    fn text(&mut self, text: &str) -> Done {
        self.0.push(TEXT);
        self.0.extend_from_slice(&u32::try_from(text.len()).map_err(|_| WrongShape)?.to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn open(&mut self, tag: u8) -> Result<&mut Self, WrongShape> {
        self.0.push(tag);
        Ok(self)
    }
}

/// Whole numbers that do not fit an `f64` are far beyond what is counted here.
macro_rules! numbers {
    ($($name:ident: $type:ty),+) => {$(
        #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
        fn $name(self, number: $type) -> Done {
            self.number(number as f64)
        }
    )+};
}

impl<'a> Serializer for &'a mut Bytes {
    type Ok = ();
    type Error = WrongShape;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = ser::Impossible<(), WrongShape>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = ser::Impossible<(), WrongShape>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_f32: f32
    }

    fn serialize_bool(self, truth: bool) -> Done {
        self.tag(if truth { TRUE } else { FALSE })
    }

    fn serialize_f64(self, number: f64) -> Done {
        self.number(number)
    }

    fn serialize_char(self, letter: char) -> Done {
        self.text(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Done {
        self.text(text)
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(WrongShape)
    }

    fn serialize_none(self) -> Done {
        self.tag(NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.tag(NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.tag(NULL)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        Err(WrongShape)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<&'a mut Bytes, WrongShape> {
        self.open(LIST)
    }

    fn serialize_tuple(self, _: usize) -> Result<&'a mut Bytes, WrongShape> {
        self.open(LIST)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<&'a mut Bytes, WrongShape> {
        self.open(LIST)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, WrongShape> {
        Err(WrongShape)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<&'a mut Bytes, WrongShape> {
        self.open(MAP)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<&'a mut Bytes, WrongShape> {
        self.open(MAP)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, WrongShape> {
        Err(WrongShape)
    }
}

/// Items of lists, one after another.
macro_rules! items {
    ($($trait:ident: $method:ident),+) => {$(
        impl ser::$trait for &mut Bytes {
            type Ok = ();
            type Error = WrongShape;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                self.tag(END)
            }
        }
    )+};
}

items! { SerializeSeq: serialize_element, SerializeTuple: serialize_element, SerializeTupleStruct: serialize_field }

impl ser::SerializeMap for &mut Bytes {
    type Ok = ();
    type Error = WrongShape;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.tag(END)
    }
}

impl ser::SerializeStruct for &mut Bytes {
    type Ok = ();
    type Error = WrongShape;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.text(key)?;
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.tag(END)
    }
}
