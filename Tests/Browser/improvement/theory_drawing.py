"""The drawing of a theory as a test uses it: its boxes, arrows and panel, and a mouse or a finger on it."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def theory(visit):
    """The page of a new programme: an aim, two drivers that lead to it, a change idea that leads nowhere yet."""
    page = visit("/units/:id/programmes/new", java_script_enabled=False)
    page.get_by_label("Title", exact=True).fill("Fewer falls")
    page.get_by_label("What it is for").fill("Nobody falls on the ward")
    page.get_by_role("main").locator("form").first.get_by_role("button").click()
    programme = page.url.split("?")[0]
    add(page, programme, "aim", "Half as many falls")
    add(page, programme, "primary-driver", "People know who is at risk", to="Half as many falls")
    add(page, programme, "primary-driver", "Floors are dry", to="Half as many falls")
    add(page, programme, "change-idea", "A huddle at ten")
    return programme


def add(page, programme, kind, title, to=None):
    page.goto(f"{programme}/nodes")
    page.get_by_label("What it is", exact=True).select_option(kind)
    page.get_by_label("Title", exact=True).fill(title)
    if to:
        page.get_by_label("It brings about").select_option(label=f"Aim: {to}")
        page.get_by_label("We believe so because").fill("we have seen it")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("link", name=title, exact=True).first).to_be_visible()


def box(page, title):
    return page.locator(f'a.box[aria-label$=": {title}"]')


def edge(page, start, end):
    return page.locator(f'a.edge[aria-label^="Arrow from {start} to {end}"]')


def panel(page):
    return page.get_by_role("dialog")


def chosen(page):
    """Where the arrow of the form that is open leads."""
    return panel(page).get_by_label("It brings about").locator("option:checked")


def places(page):
    """Where each box lies in the drawing, by its node."""
    rects = [(each.get_attribute("data-node"), each.locator("rect").first) for each in page.locator("a.box").all()]
    return {node: (rect.get_attribute("x"), rect.get_attribute("y")) for node, rect in rects}


def said(page):
    return page.locator(".edit-said")


def column(page):
    """The titles of the primary drivers, from the top."""
    boxes = page.locator('a.box[aria-label^="Primary driver"]').all()
    lying = sorted((each.locator("rect").first.bounding_box()["y"], each.get_attribute("aria-label")) for each in boxes)
    return [label.split(": ")[1] for _, label in lying]


def centre(locator):
    place = locator.bounding_box()
    return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2


def show(page):
    """Puts the drawing in the middle of the window, where a drag scrolls nothing."""
    page.locator(".picture").evaluate("picture => picture.scrollIntoView({ block: 'center' })")


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=5)
    page.mouse.move(*end, steps=5)
    page.mouse.up()


class Finger:
    """One finger on the screen."""

    def __init__(self, page):
        self._session = page.context.new_cdp_session(page)

    def _send(self, kind, *places):
        points = [{"x": x, "y": y} for x, y in places]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def put(self, place):
        self._send("touchStart", place)

    def move(self, place):
        self._send("touchMove", place)

    def lift(self):
        self._send("touchEnd")


def swipe(page, start, end):
    finger = Finger(page)
    finger.put(start)
    for step in range(1, 11):
        finger.move(tuple(start[i] + (end[i] - start[i]) * step / 10 for i in (0, 1)))
    finger.lift()


def wait_for(page, is_far_enough):
    """Until the picture is scrolled as far as that."""
    for _ in range(100):
        scrolled = page.locator(".picture").evaluate("picture => picture.scrollLeft")
        if is_far_enough(scrolled):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the picture is scrolled by {scrolled}")
