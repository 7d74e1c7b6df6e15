"""A new measure, and what is wrong with it."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect

TITLE = 'Waits & <worries> of "carers"'


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_form_with_faults_says_so_at_each_field_and_keeps_what_was_typed(visit, script):
    page = visit("/units/:id/measures/new", java_script_enabled=script)
    # The browser's own check is passed by, as by a browser that has none: the server has the last word.
    page.locator("main form").first.evaluate("form => { form.noValidate = true }")
    page.get_by_label("Title").fill(TITLE)
    page.get_by_role("button", name="Add it").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value(TITLE)
    if script:
        check_accessibility(page)
    summary.get_by_role("link").first.click()
    wrong = page.locator("[aria-invalid=true]").first
    expect(wrong).to_be_focused()
    expect(wrong).to_have_accessible_description(page.locator(".field-error").first.inner_text())


def test_a_measure_that_says_what_is_counted_is_added(visit):
    page = visit("/units/:id/measures/new")
    page.get_by_label("Title").fill("Carers who had a break")
    page.get_by_label("Why it matters").fill("Nobody can care without a pause.")
    page.get_by_label("What is counted").fill("Carers who had a day off in the month")
    page.get_by_label("Out of what").fill("Carers known to us")
    page.get_by_label("Chart", exact=True).select_option("p")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(visit("/units/:id/imports").url)
    expect(page.get_by_label("Which measure")).to_contain_text("Carers who had a break")
