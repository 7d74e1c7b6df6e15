"""The kinds of page that the site has, and how an example of each is found: by following links."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

# Every kind of page that an administrator reaches by links; an id is written `:id`.
# A kind that is missing here, or that no link leads to, fails a test.
KINDS = [
    "/",
    "/about",
    "/accessibility",
    "/account",
    "/account/calendar",
    "/account/coaches",
    "/account/codes",
    "/letters",
    "/units",
    "/units/:id",
    "/units/:id/audit",
    "/units/:id/bin",
    "/units/:id/cycles",
    "/units/:id/decisions/:id",
    "/units/:id/imports",
    "/units/:id/known-people/:id",
    "/units/:id/library",
    "/units/:id/measures",
    "/units/:id/measures/:id",
    "/units/:id/measures/new",
    "/units/:id/packs",
    "/units/:id/packs/:id",
    "/units/:id/packs/:id/use",
    "/units/:id/packs/from-measures",
    "/units/:id/packs/new",
    "/units/:id/packs/shipped/joined-up-care",
    "/units/:id/packs/shipped/urgent-and-emergency-care",
    "/units/:id/pages",
    "/units/:id/pages/:id",
    "/units/:id/pages/:id/blocks",
    "/units/:id/pages/:id/details",
    "/units/:id/pages/:id/outside",
    "/units/:id/pages/:id/snapshots/:id",
    "/units/:id/pages/new",
    "/units/:id/people",
    "/units/:id/people/:id",
    "/units/:id/people/new",
    "/units/:id/programmes",
    "/units/:id/programmes/:id",
    "/units/:id/programmes/:id/arrows/:id",
    "/units/:id/programmes/:id/arrows/:id/evidence/document",
    "/units/:id/programmes/:id/arrows/:id/evidence/signal",
    "/units/:id/programmes/:id/arrows/:id/evidence/story",
    "/units/:id/programmes/:id/arrows/:id/evidence/study",
    "/units/:id/programmes/:id/evidence/:id",
    "/units/:id/programmes/:id/cycles/:id",
    "/units/:id/programmes/:id/cycles/:id/plan",
    "/units/:id/programmes/:id/details",
    "/units/:id/programmes/:id/history",
    "/units/:id/programmes/:id/nodes",
    "/units/:id/programmes/:id/nodes/:id",
    "/units/:id/programmes/:id/nodes/:id/cycles",
    "/units/:id/programmes/new",
    "/units/:id/recordings/:id",
    "/units/:id/reviews",
    "/units/:id/reviews/:id",
    "/units/:id/reviews/:id/minutes",
    "/units/:id/reviews/:id/screen",
    "/units/:id/reviews/:id/signals/:id",
    "/units/:id/reviews/rhythm",
    "/units/:id/reviews/use",
    "/units/:id/series/:id",
    "/units/:id/series/:id/outside",
    "/units/:id/settings",
    "/units/:id/sharing",
    "/units/:id/signals",
    "/units/:id/signals/:id",
    "/units/:id/activities",
    "/units/:id/activities/:id",
    "/units/:id/stories",
    "/units/:id/stories/:id",
    "/units/:id/stories/:id/details",
    "/units/:id/stories/new",
    "/units/:id/strands",
]
SIGNED_OUT = ["/sign-in", "/password-resets"]
MISSING = ["/no-such-page"]
ID = re.compile(r"(?<=/)[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?=/|$)", re.I)


def kind(address):
    """`/units/0190…/measures?sort=name` is of the kind `/units/:id/measures`."""
    return ID.sub(":id", urlsplit(address).path)


def explore(request, start):
    """One address of every kind that links lead to from `start`, and the kinds that are files, not pages."""
    examples, files, waiting = {}, {}, [start]
    while waiting:
        answer = request.get(waiting.pop(0))
        assert answer.ok, f"a link leads to {answer.url}, which answers {answer.status}"
        address = urldefrag(answer.url).url
        is_page = answer.headers["content-type"].startswith("text/html")
        known = examples if is_page else files
        if kind(address) in known:
            continue
        known[kind(address)] = address
        if is_page:
            waiting += new_links(answer.text(), address, examples, files, waiting)
    return examples, files


def new_links(html, page, *known):
    seen = {kind(address) for addresses in known for address in addresses}
    for href in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', html):
        address = urldefrag(urljoin(page, unescape(href))).url
        if urlsplit(address).netloc == urlsplit(page).netloc and kind(address) not in seen:
            seen.add(kind(address))
            yield address
