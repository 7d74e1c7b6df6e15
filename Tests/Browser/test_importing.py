"""A file comes in: look, correct, record, take back."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect

GOOD = """measure,unit,date,value
overtime-hours,APP-GEN,2015-01,6.1
overtime-hours,APP-GEN,2015-02,6.4
overtime-hours,APP-GEN,2015-03,NA
"""
BAD = """measure,unit,date,value
overtime-hours,APP-GEN,2015-01,6.1
overtime-hours,APP-GEN,2015-02,twelve
overtime-hours,NOWHERE,2015-03,6.2
overtime-hours,APP-GEN,2015-31,6.3
"""

with_and_without_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture
def send(visit):
    """Sends a file to the import page of the whole community; gives the page that shows what it holds."""

    def send(content, *, width=1280, script=True):
        page = visit("/units", width=width, java_script_enabled=script)
        page.get_by_role("main").get_by_role("link", name="Fourways Community").first.click()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Import").click()
        file = {"name": "overtime.csv", "mimeType": "text/csv", "buffer": content.encode()}
        page.get_by_label("CSV file").set_input_files(file)
        page.get_by_label("Why", exact=True).fill("A test of the import")
        page.get_by_role("button", name="Look at what it would change").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("overtime.csv")
        return page

    return send


@with_and_without_script
def test_a_file_is_shown_before_it_is_recorded_and_can_be_taken_back(send, script):
    page = send(GOOD, script=script)
    expect(page.get_by_role("main")).to_contain_text("3 rows in 1 series")
    if script:
        check_accessibility(page)
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("main")).to_contain_text("overtime.csv, 3 rows")
    if script:
        check_accessibility(page)
    recorded = page.url

    again = send(GOOD, script=script)
    expect(again.get_by_role("main")).to_contain_text("Nothing would change")
    expect(again.get_by_role("button", name="Record it")).to_have_count(0)
    again.get_by_role("button", name="Throw it away").click()

    page.get_by_label("Why", exact=True).fill("It was only a test")
    page.get_by_role("button", name="Take it back").click()
    page.goto(recorded)
    expect(page.get_by_role("main")).to_contain_text("taken back")
    expect(page.get_by_role("button", name="Take it back")).to_have_count(0)
    anew = send(GOOD, script=script)
    expect(anew.get_by_role("button", name="Record it")).to_be_visible()


@with_and_without_script
@pytest.mark.parametrize("width", [320, 1280])
def test_every_bad_row_is_named_with_what_would_be_right(send, width, script):
    page = send(BAD, width=width, script=script)
    expect(page.get_by_role("main")).to_contain_text("3 rows can’t be recorded")
    problems = page.get_by_role("region", name="rows can’t be recorded").get_by_role("row")
    expect(problems).to_have_count(1 + 3)
    for row, line, text in [(1, "3", "twelve"), (2, "4", "NOWHERE"), (3, "5", "2015-31")]:
        expect(problems.nth(row).get_by_role("cell").first).to_have_text(line)
        expect(problems.nth(row)).to_contain_text(text)
    if script:
        check_accessibility(page)
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Import")


def test_without_a_file_the_form_says_so_and_keeps_what_was_typed(visit):
    page = visit("/units/:id/imports")
    page.get_by_label("Why", exact=True).fill("Figures for March")
    page.get_by_role("button", name="Look at what it would change").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Why", exact=True)).to_have_value("Figures for March")
    check_accessibility(page)


def test_a_file_that_is_not_text_is_refused_in_words(visit):
    page = visit("/units/:id/imports")
    content = b"measure,unit,date,value\n\xff\xfe\x00,a,b,c\n"
    file = {"name": "picture.csv", "mimeType": "text/csv", "buffer": content}
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_label("Why", exact=True).fill("A test of the import")
    page.get_by_role("button", name="Look at what it would change").click()
    expect(page.get_by_role("main")).to_contain_text("UTF-8")
    expect(page.get_by_role("button", name="Record it")).to_have_count(0)
