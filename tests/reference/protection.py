"""Attacks what disclosure control publishes of random tables, without any code of this project.

    pip install -r tests/reference/requirements.txt
    cargo run --example protection -- 5000 > tables.jsonl
    python3 tests/reference/protection.py tables.jsonl

Reads the tables, what is published of them and the intervals of the hidden cells, and works out with HiGHS
(through scipy) what an outsider can make of them:

- exact counts: the least and the most of each hidden cell by linear programming. No interval may differ from
  the project's, and no published one may be narrower than the minimum or stay below it;
- rounded counts: the same by integer programming, for tables of which all that adds up is known. Someone who
  also knows every sum exactly must still be left an interval as wide, and the published interval must
  hold whatever someone can think who does not.

Prints what was checked, and what two habits give away on the same tables. Ends with status 1 on any difference.
"""

import argparse
import itertools
import json
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_array

# As many problems are handed to the solver as one: they share nothing, so their sum is least where each is.
AT_ONCE = 200


def sums(table):
    cells = numpy.array(table["cells"]).reshape(table["rows"], table["columns"])
    return cells, cells.sum(axis=1), cells.sum(axis=0)


class Programs:
    """Many small linear programs with equalities, solved a few hundred at a time as one large one."""

    def __init__(self):
        self.rows, self.columns, self.right, self.costs, self.low, self.told = [], [], [], [], [], []
        self.answers = {}

    def add(self, name, table, hidden, least, cell, sign):
        """The least (sign 1) or the most (sign -1) of one hidden cell of a table."""
        cells, _, _ = sums(table)
        first = len(self.costs)
        lines = {}
        for number, place in enumerate(hidden):
            row, column = divmod(place, table["columns"])
            self.costs.append(float(sign) if place == cell else 0.0)
            for line in (("row", row), ("column", column)):
                at = lines.setdefault(line, [len(self.right) + len(lines), 0])
                at[1] += int(cells[row, column])
                self.rows.append(at[0])
                self.columns.append(first + number)
        self.right += [total for _, total in lines.values()]
        self.low += [least] * len(hidden)
        self.told.append((name, first + hidden.index(cell)))
        if len(self.told) == AT_ONCE:
            self.solve()

    def solve(self):
        if self.told:
            matrix = coo_array(
                (numpy.ones(len(self.rows)), (self.rows, self.columns)), shape=(len(self.right), len(self.costs))
            )
            bounds = numpy.column_stack([self.low, numpy.full(len(self.low), numpy.inf)])
            found = linprog(self.costs, A_eq=matrix.tocsc(), b_eq=self.right, bounds=bounds, method="highs")
            if found.status != 0:
                sys.exit(f"the solver did not finish: {found.message}")
            self.answers.update({name: found.x[at] for name, at in self.told})
        self.rows, self.columns, self.right, self.costs, self.low, self.told = [], [], [], [], [], []


def exact(lines, wanted):
    """Compares intervals of exact counts; tells how many and what differs."""
    asked, programs = {}, Programs()
    audited = [(number, *audit) for number, line in enumerate(lines) for audit in published(line)]
    habits = ((number, *audit) for number, line in enumerate(lines) for audit in masked(line))
    for number, kind, table, hidden, least, intervals in itertools.chain(audited, habits):
        # All that is published is attacked; of the habits as many as are wanted beside it.
        if len(asked) >= wanted and kind != "ours":
            break
        for place, low, high in intervals:
            name = (number, kind, least, place)
            asked[name] = (low, high)
            programs.add((name, "low"), table, hidden, least, place, 1)
            programs.add((name, "high"), table, hidden, least, place, -1)
    programs.solve()
    wrong = []
    for name, (low, high) in asked.items():
        found = programs.answers[name, "low"], programs.answers[name, "high"]
        if abs(found[0] - low) > 1e-4 or abs(found[1] - high) > 1e-4:
            wrong.append(f"table {name}: {low} to {high}, but {found[0]} to {found[1]}")
    return len(asked), wrong


def published(line):
    """The hidden cells of a published exact table with the intervals that the project gave."""
    ours = line["ours"]
    if ours and "cells" in ours and line["base"] is None:
        found = [(place, *cell) for place, cell in enumerate(ours["cells"]) if isinstance(cell, list)]
        yield "ours", ours["table"], [place for place, _, _ in found], 1, found


def masked(line):
    """The cells that a habit masks: one habit and one kind of reader for each table, and not the largest ones."""
    kind = "naive" if sum(line["table"]["cells"]) % 2 == 0 else "two"
    for name, least in ((kind, 1), (f"{kind} from 0", 0)):
        found = line[name]
        if found and len(found) < 50:
            yield name, line["table"], [cell[0] for cell in found], least, found


def unsafe(lines):
    """What is published although an outsider knows it too well, by the intervals that were compared."""
    wrong = []
    for number, line in enumerate(lines):
        ours, minimum = line["ours"], line["minimum"]
        if not ours or "cells" not in ours:
            continue
        cells, rows, columns = sums(ours["table"])
        for place, (cell, count) in enumerate(zip(ours["cells"], cells.flat)):
            if isinstance(cell, list):
                if cell[1] - cell[0] < minimum or cell[1] < minimum or not cell[0] <= count <= cell[1]:
                    wrong.append(f"table {number}, cell {place}: {cell}")
            elif 0 < count < minimum or 0 < cell < minimum or abs(cell - count) >= (line["base"] or 1):
                wrong.append(f"table {number}, cell {place} is shown")
            elif line["base"] and cell % line["base"] > 0:
                wrong.append(f"table {number}, cell {place} is not rounded")
        hidden = numpy.array([isinstance(cell, list) for cell in ours["cells"]]).reshape(cells.shape)
        for parts in (numpy.where(hidden, cells, 0).sum(axis=1), numpy.where(hidden, cells, 0).sum(axis=0)):
            if any(0 < part < minimum for part in parts):
                wrong.append(f"table {number}: the hidden part of a line is known and small")
    return wrong


class Rounded:
    """What is known of a published table with rounded counts, for an integer program: counts and rounded values."""

    def __init__(self, line, knows_sums):
        ours, base, minimum = line["ours"], line["base"], line["minimum"]
        cells, rows, columns = sums(ours["table"])
        shape, size = cells.shape, cells.size
        sums_of = {"rows": (ours["rows"], rows), "columns": (ours["columns"], columns)}
        # Unknowns: counts, then multiples of the base, of the cells.
        low, high = numpy.zeros(2 * size), numpy.full(2 * size, 2.0 * cells.sum() + 50)
        for place, cell in enumerate(ours["cells"]):
            if isinstance(cell, list):
                low[place] = 1
            elif cell == 0:
                high[place] = high[size + place] = 0
            else:
                low[place], high[place] = max(minimum, cell - base + 1), cell + base - 1
                low[size + place] = high[size + place] = cell // base
        matrix, least, most = [], [], []
        for place in range(size):
            line_of = numpy.zeros(2 * size)
            line_of[place], line_of[size + place] = 1, -base
            matrix.append(line_of), least.append(1 - base), most.append(base - 1)
        for axis, name in ((0, "rows"), (1, "columns")):
            for number, (shown, count) in enumerate(zip(*sums_of[name])):
                member = numpy.indices(shape)[axis].flatten() == number
                matrix.append(numpy.concatenate([member, numpy.zeros(size)]))
                if knows_sums or shown == 0:
                    least.append(count), most.append(count)
                else:
                    least.append(max(minimum, shown - base + 1)), most.append(shown + base - 1)
                matrix.append(numpy.concatenate([numpy.zeros(size), member]))
                least.append(shown // base), most.append(shown // base)
        self.size, self.bounds = size, Bounds(low, high)
        self.constraint = LinearConstraint(numpy.array(matrix), least, most)

    def interval(self, place):
        found = []
        for sign in (1, -1):
            costs = numpy.zeros(2 * self.size)
            costs[place] = sign
            answer = milp(costs, integrality=numpy.ones(2 * self.size), bounds=self.bounds, constraints=self.constraint)
            if answer.status != 0:
                sys.exit(f"the solver did not finish: {answer.message}")
            found.append(round(answer.x[place]))
        return found


def rounded(lines, wanted):
    """Attacks rounded tables: how many hidden cells, what is wrong, how much wider what is published is."""
    wrong, cells, wider = [], 0, 0
    for number, line in enumerate(lines):
        ours = line["ours"]
        if line["base"] is None or not ours or "cells" not in ours or len(ours["cells"]) > 30:
            continue
        hidden = [place for place, cell in enumerate(ours["cells"]) if isinstance(cell, list)]
        # A few of each table, so that many tables take part.
        for place in hidden[:: max(1, len(hidden) // 3)]:
            published = ours["cells"][place]
            low, high = Rounded(line, knows_sums=True).interval(place)
            if high - low < line["minimum"] or high < line["minimum"]:
                wrong.append(f"table {number}, cell {place}: {low} to {high} for one who knows the sums")
            low, high = Rounded(line, knows_sums=False).interval(place)
            if low < published[0] or high > published[1]:
                wrong.append(f"table {number}, cell {place}: {low} to {high}, published as {published}")
            cells, wider = cells + 1, wider + (published != [low, high])
        if cells >= wanted:
            break
    return cells, wrong, wider


def habits(lines):
    """How many of the tables with a masked cell two habits give away."""
    for kind, name in (("naive", "small cells masked, no more"), ("two", "two masked in each row and column")):
        for known, reader in ((kind, "by who sees that zeros are shown"), (f"{kind} from 0", "by who does not")):
            tables = [(line[known], line["minimum"]) for line in lines if line[known]]
            gone = sum(any(low == high for _, low, high in cells) for cells, _ in tables)
            narrow = sum(any(high - low < minimum for _, low, high in cells) for cells, minimum in tables)
            print(f"{name}, read {reader}: {gone / len(tables):.1%} of {len(tables)} tables tell a cell exactly, "
                  f"{narrow / len(tables):.1%} to less than the minimum")


def outcomes(lines):
    for base in (None, 5):
        of_kind = [line for line in lines if line["base"] == base]
        shown = [line["ours"] for line in of_kind if line["ours"] and "cells" in line["ours"]]
        cases = sum(sum(ours["table"]["cells"]) for ours in shown)
        hidden = sum(count for ours in shown for count, cell in zip(ours["table"]["cells"], ours["cells"]) if isinstance(cell, list))
        merged = [line["whole"] for line in of_kind if line["whole"] is not None]
        print(f"{'exact' if base is None else 'rounded'}: {len(shown)} of {len(of_kind)} tables published by hiding alone, "
              f"with {1 - hidden / cases:.0%} of their cases in shown cells; the others refused; "
              f"of {len(merged)} of them {sum(merged)} can be merged to two rows and two columns or more with every case shown")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--cells", type=int, default=13_500)
    parser.add_argument("--rounded", type=int, default=100)
    options = parser.parse_args()
    with open(options.file) as file:
        lines = [json.loads(line) for line in file]
    compared, wrong = exact(lines, options.cells)
    print(f"{compared} hidden cells of exact tables against linear programming: {len(wrong)} differ")
    attacked, wrong_rounded, wider = rounded(lines, options.rounded)
    print(f"{attacked} hidden cells of rounded tables against integer programming: {len(wrong_rounded)} known too well, "
          f"{wider} published with a wider interval than need be")
    wrong += wrong_rounded + unsafe(lines)
    outcomes(lines)
    habits(lines)
    enough = compared >= min(options.cells, len(lines)) and attacked > 0
    for line in wrong[:20]:
        print(line, file=sys.stderr)
    sys.exit(1 if wrong or not enough else 0)


if __name__ == "__main__":
    main()
