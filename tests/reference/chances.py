"""Reference values for Fisher's exact test and Benjamini–Hochberg, worked out
without any code of this project.

Run from the root of the repository; writes tests/reference/chances.json:

    pip install scipy==1.17.1
    python3 tests/reference/chances.py

- `fisher`: scipy.stats.fisher_exact, two-sided. For tables of up to 400 cases
  the same is summed from exact fractions (every table with the same margins
  that is at most as likely), and both must agree.
- `adjusted`: scipy.stats.false_discovery_control, method "bh".
"""

import json
import math
import pathlib
import random
from fractions import Fraction

import scipy
from scipy.stats import false_discovery_control, fisher_exact

assert scipy.__version__ == "1.17.1", scipy.__version__


def exact(a, b, c, d):
    """The two-sided chance from whole numbers alone."""
    group, with_trait, everyone = a + b, a + c, a + b + c + d
    least, most = max(0, with_trait - (c + d)), min(group, with_trait)
    ways = [
        math.comb(group, k) * math.comb(everyone - group, with_trait - k) for k in range(least, most + 1)
    ]
    found = ways[a - least]
    return float(Fraction(sum(way for way in ways if way <= found), sum(ways)))


def tables():
    # Fisher's tea; R's ?fisher.test: convictions of twins; empty margins; ties of likelihood.
    yield from [(3, 1, 1, 3), (2, 10, 15, 3), (4, 0, 0, 4), (0, 0, 3, 5), (3, 0, 5, 0), (0, 0, 0, 0), (1, 0, 0, 1)]
    yield from [(5, 5, 5, 5), (10, 20, 30, 60), (46, 98, 8, 37), (5, 0, 0, 140), (8, 2, 1, 5), (0, 7, 9, 3)]
    dice = random.Random(20240229)
    for size in [6, 12, 40, 100, 400] * 12:
        yield tuple(dice.randint(0, size // 4) for _ in range(4))
    for size in [10_000, 1_000_000]:
        for _ in range(6):
            group, share = dice.randint(size // 100, size // 3), dice.uniform(0.02, 0.6)
            other = share * dice.uniform(0.9, 1.1)
            a, c = round(group * share), round((size - group) * other)
            yield a, group - a, c, size - group - c


def fisher():
    for table in tables():
        a, b, c, d = table
        if sum(table) == 0:
            chance = 1.0
        else:
            chance = float(fisher_exact([[a, b], [c, d]]).pvalue)
        if sum(table) <= 400:
            assert math.isclose(chance, exact(*table), rel_tol=1e-9), table
        yield {"table": table, "p": chance}


def adjusted():
    dice = random.Random(1995)
    lists = [[0.01, 0.04, 0.5], [0.05], [0.2, 0.2, 0.2], [1.0, 1.0], [0.0001, 0.05, 0.049, 0.0499]]
    # The fifteen chances of Benjamini and Hochberg (1995), section 3.2.
    lists.append(
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    )
    lists += [[dice.random() ** 3 for _ in range(size)] for size in (2, 7, 50, 400)]
    for chances in lists:
        yield {"chances": chances, "adjusted": [float(q) for q in false_discovery_control(chances, method="bh")]}


reference = {"fisher": list(fisher()), "adjusted": list(adjusted())}
target = pathlib.Path(__file__).with_name("chances.json")
target.write_text(json.dumps(reference, separators=(",", ":")) + "\n")
print(f"{len(reference['fisher'])} tables, {len(reference['adjusted'])} lists")
