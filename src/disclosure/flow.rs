//! The most that can flow from one node of a small network to another, in whole numbers (Edmonds and
//! Karp: the shortest way with room, again and again). What the numbers mean is its callers' matter.

use super::table::{at, put};

/// Nodes, and arcs in pairs: of pair `p`, arc `2p` goes forth and arc `2p + 1` back.
#[derive(Debug, Clone)]
pub(super) struct Network {
    ends: Vec<usize>,
    leaving: Vec<Vec<usize>>,
    rooms: Vec<u64>,
}

impl Network {
    /// A network without arcs.
    pub(super) fn new(nodes: usize) -> Self {
        Self { ends: Vec::new(), leaving: vec![Vec::new(); nodes], rooms: Vec::new() }
    }

    /// Adds a pair of arcs between two nodes with what each has room for, and gives its number.
    pub(super) fn join(&mut self, from: usize, to: usize, forth: u64, back: u64) -> usize {
        let pair = self.ends.len() / 2;
        for (node, end, room, arc) in [(from, to, forth, 2 * pair), (to, from, back, 2 * pair + 1)] {
            self.ends.push(end);
            self.rooms.push(room);
            if let Some(leaving) = self.leaving.get_mut(node) {
                leaving.push(arc);
            }
        }
        pair
    }

    /// Adds nodes, numbered after those that are there.
    pub(super) fn widen(&mut self, nodes: usize) {
        self.leaving.resize(self.leaving.len() + nodes, Vec::new());
    }

    /// The room that is left on each arc.
    pub(super) fn rooms(&self) -> &[u64] {
        &self.rooms
    }

    /// Puts the rooms back to what they were.
    pub(super) fn restore(&mut self, rooms: &[u64]) {
        self.rooms.clear();
        self.rooms.extend_from_slice(rooms);
    }

    /// Gives a pair other room.
    pub(super) fn set(&mut self, pair: usize, forth: u64, back: u64) {
        put(&mut self.rooms, 2 * pair, forth);
        put(&mut self.rooms, 2 * pair + 1, back);
    }

    /// Sends as much as there is room for, at most `most`, and tells how much.
    pub(super) fn push(&mut self, from: usize, to: usize, most: u64) -> u64 {
        let mut sent = 0;
        while sent < most && from != to {
            let Some(way) = self.way(from, to) else { break };
            let room = way.iter().map(|arc| at(&self.rooms, *arc)).min().unwrap_or(0).min(most - sent);
            for arc in way {
                self.shift(arc, room);
            }
            sent += room;
        }
        sent
    }

    /// Sends an amount over one arc, which leaves as much more room on its fellow.
    fn shift(&mut self, arc: usize, amount: u64) {
        let (there, back) = (at(&self.rooms, arc), at(&self.rooms, arc ^ 1));
        put(&mut self.rooms, arc, there.saturating_sub(amount));
        put(&mut self.rooms, arc ^ 1, back.saturating_add(amount));
    }

    /// The arcs of a shortest way that has room, from its end to its beginning.
    fn way(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut came_by: Vec<Option<usize>> = vec![None; self.leaving.len()];
        let mut reached = vec![from];
        let mut next = 0;
        while let Some(node) = reached.get(next).copied() {
            next += 1;
            for arc in self.leaving.get(node).into_iter().flatten().copied() {
                let end = at(&self.ends, arc);
                if end == from || at(&came_by, end).is_some() || at(&self.rooms, arc) == 0 {
                    continue;
                }
                put(&mut came_by, end, Some(arc));
                if end == to {
                    return self.back_from(to, from, &came_by);
                }
                reached.push(end);
            }
        }
        None
    }

    fn back_from(&self, to: usize, from: usize, came_by: &[Option<usize>]) -> Option<Vec<usize>> {
        let mut way = Vec::new();
        let mut node = to;
        while node != from {
            let arc = at(came_by, node)?;
            way.push(arc);
            node = at(&self.ends, arc ^ 1);
        }
        Some(way)
    }
}
