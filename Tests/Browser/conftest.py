import os
import shutil
from contextlib import contextmanager

import pages
import pytest
from playwright.sync_api import expect, sync_playwright
from server import Server

expect.set_options(timeout=10_000)

# A visit records what a page must never do; the test that made the visit fails at its end.
BROKEN = ("Security Policy", "Uncaught", "Refused")


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("sightline"))
    yield server
    assert server.stop() == 0, "the server ends well when it is asked to"


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])))
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=as_root)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(server, chromium):
    """The cookies of the first administrator, who has used the printed link."""
    context = chromium.new_context(base_url=server.address)
    page = context.new_page()
    page.goto(server.sign_in_link)
    button = page.get_by_role("main").get_by_role("button", name="Sign in")
    if button.count():
        button.click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def site(server, chromium, signed_in):
    """One address of every kind of page, and of every kind of file."""
    context = chromium.new_context(base_url=server.address, storage_state=signed_in)
    examples, files = pages.explore(context.request, server.address + "/")
    context.close()
    return {"pages": examples, "files": files}


@pytest.fixture(scope="session")
def watched(server, chromium, site):
    """Opens pages by their kind or path until its block ends, and fails there if one asked other hosts or broke."""

    @contextmanager
    def watching():
        contexts, outside, broken = [], [], []

        def guard(route):
            if route.request.url.startswith(server.address + "/"):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        def listen(page):
            page.on("pageerror", lambda error: broken.append(f"{page.url}: {error}"))
            page.on("console", lambda message: note(page, message.text))

        def note(page, text):
            if any(word in text for word in BROKEN):
                broken.append(f"{page.url}: {text}")

        def open_page(place, *, width=1280, height=800, signed_in_as=None, **options):
            context = chromium.new_context(
                base_url=server.address,
                storage_state=signed_in_as,
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
                **options,
            )
            contexts.append(context)
            context.route("**/*", guard)
            context.on("page", listen)
            page = context.new_page()
            page.answer = page.goto(site["pages"].get(place, place))
            return page

        yield open_page
        for context in contexts:
            context.close()
        assert not outside, "a page asks nothing of other hosts"
        assert not broken, "no script fails and nothing breaks the content security policy"

    return watching


@pytest.fixture
def visit(watched, signed_in):
    """Opens a page by its kind or its path, signed in as the first administrator unless told otherwise."""
    with watched() as open_page:
        yield lambda place, **options: open_page(place, **{"signed_in_as": signed_in} | options)
