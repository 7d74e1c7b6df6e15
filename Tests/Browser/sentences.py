"""The rule by which every picture, table and list says in a sentence what is in it, and how much of it."""

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


def untold(page):
    """What a page lists or draws without telling it."""
    return page.evaluate(FINDINGS)
