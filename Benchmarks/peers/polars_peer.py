"""CSV to the signals of every point with polars expressions: polars_peer.py IN OUT|none THREADS"""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[3]

import polars as pl  # noqa: E402  It reads the number of threads when it is imported.
from polars import col, when  # noqa: E402

source, out = sys.argv[1], sys.argv[2]
frame = pl.scan_csv(source, schema={"series": pl.String, "period": pl.Date, "value": pl.Float64})
frame = frame.sort(["series", "period"]).with_columns(id=col("series").rle_id())
frame = frame.with_columns(step=col("value").diff().over("id"), mean=col("value").mean().over("id"))
frame = frame.with_columns(range=col("step").abs())
frame = frame.with_columns(unscreened=col("range").mean().over("id"))
frame = frame.with_columns(screened=when(col("range") < 3.267 * col("unscreened")).then(col("range")))
frame = frame.with_columns(average=col("screened").mean().over("id"))
frame = frame.with_columns(
    lower=col("mean") - 2.66 * col("average"),
    upper=col("mean") + 2.66 * col("average"),
    warning=2 * (2.66 / 3) * col("average"),
    side=(col("value") - col("mean")).sign().cast(pl.Int8),
    way=col("step").sign().cast(pl.Int8),
)
frame = frame.with_columns(outside=(col("value") > col("upper")) | (col("value") < col("lower")))
beyond_warning = (col("value") < col("mean") - col("warning")) | (col("value") > col("mean") + col("warning"))
frame = frame.with_columns(near=(~col("outside") & beyond_warning).cast(pl.Int8))
frame = frame.with_columns(side_run=pl.struct("id", "side").rle_id(), way_run=pl.struct("id", "way").rle_id())
frame = frame.with_columns(
    shift=(pl.len().over("side_run") >= 7) & (col("side") != 0),
    rising=((pl.len().over("way_run") >= 6) & (col("way") != 0)).fill_null(False),
)
next_is_same = (col("id") == col("id").shift(-1)).fill_null(False)
frame = frame.with_columns(trend=col("rising") | (col("rising").shift(-1).fill_null(False) & next_is_same))
goes_on = col("trend") & col("trend").shift(-1).fill_null(False) & next_is_same
frame = frame.with_columns(way=when(goes_on).then(col("way").shift(-1)).otherwise(col("way")))
three_sides = (col("side") + col("side").shift(1) + col("side").shift(2)).abs() == 3
two_near = col("near") + col("near").shift(1) + col("near").shift(2) >= 2
frame = frame.with_columns(hit=((col("id") == col("id").shift(2)) & three_sides & two_near).fill_null(False))
in_window = col("hit") | col("hit").shift(-1).fill_null(False) | col("hit").shift(-2).fill_null(False)
frame = frame.with_columns(
    code=when(col("outside"))
    .then(when(col("side") == 1).then(1).otherwise(2))
    .when(col("trend"))
    .then(when(col("way") == 1).then(3).otherwise(4))
    .when(in_window & (col("near") == 1))
    .then(when(col("side") > 0).then(5).otherwise(6))
    .when(col("shift"))
    .then(when(col("side") > 0).then(7).otherwise(8))
    .otherwise(0)
    .cast(pl.Int8)
)
if out == "none":
    counts = dict(frame.group_by("code").len().collect().iter_rows())
    print(f"counts {[counts.get(code, 0) for code in range(9)]}")
else:
    frame.select("series", "period", "value", "mean", "lower", "upper", "code").collect().write_csv(out)
