"""Who comes without a session, and how a session begins and ends."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("place", ["/", "/units", "/units/:id/measures", "/units/:id/series/:id"])
def test_without_a_session_every_page_asks_to_sign_in(visit, place):
    page = visit(place, signed_in_as=None)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.get_by_role("main").get_by_role("link", name="Applewick")).to_have_count(0)


def test_a_link_signs_in_once(visit, server, signed_in):
    page = visit(server.sign_in_link, signed_in_as=None)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This link no longer works")
    expect(page.get_by_role("main").get_by_role("button", name="Sign in")).to_have_count(0)


def test_a_link_that_never_was_does_not_sign_in(visit):
    page = visit("/sign-in/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", signed_in_as=None)
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(signed_in):
    assert signed_in["cookies"]
    for cookie in signed_in["cookies"]:
        assert cookie["httpOnly"]
        assert cookie["sameSite"] in ("Lax", "Strict")


def test_a_form_without_its_token_changes_nothing(visit, site):
    page = visit("/units/:id/settings")
    before = page.get_by_role("heading", level=1).inner_text()
    name = site["pages"]["/units/:id/settings"].replace("/settings", "/name")
    answer = page.context.request.post(name, form={"name": "Renamed by another site"})
    assert answer.status in (400, 403)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(before)
    assert "Renamed by another site" not in page.content()
