"""Writes seeded series as a long CSV: generate.py SERIES POINTS OUT

`series,period,value`, a row a month. Two in five series shift, and one in seven drifts.
"""

import io
import sys

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv

SEED = 20261122
CHUNK = 2000


def write(series, points, out):
    random = np.random.default_rng(SEED)
    months = pa.array([f"{2010 + i // 12:04d}-{i % 12 + 1:02d}-01" for i in range(points)])
    with open(out, "wb") as file:
        file.write(b"series,period,value\n")
        for start in range(0, series, CHUNK):
            count = min(CHUNK, series - start)
            names = pa.array([f"s{i:06d}" for i in range(start, start + count)])
            columns = {
                "series": names.take(pa.array(np.repeat(np.arange(count), points))),
                "period": months.take(pa.array(np.tile(np.arange(points), count))),
                "value": pa.array(values(random, count, points).ravel()),
            }
            chunk = io.BytesIO()
            options = csv.WriteOptions(include_header=False, quoting_style="none")
            csv.write_csv(pa.table(columns), chunk, options)
            file.write(chunk.getvalue())


def values(random, count, points):
    """One row a series. The order of the draws is part of the seed: the gate counts depend on it."""
    level = random.uniform(20, 2000, (count, 1))
    y = level + random.normal(0, 1, (count, points)) * level * 0.08
    shifts = random.random((count, 1)) < 0.4
    at = random.integers(10, max(11, points - 5), (count, 1))
    after = np.arange(points)[None, :] >= at
    y += np.where(shifts & after, level * random.uniform(-0.25, 0.25, (count, 1)), 0)
    drifts = random.random((count, 1)) < 0.15
    y += np.where(drifts, level * 0.004 * np.arange(points)[None, :], 0)
    return np.round(y, 2)


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
