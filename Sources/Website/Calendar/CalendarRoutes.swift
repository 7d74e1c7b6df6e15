import Exchange
import Markup
import Sightline
import Storage

/// Reviews and follow-ups in someone's own calendar program, under a private address.
enum CalendarRoutes {
    static func register(on routes: Routes) {
        let publicAddress = routes.site.configuration.publicAddress
        routes.at(.calendarFeeds)
            .get { _, visit, connection in .page(try CalendarPage(for: visit, on: connection)) }
            .post { _, _, visit, connection in
                guard let account = visit.account else { throw Failure.signInNeeded }
                let secret = try CalendarFeedStore.make(for: account, visit.context, on: connection)
                var page = try CalendarPage(for: visit, on: connection)
                page.link = publicAddress + Address.calendar(SignInCode(secret)).path
                return .page(page)
            }
        routes.at(.endedCalendarFeeds).post { _, _, visit, connection in
            guard let account = visit.account else { throw Failure.signInNeeded }
            try CalendarFeedStore.end(of: account, visit.context, on: connection)
            return .redirect(to: .calendarFeeds, notice: .calendarEnded)
        }
        routes.at(Address.calendar).get { code, visit, connection in
            guard let secret = Secret(code.pathText),
                let account = try CalendarFeedStore.open(secret, on: connection)
            else { throw Failure.notFound }
            // Each time it is asked again what its person may see.
            let reader = try visit.directory.readership(account, on: connection)
            let events = try CalendarEvent.all(
                of: account,
                for: reader,
                today: visit.now.day,
                on: connection
            )
            let bytes = CalendarFile.bytes(events, name: "Sightline: \(account.person.name)") {
                publicAddress + $0.subject.address.path
            }
            return .file(Answer.File(bytes, mediaType: "text/calendar; charset=utf-8"))
        }
    }
}

extension CalendarEvent.Subject {
    fileprivate var address: Address {
        switch self {
        case .reviews(let unit): .reviews(.list(unit))
        case .review(let unit, let review): .reviews(.review(unit, review))
        case .decision(let unit, let decision): .reviews(.decision(unit, decision))
        }
    }
}

/// Someone's own private calendar address: making it, renewing it, ending it.
struct CalendarPage: Page {
    let feed: CalendarFeed?
    /// The address that has just been made, shown this once.
    var link: String?

    var title: String { "Reviews and follow-ups in your calendar" }
    var section: Section? { nil }

    init(for visit: Visit, on connection: any SQLConnection) throws {
        feed = try visit.account.flatMap { try CalendarFeedStore.current(of: $0.id, on: connection) }
    }

    func content(in frame: Frame) -> HTML {
        let made: HTML? = link.map { link in
            """
            <div class="panel"><p>Copy it now into your calendar program, as a calendar to subscribe to: it is kept \
            nowhere and can’t be shown again.</p><p><code class="digest">\(link)</code></p></div>
            """
        }
        return """
            <div class="stack narrow">
            <div><p class="kicker"><a href="\(Address.account.path)">Your account</a></p><h1>\(title)</h1>
            <p class="lede">\(AccountSentences.calendar(since: feed?.created))</p></div>\(made)
            <p>Under a private address your calendar program finds the reviews of the units that you have a role on, \
            the follow-ups that are due there, and those that are yours anywhere. It never finds what you may not see \
            at the time. Whoever has the address sees the same: give it to nobody, and renew it where somebody else \
            may have it.</p>
            \(frame.form(
                to: .calendarFeeds,
                content: "<button>\(feed == nil ? "Make an address" : "Renew the address")</button>"
            ))
            \(feed == nil ? nil : frame.form(
                to: .endedCalendarFeeds,
                content: "<button class=\"quiet\">End the address</button>"
            ))</div>
            """
    }
}
