"""Workbooks beside the CSV of measures' data, as the demo has them."""

import csv
import io
import os
import pty
import subprocess

import pytest
from read_workbook import read
from server import EXECUTABLE

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Kinds of pages, and what a table of theirs is called in its links.
TABLES = [
    ("/units/:id/series/:id", "data"),
    ("/units/:id/measures", "Download all numbers"),
    ("/units/:id/audit", "Download these"),
    ("/units/:id/reviews/use", "All of it as data"),
]


@pytest.mark.parametrize(("kind", "words"), TABLES)
def test_a_table_comes_as_a_workbook_beside_its_csv(visit, kind, words):
    page = visit(kind, java_script_enabled=False)
    plain = page.context.request.get(link(page, f"{words} (CSV)"))
    answer = page.context.request.get(link(page, f"{words} (XLSX)"))
    assert answer.ok and answer.headers["content-type"] == TYPE
    assert "attachment" in answer.headers["content-disposition"]
    workbook = read(io.BytesIO(answer.body()))
    assert workbook["active"] == []
    sheet, about, *_ = workbook["sheets"]
    assert about["name"] == "About" and sheet["frozen"] == about["frozen"] == 1
    rows = list(csv.reader(io.StringIO(plain.text())))
    # Looking at the trail may have made it longer.
    assert len(sheet["rows"]) >= len(rows) > 1
    assert [cell[1] for cell in sheet["rows"][0]] == rows[0]


def test_each_day_of_a_series_is_a_day(visit):
    page = visit("/units/:id/series/:id")
    workbook = read(io.BytesIO(page.context.request.get(link(page, "data (XLSX)")).body()))
    _, *rows = workbook["sheets"][0]["rows"]
    assert len(rows) >= 12 and {row[0][0] for row in rows} == {"day"}


def link(page, name):
    return page.get_by_role("link", name=name, exact=True).first.get_attribute("href")


def test_a_workbook_is_not_written_to_a_terminal():
    ours, theirs = pty.openpty()
    command = [EXECUTABLE, "export", "--format", "xlsx", "--database", "none.sqlite"]
    done = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 64 and "export --format xlsx >" in done.stderr
