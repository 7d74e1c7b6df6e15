"""Runs commands against one another, turn by turn, and keeps the medians."""

import os
import statistics
import subprocess
import sys
import time

RUNS = 5


class Run:
    """What one run of a command took: seconds of wall time."""

    def __init__(self, command, out=os.devnull):
        with open(out, "wb") as file:
            started = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file)
            _, status = os.waitpid(process.pid, 0)
            self.seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"exit status {process.returncode} from: {' '.join(map(str, command))}")


# A process begins with the peak of the one that it was forked from: a small one has to do the starting.
STARTER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(usage.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak_megabytes(command):
    """The most memory that a command holds at once."""
    starter = [sys.executable, "-I", "-S", "-c", STARTER, *map(str, command)]
    return float(subprocess.run(starter, check=True, capture_output=True, text=True).stdout)


def contest(commands, runs=RUNS, before=lambda name: None):
    """The median seconds of each command; each round runs every one once, so that busy moments hit them all.

    `commands` holds a list of words, or such a list and the file for its output, by name; `before` is called
    before each run and is not timed.
    """
    seconds = {name: [] for name in commands}
    for number in range(runs):
        for name, command in commands.items():
            before(name)
            words, out = command if isinstance(command, tuple) else (command, os.devnull)
            seconds[name].append(Run(words, out).seconds)
            progress(f"round {number + 1} of {runs}: {name} {seconds[name][-1]:.2f} s")
    return {name: statistics.median(times) for name, times in seconds.items()}


def faster(commands):
    """The name of the command that took least in one run."""
    return min(commands, key=lambda name: Run(commands[name]).seconds)


def progress(text):
    print(text, file=sys.stderr, flush=True)


class Table:
    """Rows of a Markdown table, one a comparison."""

    def __init__(self):
        self.rows = []

    def add(self, what, ours, peer, peers, wanted):
        """`ours` and `peers` in seconds; the ratio says how many times faster we are."""
        self.rows.append([what, f"{ours:.3f} s", peer, f"{peers:.3f} s", f"{peers / ours:.2f}", wanted])

    def add_row(self, what, ours, peer, peers, ratio, wanted):
        self.rows.append([what, ours, peer, peers, ratio, wanted])

    def __str__(self):
        head = ["What", "Ours", "Against", "Theirs", "Ratio", "Wanted"]
        lines = [head, ["---"] * len(head), *self.rows]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
