"""Reference values for `stats`, worked out without any code of this project.

Run from the root of the repository; writes tests/reference/statistics.json:

    pip install lifelines==0.30.3
    python3 tests/reference/statistics.py

- Curves, numbers at risk and 95 % log-log intervals: lifelines' KaplanMeierFitter.
- Medians: R's rule (survival, `survmean`, function `minmin`), over exact
  fractions for the curve; lifelines itself takes the first day of a plateau at
  one half, R the middle of it. Away from a plateau the two must agree, which
  is asserted here.
- Quantiles: numpy's method "linear", which is R's type 7.

Data sets: `aml` and `gehan` as R's survival and MASS have them, `waltons` as
lifelines has it, two small ones with a plateau at one half, and lead times
drawn from a fixed seed.
"""

import json
import pathlib
import random
from fractions import Fraction

import numpy
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_waltons
from lifelines.utils import median_survival_times

# (days, 1 = event, 0 = censored)
AML_MAINTAINED = [(9, 1), (13, 1), (13, 0), (18, 1), (23, 1), (28, 0), (31, 1), (34, 1), (45, 0), (48, 1), (161, 0)]
AML_NOT = [(5, 1), (5, 1), (8, 1), (8, 1), (12, 1), (16, 0), (23, 1), (27, 1), (30, 1), (33, 1), (43, 1), (45, 1)]
GEHAN_6MP = [(day, 1) for day in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    (day, 0) for day in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
GEHAN_CONTROL = [
    (day, 1) for day in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
]
PLATEAU = [(10, 1), (20, 1), (25, 0), (30, 1)]
PLATEAU_TO_THE_END = [(3, 1), (7, 1), (9, 0), (12, 0)]


def drawn(seed, size, longest, events):
    dice = random.Random(seed)
    return [(dice.randint(0, longest), int(dice.random() < events)) for _ in range(size)]


def middle(curve):
    """R's minmin over (day, height) pairs; None where never reached."""
    tolerance = 2.0**-26
    below = [(day, height) for day, height in curve if height is not None and height < 0.5 + tolerance]
    if not below:
        return None
    day, height = below[0]
    later = [other for other, lower in below if lower < height]
    if abs(height - Fraction(1, 2)) < tolerance and later:
        return (day + later[0]) / 2
    return float(day)


def curve_of(data):
    fitter = KaplanMeierFitter().fit([day for day, _ in data], [event for _, event in data])
    band = fitter.confidence_interval_
    exact, rows = Fraction(1), []
    for day in sorted({day for day, _ in data}):
        at_risk = sum(other >= day for other, _ in data)
        died = sum(other == day and event == 1 for other, event in data)
        exact *= Fraction(at_risk - died, at_risk)
        survival = float(fitter.survival_function_at_times(day).iloc[0])
        assert abs(survival - float(exact)) < 1e-9
        # On day 0 lifelines counts the cases at risk in a row that it adds itself.
        assert day == 0 or int(fitter.event_table.loc[day, "at_risk"]) == at_risk
        low, high = (float(end) for end in band.loc[day])
        inside = 0 < exact < 1
        rows.append([day, at_risk, survival, low if inside else None, high if inside else None, exact])
    median = middle([(row[0], row[5]) for row in rows])
    if all(row[5] != Fraction(1, 2) for row in rows):
        assert (fitter.median_survival_time_ if median is not None else None) == median
    ends = median_survival_times(band).iloc[0] if median is not None else [None, None]
    low, high = middle([(row[0], row[3]) for row in rows]), middle([(row[0], row[4]) for row in rows])
    if low is not None and ends[0] is not None:
        assert ends[0] == low
    if high is not None and ends[1] is not None:
        assert ends[1] == high
    return {
        "events": [day for day, event in data if event],
        "censored": [day for day, event in data if not event],
        "points": [row[:5] for row in rows],
        "median": median,
        "low": low,
        "high": high,
    }


def quantiles_of(values):
    asked = [(0, 1), (1, 10), (1, 4), (1, 3), (1, 2), (3, 4), (9, 10), (1, 1)]
    return {
        "values": values,
        "mean": float(numpy.mean(values)),
        "quantiles": [[a, b, float(numpy.quantile(values, a / b, method="linear"))] for a, b in asked],
    }


def main():
    waltons = load_waltons()
    of_group = lambda name: [
        (int(row.T_), int(row.E)) for row in waltons.rename(columns={"T": "T_"}).itertuples() if row.group == name
    ]
    curves = {
        "aml maintained": AML_MAINTAINED,
        "aml not maintained": AML_NOT,
        "gehan 6-MP": GEHAN_6MP,
        "gehan control": GEHAN_CONTROL,
        "waltons control": of_group("control"),
        "waltons miR-137": of_group("miR-137"),
        "plateau at one half": PLATEAU,
        "plateau at one half to the end": PLATEAU_TO_THE_END,
        "only events": [(4, 1), (2, 1), (2, 1), (9, 1)],
        "only censored": [(4, 0), (2, 0)],
        "all on day 0": [(0, 1), (0, 1), (0, 0)],
        "drawn 40": drawn(1, 40, 60, 0.6),
        "drawn 400": drawn(2, 400, 500, 0.8),
        "drawn 900": drawn(3, 900, 200, 0.3),
    }
    dice = random.Random(4)
    lists = [[7], [1, 2], [1, 2, 3, 4], [10, 1, 5, 5, 5, 9, 30], [dice.randint(0, 700) for _ in range(501)]]
    lists.append([dice.randint(0, 23) for _ in range(1000)])
    result = {
        "curves": [{"name": name, **curve_of(data)} for name, data in curves.items()],
        "quantiles": [quantiles_of(values) for values in lists],
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(result, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
