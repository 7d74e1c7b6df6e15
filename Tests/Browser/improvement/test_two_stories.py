"""Two stories of the demo, followed from the home page on by clicking links and buttons only."""

import re

from accessibility import check_accessibility
from playwright.sync_api import expect


def click(page, name, *, within="main", exact=False, first=False):
    """Clicks a link of a part of the page by its words."""
    link = page.locator(within).get_by_role("link", name=name, exact=exact)
    (link.first if first else link).click()


def go_down(page, unit):
    """From a unit to one below it, by the way through the tree."""
    page.locator("nav.trail details.switcher summary").click()
    page.locator("nav.trail").get_by_role("link", name=unit, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=unit, exact=True)).to_be_visible()


def start(visit):
    page = visit("/")
    click(page, re.compile("^Fourways Community"))
    return page


def section(page, name):
    click(page, name, within="nav.sections", exact=True)


def heading(page, name):
    return expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_a_change_from_theory_to_follow_up(visit):
    page = start(visit)
    go_down(page, "Applewick")

    # Theory
    section(page, "Improvement")
    click(page, "Home First", exact=True)
    heading(page, "Home First")
    expect(page.get_by_text("we believe", exact=False).first).to_be_visible()

    # Cycle
    click(page, "Does it change what happens in the whole of Applewick?", first=True)
    heading(page, "Does it change what happens in the whole of Applewick?")
    expect(page.get_by_text("locked", exact=True)).to_be_visible()

    # Chart
    click(page, re.compile("^Emergency bed days"))
    expect(page.locator("figure.chart svg").first).to_be_visible()

    # Signal: the one that people have settled.
    settled = page.locator("main li", has_text="Settled").get_by_role("link")
    settled.first.click()
    heading(page, re.compile("Emergency bed days"))
    expect(page.get_by_role("heading", name="What happened just before?")).to_be_visible()
    spoken = page.locator("section", has=page.get_by_role("heading", name="In reviews", exact=True))
    expect(spoken).to_contain_text("People go home earlier since Home First reached every ward")

    # Review
    click(page, re.compile("^Monthly review of"), first=True)
    heading(page, re.compile("^Monthly review of"))
    click(page, "Minutes", exact=True)
    expect(page.get_by_text("9 people were there for 60 minutes.")).to_be_visible()
    expect(page.get_by_text("The money is for eleven months, not for a year.")).to_be_visible()

    # Decision, and what came of it.
    click(page, re.compile("^Amplify: Keep the Home First team"))
    heading(page, re.compile("^Amplify: Keep the Home First team"))
    expect(page.get_by_text("As expected: They stayed below it").first).to_be_visible()
    expect(page.get_by_role("heading", name="The chart since")).to_be_visible()
    expect(page.locator("figure.chart svg").first).to_be_visible()
    check_accessibility(page)


def test_what_one_place_gave_up_is_found_again_by_another(visit):
    page = start(visit)
    go_down(page, "Dapplemoor")
    go_down(page, "Dapplemoor Community Health")

    # Somebody is about to try something.
    section(page, "Improvement")
    click(page, "Every visit counts", exact=True)
    question = re.compile("^Do people answer a text reminder for a home visit")
    click(page, question, first=True)
    heading(page, question)
    expect(page.get_by_text("see what Brindlesea found").first).to_be_visible()

    # The library has who tried it before, from the top of the community.
    page.locator("nav.trail").get_by_role("link", name=re.compile("^Fourways")).click()
    section(page, "Improvement")
    click(page, "Library of what was tried", exact=False, first=True)
    abandoned = re.compile("^Do fewer people miss an appointment when they can answer")
    click(page, abandoned, first=True)
    heading(page, abandoned)
    expect(page.get_by_text("A reminder that people can answer needs somebody who reads").first).to_be_visible()

    # What was decided about it, and what came of that.
    click(page, re.compile("^Stop: Stop the two-way text reminders"))
    expect(page.get_by_text("As expected: Missed appointments are as they were").first).to_be_visible()
    click(page, re.compile("^Monthly review of"), first=True)
    click(page, "Minutes", exact=True)
    expect(page.get_by_text("Nobody is to blame")).to_be_visible()

    # And what the other place decided after it had read that.
    page.locator("nav.trail").get_by_role("link", name=re.compile("^Fourways")).click()
    section(page, "Reviews")
    click(page, "Dapplemoor Community Health", exact=True)
    click(page, re.compile("^Support: Pay the evening nurse"))
    expect(page.get_by_text("Six of ten people answer in the first week").first).to_be_visible()
    click(page, re.compile("^Cycle: Do people answer a text reminder"))
    heading(page, question)


def test_a_review_is_held_by_clicking_and_typing(visit):
    page = visit("/units/:id/reviews")
    click(page, re.compile("^Quarterly community session of"), first=True)
    expect(page.get_by_role("heading", name="Open signals")).to_be_visible()
    page.get_by_label("A note", exact=True).fill("The screen can be read from the last row.")
    page.get_by_role("button", name="Add the note").click()
    expect(page.get_by_text("The screen can be read from the last row.")).to_be_visible()
    click(page, "Show it on a screen")
    expect(page.get_by_role("heading", name="Open signals")).to_be_visible()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.on-screen li')).fontSize)") >= 18
    check_accessibility(page)
    click(page, "Back to the review")
    click(page, re.compile("^Make sense of it"), first=True)
    page.get_by_label("Cause", exact=True).select_option("not-found")
    page.get_by_label("What we agree that it means").fill("We asked, and nobody knows.")
    page.get_by_role("button", name="Save what was agreed").click()
    expect(page.locator("p.notice")).to_contain_text("What you agreed is kept")
    page.get_by_label("What kind of decision").select_option("watch")
    page.get_by_label("What is decided").fill("Watch it for a month")
    page.get_by_label("Owner").select_option(index=1)
    page.get_by_label("Follow up by").fill("2099-01-31")
    page.get_by_label("What is expected by then").fill("Four more weeks of numbers")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_role("link", name="Watch: Watch it for a month").first).to_be_visible()
    check_accessibility(page)
