"""The table of a unit's measures."""

import pytest
from playwright.sync_api import expect

TABLE = "/units/:id/measures"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_click_on_a_column_sorts_by_it_and_says_so(visit, script):
    page = visit(TABLE, java_script_enabled=script)
    column = page.get_by_role("columnheader").filter(has=page.get_by_role("link")).first
    column.get_by_role("link").click()
    sorted_columns = page.locator("th[aria-sort=ascending], th[aria-sort=descending]")
    expect(sorted_columns).to_have_count(1)
    assert "sort=" in page.url or "order=" in page.url
    before = sorted_columns.get_attribute("aria-sort")
    sorted_columns.get_by_role("link").first.click()
    expect(sorted_columns).not_to_have_attribute("aria-sort", before)
    expect(sorted_columns).to_have_count(1)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_table_can_be_filtered_and_says_what_it_was_filtered_by(visit, script):
    page = visit(TABLE, java_script_enabled=script)
    page.get_by_text("Find, filter and group").click()
    page.get_by_label("For", exact=True).select_option("staff")
    page.get_by_label("Find").fill("overtime")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("For", exact=True)).to_have_value("staff")
    expect(page.get_by_label("Find")).to_have_value("overtime")
    rows = page.locator("tbody tr:not(.group)")
    assert rows.count() > 0
    assert all("overtime" in text.lower() for text in rows.all_inner_texts())


def test_a_filter_that_nothing_fits_says_so_and_leads_back(visit):
    page = visit(TABLE)
    page.get_by_text("Find, filter and group").click()
    page.get_by_label("Find").fill("no measure is called this")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="No series fits")).to_be_visible()
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("tbody tr").first).to_be_visible()


def test_variation_and_assurance_are_said_in_words(visit):
    page = visit(TABLE)
    text = page.get_by_role("main").inner_text().lower()
    assert "common cause" in text
    assert any(word in text for word in ["improvement", "concern", "high", "low"])


def test_a_row_leads_to_the_page_of_its_measure(visit):
    page = visit(TABLE)
    link = page.locator("tbody a[href*='/series/']").first
    name = link.inner_text().strip()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
