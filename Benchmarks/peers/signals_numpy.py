"""The `mdc` rules on XmR charts, vectorised in numpy, exactly as NHSRplotthedots 0.2.2 applies them.

Limits from screened moving ranges (2.66); shift of 7, trend of 7, two of three; where a point belongs to
several, outside limits wins over trend, over two of three, over shift. No missing values.
"""

import numpy as np


def signals(values, starts):
    """The mean and the limits of each series, and a code from 0 to 8 for each point (README.md).

    `values` holds all series one after another; `starts` the index at which each begins.
    """
    total = values.size
    counts = np.diff(np.append(starts, total))
    series = np.repeat(np.arange(starts.size), counts)
    first = np.zeros(total, bool)
    first[starts] = True
    last = np.append(first[1:], True)

    mean = np.add.reduceat(values, starts) / counts
    steps = np.zeros(total)
    np.subtract(values[1:], values[:-1], out=steps[1:])
    steps[starts] = 0
    moving_ranges = np.abs(steps)
    with np.errstate(invalid="ignore", divide="ignore"):
        average = np.add.reduceat(moving_ranges, starts) / (counts - 1)
        kept = (moving_ranges < (3.267 * average)[series]) & ~first
        average = np.add.reduceat(np.where(kept, moving_ranges, 0.0), starts) / np.add.reduceat(
            kept.astype(np.int64), starts
        )
    lower, upper = mean - 2.66 * average, mean + 2.66 * average
    warning = 2 * (2.66 / 3) * average

    side = np.sign(values - mean[series]).astype(np.int8)
    outside = (values > upper[series]) | (values < lower[series])
    near = ~outside & ((values < (mean - warning)[series]) | (values > (mean + warning)[series]))

    shift = in_runs_of(7, side, first)
    way = np.sign(steps).astype(np.int8)
    rising = in_runs_of(6, way, first)
    trend = rising.copy()
    trend[:-1] |= rising[1:]  # The point before the first step belongs to the trend too.
    # A point where two trends meet takes the way of the later one.
    goes_on = np.zeros(total, bool)
    goes_on[:-1] = trend[1:] & trend[:-1]
    way = np.where(goes_on & ~last, np.append(way[1:], 0), way)
    two = two_of_three(side, near, series) & near

    code = np.zeros(total, np.int8)
    code[shift] = np.where(side[shift] > 0, 7, 8)
    code[two] = np.where(side[two] > 0, 5, 6)
    code[trend] = np.where(way[trend] == 1, 3, 4)
    code[outside] = np.where(side[outside] == 1, 1, 2)
    return mean, lower, upper, code


def in_runs_of(length, signs, first):
    """Which elements belong to a run of that many equal signs, none of them 0, within one series."""
    starts_run = first.copy()
    starts_run[1:] |= signs[1:] != signs[:-1]
    starts = np.flatnonzero(starts_run)
    lengths = np.diff(np.append(starts, signs.size))
    return np.repeat(lengths >= length, lengths) & (signs != 0)


def two_of_three(side, near, series):
    """Which points are in a window of three on one side of the mean with two at least near a limit."""
    within = np.zeros(side.size, bool)
    if side.size >= 3:
        near = near.astype(np.int8)
        one_side = (side[2:] == side[1:-1]) & (side[1:-1] == side[:-2]) & (side[2:] != 0)
        hit = one_side & (series[2:] == series[:-2]) & (near[2:] + near[1:-1] + near[:-2] >= 2)
        within[2:] |= hit
        within[1:-1] |= hit
        within[:-2] |= hit
    return within
