"""The page of one measure in one unit."""

import re
import struct
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

SERIES = "/units/:id/series/:id"


@pytest.fixture
def download(visit):
    """Follows a link of the page to a file; gives its answer."""

    def download(file):
        page = visit(SERIES)
        link = page.locator(f'a[href$="/{file}"]').first
        answer = page.context.request.get(link.get_attribute("href"))
        assert answer.ok
        return answer

    return download


@pytest.mark.parametrize("width", [320, 1280])
def test_one_chart_is_shown_with_words_for_who_cannot_see_it(visit, width):
    page = visit(SERIES, width=width)
    chart = page.locator("figure.chart svg:visible")
    expect(chart).to_have_count(1)
    expect(chart).to_have_role("img")
    expect(chart).to_have_accessible_name(re.compile(r"\w+.*\d"))


def test_the_data_is_a_table_behind_one_press_of_a_key(visit):
    page = visit(SERIES, java_script_enabled=False)
    data = page.get_by_role("region", name="Data")
    expect(data).to_be_hidden()
    page.locator("summary", has_text="as a table").press("Enter")
    expect(data.get_by_role("columnheader", name="Centre line (mean)")).to_be_visible()
    assert data.get_by_role("row").count() > 12


def test_the_data_comes_as_csv(download):
    answer = download("data.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    header, *rows = answer.text().splitlines()
    assert "date" in header.split(",")
    assert len(rows) >= 12
    assert all(re.search(r"\d{4}-\d{2}", row) for row in rows)


def test_the_chart_comes_as_svg_without_scripts_or_references(download):
    answer = download("chart.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(answer.body())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    names = {element.tag.split("}")[1] for element in root.iter()}
    assert not names & {"script", "foreignObject", "image", "style"}


def test_the_chart_comes_as_png(download):
    answer = download("chart.png")
    assert answer.headers["content-type"] == "image/png"
    body = answer.body()
    assert body.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", body[16:24])
    assert width >= 800 and height >= 300
