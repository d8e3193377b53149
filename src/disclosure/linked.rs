//! Which tables together tell no more than each by itself.
//!
//! Tables of the same cases share sums: two of one axis have the same margin. As long as axes and tables
//! make no ring, whatever one table could be goes with whatever the others could be: cases can be given
//! their classes axis by axis along the tables, each time as the next table has it. In a ring (A by B, B
//! by C, C by A) they can't: what two tables allow, the third may rule out.

use super::table::{at, put};

/// The first table that closes a ring, if one does. Tables are pairs of axes, numbered from 0 to one below
/// `axes`; an axis that follows from another one (whether there is a measure, from which measure it is) is
/// to have that one's number.
///
/// ```
/// use ben_monitor::disclosure::linked;
/// assert_eq!(linked::ring(4, &[(0, 3), (1, 3), (2, 3)]), None, "three axes by region");
/// assert_eq!(linked::ring(4, &[(0, 3), (1, 3), (0, 1)]), Some(2), "two of them also by each other");
/// ```
pub fn ring(axes: usize, tables: &[(usize, usize)]) -> Option<usize> {
    let mut groups: Vec<usize> = (0..axes).collect();
    tables.iter().position(|(one, other)| {
        let (kept, gone) = (at(&groups, *one), at(&groups, *other));
        for axis in 0..axes {
            if at(&groups, axis) == gone {
                put(&mut groups, axis, kept);
            }
        }
        kept == gone
    })
}
