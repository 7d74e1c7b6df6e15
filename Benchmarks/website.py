"""Pages under load, each as a ratio to the bare `/healthz` of the same process."""

import re
import statistics
import subprocess
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from contest import RUNS, progress
from demo import UNIT_NAME, Server, database, filled_folder, write_observations

CONNECTIONS, SECONDS = 32, 4
MEASURES, POINTS = 200, 60


def race(table, sightline, long, scratch):
    folder = filled_folder(sightline, scratch)
    source = scratch / "measures.csv"
    write_observations(long, source, MEASURES, POINTS)
    command = [str(sightline), "import", str(source), "--database", database(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    server = Server(folder, sightline)
    try:
        cookie, pages = visit(server)
        # Pages are remembered until something changes: each request for another address shows what one costs anew.
        anew = {f"{name}, made anew": address for name, address in pages.items()}
        measured = {name: [] for name in ["/healthz", *pages, *anew]}
        for number in range(RUNS):
            for name, results in measured.items():
                address = server.address + (pages | anew).get(name, name)
                results.append(load(address, cookie, scratch if name in anew else None))
                progress(f"round {number + 1} of {RUNS}: {name} {results[-1][0]:.0f} requests/s")
    finally:
        server.stop()
    rates = {name: statistics.median(rate for rate, _ in results) for name, results in measured.items()}
    slowest = {name: statistics.median(p99 for _, p99 in results) for name, results in measured.items()}
    for (name, wanted) in zip([*pages, *anew], ["0.05", "0.1", "", ""]):
        table.add_row(
            f"{name}, requests/s", f"{rates[name]:.0f}", "/healthz", f"{rates['/healthz']:.0f}",
            f"{rates[name] / rates['/healthz']:.3f}", wanted,
        )  # fmt: skip
        table.add_row(
            f"{name}, p99", f"{slowest[name]:.1f} ms", "/healthz", f"{slowest['/healthz']:.1f} ms",
            f"{slowest['/healthz'] / slowest[name]:.3f}", wanted,
        )  # fmt: skip


def visit(server):
    """Signs in by the printed link; gives the session's cookie, and the addresses of the two pages."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def read(address, data=None):
        with browser.open(address, data) as answer:
            return answer.read().decode()

    form = read(server.sign_in_link)
    token = re.search(r'<input type="hidden" name="([^"]+)" value="([^"]+)">', form)
    fields = urllib.parse.urlencode({token[1]: token[2]} if token else {}).encode()
    read(server.sign_in_link, fields)
    units = read(server.address + "/units")
    unit = re.search(rf'href="(/units/[^"/]+)"[^>]*>{UNIT_NAME}', units)[1]
    table = read(f"{server.address}{unit}/measures")
    series = re.search(r'href="([^"]*/series/[^"/?#]+)"', table)[1]
    cookie = "; ".join(f"{each.name}={each.value}" for each in jar)
    # A page of the table has fifty rows unless it is asked for more.
    whole = f"{unit}/measures?rows=250"
    pages = {f"measures table, {MEASURES} x {POINTS}": whole, "measure page": series}
    return cookie, pages


# Gives every request an address of its own.
TURNS = """
local turn = 0
function request()
  turn = turn + 1
  return wrk.format("GET", wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?") .. "turn=" .. turn)
end
"""


def load(address, cookie, scratch=None):
    """Requests a second, and the milliseconds within which 99 of 100 were answered.

    Where `scratch` is a folder to write in, no two requests ask for one address.
    """
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", f"Cookie: {cookie}"]
    if scratch:
        script = scratch / "turns.lua"
        script.write_text(TURNS, encoding="utf-8")
        options += ["-s", str(script)]
    said = subprocess.run(["wrk", *options, address], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        sys.exit(f"{address} fails under load:\n{said}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said).groups()
    milliseconds = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), milliseconds
