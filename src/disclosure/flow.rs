//! The most that can flow from one node of a small network to another, in whole numbers (Dinic: all
//! shortest ways with room at once, then the next longer ones). What the numbers mean is its callers' matter.

use super::table::{at, put};

/// Nodes, and arcs in pairs: of pair `p`, arc `2p` goes forth and arc `2p + 1` back.
#[derive(Debug, Clone)]
pub(super) struct Network {
    arcs: Vec<Arc>,
    rooms: Vec<u64>,
    /// Of each node the first arc that leaves it.
    first: Vec<Option<usize>>,
    /// Of each node how many arcs it is from the beginning, by ways that have room.
    steps: Vec<Option<usize>>,
    /// The nodes that were reached, in order.
    reached: Vec<usize>,
    /// Of each node the arc to go on with: those before it lead nowhere.
    untried: Vec<Option<usize>>,
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
        Self {
            arcs: Vec::new(),
            rooms: Vec::new(),
            first: vec![None; nodes],
            steps: vec![None; nodes],
            reached: Vec::new(),
            untried: Vec::new(),
        }
    }

    /// Adds nodes, numbered after those that are there.
    pub(super) fn widen(&mut self, nodes: usize) {
        self.first.resize(self.first.len() + nodes, None);
        self.steps.resize(self.first.len(), None);
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
        while sent < most && from != to && self.count_steps(from, to) {
            self.untried.clone_from(&self.first);
            sent += self.send(from, to, most - sent);
        }
        sent
    }

    /// Sends at most `most` from a node on by shortest ways, and tells how much.
    fn send(&mut self, node: usize, to: usize, most: u64) -> u64 {
        if node == to {
            return most;
        }
        let mut sent = 0;
        while let Some(arc) = at(&self.untried, node) {
            let Arc { end, next } = at(&self.arcs, arc);
            let room = at(&self.rooms, arc).min(most - sent);
            let is_nearer = at(&self.steps, end) == at(&self.steps, node).map(|steps| steps + 1);
            if room > 0 && is_nearer {
                let further = self.send(end, to, room);
                self.shift(arc, further);
                sent += further;
            }
            if sent == most {
                return sent;
            }
            put(&mut self.untried, node, next);
        }
        sent
    }

    /// Sends an amount over one arc, which leaves as much more room on its fellow.
    fn shift(&mut self, arc: usize, amount: u64) {
        let (there, back) = (at(&self.rooms, arc), at(&self.rooms, arc ^ 1));
        put(&mut self.rooms, arc, there.saturating_sub(amount));
        put(&mut self.rooms, arc ^ 1, back.saturating_add(amount));
    }

    /// Counts the steps to each node up to the end, and tells whether that was reached.
    fn count_steps(&mut self, from: usize, to: usize) -> bool {
        self.steps.fill(None);
        put(&mut self.steps, from, Some(0));
        self.reached.clear();
        self.reached.push(from);
        let mut next = 0;
        while let Some(node) = self.reached.get(next).copied() {
            next += 1;
            let steps = at(&self.steps, node).map(|steps| steps + 1);
            let mut leaving = at(&self.first, node);
            while let Some(arc) = leaving {
                let Arc { end, next } = at(&self.arcs, arc);
                leaving = next;
                if at(&self.rooms, arc) == 0 || at(&self.steps, end).is_some() {
                    continue;
                }
                put(&mut self.steps, end, steps);
                if end == to {
                    return true;
                }
                self.reached.push(end);
            }
        }
        false
    }
}
