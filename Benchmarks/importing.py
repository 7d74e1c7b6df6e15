"""`sightline import` into SQLite against `sqlite3 .import` of the same file into a plain table."""

import shutil

from contest import contest
from demo import database, filled_folder, write_observations

SERIES, POINTS = 10_000, 100


def race(table, sightline, long, scratch):
    source = scratch / "observations.csv"
    write_observations(long, source, SERIES, POINTS)
    filled, ours, theirs = filled_folder(sightline, scratch), scratch / "ours", scratch / "plain.sqlite"
    columns = 'measure TEXT, unit TEXT, "group" TEXT, date TEXT, value REAL'
    commands = {
        "sightline": [str(sightline), "import", str(source), "--database", database(ours)],
        "sqlite3 .import": [
            "sqlite3", str(theirs), f"CREATE TABLE observations ({columns})", ".mode csv",
            f".import --skip 1 {source} observations",
        ],
    }  # fmt: skip

    def start_afresh(name):
        if name == "sightline":
            shutil.rmtree(ours, ignore_errors=True)
            shutil.copytree(filled, ours)
        else:
            theirs.unlink(missing_ok=True)

    medians = contest(commands, before=start_afresh)
    title = f"import, {SERIES * POINTS:,} observations in {SERIES:,} series"
    table.add(title, medians["sightline"], "sqlite3 .import", medians["sqlite3 .import"], "1")
