//! Short lists in order, and maps made of them. The standard library's tree map
//! and its sort weigh 15 kB brotli in the browser, once for each type of key;
//! what is kept here has a few hundred entries at most.

use std::{borrow::Borrow, cmp::Ordering};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A map that keeps its keys in order, for few of them.
///
/// ```
/// use ben_monitor::listed::Listed;
/// let mut counts: Listed<String, u32> = Listed::default();
/// *counts.entry("b".to_owned()) += 1;
/// *counts.entry("a".to_owned()) += 2;
/// assert_eq!(counts.iter().map(|(key, _)| key.as_str()).collect::<String>(), "ab");
/// assert_eq!(counts.get("a"), Some(&2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<K, V>(Vec<(K, V)>);

impl<K, V> Default for Listed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Listed<K, V> {
    /// The place of a key, or the one where it would stand.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// Puts a value in the place of what the key had.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => {
                if let Some(slot) = self.0.get_mut(at) {
                    slot.1 = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// The value of a key, which begins as the default one.
    pub fn entry(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.entry_or(key, V::default)
    }

    /// The value of a key, which begins as `first` says.
    #[expect(clippy::indexing_slicing, reason = "found there, or just put there")]
    pub fn entry_or(&mut self, key: K, first: impl FnOnce() -> V) -> &mut V {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, first()));
            at
        });
        &mut self.0[at].1
    }

    /// All of it, in the order of the keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl<K, V> IntoIterator for Listed<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Listed<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Listed<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut listed = Self::default();
        listed.extend(entries);
        listed
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Listed<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Listed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Listed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

/// Reads a map entry by entry.
struct Entries<K, V>(std::marker::PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> de::Visitor<'de> for Entries<K, V> {
    type Value = Listed<K, V>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut listed = Listed::default();
        while let Some((key, value)) = map.next_entry()? {
            listed.insert(key, value);
        }
        Ok(listed)
    }
}

/// The items in order; equal ones stay as they came.
///
/// ```
/// use ben_monitor::listed::in_order;
/// let sizes = in_order(["ccc", "a", "bb", "d"], |a, b| a.len().cmp(&b.len()));
/// assert_eq!(sizes, ["a", "d", "bb", "ccc"]);
/// ```
pub fn in_order<T>(items: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let at = ordered.partition_point(|before| compare(before, &item) != Ordering::Greater);
        ordered.insert(at, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{Listed, in_order};

    proptest! {
        #[test]
        fn a_listed_map_is_a_map(entries in proptest::collection::vec((0u8..20, any::<u16>()), 0..60)) {
            let listed: Listed<u8, u16> = entries.iter().copied().collect();
            let tree: BTreeMap<u8, u16> = entries.iter().copied().collect();
            prop_assert!(listed.iter().eq(tree.iter()));
            for key in 0..20 {
                prop_assert_eq!(listed.get(&key), tree.get(&key));
            }
            let json = serde_json::to_string(&tree).unwrap_or_default();
            prop_assert_eq!(serde_json::to_string(&listed).unwrap_or_default(), json.clone());
            prop_assert_eq!(serde_json::from_str::<Listed<u8, u16>>(&json).ok(), Some(listed));
        }

        #[test]
        fn in_order_is_a_stable_sort(mut items in proptest::collection::vec((0u8..5, any::<u16>()), 0..60)) {
            let ordered = in_order(items.clone(), |a, b| a.0.cmp(&b.0));
            items.sort_by_key(|&(key, _)| key);
            prop_assert_eq!(ordered, items);
        }
    }
}
