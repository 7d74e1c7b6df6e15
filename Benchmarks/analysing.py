"""`sightline analyse` against the peers, on the same file."""

import csv
import subprocess
import sys
from pathlib import Path

from contest import Run, contest, faster, peak_megabytes, progress

PEERS = Path(__file__).parent / "peers"
# What NHSRplotthedots counts on the generated 1,000 series of 100 points.
GATE = [77884, 1170, 1242, 158, 108, 1556, 1561, 8373, 7948]
# Which rule a code stands for; in this order one wins over the next.
RULES = {"outside-limits": [1, 2], "trend": [3, 4], "two-of-three": [5, 6], "shift": [7, 8]}


def ours(sightline, source, *options):
    return [str(sightline), "analyse", str(source), "--date", "period", "--screen-outliers", *options]


def peers(source, out):
    """The command of each peer on one thread and on two: some of them are slower on two."""
    return {
        f"{name}, threads: {threads}": [
            sys.executable, str(PEERS / f"{name}_peer.py"), str(source), str(out), str(threads),
        ]
        for name in ["numpy", "polars", "duckdb"]
        for threads in [1, 2]
    }  # fmt: skip


def check_gate(sightline, source, scratch):
    """Nobody is timed who does not find what NHSRplotthedots finds."""
    for name, command in peers(source, "none").items():
        counts = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        if counts != f"counts {GATE}":
            sys.exit(f"{name} finds {counts}, not {GATE}")
    points = scratch / "gate.csv"
    Run(ours(sightline, source, "--points"), points)
    found = [0] * (1 + len(RULES))
    with open(points, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names = row["signals"].split(";")
            found[next((i for i, rule in enumerate(RULES, 1) if rule in names), 0)] += 1
    expected = [GATE[0], *(sum(GATE[code] for code in codes) for codes in RULES.values())]
    if found != expected:
        sys.exit(f"sightline finds {found}, not {expected}")
    progress(f"gate: everybody finds {GATE}")


def race(table, sightline, source, points, scratch):
    for title, options, out, wanted in [
        ("analyse, a row a series", [], "none", "5, DuckDB 20"),
        ("analyse, a row a point", ["--points"], scratch / "peer.csv", "5"),
    ]:
        commands = {"sightline": (ours(sightline, source, *options), scratch / "ours.csv")}
        every = peers(source, out)
        for name in ["numpy", "polars", "duckdb"]:
            best = faster({key: command for key, command in every.items() if key.startswith(name)})
            commands[best] = every[best]
        if not options:
            commands["wc -l"] = ["wc", "-l", str(source)]
        medians = contest(commands)
        mine = medians.pop("sightline")
        for name, seconds in medians.items():
            wish = "0.2" if name == "wc -l" else wanted
            table.add(f"{title}, {points:,} points", mine, name, seconds, wish)


def weigh(table, sightline, source, scratch):
    """Peak memory, the input sorted by series and shuffled."""
    size = source.stat().st_size / 1024**2
    shuffled = scratch / "shuffled.csv"
    with open(shuffled, "wb") as file:
        subprocess.run(["head", "-n", "1", str(source)], check=True, stdout=file)
        file.flush()
        body = subprocess.Popen(["tail", "-n", "+2", str(source)], stdout=subprocess.PIPE)
        shuffle = ["shuf", f"--random-source={source}"]
        subprocess.run(shuffle, check=True, stdin=body.stdout, stdout=file)
        body.stdout.close()
        body.wait()
    for title, file, options, wanted in [
        ("peak memory, sorted by series", source, [], "under 100 MB"),
        ("peak memory, sorted by series, a row a point", source, ["--points"], "under 100 MB"),
        ("peak memory, shuffled", shuffled, [], "ratio up to 3"),
    ]:
        peak = peak_megabytes(ours(sightline, file, *options))
        ratio = f"{peak / size:.2f}"
        table.add_row(title, f"{peak:.0f} MB", "the file's size", f"{size:.0f} MB", ratio, wanted)


def race_r(table, sightline, source, scratch):
    """The R packages of the field, where they are installed: milliseconds a chart."""
    for name, series in [("NHSRplotthedots", 200), ("qicharts2", 50)]:
        script = [
            "Rscript", "-e",
            f"if (!requireNamespace('{name}', quietly = TRUE)) quit(status = 1)",
        ]  # fmt: skip
        try:
            installed = subprocess.run(script, capture_output=True).returncode == 0
        except FileNotFoundError:
            return
        if not installed:
            continue
        few = scratch / "few.csv"
        with open(source, encoding="utf-8") as file:
            head = [next(file) for _ in range(1 + series * 100)]
        few.write_text("".join(head), encoding="utf-8")
        commands = {
            "sightline": ours(sightline, few),
            name: ["Rscript", str(PEERS / f"{name}.R"), str(few)],
        }
        medians = contest(commands)
        table.add(f"analyse, {series} series, a process each", medians["sightline"], name, medians[name], "")
