"""What holds for each kind of page."""

import pages
import pytest
from accessibility import check_accessibility

EVERY_PAGE = pages.KINDS + pages.SIGNED_OUT + pages.MISSING
every_page = pytest.mark.parametrize("kind", EVERY_PAGE)
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


@pytest.fixture
def visit_kind(visit):
    def open_kind(kind, **options):
        if kind in pages.SIGNED_OUT:
            options["signed_in_as"] = None
        return visit(kind, **options)

    return open_kind


def sideways(page):
    """By how many pixels the page is wider than its window, and what sticks out furthest."""
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


@every_page
def test_a_page_has_a_title_one_heading_and_a_language(visit_kind, kind):
    page = visit_kind(kind)
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("main h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"


def test_titles_tell_pages_apart(visit_kind):
    titles = [visit_kind(kind).title() for kind in EVERY_PAGE]
    assert len(set(titles)) == len(titles), titles


@every_page
def test_a_page_is_sent_with_strict_headers(visit_kind, kind):
    page = visit_kind(kind)
    headers = page.answer.headers
    policy = headers["content-security-policy"]
    assert "unsafe-" not in policy and "*" not in policy and "data:" not in policy.replace("img-src", "")
    directives = {words[0]: words[1:] for words in (part.split() for part in policy.split(";")) if words}
    assert directives["default-src"] in (["'none'"], ["'self'"])
    assert directives["frame-ancestors"] == ["'none'"]
    assert directives["form-action"] == ["'self'"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert page.answer.status == (404 if kind in pages.MISSING else 200)


@every_page
@every_width
def test_a_page_does_not_scroll_sideways(visit_kind, kind, width):
    assert sideways(visit_kind(kind, width=width)) == [0, None]


@every_page
def test_a_page_stands_text_spacing_and_large_text(visit_kind, kind):
    """WCAG 2.2, 1.4.4 and 1.4.12. Set through the object model: the policy forbids style elements."""
    page = visit_kind(kind, width=640)
    page.evaluate(
        """() => {
            document.documentElement.style.fontSize = '200%'
            for (const element of document.querySelectorAll('main *')) {
                element.style.letterSpacing = '0.12em'
                element.style.wordSpacing = '0.16em'
            }
        }"""
    )
    assert sideways(page) == [0, None]


@every_page
@every_width
def test_axe_finds_nothing(visit_kind, kind, width):
    check_accessibility(visit_kind(kind, width=width))


@every_page
def test_axe_finds_nothing_in_the_dark(visit_kind, kind):
    check_accessibility(visit_kind(kind, color_scheme="dark"))


@every_page
@pytest.mark.parametrize(("width", "colours"), [(320, "none"), (1280, "none"), (1280, "active")])
def test_focus_can_be_seen_at_every_step(visit_kind, kind, width, colours):
    page = visit_kind(kind, width=width, forced_colors=colours)
    steps = []
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused in steps:
            break
        steps.append(focused)
    assert steps, "something on the page takes the focus"
    assert [step["what"] for step in steps if not step["outlined"] or not step["inside"]] == []


@every_page
def test_the_first_tab_stop_leads_past_the_header(visit_kind, kind):
    page = visit_kind(kind)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@every_page
def test_a_page_says_the_same_without_javascript(visit_kind, kind):
    with_script, without = visit_kind(kind), visit_kind(kind, java_script_enabled=False)
    for part in ["main h1", "main h2", "main th", "main label"]:
        assert without.locator(part).all_inner_texts() == with_script.locator(part).all_inner_texts()
    for control in ["button", "input:not([type=hidden])", "select", "textarea"]:
        outside_a_form = without.locator(f"{control}:not(form *):not([form])")
        assert outside_a_form.count() == 0, "without a form and without a script a control does nothing"


@every_page
def test_a_page_prints_its_content_without_its_navigation(visit_kind, kind):
    page = visit_kind(kind, width=718)  # The width of A4 within its margins, at 96 pixels an inch.
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator("nav.sections").is_visible()
    assert not page.locator("a.skip-link").is_visible()
    assert sideways(page) == [0, None]
    assert page.pdf(format="A4").startswith(b"%PDF-")
