"""A demo to time imports and pages on, and observations to import into it."""

import csv
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "Tests" / "Browser"))
from server import Server  # noqa: E402  The browser tests start and stop a server in the same way.

__all__ = ["UNIT_NAME", "Server", "database", "filled_folder", "write_observations"]

# A measure and a unit of the demo: the generated series become groups of the one in the other.
MEASURE, UNIT, UNIT_NAME = "overtime-hours", "APP-GEN", "Applewick General Hospital"


def filled_folder(sightline, scratch):
    """A folder with a demo in it that nobody serves."""
    folder = scratch / "filled"
    if not folder.exists():
        folder.mkdir()
        Server(folder, sightline).stop()
    return folder


def database(folder):
    return str(folder / "sightline.sqlite")


def write_observations(long, out, series, points):
    """The first so many series, and of each the first so many points, as a file for `sightline import`."""
    seen = {}
    with open(long, encoding="utf-8") as source, open(out, "w", encoding="utf-8") as file:
        rows, writer = csv.reader(source), csv.writer(file, lineterminator="\n")
        next(rows)
        writer.writerow(["measure", "unit", "group", "date", "value"])
        for name, period, value in rows:
            seen[name] = seen.get(name, 0) + 1
            if len(seen) <= series and seen[name] <= points:
                writer.writerow([MEASURE, UNIT, name, period, value])
