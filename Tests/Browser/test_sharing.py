"""A series that is shown to anyone who has its link."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways

SERIES = "/units/:id/series/:id"


@pytest.mark.parametrize("width", [320, 1280])
def test_who_has_a_public_link_sees_the_series_without_signing_in(visit, chromium, server, width):
    page = visit(SERIES, width=width)
    title = page.locator("h1").inner_text()
    page.locator("summary", has_text="Make a public link").click()
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator("h1")).to_contain_text("A public link")
    path = page.locator("code.digest").inner_text().split("/shared/")[1]
    stranger = chromium.new_context(viewport={"width": width, "height": 800}, base_url=server.address)
    try:
        shared = stranger.new_page()
        assert shared.goto(f"/shared/{path}").ok
        expect(shared.locator("h1")).to_have_text(title)
        expect(shared.locator("figure.chart svg:visible")).to_have_count(1)
        assert shared.locator('a[href^="/units"], nav').count() == 0
        assert sideways(shared)[0] == 0, sideways(shared)
        check_accessibility(shared)
        answer = stranger.request.get(f"/shared/{path}/chart.png")
        assert answer.ok and answer.body().startswith(b"\x89PNG")
    finally:
        stranger.close()
