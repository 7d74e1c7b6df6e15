import Exchange
import Markup
import Sightline
import Statistics
import Storage

extension ReviewsPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Reviews</h1>
        <p class="lede">\(lede)</p>
        <p>\(rhythm) <a href="\(Address.reviews(.rhythm(unit.id)).path)">Rhythm of reviews</a></p></div>
        \(opened)
        \(mayRun ? opening(in: frame) : nil)
        \(followUps)
        \(closed)
        \(belowSection)
        <ul class="links"><li><a href="\(Address.reviews(.use(unit.id)).path)">How we use Sightline</a></li>\
        <li><a href="\(Address.calendarFeeds.path)">Reviews and follow-ups in your calendar</a></li>\
        \(mayExport && !decisions.isEmpty ? file : nil)</ul>
        </div>
        """
    }

    private var file: HTML {
        """
        <li class="downloads">\
        \(TableFormat.links("Decisions") { Address.reviews(.decisionsFile(unit.id, $0)).path })</li>
        """
    }

    private var overdue: [Decision] { decisions.filter { $0.isOverdue(on: today) } }

    private var lede: String {
        MeetingSentences.reviews(
            open: reviews.count { $0.isOpen },
            waiting: decisions.count { $0.followUp == nil },
            overdue: overdue.count
        )
    }

    private var rhythm: String { MeetingSentences.rhythm(next.map { ($0.kind, $0.day) }) }

    private var opened: HTML? {
        let open = reviews.filter(\.isOpen)
        guard !open.isEmpty else { return nil }
        return """
            <section><h2>Open</h2><p>\(MeetingSentences.open(open.count))</p>
            <ul class="signals">\(open.map(item))</ul></section>
            """
    }

    private func item(_ review: Review) -> HTML {
        let state: HTML =
            review.closed.map { closed in
                """
                Closed on \(closed.day.words). <a href="\(Address.reviews(.minutes(unit.id, review.id)).path)">Minutes\
                <span class="visually-hidden"> of the \(review.title)</span></a>
                """
            } ?? "Opened by \(review.author.name)"
        return """
            <li><a href="\(review.address.path)">\(review.title)</a>
            <span class="muted small">\(state)</span></li>
            """
    }

    private func opening(in frame: Frame) -> HTML {
        let isOpen = !form.problems.isEmpty
        return """
            <details class="panel"\(isOpen ? " open" as HTML : "")><summary>Prepare a review</summary>
            <p>It lays out what is open, overdue, stuck, late and new. Nothing is decided by it.</p>
            \(frame.form(to: .reviews(.list(unit.id)), content: """
                \(form.summary)
                \(form.choice("review-kind", "Kind", of: Review.Kind.choices))
                \(form.text("review-day", "Day", options: .init(type: .date, isRequired: true)))
                <button>Prepare it</button>
                """))</details>
            """
    }

    private var followUps: HTML {
        let waiting = decisions.filter { $0.followUp == nil }
        let done = decisions.filter { $0.followUp != nil }.sorted {
            ($0.followUp?.instant ?? $0.instant) > ($1.followUp?.instant ?? $1.instant)
        }
        let told = MeetingSentences.toFollowUp(waiting.map(\.due), on: today)
        let list: HTML? =
            waiting.isEmpty ? nil : "<ul class=\"signals\">\(waiting.map { $0.item(on: today) })</ul>"
        let past: HTML? =
            done.isEmpty
            ? nil
            : """
            <h3>Followed up</h3><p>\(MeetingSentences.followedUp(done.compactMap(\.followUp?.instant)))</p>
            <ul class="signals">\(done.map { $0.item(on: today) })</ul>
            """
        return "<section><h2>Decisions to follow up</h2><p>\(told)</p>\(list)\(past)</section>"
    }

    private var closed: HTML? {
        let closed = reviews.filter { !$0.isOpen }
        guard !closed.isEmpty else { return nil }
        return """
            <section><h2>Past reviews</h2><p>\(MeetingSentences.past(closed.map(\.day)))</p>
            <ul class="signals">\(closed.map(item))</ul></section>
            """
    }

    private var belowSection: HTML? {
        guard !below.isEmpty else { return nil }
        let items = below.map { unit, review -> HTML in
            """
            <li><a href="\(Address.reviews(.list(unit.id)).path)">\(unit.name)</a> <span class="muted small">Newest: \
            \(review.title)</span></li>
            """
        }
        return """
            <section><h2>In the units below</h2><p>\(MeetingSentences.below(items.count))</p>
            <ul class="signals">\(items)</ul></section>
            """
    }
}

extension Decision {
    /// A decision in a list, with how near its day is or what came of it.
    func item(on today: Day) -> HTML {
        let tag: HTML? = isOverdue(on: today) ? "<span class=\"tag concern\">Overdue</span> " : nil
        let state =
            ReviewSentences.followUp(self)
            ?? "Owner: \(owner.name). Follow up by \(due.words), \(ReviewSentences.nearness(due, today))."
        let about: HTML? = name.isEmpty ? nil : "<span class=\"muted small\">About: \(name)</span>"
        return """
            <li><p>\(tag)<a href="\(address.path)">\(ReviewSentences.name(of: kind)): \(text)</a></p>\(about)
            <span class="muted small">\(state)</span></li>
            """
    }
}
