//! The most that can flow from one node of a small network to another, in whole numbers (Edmonds and
//! Karp: the shortest way with room, again and again). What the numbers mean is its callers' matter.

use super::table::{at, put};

/// Nodes, and arcs in pairs: of pair `p`, arc `2p` goes forth and arc `2p + 1` back.
#[derive(Debug, Clone)]
pub(super) struct Network {
    arcs: Vec<Arc>,
    rooms: Vec<u64>,
    /// Of each node the first arc that leaves it.
    first: Vec<Option<usize>>,
    /// Of each node by which arc it was reached, while a way is looked for.
    came_by: Vec<Option<usize>>,
    /// The nodes that were reached, in order.
    reached: Vec<usize>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Arc {
    end: usize,
    /// The next arc that leaves the same node.
    next: Option<usize>,
}

impl Network {
    /// A network without arcs.
    pub(super) fn new(nodes: usize) -> Self {
        let none = vec![None; nodes];
        Self { arcs: Vec::new(), rooms: Vec::new(), first: none.clone(), came_by: none, reached: Vec::new() }
    }

    /// Adds nodes, numbered after those that are there.
    pub(super) fn widen(&mut self, nodes: usize) {
        self.first.resize(self.first.len() + nodes, None);
        self.came_by.resize(self.first.len(), None);
    }

    /// Adds a pair of arcs between two nodes with what each has room for, and gives its number.
    pub(super) fn join(&mut self, from: usize, to: usize, forth: u64, back: u64) -> usize {
        let pair = self.arcs.len() / 2;
        for (node, end, room) in [(from, to, forth), (to, from, back)] {
            let next = at(&self.first, node);
            put(&mut self.first, node, Some(self.arcs.len()));
            self.arcs.push(Arc { end, next });
            self.rooms.push(room);
        }
        pair
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
        while sent < most && from != to && self.find_way(from, to) {
            let mut room = most - sent;
            self.along(from, to, |network, arc| room = room.min(at(&network.rooms, arc)));
            self.along(from, to, |network, arc| network.shift(arc, room));
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

    /// Looks for a shortest way that has room.
    fn find_way(&mut self, from: usize, to: usize) -> bool {
        self.came_by.fill(None);
        self.reached.clear();
        self.reached.push(from);
        let mut next = 0;
        while let Some(node) = self.reached.get(next) {
            next += 1;
            let mut leaving = at(&self.first, *node);
            while let Some(arc) = leaving {
                let Arc { end, next } = at(&self.arcs, arc);
                leaving = next;
                if at(&self.rooms, arc) == 0 || end == from || at(&self.came_by, end).is_some() {
                    continue;
                }
                put(&mut self.came_by, end, Some(arc));
                if end == to {
                    return true;
                }
                self.reached.push(end);
            }
        }
        false
    }

    /// Goes over the arcs of the way that was found, from its end to its beginning.
    fn along(&mut self, from: usize, to: usize, mut visit: impl FnMut(&mut Self, usize)) {
        let mut node = to;
        while node != from {
            let Some(arc) = at(&self.came_by, node) else { return };
            visit(self, arc);
            node = at(&self.arcs, arc ^ 1).end;
        }
    }
}
