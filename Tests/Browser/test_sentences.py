"""What pages list or draw after somebody did something is told in sentences; test_every_page.py looks at the others."""

from playwright.sync_api import expect
from sentences import untold

CSV = """measure,unit,date,value
overtime-hours,APP-GEN,2015-01,6.1
overtime-hours,APP-GEN,2015-02,twelve
overtime-hours,NOWHERE,2015-03,6.2
"""


def test_a_list_without_its_sentence_is_found(visit):
    """That the rule can fail: a sentence taken away, another number in it, a picture without words."""
    page = visit("/units/:id/cycles")
    assert untold(page) == []
    page.evaluate("document.querySelector('section.panel ul').append(document.createElement('li'))")
    assert len(untold(page)) == 1
    page.evaluate("document.querySelectorAll('section.panel p.muted').forEach(words => words.remove())")
    found = untold(page)
    assert found and all("without a sentence" in each for each in found)
    page.evaluate("document.querySelector('h1').after(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))")
    assert len(untold(page)) == len(found) + 1


def test_a_file_that_waits_says_what_is_wrong_with_it(visit):
    page = visit("/units/:id/imports")
    page.get_by_label("Or paste the rows").fill(CSV)
    page.get_by_label("Why").fill("To see what is wrong with it")
    page.get_by_role("button", name="Look at what it would change").click()
    expect(page.locator("main table")).to_have_count(2)
    assert untold(page) == []
    page.get_by_role("button", name="Throw it away").click()


def test_a_list_of_people_says_how_many_would_get_a_letter(visit):
    page = visit("/units/:id/people")
    page.get_by_label("A list").fill("Ada Lark, ada@example.org, reader\nLin Moss, nobody, reader")
    page.get_by_role("button", name="Check the list").click()
    expect(page.locator("main table")).to_have_count(1)
    assert untold(page) == []


def test_a_search_says_what_it_found(visit):
    for address in ["/units?find=a", "/units?find=no-such-unit"]:
        assert untold(visit(address)) == []
