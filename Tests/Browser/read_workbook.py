#!/usr/bin/env python3
"""Reads an XLSX workbook by the standard (ISO/IEC 29500-1) and writes what is in it as JSON.

    read_workbook.py FILE

It knows nothing of the program that wrote the workbook. A cell is `[kind, text]`: `text` for what is stored as a
string, `number`, `day` and `instant` for what is stored as a number, by its format, `formula`, and `other`.
"""

import datetime
import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
EPOCH = datetime.datetime(1899, 12, 30)
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Elements that make a spreadsheet do something, or fetch it from elsewhere.
ACTIVE = {"f", "hyperlink", "ddeLink", "oleLink", "externalReference", "externalLink", "oleObject", "control"}


def read(file):
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    active = sorted(
        f"{name}: {element.tag.split('}')[-1]}"
        for name, tree in trees.items()
        for element in tree.iter()
        if element.tag.split("}")[-1] in ACTIVE or element.get("TargetMode") == "External"
    )
    targets = {each.get("Id"): each.get("Target") for each in trees["xl/_rels/workbook.xml.rels"]}
    formats = number_formats(trees["xl/styles.xml"])
    strings = ["".join(text(each)) for each in trees.get("xl/sharedStrings.xml", [])]
    sheets = [
        sheet(each.get("name"), trees["xl/" + targets[each.get(LINK)]], formats, strings)
        for each in trees["xl/workbook.xml"].iter(MAIN + "sheet")
    ]
    core = {each.tag.split("}")[-1]: each.text or "" for each in trees["docProps/core.xml"]}
    return {"sheets": sheets, "active": active, "title": core.get("title", ""), "created": core.get("created", "")}


def number_formats(styles):
    """The format of each style of cells."""
    own = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(MAIN + "numFmt")}
    return [own.get(each.get("numFmtId"), each.get("numFmtId")) for each in styles.find(MAIN + "cellXfs")]


def sheet(name, tree, formats, strings):
    pane, filtered = tree.find(f".//{MAIN}pane"), tree.find(MAIN + "autoFilter")
    rows = []
    for row in tree.iter(MAIN + "row"):
        while len(rows) < int(row.get("r")):
            rows.append([])
        cells = rows[-1]
        for each in row.iter(MAIN + "c"):
            place = column(each.get("r"))
            cells += [["empty", ""]] * (place - len(cells))
            cells.append(cell(each, formats, strings))
    return {
        "name": name,
        "frozen": int(pane.get("ySplit")) if pane is not None and pane.get("state") == "frozen" else 0,
        "filter": "" if filtered is None else filtered.get("ref"),
        "widths": [float(each.get("width")) for each in tree.iter(MAIN + "col")],
        "rows": rows,
    }


def column(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell(element, formats, strings):
    kind, value = element.get("t", "n"), element.findtext(MAIN + "v", "")
    if element.find(MAIN + "f") is not None or kind == "str":
        return ["formula", element.findtext(MAIN + "f", value)]
    if kind == "inlineStr":
        return ["text", "".join(text(element.find(MAIN + "is")))]
    if kind == "s":
        return ["text", strings[int(value)]]
    if kind != "n":
        return ["other", value]
    if not value:
        return ["empty", ""]
    pattern = formats[int(element.get("s", 0))]
    if "yy" not in pattern:
        return ["number", repr(float(value))]
    instant = EPOCH + datetime.timedelta(seconds=round(float(value) * 86_400))
    return ["instant", instant.isoformat()] if "h" in pattern else ["day", instant.date().isoformat()]


def text(element):
    for each in element.iter(MAIN + "t"):
        yield ESCAPE.sub(lambda found: chr(int(found[1], 16)), each.text or "")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    json.dump(read(sys.argv[1]), sys.stdout)
