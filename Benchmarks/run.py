"""Times Sightline against its peers on this machine, and prints a table of ratios: `make bench`.

Every figure is a median of five runs, taken in turns. The table also goes to Benchmarks/results/latest.md.
"""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

import analysing
import contest
import generate
import importing
import website

PARTS = ["analyse", "import", "pages"]


def main():
    options = arguments()
    table = contest.Table()
    with tempfile.TemporaryDirectory(prefix="sightline-bench-") as folder:
        scratch = Path(folder)
        small = scratch / "small.csv"
        generate.write(1_000, 100, small)
        if "analyse" in options.parts:
            analysing.check_gate(options.sightline, small, scratch)
            big = scratch / "big.csv"
            generate.write(options.series, options.points, big)
            analysing.race(table, options.sightline, big, options.series * options.points, scratch)
            analysing.weigh(table, options.sightline, big, scratch)
            analysing.race_r(table, options.sightline, small, scratch)
        if "import" in options.parts:
            long = scratch / "long.csv"
            generate.write(importing.SERIES, importing.POINTS, long)
            importing.race(table, options.sightline, long, scratch)
        if "pages" in options.parts:
            website.race(table, options.sightline, small, scratch)
    report(table)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sightline", type=lambda path: Path(path).resolve(), required=True)
    parser.add_argument("--series", type=int, default=100_000)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    return parser.parse_args()


def report(table):
    title = f"Medians of {contest.RUNS} runs, in turns, on {platform.processor() or platform.machine()}"
    note = "Of seconds, the ratio says how many times faster ours is; of pages, how near the bare route."
    text = f"{title}.\n{note}\n\n{table}\n"
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    (results / "latest.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
