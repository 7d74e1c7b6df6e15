"""A theory as it stood, what is put back of it, and who is shown it."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways

HISTORY = "/units/:id/programmes/:id/history"


@pytest.mark.parametrize("width", [320, 1280])
def test_two_versions_of_a_theory_are_compared_in_words(visit, width):
    page = visit(HISTORY, width=width)
    slider = page.get_by_label("Version, from 1 to")
    last = slider.get_attribute("max")
    slider.focus()
    page.keyboard.press("Home")
    page.get_by_label("Compare with").select_option(last)
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_role("heading", name="What is different from version 1")).to_be_visible()
    assert page.get_by_text("changed", exact=False).count() > 0
    expect(page.locator("svg[role=img], .picture svg").first).to_be_visible()
    assert sideways(page)[0] == 0, sideways(page)
    check_accessibility(page)


def test_what_was_taken_out_is_put_back_from_its_page(visit):
    page = visit(HISTORY)
    page.locator(".kicker a").click()
    removals = page.locator("section", has=page.get_by_role("heading", name="What was taken out"))
    removals.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="It was taken out")).to_be_visible()
    check_accessibility(page)
    page.locator("section.doubt").get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("heading", name="It was taken out")).to_have_count(0)
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    check_accessibility(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_who_has_a_link_sees_the_theory_and_no_way_into_the_rest(visit, chromium, server, width):
    page = visit(HISTORY, width=width)
    page.locator(".kicker a").click()
    title = page.locator("h1").inner_text()
    page.locator("summary", has_text="Make a public link to the theory").click()
    page.get_by_role("button", name="Make the link").click()
    path = page.locator("code.digest").inner_text().split("/shared/")[1]
    check_accessibility(page)
    stranger = chromium.new_context(viewport={"width": width, "height": 800}, base_url=server.address)
    try:
        shared = stranger.new_page()
        assert shared.goto(f"/shared/{path}").ok
        expect(shared.locator("h1")).to_have_text(title)
        expect(shared.locator(".picture svg")).to_have_count(1)
        assert shared.locator('a[href^="/units"], nav').count() == 0
        assert sideways(shared)[0] == 0, sideways(shared)
        check_accessibility(shared)
    finally:
        stranger.close()


def test_two_people_in_one_study_form_see_both_versions(visit, chromium, server, signed_in):
    page = visit("/units/:id/programmes/:id/nodes/:id/cycles")
    page.get_by_label("Question", exact=True).fill("Do two people see it?")
    page.get_by_label("Prediction", exact=True).fill("Yes")
    page.get_by_role("button", name="Plan it").click()
    page.get_by_role("button", name="Begin").click()
    other = chromium.new_context(base_url=server.address, storage_state=signed_in)
    try:
        second = other.new_page()
        second.goto(page.url)
        page.get_by_label("What happened").fill("It rained")
        page.get_by_label("Was the prediction right?").select_option("partly")
        page.get_by_role("button", name="Record it").click()
        second.get_by_label("What happened").fill("It snowed")
        second.get_by_label("Was the prediction right?").select_option("otherwise")
        second.get_by_role("button", name="Record it").click()
        expect(second.get_by_role("heading", name="changed this while you were at it")).to_be_visible()
        expect(second.get_by_role("cell", name="It rained", exact=True)).to_be_visible()
        expect(second.get_by_label("What happened")).to_have_value("It snowed")
        check_accessibility(second)
        second.get_by_role("radio", name="Theirs").first.check()
        second.get_by_role("button", name="Record it").click()
        expect(second.get_by_text("It rained").first).to_be_visible()
    finally:
        other.close()
