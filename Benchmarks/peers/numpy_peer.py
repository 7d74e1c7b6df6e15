"""CSV to the signals of every point with pyarrow.csv and numpy: numpy_peer.py IN OUT|none THREADS"""

import sys

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
from signals_numpy import signals

source, out, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
pa.set_cpu_count(threads)
pa.set_io_thread_count(threads)
types = {"series": pa.dictionary(pa.int32(), pa.string()), "period": pa.date32(), "value": pa.float64()}
table = csv.read_csv(
    source,
    read_options=csv.ReadOptions(use_threads=threads > 1, block_size=1 << 24),
    convert_options=csv.ConvertOptions(column_types=types),
)
table = table.unify_dictionaries().combine_chunks()
series = table["series"].chunk(0).indices.to_numpy()
days = table["period"].chunk(0).cast(pa.int32()).to_numpy()
values = table["value"].chunk(0).to_numpy()
# The order of the input is not trusted, but sorted only when it has to be.
in_order = (series[1:] > series[:-1]) | ((series[1:] == series[:-1]) & (days[1:] > days[:-1]))
if not np.all(in_order):
    order = np.lexsort((days, series))
    series, days, values = series[order], days[order], values[order]
    table = table.take(pa.array(order))
starts = np.flatnonzero(np.append(True, series[1:] != series[:-1]))
mean, lower, upper, code = signals(np.ascontiguousarray(values), starts)
if out == "none":
    print(f"counts {np.bincount(code, minlength=9).tolist()}")
else:
    counts = np.diff(np.append(starts, values.size))
    columns = {
        "series": table["series"].cast(pa.string()),
        "period": pa.array(days).cast(pa.date32()),
        "value": values,
        "mean": np.repeat(mean, counts),
        "lower": np.repeat(lower, counts),
        "upper": np.repeat(upper, counts),
        "code": code,
    }
    csv.write_csv(pa.table(columns), out, csv.WriteOptions(quoting_style="none"))
