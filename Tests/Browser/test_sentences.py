"""Every picture, table and list says in a sentence what is in it, and how much of it."""

import pages
import pytest
from playwright.sync_api import expect

# A list or a table stands under a sentence that holds the number of its items: between it and the heading before it, or
# named by `aria-describedby`. Of a folded list it may be the words that unfold it. Not told by themselves are
# - lists inside a table, a list or a list of facts, which the sentence of that tells
# - ways to go on (`links`, navigation) and steps to take (`steps`), of which nothing is counted
# - what somebody wrote (`prose`), and what is wrong with a form
# The counts of a card (`counts`) stand in its sentence one by one instead.
# A picture is either passed over, because the same is said beside it, or its text alternative holds a sentence.
FINDINGS = """() => {
    const words = element => element.textContent.replace(/\\s+/g, ' ').trim()
    const isSentence = text => /[.?!]$/.test(text) && text.includes(' ')
    const date = /(\\d{1,2} )?[A-Z][a-z]+ \\d{4}/g
    const numbers = text =>
        (text.replace(date, '').replaceAll(',', '').replace(/\\bOne\\b/g, '1').match(/\\d+/g) ?? []).map(Number)
    const named = (element, attribute) => (element.getAttribute(attribute) ?? '').split(' ')
        .map(id => document.getElementById(id)).filter(found => found).map(words)
    const main = document.querySelector('main')
    const all = [...main.querySelectorAll('*')]
    const findings = []
    const note = (what, element) => {
        const heading = element.closest('section')?.querySelector('h2, h3')?.textContent ?? ''
        findings.push(`${what}: ${heading}: ${element.outerHTML.slice(0, 120)}`)
    }

    const pictures = [...main.querySelectorAll('svg')].filter(picture =>
        !picture.closest('[aria-hidden=true]') && !picture.querySelector('symbol'))
    for (const picture of pictures) {
        const alternative = [picture.getAttribute('aria-label') ?? '']
            .concat(named(picture, 'aria-labelledby'), named(picture, 'aria-describedby'))
        if (!alternative.some(isSentence)) note('a picture without a sentence', picture)
    }

    const size = list => {
        if (list.matches('.tree')) return list.querySelectorAll('.tree-row').length
        if (list.matches('table')) return [...list.tBodies[0].rows].filter(row => !row.matches('.group')).length
        return list.children.length
    }
    const above = list => {
        const sentences = named(list, 'aria-describedby')
        for (const element of all.slice(0, all.indexOf(list)).reverse()) {
            if (element.contains(list) || element.closest('nav')) continue
            if (element.matches('h1, h2, h3, h4, table, ul, ol')) break
            if (element.matches('p, figcaption, summary, caption')) sentences.push(words(element))
        }
        return sentences.filter(isSentence)
    }
    const outside = 'nav, dl, td, th, li, .prose, [role=alert]'
    for (const list of main.querySelectorAll('table, ul, ol')) {
        if (list.parentElement.closest(outside) || list.matches('.links, .steps')) continue
        const sentences = above(list)
        const told = sentences.flatMap(numbers)
        const wanted = list.matches('.counts')
            ? [...list.querySelectorAll('.number:not(.zero)')].map(words).flatMap(numbers) : [size(list)]
        if (!sentences.length) note('a list without a sentence', list)
        else if (!wanted.every(number => told.includes(number)))
            note(`a list of ${wanted} under “${sentences.reverse().join(' ').slice(0, 300)}”`, list)
    }
    return findings
}"""

# What it says of itself is written, item by item, and nothing of it is counted.
WRITTEN = ["/accessibility"]

CSV = """measure,unit,date,value
overtime-hours,APP-GEN,2015-01,6.1
overtime-hours,APP-GEN,2015-02,twelve
overtime-hours,NOWHERE,2015-03,6.2
"""


@pytest.mark.parametrize("kind", [kind for kind in pages.KINDS if kind not in WRITTEN])
def test_whatever_is_listed_or_drawn_is_told_in_a_sentence(visit, kind):
    assert visit(kind).evaluate(FINDINGS) == []


def test_a_list_without_its_sentence_is_found(visit):
    """That the rule can fail: a sentence taken away, another number in it, a picture without words."""
    page = visit("/units/:id/cycles")
    assert page.evaluate(FINDINGS) == []
    page.evaluate("document.querySelector('section.panel ul').append(document.createElement('li'))")
    assert len(page.evaluate(FINDINGS)) == 1
    page.evaluate("document.querySelectorAll('section.panel p.muted').forEach(words => words.remove())")
    found = page.evaluate(FINDINGS)
    assert found and all("without a sentence" in each for each in found)
    page.evaluate("document.querySelector('h1').after(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))")
    assert len(page.evaluate(FINDINGS)) == len(found) + 1


def test_a_file_that_waits_says_what_is_wrong_with_it(visit):
    page = visit("/units/:id/imports")
    page.get_by_label("Or paste the rows").fill(CSV)
    page.get_by_label("Why").fill("To see what is wrong with it")
    page.get_by_role("button", name="Look at what it would change").click()
    expect(page.locator("main table")).to_have_count(2)
    assert page.evaluate(FINDINGS) == []
    page.get_by_role("button", name="Throw it away").click()


def test_a_list_of_people_says_how_many_would_get_a_letter(visit):
    page = visit("/units/:id/people")
    page.get_by_label("A list").fill("Ada Lark, ada@example.org, reader\nLin Moss, nobody, reader")
    page.get_by_role("button", name="Check the list").click()
    expect(page.locator("main table")).to_have_count(1)
    assert page.evaluate(FINDINGS) == []


def test_a_search_says_what_it_found(visit):
    for address in ["/units?find=a", "/units?find=no-such-unit"]:
        assert visit(address).evaluate(FINDINGS) == []
