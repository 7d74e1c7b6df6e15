"""Holds docs/operators/security.md to what it names: tests, files, and every requirement of the standard once."""

import os
import re

PAGE = os.path.join("docs", "operators", "security.md")
# A line for each requirement of levels 1 and 2: its number and its level.
REQUIREMENTS = os.path.join("bin", "lib", "asvs-5.0.0.txt")

ROW = re.compile(r"^\| (V\d+\.\d+\.\d+) \| (\d) \|")
TICKED = re.compile(r"`([^`]+)`")
FILE = re.compile(r"[\w+/-]+\.(?:swift|py|csv|service)$")
STATES = ("met", "partly", "not met", "not applicable")


def security_page_names_what_is_there(project):
    """Every file that the page names is there, and every test stands in its file."""
    for number, line in lines(project):
        cells = line.split(" | ")
        for cell in cells:
            yield from ((PAGE, number, fault) for fault in faults(project, cell, cell is cells[-1]))


def security_page_has_every_requirement(project):
    """Every requirement of the standard has one row, with its level and a state."""
    wanted = requirements(project)
    seen = set()
    for number, line in lines(project):
        if not (row := ROW.match(line)):
            continue
        name, level = row.groups()
        cells = line.split(" | ")
        if name in seen:
            yield PAGE, number, f"{name} has a row already"
        if wanted is not None and wanted.get(name) != level:
            yield PAGE, number, f"{name} of level {level} is not in {REQUIREMENTS}"
        if len(cells) != 6 or cells[3] not in STATES:
            yield PAGE, number, f"{name}: six cells, the fourth of them one of {', '.join(STATES)}"
        seen.add(name)
    if PAGE in project.paths:
        for name in sorted((wanted or {}).keys() - seen):
            yield PAGE, 1, f"{name} has no row"


def requirements(project):
    """The level of each requirement, or None in a project without the list."""
    if REQUIREMENTS not in project.paths:
        return None
    return dict(line.split() for line in project.text(REQUIREMENTS).split("\n") if line.startswith("V"))


def lines(project):
    if PAGE in project.paths:
        yield from enumerate(project.text(PAGE).split("\n"), 1)


def faults(project, cell, is_last):
    """What is wrong with one cell. In the last one the names after a test file are those of tests in it."""
    file = None
    for text in TICKED.findall(cell):
        if FILE.match(text):
            found = [path for path in project.paths if (os.sep + path).endswith(os.sep + text)]
            file = found[0] if found and found[0].split(os.sep)[0] == "Tests" else None
            if not found:
                yield f"there is no file {text}"
            elif file and len(found) > 1:
                yield f"{text} may be any of {', '.join(found)}"
        elif is_last and file and text not in project.text(file):
            yield f"{file} has no test “{text}”"
