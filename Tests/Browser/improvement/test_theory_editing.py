"""A theory is changed in its drawing: by mouse, by keyboard and by touch."""

from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways
from theory_drawing import (
    Finger, add, box, centre, chosen, column, drag, edge, panel, places, said, show, swipe, wait_for, theory,
)  # fmt: skip

PHONE = {"width": 320, "height": 700, "has_touch": True, "is_mobile": True}


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
    expect(chosen(page)).to_have_text("Primary driver: Floors are dry")
    # White space passes the browser, and no reason passes the server.
    panel(page).get_by_label("We believe so because").fill(" ")
    panel(page).get_by_role("button", name="Add the arrow").click()
    expect(panel(page).get_by_role("alert")).to_contain_text("We believe so because: this is needed.")
    expect(chosen(page)).to_have_text("Primary driver: Floors are dry")
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
    before = places(page)
    page.get_by_role("button", name="Add to change ideas").click()
    expect(panel(page).get_by_label("What it is", exact=True)).to_have_value("change-idea")
    panel(page).get_by_label("Title").fill("Red socks")
    panel(page).get_by_role("button", name="Add it").click()
    expect(box(page, "Red socks")).to_be_focused()
    after = places(page)
    assert len(after) == len(before) + 1
    assert {node: place for node, place in after.items() if node in before} == before


def test_a_box_changes_places_with_those_of_its_kind_over_others(visit, theory):
    page = visit(theory)
    # What is at home in another drawing lies between the drivers.
    add(page, theory, "outcome", "Fewer broken hips", to="Half as many falls")
    add(page, theory, "primary-driver", "Everyone has shoes", to="Half as many falls")
    page.goto(theory)
    before = places(page)
    show(page)
    second, last = centre(box(page, "Floors are dry")), centre(box(page, "Everyone has shoes"))
    drag(page, last, (last[0], second[1] + 10))
    expect(said(page)).to_have_text("“Everyone has shoes” is number 2 of 3 now.")
    assert column(page) == ["People know who is at risk", "Everyone has shoes", "Floors are dry"]
    after = places(page)
    assert sorted(after.values()) == sorted(before.values())
    assert sum(after[node] != before[node] for node in after) == 2, "the outcome between them stays"
    box(page, "Everyone has shoes").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(said(page)).to_have_text("“Everyone has shoes” is number 3 of 3 now.")
    assert places(page) == before


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
    expect(chosen(page)).to_have_text("Change idea: A huddle at ten")
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
    expect(chosen(page)).to_have_text("Primary driver: Floors are dry")
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
