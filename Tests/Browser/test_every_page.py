"""What holds for each kind of page."""

import re

import pages
import pytest
from accessibility import check_accessibility
from sentences import untold

EVERY_PAGE = pages.KINDS + pages.SIGNED_OUT + pages.MISSING
every_width = pytest.mark.parametrize("width", [320, 1280])

# What shows that an element has the focus: an outline of two pixels at least, inside the window.
FOCUSED = """() => {
    const element = document.activeElement
    if (element === document.body || element === null) return null
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const across = box.width > 0 && box.right > 0 && box.left < innerWidth
    const down = box.height > 0 && box.bottom > 0 && box.top < innerHeight
    return { what: element.outerHTML.slice(0, 120), outlined, inside: across && down }
}"""


# Puts the focus before everything, as after loading.
FROM_THE_START = """() => {
    const start = document.createElement('span')
    start.tabIndex = -1
    document.body.prepend(start)
    start.focus()
    start.remove()
    scrollTo(0, 0)
}"""


class Shown:
    """A page that is opened once for all that is tested of its kind; every test says how it wants to see it."""

    def __init__(self, kind, page, without_script):
        self.kind, self.answer, self.without_script = kind, page.answer, without_script
        self._page = page

    def at(self, width=1280, media="screen", colours="none", scheme="light"):
        self._page.set_viewport_size({"width": width, "height": 800})
        self._page.emulate_media(media=media, forced_colors=colours, color_scheme=scheme, reduced_motion="reduce")
        self._page.evaluate(FROM_THE_START)
        return self._page


@pytest.fixture(scope="module", params=EVERY_PAGE)
def shown(request, watched, signed_in):
    kind = request.param
    account = None if kind in pages.SIGNED_OUT else signed_in
    with watched() as open_page:
        page = open_page(kind, signed_in_as=account)
        yield Shown(kind, page, lambda: open_page(kind, signed_in_as=account, java_script_enabled=False))


def sideways(page):
    """By how many pixels the page is wider than its window, and what sticks out furthest."""
    page.wait_for_load_state()  # Before its style sheets are there, a page can be as wide as it likes.
    return page.evaluate(
        """() => {
            const root = document.documentElement
            const over = root.scrollWidth - root.clientWidth
            const right = element => element.getBoundingClientRect().right
            const furthest = [...document.querySelectorAll('main *')].sort((a, b) => right(b) - right(a))[0]
            return over > 0 ? [over, furthest?.outerHTML.slice(0, 200)] : [0, null]
        }"""
    )


def test_every_kind_of_page_is_known_here_and_linked_from_somewhere(site):
    assert sorted(site["pages"]) == sorted(pages.KINDS)


def test_titles_tell_pages_apart(site, server, chromium, signed_in):
    account = chromium.new_context(base_url=server.address, storage_state=signed_in)
    nobody = chromium.new_context(base_url=server.address)
    titles = {}
    for kind in EVERY_PAGE:
        request = (nobody if kind in pages.SIGNED_OUT else account).request
        title = re.search(r"<title>(.*?)</title>", request.get(site["pages"].get(kind, kind)).text())[1]
        titles.setdefault(title, []).append(kind)
    account.close()
    nobody.close()
    assert [kinds for kinds in titles.values() if len(kinds) > 1] == []


def test_a_page_has_a_title_one_heading_and_a_language(shown):
    page = shown.at()
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("main h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"


def test_a_page_is_sent_with_strict_headers(shown):
    headers = shown.answer.headers
    policy = headers["content-security-policy"]
    assert "unsafe-" not in policy and "*" not in policy and "data:" not in policy.replace("img-src", "")
    directives = {words[0]: words[1:] for words in (part.split() for part in policy.split(";")) if words}
    assert directives["default-src"] in (["'none'"], ["'self'"])
    assert directives["frame-ancestors"] == ["'none'"]
    assert directives["form-action"] == ["'self'"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert shown.answer.status == (404 if shown.kind in pages.MISSING else 200)


@every_width
def test_a_page_does_not_scroll_sideways(shown, width):
    assert sideways(shown.at(width)) == [0, None]


def test_a_page_stands_text_spacing_and_large_text(shown):
    """WCAG 2.2, 1.4.4 and 1.4.12. Set through the object model: the policy forbids style elements."""
    page = shown.at(640)
    spread = """is => {
        document.documentElement.style.fontSize = is ? '200%' : ''
        for (const element of document.querySelectorAll('main *')) {
            element.style.letterSpacing = is ? '0.12em' : ''
            element.style.wordSpacing = is ? '0.16em' : ''
        }
    }"""
    page.evaluate(spread, True)
    found = sideways(page)
    page.evaluate(spread, False)
    assert found == [0, None]


def test_whatever_is_listed_or_drawn_is_told_in_a_sentence(shown):
    if shown.kind != "/accessibility":  # It is written, item by item, and nothing of it is counted.
        assert untold(shown.at()) == []


@every_width
def test_axe_finds_nothing(shown, width):
    check_accessibility(shown.at(width))


def test_axe_finds_nothing_in_the_dark(shown):
    check_accessibility(shown.at(scheme="dark"))


@pytest.mark.parametrize(("width", "colours"), [(320, "none"), (1280, "none"), (1280, "active")])
def test_focus_can_be_seen_at_every_step(shown, width, colours):
    page = shown.at(width, colours=colours)
    steps = []
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused in steps:
            break
        steps.append(focused)
    assert steps, "something on the page takes the focus"
    assert [step["what"] for step in steps if not step["outlined"] or not step["inside"]] == []


def test_the_first_tab_stop_leads_past_the_header(shown):
    page = shown.at()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_page_says_the_same_without_javascript(shown):
    with_script, without = shown.at(), shown.without_script()
    for part in ["main h1", "main h2", "main th", "main label"]:
        assert without.locator(part).all_inner_texts() == with_script.locator(part).all_inner_texts()
    for control in ["button", "input:not([type=hidden])", "select", "textarea"]:
        outside_a_form = without.locator(f"{control}:not(form *):not([form])")
        assert outside_a_form.count() == 0, "without a form and without a script a control does nothing"


def test_a_page_prints_its_content_without_its_navigation(shown):
    page = shown.at(718, media="print")  # The width of A4 within its margins, at 96 pixels an inch.
    assert page.locator("h1").is_visible()
    assert not page.locator("nav.sections").is_visible()
    assert not page.locator("a.skip-link").is_visible()
    assert sideways(page) == [0, None]
    assert page.pdf(format="A4").startswith(b"%PDF-")
