"""Signing in by password, and by password and code; and a coach's pages."""

import base64
import hashlib
import hmac
import os
import re
import struct
import time

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect

PASSWORD = "tin kettle nine owls"
widths = pytest.mark.parametrize("width", [320, 1280])


def code(secret, step):
    """RFC 6238, by Python's own library."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def present_step():
    """The number of the present half minute, with time left in it to send a code."""
    if (left := 30 - time.time() % 30) < 5:
        time.sleep(left)
    return int(time.time()) // 30


def picture(page, name):
    """Keeps a picture of a page for people to look at, where a folder is given."""
    if folder := os.environ.get("SIGHTLINE_PICTURES"):
        page.screenshot(path=os.path.join(folder, f"{name}.png"), full_page=True)


def does_not_scroll_sideways(page):
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.fixture
def letter_link(visit):
    """The path of the newest link of a kind, in a letter to an address."""

    def find(email, kind):
        until = time.monotonic() + 20
        while time.monotonic() < until:
            page = visit("/letters")
            for letter in page.locator("pre.letter").all_inner_texts():
                link = re.search(rf"/{kind}/[\w-]+", letter)
                if f"To: {email}" in letter and link:
                    return link[0]
            time.sleep(0.5)
        raise AssertionError(f"no letter with a link to {email}")

    return find


@pytest.fixture
def admit(visit, letter_link):
    """Invites someone new, accepts for them, and gives their page, signed in."""

    def admit(name, email, width):
        people = visit("/units/:id/people")
        people.get_by_label("Name", exact=True).fill(name)
        people.get_by_label("E-mail address", exact=True).fill(email)
        people.get_by_role("button", name="Invite", exact=True).click()
        expect(people.get_by_role("status")).to_contain_text("on their way")
        page = visit(letter_link(email, "invitations"), signed_in_as=None, width=width)
        page.get_by_label("New password").fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        page.get_by_role("button", name="Accept and sign in").click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        return page

    return admit


def sign_in(page, email):
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page):
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@widths
def test_someone_signs_in_by_password_and_then_by_password_and_code(admit, width):
    email = f"noor{width}@fourways.example"
    page = admit("Noor Vale", email, width)
    sign_out(page)
    sign_in(page, email)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.goto("/account/codes")
    check_accessibility(page)
    page.get_by_role("button", name="Set codes up").click()
    qr = page.get_by_role("img", name="QR code")
    expect(qr).to_be_visible()
    box = qr.bounding_box()
    assert box["width"] >= 180 and abs(box["width"] - box["height"]) < 2
    check_accessibility(page)
    does_not_scroll_sideways(page)
    page.get_by_text("The camera can’t see it").click()
    picture(page, f"enrolment-{width}")
    check_accessibility(page)
    does_not_scroll_sideways(page)
    secret = page.locator("code.secret").first.inner_text().replace(" ", "")
    page.get_by_label("The code that the app shows").fill(code(secret, present_step() - 1))
    page.get_by_role("button", name="Turn codes on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    check_accessibility(page)
    picture(page, f"recovery-{width}")
    recovery = page.locator(".recovery-codes code").first.inner_text()

    sign_out(page)
    sign_in(page, email)
    expect(page.get_by_role("heading", level=1)).to_have_text("Now your code")
    check_accessibility(page)
    does_not_scroll_sideways(page)
    page.get_by_label("Code", exact=True).fill("000")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check_accessibility(page)
    picture(page, f"second-step-{width}")
    page.get_by_label("Code", exact=True).fill(code(secret, present_step()))
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto("/account")
    expect(page.get_by_role("main")).to_contain_text("10 recovery codes are left.")
    picture(page, f"account-{width}")
    page.goto("/account/codes")
    check_accessibility(page)
    picture(page, f"codes-on-{width}")

    sign_out(page)
    sign_in(page, email)
    page.get_by_label("Code", exact=True).fill(recovery)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_a_coach_sees_who_chose_them(visit, letter_link):
    email = "lee.hawthorn@fourways.example"
    page = visit("/password-resets", signed_in_as=None, width=320)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Send me a link").click()
    page.goto(letter_link(email, "password-resets"))
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Change it and sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People who chose me")
    check_accessibility(page)
    does_not_scroll_sideways(page)
    picture(page, "coaching-320")
    page.get_by_role("main").get_by_role("link", name="Nell Thorne").click()
    expect(page.get_by_role("main")).to_contain_text("Editor of")
    expect(page.get_by_role("heading", name="Who can see this?")).to_be_visible()
    check_accessibility(page)
    does_not_scroll_sideways(page)
    picture(page, "coached-320")
    page.set_viewport_size({"width": 1280, "height": 800})
    check_accessibility(page)


@widths
def test_pages_of_people_are_fit_to_be_seen(visit, width):
    for kind in ["/units/:id/people", "/units/:id/people/new", "/units/:id/known-people/:id", "/account/coaches"]:
        page = visit(kind, width=width)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        picture(page, kind.strip("/").replace("/", "-").replace(":", "") + f"-{width}")
