//! Plain bytes as one of our types.

use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use super::{END, FALSE, LIST, MAP, NULL, NUMBER, TEXT, TRUE, WrongShape};

/// The value that these bytes hold.
///
/// # Errors
///
/// When they hold something else, or more.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WrongShape> {
    let mut rest = Rest(bytes);
    let value = T::deserialize(&mut rest)?;
    if rest.0.is_empty() { Ok(value) } else { Err(WrongShape) }
}

/// The bytes that have not been read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], WrongShape> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(WrongShape)?;
        self.0 = rest;
        Ok(taken)
    }

    /// Takes this tag, or refuses.
    fn tag(&mut self, tag: u8) -> Result<(), WrongShape> {
        if self.take(1)? == [tag] { Ok(()) } else { Err(WrongShape) }
    }

    fn number(&mut self) -> Result<f64, WrongShape> {
        self.tag(NUMBER)?;
        let bytes = self.take(8)?.try_into().map_err(|_| WrongShape)?;
        Ok(f64::from_le_bytes(bytes))
    }

    fn whole(&mut self) -> Result<i64, WrongShape> {
        let number = self.number()?;
        #[expect(clippy::cast_possible_truncation, reason = "looked at below")]
        let whole = number as i64;
        #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "equal only when nothing was lost")]
        let same = whole as f64 == number;
        if same { Ok(whole) } else { Err(WrongShape) }
    }

    fn text(&mut self) -> Result<&'a str, WrongShape> {
        self.tag(TEXT)?;
        let length = self.take(4)?.try_into().map_err(|_| WrongShape)?;
        let length = usize::try_from(u32::from_le_bytes(length)).map_err(|_| WrongShape)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| WrongShape)
    }

    /// Whether the list or map ends here; takes the end.
    fn ends(&mut self) -> bool {
        let ends = self.peek() == Some(END);
        if ends {
            self.0 = self.0.get(1..).unwrap_or_default();
        }
        ends
    }

    /// Goes past one value, whatever it is.
    fn skip(&mut self) -> Result<(), WrongShape> {
        let mut depth = 0_usize;
        loop {
            match self.peek().ok_or(WrongShape)? {
                NUMBER => drop(self.number()?),
                TEXT => drop(self.text()?),
                tag @ (LIST | MAP) => {
                    self.tag(tag)?;
                    depth += 1;
                }
                END => {
                    self.tag(END)?;
                    depth = depth.checked_sub(1).ok_or(WrongShape)?;
                }
                tag @ (NULL | FALSE | TRUE) => self.tag(tag)?,
                _ => return Err(WrongShape),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($name:ident),+) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
            visitor.visit_i64(self.whole()?)
        }
    )+};
}

impl<'de> Deserializer<'de> for &mut Rest<'de> {
    type Error = WrongShape;

    whole_numbers! {
        deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64,
        deserialize_u8, deserialize_u16, deserialize_u32, deserialize_u64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self.peek() {
            Some(NUMBER) => visitor.visit_f64(self.number()?),
            Some(TEXT) => visitor.visit_str(self.text()?),
            Some(LIST) => self.deserialize_seq(visitor),
            Some(MAP) => self.deserialize_map(visitor),
            Some(NULL) => self.deserialize_unit(visitor),
            _ => self.deserialize_bool(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self.take(1)? {
            [TRUE] => visitor.visit_bool(true),
            [FALSE] => visitor.visit_bool(false),
            _ => Err(WrongShape),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, WrongShape> {
        Err(WrongShape)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, WrongShape> {
        Err(WrongShape)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        if self.peek() == Some(NULL) {
            self.tag(NULL)?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.tag(NULL)?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.tag(LIST)?;
        let mut items = Items(self);
        let value = visitor.visit_seq(&mut items)?;
        if items.0.ends() { Ok(value) } else { Err(WrongShape) }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, WrongShape> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.tag(MAP)?;
        let mut items = Items(self);
        let value = visitor.visit_map(&mut items)?;
        if items.0.ends() { Ok(value) } else { Err(WrongShape) }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        if self.peek() != Some(MAP) {
            return visitor.visit_enum(self.text()?.into_deserializer());
        }
        self.tag(MAP)?;
        let value = visitor.visit_enum(Variant(self))?;
        if self.ends() { Ok(value) } else { Err(WrongShape) }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.skip()?;
        visitor.visit_unit()
    }
}

/// A variant with content: its name and its content, as the one entry of a map whose end is left.
struct Variant<'r, 'de>(&'r mut Rest<'de>);

impl<'de> de::EnumAccess<'de> for Variant<'_, 'de> {
    type Error = WrongShape;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), WrongShape> {
        seed.deserialize(&mut *self.0).map(|name| (name, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, 'de> {
    type Error = WrongShape;

    fn unit_variant(self) -> Result<(), WrongShape> {
        Err(WrongShape)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, WrongShape> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, WrongShape> {
        self.0.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        self.0.deserialize_map(visitor)
    }
}

/// What stands between the tag of a list or map and its end, which is left.
struct Items<'r, 'de>(&'r mut Rest<'de>);

impl Items<'_, '_> {
    fn are_over(&self) -> bool {
        self.0.peek() == Some(END)
    }
}

impl<'de> de::SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = WrongShape;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, WrongShape> {
        if self.are_over() { Ok(None) } else { seed.deserialize(&mut *self.0).map(Some) }
    }
}

impl<'de> de::MapAccess<'de> for &mut Items<'_, 'de> {
    type Error = WrongShape;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, WrongShape> {
        if self.are_over() { Ok(None) } else { seed.deserialize(&mut *self.0).map(Some) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, WrongShape> {
        seed.deserialize(&mut *self.0)
    }
}
