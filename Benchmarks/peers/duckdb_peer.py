"""CSV to the signals of every point in DuckDB's SQL: duckdb_peer.py IN OUT|none THREADS"""

import sys
import tempfile
from pathlib import Path
from string import Template

import duckdb

source, out, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
query = Template(Path(__file__).with_name("signals.sql").read_text()).substitute(IN=source)
with tempfile.TemporaryDirectory() as folder:
    connection = duckdb.connect()
    connection.execute(f"SET threads={threads}")
    connection.execute("SET preserve_insertion_order=false")
    connection.execute(f"SET temp_directory='{folder}'")
    if out == "none":
        rows = connection.execute(f"SELECT code, count(*) FROM ({query}) GROUP BY 1").fetchall()
        counts = dict(rows)
        print(f"counts {[counts.get(code, 0) for code in range(9)]}")
    else:
        connection.execute(f"COPY ({query}) TO '{out}' (HEADER, FORMAT csv)")
