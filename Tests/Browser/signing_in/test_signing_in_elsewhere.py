"""Signing in through an identity provider that isn't ours, over the site's own HTTPS, with the numbers beside it."""

import json
import re
import subprocess
import urllib.request

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from provider import Provider
from server import Server, free_port

PEOPLE = [
    {"sub": "ada-1", "email": "ada@example.org", "email_verified": True, "name": "Ada Byron"},
    {"sub": "eve-1", "email": "eve@elsewhere.example", "email_verified": True, "name": "Eve"},
    {"sub": "bob-1", "email": "bob@example.org", "email_verified": False, "name": "Bob"},
]


@pytest.fixture(scope="module")
def provider():
    provider = Provider(PEOPLE)
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def secure(tmp_path_factory, provider):
    """A site with HTTPS of its own, one provider that answers and one that doesn't."""
    folder = tmp_path_factory.mktemp("secure")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        + ["-keyout", "key.pem", "-out", "certificate.pem", "-days", "365", "-subj", "/CN=127.0.0.1"]
        + ["-addext", "subjectAltName=IP:127.0.0.1"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (folder / "secret").write_text("a secret\n")
    shared = {"client-id": "sightline", "client-secret-file": "secret", "domains": ["example.org"]}
    providers = [
        {"key": "riverside", "name": "Riverside", "issuer": provider.issuer, **shared},
        {"key": "silent", "name": "Silent", "issuer": f"http://localhost:{free_port()}", **shared},
    ]
    (folder / "providers.json").write_text(json.dumps({"providers": providers}))
    metrics = free_port()
    command = ["serve", "--database", "site.sqlite", "--openid", "providers.json", "--metrics-port", str(metrics)]
    port = free_port()
    command += ["--tls-certificate", "certificate.pem", "--tls-key", "key.pem"]
    command += ["--public-address", f"https://127.0.0.1:{port}"]
    server = Server(folder, command=command, scheme="https", port=port)
    server.metrics = f"http://127.0.0.1:{metrics}/metrics"
    yield server
    assert server.stop() == 0, "the server ends well when it is asked to"


@pytest.fixture
def page(secure, chromium):
    """A browser that nobody has used; nothing in it may break the content security policy."""
    context = chromium.new_context(base_url=secure.address, ignore_https_errors=True)
    page = context.new_page()
    broken = []
    page.on("console", lambda message: broken.append(message.text) if "Policy" in message.text else None)
    yield page
    context.close()
    assert not broken, "nothing breaks the content security policy"


def sign_in(page, subject, button="Sign in through Riverside", place="/sign-in"):
    page.goto(place)
    page.get_by_role("button", name=button).click()
    page.wait_for_url(re.compile(r"^http://localhost:"))
    page.get_by_role("button", name=subject).click()
    page.wait_for_url(re.compile(r"^https://127\.0\.0\.1:"))


def test_signs_in_by_openid_connect(page, secure):
    sign_in(page, "ada-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("You have no role here yet")
    expect(page.get_by_role("main")).to_contain_text("ada@example.org")
    check_accessibility(page)
    page.goto("/account")
    check_accessibility(page)
    expect(page.get_by_role("main")).to_contain_text("Ada Byron")
    expect(page.get_by_role("main")).to_contain_text("through Riverside")
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies(secure.address)}
    session = cookies["__Host-sightline-session"]
    assert session["secure"] and session["httpOnly"] and session["sameSite"] == "Lax"
    assert "__Host-sightline-attempt" not in cookies
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    sign_in(page, "ada-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("You have no role here yet")


@pytest.mark.parametrize("subject", ["eve-1", "bob-1"])
def test_lets_nobody_in_whose_address_is_not_vouched_for(page, subject):
    sign_in(page, subject)
    expect(page.get_by_role("heading", level=1)).to_have_text("You aren’t signed in")
    check_accessibility(page)
    page.goto("/account")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_an_answer_is_good_once_and_in_its_own_browser(page, secure, chromium):
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in through Riverside").click()
    page.wait_for_url(re.compile(r"^http://localhost:"))
    answers = []
    page.on("request", lambda request: answers.append(request.url) if "/return?" in request.url else None)
    page.get_by_role("button", name="ada-1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You have no role here yet")
    (answer,) = answers
    other = chromium.new_context(ignore_https_errors=True)
    stranger = other.new_page()
    assert stranger.goto(answer).status == 400
    other.close()
    assert page.goto(answer).status == 400


def test_somebody_who_declines_comes_back_signed_out(page):
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in through Riverside").click()
    page.wait_for_url(re.compile(r"^http://localhost:"))
    page.get_by_role("button", name="Deny").click()
    page.wait_for_url(re.compile(r"^https://127\.0\.0\.1:"))
    expect(page.get_by_role("heading", level=1)).to_have_text("You aren’t signed in")


def test_a_provider_that_is_down_leaves_the_sign_in_page_working(page):
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in through Silent").click()
    expect(page.get_by_role("alert")).to_contain_text("Silent can’t be reached")
    expect(page.get_by_label("Password")).to_be_visible()
    check_accessibility(page)


def test_an_account_is_linked_and_unlinked_by_its_holder(page, secure, chromium):
    page.goto(secure.sign_in_link)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.goto("/account")
    page.get_by_label("New password").fill("a long one for this test")
    page.get_by_label("The same again").fill("a long one for this test")
    page.get_by_role("button", name="Change it").click()
    sign_in(page, "eve-1", button="Link Riverside", place="/account")
    expect(page.get_by_role("status")).to_contain_text("sign in that way")
    other = chromium.new_context(base_url=secure.address, ignore_https_errors=True)
    second = other.new_page()
    sign_in(second, "eve-1")
    second.goto("/account")
    expect(second.get_by_role("main")).to_contain_text("Administrator")
    other.close()
    page.get_by_role("button", name="Unlink it").click()
    expect(page.get_by_role("button", name="Link Riverside")).to_be_visible()


def test_the_numbers_are_on_a_port_of_their_own(page, secure):
    assert page.goto("/metrics").status == 404
    with urllib.request.urlopen(secure.metrics, timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = answer.read().decode()
    assert "sightline_build_info" in text
    assert "ada@example.org" not in text
