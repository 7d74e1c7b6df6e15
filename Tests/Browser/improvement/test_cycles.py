"""A test of change on a phone: few fields, few taps."""

from accessibility import check_accessibility
from playwright.sync_api import expect

# Somebody on a ward has five minutes. A field that is written takes about forty seconds, a tap about five.
SECONDS_A_FIELD, SECONDS_A_TAP, FIVE_MINUTES = 40, 5, 300


def fields(page):
    """What a form asks for before anything is opened."""
    return page.locator("main form.form :is(input, textarea, select):visible").count()


def test_a_cycle_is_planned_on_a_phone_in_less_than_five_minutes(visit):
    page = visit("/units/:id/programmes/:id/nodes/:id/cycles", width=320)
    asked, taps = fields(page), 0
    assert asked == 4
    page.get_by_label("Question", exact=True).fill("Does a phone do?")
    page.get_by_label("Prediction", exact=True).fill("Yes, in three minutes")
    page.get_by_label("What will be done").fill("One nurse tries it")
    page.get_by_label("Who", exact=True).fill("Asha")
    taps += asked
    page.get_by_role("button", name="Plan it").click()
    taps += 1
    expect(page.get_by_role("heading", level=1, name="Does a phone do?")).to_be_visible()
    assert asked * SECONDS_A_FIELD + taps * SECONDS_A_TAP < FIVE_MINUTES
    check_accessibility(page)

    # Each later step is a form of one to three fields on the cycle's own page.
    assert fields(page) == 1
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("locked", exact=True)).to_be_visible()
    assert fields(page) == 2
    page.get_by_label("What happened").fill("Two minutes")
    page.get_by_label("Was the prediction right?").select_option("as-predicted")
    page.get_by_role("button", name="Record it").click()
    assert fields(page) == 3
    page.get_by_label("What we learned").fill("A phone does")
    page.get_by_label("Decision", exact=True).select_option("adopt")
    page.get_by_label("Why", exact=True).fill("It is quick")
    page.get_by_role("button", name="Close the cycle").click()
    expect(page.get_by_role("link", name="Go on with a next cycle")).to_be_visible()
