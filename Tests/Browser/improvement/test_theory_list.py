"""What is typed into a theory is not lost, and its list does what its drawing does."""

import pytest
from accessibility import check_accessibility
from playwright.sync_api import expect
from test_every_page import sideways
from theory_drawing import box, centre, drag, edge, panel, said, show, theory


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
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 800})
    box(page, "Floors are dry").click()
    expect(panel(page).get_by_label("Title")).to_have_value("Floors are dry at night")
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
    focused, line = box(page, "People know who is at risk"), "rect => getComputedStyle(rect).strokeWidth"
    expect(focused).to_be_focused()
    assert focused.evaluate("box => getComputedStyle(box).outlineStyle") != "none"
    assert focused.locator("rect").first.evaluate(line) != driver.locator("rect").first.evaluate(line)
    page.keyboard.press("Enter")
    check_accessibility(page)


def test_the_list_changes_in_place_where_a_script_runs(visit, theory):
    page = visit(theory)
    row = page.locator(".tree-row", has=page.get_by_role("link", name="Floors are dry", exact=True))
    row.locator("summary").click()
    row.get_by_role("button", name="Up").click()
    expect(said(page)).to_have_text("“Floors are dry” is number 1 of 2 now.")
    expect(row.get_by_role("button", name="Up")).to_be_focused()
    row.get_by_role("link", name="Its words").click()
    panel(page).get_by_label("Title").fill("Floors stay dry")
    # What else is opened meanwhile keeps it.
    panel(page).get_by_role("button", name="Add what leads to it").click()
    expect(panel(page).get_by_label("It brings about")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row.locator("summary")).to_be_focused()
    row.get_by_role("link", name="Its words").click()
    expect(panel(page).get_by_label("Title")).to_have_value("Floors stay dry")
    panel(page).get_by_role("button", name="Drop it").click()
    expect(panel(page).get_by_label("Title")).to_have_value("Floors are dry")
    page.keyboard.press("Escape")
    page.context.set_offline(True)
    box(page, "Floors are dry").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(said(page)).to_contain_text("Nothing has been saved. There is no answer.")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("There is no answer. Check the connection and try again.")
    page.context.set_offline(False)


def test_names_are_text_whatever_they_hold(visit, theory):
    page = visit(theory)
    box(page, "Floors are dry").click()
    name = "<img src=x id=marked> & <b>bold</b>"
    panel(page).get_by_label("Title").fill(name)
    panel(page).get_by_role("button", name="Save").click()
    expect(said(page)).to_have_text(f"Saved: “{name}”.")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_role("heading", name=name)).to_be_visible()
    expect(panel(page).get_by_role("button", name=f"Arrow from {name} to Half as many falls")).to_be_visible()
    assert page.locator("#marked, b").count() == 0


def test_without_a_script_the_boxes_lead_to_their_pages_and_the_list_does_the_same(visit, theory):
    page = visit(theory, width=320, java_script_enabled=False)

    def change(title, what):
        # The summary of a line opens without a script.
        row = page.locator(".tree-row", has=page.get_by_role("link", name=title, exact=True)).first
        row.locator("summary").click()
        row.get_by_role("button" if what in ("Up", "Down") else "link", name=what).first.click()

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
