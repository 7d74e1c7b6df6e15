"""What people hold for and against an arrow of a theory."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways

ARROW = "/units/:id/programmes/:id/arrows/:id"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_study_is_attached_found_wanting_and_taken_away(visit, width):
    title = f"Wren, Doors and falls, at {width} pixels"
    page = visit(ARROW, width=width)
    page.get_by_role("navigation", name="Attach evidence").get_by_role("link", name="An outside study").click()
    page.get_by_label("Its reference").fill(title)
    page.get_by_label("Year").fill("2021")
    page.get_by_label("Where it was done").fill("https://studies.example/wren")
    page.get_by_label("What it found").fill("No difference")
    page.get_by_label("It speaks", exact=True).select_option(label="against it")
    page.get_by_label("Why it speaks so").fill("Their wards are like ours")
    check_accessibility(page)
    page.get_by_role("button", name="Attach it").click()
    section = page.locator("section", has=page.get_by_role("heading", name="Evidence", exact=True))
    expect(section.locator("p").first).to_contain_text("1 outside study speaks against it")
    expect(section.get_by_role("link", name="https://studies.example/wren")).to_have_count(1)
    assert sideways(page)[0] == 0, sideways(page)
    check_accessibility(page)
    section.get_by_role("link", name=title).click()
    page.get_by_label("Why", exact=True).fill("It was withdrawn")
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_role("heading", name="It was taken away")).to_be_visible()
    assert sideways(page)[0] == 0, sideways(page)
    check_accessibility(page)
    page.locator(".kicker a").click()
    expect(page.locator("section p", has_text="Wren")).to_have_count(0)


def test_a_story_leads_to_the_arrow_that_it_is_evidence_of(visit):
    page = visit("/units/:id/programmes/:id/evidence/:id")
    page.locator(".kicker a").click()
    told = page.locator("ul.signals > li", has_text="Story or learning note").first
    told.get_by_role("link", name="Read it").click()
    expect(page.get_by_role("heading", name="What it is evidence of")).to_be_visible()
    arrow = page.locator("section", has=page.get_by_role("heading", name="What it is evidence of"))
    arrow.get_by_role("link", name="→").first.click()
    expect(page.get_by_role("heading", name="Evidence", exact=True)).to_be_visible()
