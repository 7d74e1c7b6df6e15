"""A theory is changed in its drawing by mouse, by keyboard and by touch, and in its list without a script."""

import re

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways

PROGRAMME = "/units/:id/programmes/:id"
PHONE = {"width": 320, "height": 700, "has_touch": True, "is_mobile": True}


@pytest.fixture
def theory(visit):
    """The page of a new programme with an aim, two drivers that lead to it, and a change idea that leads nowhere yet."""
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


def test_by_mouse(visit, theory):
    page = visit(theory)
    box(page, "A huddle at ten").click()
    expect(panel(page)).to_be_visible()
    check_accessibility(page)
    panel(page).get_by_label("Title").fill("A huddle at nine")
    panel(page).get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text("Saved: “A huddle at nine”.")
    expect(panel(page)).to_be_hidden()
    expect(box(page, "A huddle at nine")).to_be_focused()
    expect(page.get_by_role("link", name="A huddle at nine", exact=True).first).to_be_visible()

    # An arrow, from the dot to another box.
    handle = box(page, "A huddle at nine").locator(".handle")
    show(page)
    drag(page, centre(handle), centre(box(page, "Floors are dry")))
    expect(panel(page).get_by_label("It brings about")).to_have_value(re.compile("."))
    chosen = panel(page).get_by_label("It brings about").locator("option:checked")
    expect(chosen).to_have_text("Primary driver: Floors are dry")
    # White space passes the browser, and no reason passes the server.
    panel(page).get_by_label("We believe so because").fill(" ")
    panel(page).get_by_role("button", name="Add the arrow").click()
    expect(panel(page).get_by_role("alert")).to_contain_text("We believe so because: this is needed.")
    expect(chosen).to_have_text("Primary driver: Floors are dry")
    check_accessibility(page)
    assert edge(page, "A huddle at nine", "Floors are dry").count() == 0
    panel(page).get_by_label("We believe so because").fill("somebody looks at the floor")
    panel(page).get_by_role("button", name="Add the arrow").click()
    expect(edge(page, "A huddle at nine", "Floors are dry")).to_have_count(1)
    expect(page.get_by_text("we believe so because somebody looks at the floor")).to_be_visible()

    # A place, from the box to another one of its column.
    assert column(page) == ["People know who is at risk", "Floors are dry"]
    show(page)
    first, second = centre(box(page, "People know who is at risk")), centre(box(page, "Floors are dry"))
    drag(page, second, (second[0], first[1] - 10))
    expect(said(page)).to_have_text("“Floors are dry” is number 1 of 2 now.")
    assert column(page) == ["Floors are dry", "People know who is at risk"]
    assert panel(page).count() == 0, "what was dragged was not clicked"

    # The reason of an arrow, and its end.
    edge(page, "A huddle at nine", "Floors are dry").locator("text").click()
    panel(page).get_by_label("We believe so because").fill("a nurse looks at the floor")
    panel(page).get_by_role("button", name="Save").click()
    expect(page.get_by_text("we believe so because a nurse looks at the floor")).to_be_visible()
    edge(page, "A huddle at nine", "Floors are dry").locator("text").click()
    panel(page).get_by_text("Take the arrow out").click()
    panel(page).get_by_label("Why", exact=True).fill("It was the cleaner")
    panel(page).get_by_role("button", name="Take it out").click()
    expect(edge(page, "A huddle at nine", "Floors are dry")).to_have_count(0)
    expect(page.get_by_text("It was the cleaner")).to_be_visible()

    # One more box in a column, and nothing else moves.
    before = {each.get_attribute("data-node"): each.locator("rect").first.bounding_box() for each in page.locator("a.box").all()}
    page.get_by_role("link", name="Add to change ideas").click()
    expect(panel(page).get_by_label("What it is", exact=True)).to_have_value("change-idea")
    panel(page).get_by_label("Title").fill("Red socks")
    panel(page).get_by_role("button", name="Add it").click()
    expect(box(page, "Red socks")).to_be_focused()
    after = {each.get_attribute("data-node"): each.locator("rect").first.bounding_box() for each in page.locator("a.box").all()}
    assert len(after) == len(before) + 1
    base_before, base_after = min(place["y"] for place in before.values()), min(place["y"] for place in after.values())
    for node, place in before.items():
        assert place["x"] == after[node]["x"]
        assert place["y"] - base_before == after[node]["y"] - base_after


def test_by_keyboard_only(visit, theory):
    page = visit(theory)
    page.locator(".picture").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.box')"):
            break
    expect(box(page, "Half as many falls")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(box(page, "People know who is at risk")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(box(page, "Floors are dry")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(said(page)).to_have_text("“Floors are dry” is number 1 of 2 now.")
    expect(box(page, "Floors are dry")).to_be_focused()
    assert column(page)[0] == "Floors are dry"
    page.keyboard.press("Alt+ArrowUp")
    expect(said(page)).to_have_text("“Floors are dry” is the first one already.")

    # Its words: Enter opens them, Enter saves them.
    page.keyboard.press("Enter")
    expect(panel(page).get_by_label("Title")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Floors are dry and free")
    page.keyboard.press("Enter")
    expect(box(page, "Floors are dry and free")).to_be_focused()

    # An arrow: the change idea is one column on, over an empty one.
    page.keyboard.press("ArrowRight")
    expect(box(page, "A huddle at ten")).to_be_focused()
    page.keyboard.press("Enter")
    panel(page).get_by_role("button", name="Draw an arrow from here").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_hidden()
    expect(said(page)).to_contain_text("An arrow from “A huddle at ten”")
    page.keyboard.press("Escape")
    expect(said(page)).to_have_text("No arrow was drawn.")
    page.keyboard.press("Enter")
    panel(page).get_by_role("button", name="Draw an arrow from here").focus()
    page.keyboard.press("Enter")
    expect(box(page, "A huddle at ten")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_label("We believe so because")).to_be_focused()
    page.keyboard.type("people speak up")
    panel(page).get_by_role("button", name="Add the arrow").focus()
    page.keyboard.press("Enter")
    expect(edge(page, "A huddle at ten", "Floors are dry and free")).to_have_count(1)
    expect(box(page, "A huddle at ten")).to_be_focused()

    # What leads to it, filled in.
    page.keyboard.press("Enter")
    panel(page).get_by_role("button", name="Add what leads to it").focus()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_label("Title")).to_be_focused()
    expect(panel(page).get_by_label("What it is", exact=True)).to_have_value("activity")
    expect(panel(page).get_by_label("It brings about").locator("option:checked")).to_have_text("Change idea: A huddle at ten")
    page.keyboard.type("Train two nurses")
    panel(page).get_by_label("We believe so because").focus()
    page.keyboard.type("they have to know how")
    panel(page).get_by_role("button", name="Add it").focus()
    page.keyboard.press("Enter")
    expect(box(page, "Train two nurses")).to_be_focused()

    # Out it goes; the focus stays in the drawing.
    page.keyboard.press("Space")
    panel(page).get_by_text("Take it out").first.focus()
    page.keyboard.press("Enter")
    panel(page).get_by_label("Why", exact=True).focus()
    page.keyboard.type("It is done")
    panel(page).get_by_role("button", name="Take it out").focus()
    page.keyboard.press("Enter")
    expect(box(page, "Train two nurses")).to_have_count(0)
    expect(said(page)).to_have_text("Taken out: “Train two nurses”. It is kept, with the reason.")
    assert page.evaluate("document.activeElement.matches('a.box')")


def test_by_touch(visit, theory):
    page = visit(theory, **PHONE)
    region = page.locator(".picture")
    show(page)
    box(page, "Half as many falls").tap()
    expect(panel(page)).to_be_visible()
    assert sideways(page)[0] == 0, sideways(page)
    place = panel(page).bounding_box()
    assert place["x"] == 0 and place["width"] == 320 and place["y"] > 0, "it lies over the lower part of the page"
    check_accessibility(page)
    panel(page).get_by_label("Title").fill("A third of the falls")
    panel(page).get_by_role("button", name="Save").tap()
    expect(box(page, "A third of the falls")).to_have_count(1)

    # A finger on a box scrolls, and moves nothing.
    aim = centre(box(page, "A third of the falls"))
    swipe(page, aim, (aim[0] - 150, aim[1]))
    wait_for(page, lambda scrolled: scrolled > 60)
    assert panel(page).count() == 0

    # Its grip moves it.
    show(page)
    box(page, "Floors are dry").scroll_into_view_if_needed()
    grip = centre(box(page, "Floors are dry").locator(".grip"))
    swipe(page, grip, (grip[0], grip[1] - 104))
    expect(said(page)).to_have_text("“Floors are dry” is number 1 of 2 now.")

    # Its dot draws an arrow to a box that the picture scrolls to.
    huddle = box(page, "A huddle at ten")
    show(page)
    region.evaluate("region => { region.scrollLeft = 640 }")
    dot = centre(huddle.locator(".handle"))
    finger = Finger(page)
    finger.put(dot)
    for x in range(int(dot[0]), 20, -10):
        finger.move((x, dot[1]))
    wait_for(page, lambda scrolled: scrolled < 320)
    finger.move((160, dot[1]))
    page.wait_for_timeout(100)
    finger.move(centre(box(page, "Floors are dry")))
    finger.lift()
    expect(panel(page).get_by_label("It brings about").locator("option:checked")).to_have_text("Primary driver: Floors are dry")
    assert sideways(page)[0] == 0, sideways(page)
    panel(page).get_by_label("We believe so because").fill("somebody looks")
    panel(page).get_by_role("button", name="Add the arrow").tap()
    expect(edge(page, "A huddle at ten", "Floors are dry")).to_have_count(1)

    # A tap on the dot and a tap on a box do the same.
    box(page, "A huddle at ten").locator(".handle").tap()
    expect(said(page)).to_contain_text("An arrow from “A huddle at ten”")
    box(page, "People know who is at risk").tap()
    panel(page).get_by_label("We believe so because").fill("it is said aloud")
    panel(page).get_by_role("button", name="Add the arrow").tap()
    expect(edge(page, "A huddle at ten", "People know who is at risk")).to_have_count(1)

    box(page, "A huddle at ten").tap()
    panel(page).get_by_text("Take it out").first.tap()
    panel(page).get_by_label("Why", exact=True).fill("Nobody came")
    panel(page).get_by_role("button", name="Take it out").tap()
    expect(box(page, "A huddle at ten")).to_have_count(0)


def test_what_somebody_else_saved_meanwhile_takes_nothing_that_was_typed(visit, theory):
    page, other = visit(theory), visit(theory)
    box(page, "Floors are dry").click()
    panel(page).get_by_label("Title").fill("Floors are dry at night")
    box(other, "Floors are dry").click()
    panel(other).get_by_label("Title").fill("Floors are dry by day")
    panel(other).get_by_role("button", name="Save").click()
    expect(box(other, "Floors are dry by day")).to_be_focused()
    panel(page).get_by_role("button", name="Save").click()
    expect(panel(page).get_by_role("heading", name="changed this while you were at it")).to_be_visible()
    expect(panel(page).get_by_label("Title")).to_have_value("Floors are dry at night")
    expect(panel(page).get_by_role("cell", name="Floors are dry by day", exact=True)).to_be_visible()
    check_accessibility(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert sideways(page)[0] == 0, sideways(page)
    panel(page).get_by_role("button", name="Save").click()
    expect(box(page, "Floors are dry at night")).to_be_focused()


def test_what_was_typed_outlasts_escape_and_the_end_of_a_session(visit, theory, server, signed_in):
    page = visit(theory)
    box(page, "Floors are dry").click()
    panel(page).get_by_label("In more words").fill("Mopped before six")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(box(page, "Floors are dry")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_text("What you typed before is back.")).to_be_visible()
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before six")
    check_accessibility(page)

    # Signed out, and in again with another session.
    cookies = page.context.cookies()
    page.context.clear_cookies()
    panel(page).get_by_role("button", name="Save").click()
    expect(panel(page).get_by_role("alert")).to_contain_text("Your session has ended")
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before six")
    expect(panel(page).get_by_role("link", name="Sign in")).to_have_attribute("target", "_blank")
    check_accessibility(page)
    page.context.add_cookies(cookies)
    panel(page).get_by_role("button", name="Save").click()
    expect(box(page, "Floors are dry")).to_be_focused()
    box(page, "Floors are dry").click()
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before six")

    # Signed in anew meanwhile: the form has the token of the session before.
    panel(page).get_by_label("In more words").fill("Mopped before four")
    panel(page).locator("form").first.evaluate(
        "form => { form.elements.namedItem('form-token').value = 'a'.repeat(64) }"
    )
    panel(page).get_by_role("button", name="Save").click()
    expect(panel(page).get_by_text("What you typed is back.")).to_be_visible()
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before four")
    panel(page).get_by_role("button", name="Save").click()
    expect(box(page, "Floors are dry")).to_be_focused()
    box(page, "Floors are dry").click()
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before four")

    # Without the network nothing is saved, and nothing lost.
    panel(page).get_by_label("In more words").fill("Mopped before five")
    page.context.set_offline(True)
    panel(page).get_by_role("button", name="Save").click()
    expect(panel(page).get_by_role("alert")).to_contain_text("There is no answer")
    expect(panel(page).get_by_label("In more words")).to_have_value("Mopped before five")
    page.context.set_offline(False)
    panel(page).get_by_role("button", name="Save").click()
    expect(said(page)).to_contain_text("Saved")


@pytest.mark.parametrize("drawing", ["logic-model", "theory-of-change"])
def test_the_other_drawings_are_editors_as_well(visit, theory, drawing):
    page = visit(f"{theory}?drawing={drawing}")
    box(page, "People know who is at risk").focus()
    later = "ArrowRight" if drawing == "theory-of-change" else "ArrowDown"
    page.keyboard.press(f"Alt+{later}")
    expect(said(page)).to_have_text("“People know who is at risk” is number 2 of 2 now.")
    expect(page.locator(f'.drawings a[aria-current][href*="{drawing}"]')).to_have_count(1)
    page.keyboard.press("ArrowLeft" if drawing == "theory-of-change" else "ArrowUp")
    expect(box(page, "Floors are dry")).to_be_focused()
    handle = box(page, "A huddle at ten").locator(".handle")
    show(page)
    drag(page, centre(handle), centre(box(page, "Floors are dry")))
    panel(page).get_by_label("We believe so because").fill("somebody looks")
    panel(page).get_by_role("button", name="Add the arrow").click()
    expect(edge(page, "A huddle at ten", "Floors are dry")).to_have_count(1)
    # It is there already, and the way back would be a circle.
    for start, end in [("A huddle at ten", "Floors are dry"), ("Floors are dry", "A huddle at ten")]:
        drag(page, centre(box(page, start).locator(".handle")), centre(box(page, end)))
        expect(said(page)).to_contain_text(f"No new arrow leads from “{start}” to “{end}”")
    assert page.locator("a.edge").count() == 3


@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_focus_and_the_panel_are_seen(visit, theory, colours):
    page = visit(theory, forced_colors=colours)
    driver = box(page, "Floors are dry")
    driver.focus()
    page.keyboard.press("ArrowUp")
    ring = box(page, "People know who is at risk").evaluate(
        "element => [getComputedStyle(element).outlineStyle, getComputedStyle(element.querySelector('rect')).strokeWidth]"
    )
    assert ring[0] != "none" and ring[1] != driver.locator("rect").first.evaluate("e => getComputedStyle(e).strokeWidth")
    page.keyboard.press("Enter")
    check_accessibility(page)


def test_without_a_script_the_boxes_lead_to_their_pages_and_the_list_does_the_same(visit, theory):
    page = visit(theory, width=320, java_script_enabled=False)

    def change(title, what):
        # The summary of a line opens without a script.
        row = page.locator(".tree-row", has=page.get_by_role("link", name=title, exact=True)).first
        row.locator("summary").click()
        (row.get_by_role("link", name=what) if what not in ("Up", "Down") else row.get_by_role("button", name=what)).first.click()

    change("A huddle at ten", "Its words")
    page.locator("#words").get_by_label("Title").fill("A huddle at nine")
    page.locator("#words").get_by_role("button", name="Save").click()
    change("A huddle at nine", "Draw an arrow from it")
    page.locator("#arrow").get_by_label("It brings about").select_option(label="Primary driver: Floors are dry")
    page.locator("#arrow").get_by_label("We believe so because").fill(" ")
    page.locator("#arrow").get_by_role("button", name="Add the arrow").click()
    expect(page.locator("#arrow").get_by_role("alert")).to_contain_text("this is needed")
    page.locator("#arrow").get_by_label("We believe so because").fill("somebody looks")
    page.locator("#arrow").get_by_role("button", name="Add the arrow").click()
    page.goto(theory)
    change("Floors are dry", "Up")
    assert page.url.split("#")[1].startswith("row-")
    drivers = page.locator(".tree-row", has=page.get_by_text("Primary driver", exact=True)).locator("a.name")
    expect(drivers).to_have_text(["Floors are dry", "People know who is at risk"])
    change("A huddle at nine", "Add what leads to it")
    expect(page.get_by_label("It brings about").locator("option:checked")).to_have_text("Change idea: A huddle at nine")
    page.get_by_label("Title", exact=True).fill("Train two nurses")
    page.get_by_label("We believe so because").fill("they have to know how")
    page.get_by_role("button", name="Add it").click()
    change("Train two nurses", "Take it out")
    page.locator("#removal").get_by_label("Why").fill("It is done")
    page.locator("#removal").get_by_role("button", name="Take it out").click()
    expect(page.get_by_text("It is done").first).to_be_visible()
    assert sideways_without_script(page)
    # And a box of the drawing leads where its line leads.
    href = box(page, "Floors are dry").get_attribute("href")
    assert page.locator(f'.tree-row a.name[href="{href}"]').count() >= 1


def sideways_without_script(page):
    """Scripts of a test don't run in a page without scripts: the widest thing in it must fit."""
    return page.locator("body").bounding_box()["width"] <= 320


def test_who_only_reads_sees_a_picture(visit, theory, server, chromium):
    page = visit(theory)
    assert page.locator('svg.theory[role="group"] a.box').count() == 4
    page.locator("summary", has_text="Make a public link to the theory").click()
    page.get_by_role("button", name="Make the link").click()
    path = page.locator("code.digest").inner_text().split("/shared/")[1]
    stranger = chromium.new_context(base_url=server.address)
    try:
        shared = stranger.new_page()
        assert shared.goto(f"/shared/{path}").ok
        assert shared.locator('svg.theory[role="img"]').count() == 1
        assert shared.locator("svg.theory a, script, .row-changes").count() == 0
    finally:
        stranger.close()
