"""Deleting and taking back, two people at one thing, and forms that lose nothing."""

import re
import time

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect

PASSWORD = "nine herons over the weir"
ROBIN = "robin.ash@fourways.example"


@pytest.fixture(scope="module")
def password(server, chromium, signed_in):
    """Robin of the hospital has chosen a password, by a letter that the demo shows to the administrator."""
    context = chromium.new_context(base_url=server.address, storage_state=signed_in)
    page = context.new_page()
    page.goto("/password-resets")
    page.get_by_label("E-mail address").fill(ROBIN)
    page.get_by_role("main").get_by_role("button").first.click()
    until = time.monotonic() + 20
    while True:
        page.goto("/letters")
        # Other tests may have had letters too.
        letters = page.locator("pre.letter").all_inner_texts()
        links = [re.search(r"/password-resets/[\w-]{43}", text) for text in letters if f"To: {ROBIN}" in text]
        found = next(filter(None, links), None)
        if found:
            break
        assert time.monotonic() < until, "the letter arrives"
        time.sleep(0.5)
    context.close()
    context = chromium.new_context(base_url=server.address)
    page = context.new_page()
    page.goto(found[0])
    for field in page.locator("main input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    context.close()
    return PASSWORD


@pytest.fixture
def robin(visit, password):
    """A browser in which Robin has signed in, at the hospital's home."""

    def sign_in(**options):
        page = visit("/sign-in", signed_in_as=None, **options)
        fill_in(page)
        return page

    return sign_in


def fill_in(page):
    page.get_by_label("E-mail address").fill(ROBIN)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def open_settings(page):
    page.goto(re.match(r".*?/units/[^/?]+", page.url)[0] + "/settings")


def name_form(page):
    return page.locator("section.panel").filter(has=page.get_by_role("heading", name="Change its name or code"))


def test_what_was_typed_when_the_session_ended_comes_back_after_signing_in(robin):
    page, other = robin(), robin()
    open_settings(page)
    form = name_form(page)
    before = form.get_by_label("Name").input_value()
    form.get_by_label("Name").fill('Applewick "General" & <more>')
    # Robin ends every other session from another browser.
    other.goto("/account")
    other.get_by_role("button", name="End all").or_(other.get_by_role("button", name="others")).first.click()
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.get_by_text("What you typed is kept")).to_be_visible()
    check_accessibility(page)
    fill_in(page)
    form = name_form(page)
    expect(form.get_by_label("Name")).to_have_value('Applewick "General" & <more>')
    expect(form.get_by_text("What you typed is back")).to_be_visible()
    check_accessibility(page)
    form.get_by_label("Name").fill(before)
    form.get_by_role("button", name="Save").click()
    open_settings(page)
    expect(page.get_by_text("What you typed is back")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_second_of_two_who_change_a_thing_is_shown_both_versions(robin, script):
    first, second = robin(), robin(java_script_enabled=script)
    for page in (first, second):
        open_settings(page)
    was = name_form(first).get_by_label("Name").input_value()
    name_form(first).get_by_label("Name").fill("Theirs")
    name_form(first).get_by_role("button", name="Save").click()
    name_form(second).get_by_label("Name").fill("Mine")
    name_form(second).get_by_role("button", name="Save").click()
    both = second.get_by_role("alert")
    expect(both).to_contain_text("changed this while you were at it")
    for text in (was, "Theirs", "Mine"):
        expect(both.get_by_role("cell", name=text, exact=True)).to_be_visible()
    expect(name_form(second).get_by_label("Name")).to_have_value("Mine")
    if script:
        check_accessibility(second)
    both.get_by_label("Theirs").check()
    name_form(second).get_by_role("button", name="Save").click()
    expect(name_form(second).get_by_label("Name")).to_have_value("Theirs")
    # And back to what it was, from the history.
    row = second.get_by_role("row").filter(has_text="Theirs")
    expect(row.first).to_contain_text("Now")
    second.get_by_role("button", name="Put it back").first.click()
    expect(name_form(second).get_by_label("Name")).to_have_value(was)


def test_a_note_is_changed_deleted_and_taken_out_of_the_bin(visit):
    page = visit("/units/:id/series/:id")
    series = page.url
    data = page.context.request.get(f"{series}/data.csv").text()
    page.get_by_text("Add a note").click()
    page.get_by_label("Day", exact=True).fill(re.findall(r"\d{4}-\d{2}-\d{2}", data)[-1])
    page.get_by_label("What happened", exact=True).fill("Ice on the steps")
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name=re.compile("Change or delete it.*Ice on the steps")).click()
    check_accessibility(page)
    page.get_by_label("What happened", exact=True).fill("Black ice on the steps")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row").filter(has_text="Black ice")).to_contain_text("Now")
    check_accessibility(page)
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("It is in the bin")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("Black ice")
    page.goto(re.match(r".*?/units/[^/?]+", series)[0] + "/bin")
    row = page.get_by_role("row").filter(has_text="Black ice")
    expect(row).to_be_visible()
    check_accessibility(page)
    row.get_by_role("button", name="Take it out").click()
    expect(page.get_by_text("It is back")).to_be_visible()
    page.goto(series)
    expect(page.get_by_role("main")).to_contain_text("Black ice on the steps")


def test_the_trail_tells_the_day_of_the_hospital(robin):
    page = robin()
    page.goto(re.match(r".*?/units/[^/?]+", page.url)[0] + "/audit")
    for text in ("Put in the bin", "Read what is kept", "Nell Thorne", "Kit Marsh", "weekly listening hour"):
        expect(page.get_by_role("main")).to_contain_text(text)
