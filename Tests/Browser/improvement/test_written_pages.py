"""A page for others is written, shown and frozen by clicking and typing only: on a phone, without JavaScript."""

import re

from accessibility import check_accessibility
from playwright.sync_api import expect


def test_a_page_is_written_and_frozen_on_a_phone_without_javascript(visit):
    page = visit("/units/:id/pages", width=320, java_script_enabled=False)
    page.get_by_role("link", name="Write a page", exact=True).click()
    page.get_by_label("Title", exact=True).fill("How the spring went")
    page.get_by_label("Summary", exact=True).fill("It went well.")
    page.get_by_role("button", name="Make it").click()
    page.get_by_label("New heading", exact=True).fill("At night")
    page.get_by_role("button", name="Add heading").click()
    page.get_by_label("New words", exact=True).fill("What we tried:\n- lamps\n- rails")
    page.get_by_role("button", name="Add words").click()
    page.get_by_label("Which chart", exact=True).select_option(index=1)
    page.get_by_role("button", name="Add chart").click()
    expect(page.get_by_role("heading", level=2, name="3. Chart")).to_be_visible()
    page.get_by_role("button", name=re.compile("Move up.*block 3")).click()
    expect(page.get_by_role("heading", level=2, name="2. Chart")).to_be_visible()
    page.get_by_label("Words of block 3", exact=True).fill("We tried:\n- lamps\n- rails")
    page.get_by_role("button", name="Save block 3").click()
    page.get_by_role("link", name="Read it", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="How the spring went")).to_be_visible()
    expect(page.locator("article li", has_text="lamps")).to_be_visible()
    expect(page.locator("figure.chart svg:visible")).to_have_count(1)
    page.get_by_role("group").filter(has_text="Freeze this page").locator("summary").click()
    page.get_by_label("What for (optional)").fill("For a test")
    page.get_by_role("button", name="Freeze this page").click()
    expect(page.get_by_text("What is kept of it is what was frozen.")).to_be_visible()
    expect(page.locator("code.digest")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    page.get_by_role("link", name="How the spring went, as it is now").click()
    page.get_by_role("link", name="What others will see").click()
    expect(page.get_by_text("A chart stands here that isn’t public.")).to_be_visible()


def test_the_page_for_patients_is_there_for_who_has_its_link(visit, server, chromium):
    page = visit("/units/:id/sharing")
    page.goto("/")
    page.get_by_role("link", name=re.compile("^Fourways Community")).first.click()
    page.locator("main").get_by_role("link", name="Pages written for others").click()
    page.get_by_role("link", name=re.compile("for patients and carers$")).click()
    expect(page.locator("figure.chart svg:visible")).to_have_count(1)
    check_accessibility(page)
