import Markup
import NIOCore
import Sightline

/// The frame of every page: skip link, header with the way through the tree, navigation, main, footer.
struct Layout {
    let page: any Page
    let frame: Frame

    /// The whole page, written into one buffer: a long content is copied only once.
    var bytes: ByteBuffer {
        let parts = [start.bytes, page.content(in: frame).bytes, end.bytes]
        var bytes = ByteBuffer()
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { bytes.writeBytes(part) }
        return bytes
    }

    private var start: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(windowTitle)</title>
        \(page.isBare ? Self.noRobots : nil)
        <link rel="stylesheet" href="\(Address.asset(.styleSheet).path)">
        <link rel="icon" href="\(Address.asset(.icon).path)" type="image/svg+xml">
        </head>
        <body>
        <a class="skip-link" href="#main">Skip to the content</a>
        <header class="site-header"><div class="frame">
        <div class="site-bar">\(page.isBare ? bareBrand : brand)\(page.isBare ? nil : trail)\
        \(page.isBare ? nil : account)</div>
        \(page.isBare ? nil : navigation)
        </div></header>
        <main id="main" tabindex="-1"><div class="frame">
        \(notice)
        """
    }

    private var end: HTML {
        """
        </div></main>
        \(page.isBare ? bareFooter : footer)
        </body>
        </html>

        """
    }

    private var windowTitle: String {
        guard !page.isBare, let unit = frame.unit, unit.name != page.title else {
            return "\(page.title) – \(Product.name)"
        }
        return "\(page.title) – \(unit.name) – \(Product.name)"
    }

    private var brand: HTML {
        """
        <a class="brand" href="\(Address.root.path)">\(Self.mark)<span>\(Product.name)</span></a>
        """
    }

    private var bareBrand: HTML { "<span class=\"brand\">\(Self.mark)<span>\(Product.name)</span></span>" }

    private var bareFooter: HTML {
        """
        <footer class="site-footer"><div class="frame"><span>\(Product.name) \(Product.version)</span>
        <span>Signals by the rules of \(Product.rules)</span></div></footer>
        """
    }

    private static let noRobots: HTML = "<meta name=\"robots\" content=\"noindex, nofollow\">"

    private var trail: HTML? {
        guard !frame.trail.isEmpty else { return nil }
        let last = frame.trail.count - 1
        let crumbs = frame.trail.enumerated().map { index, crumb -> HTML in
            let current: HTML = index == last ? " aria-current=\"true\"" : ""
            return "<li><a href=\"\(Address.unit(crumb.unit).path)\"\(current)>\(crumb.name)</a></li>"
        }
        return "<nav class=\"trail\" aria-label=\"Where you are\"><ol>\(crumbs)\(switcher)</ol></nav>"
    }

    /// The units below, one step further down.
    private var switcher: HTML? {
        guard let unit = frame.unit, !frame.below.isEmpty else { return nil }
        let count = frame.countBelow == 1 ? "1 unit" : "\(frame.countBelow) units"
        let rest = frame.countBelow - frame.below.count
        let more: HTML? =
            rest > 0 ? "<li><a href=\"\(Address.units.path)\">\(rest) more among all units</a></li>" : nil
        let links = frame.below.map { crumb -> HTML in
            "<li><a href=\"\(Address.unit(crumb.unit).path)\">\(crumb.name)</a></li>"
        }
        return """
            <li><details class="switcher">
            <summary>\(count) below<span class="visually-hidden"> \(unit.name)</span></summary>
            <ul>\(links)\(more)</ul>
            </details></li>
            """
    }

    private var account: HTML? {
        guard let name = frame.visitorName else { return nil }
        return """
            <div class="account"><a href="\(Address.account.path)">\(name)</a>
            \(frame.form(to: .session, content: "<button class=\"link\">Sign out</button>"))</div>
            """
    }

    private var navigation: HTML? {
        guard frame.visitorName != nil, !frame.sections.isEmpty else { return nil }
        let links = Section.allCases.compactMap { section -> HTML? in
            guard frame.sections.contains(section), let address = address(of: section) else { return nil }
            let current: HTML = section == page.section ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(address.path)\"\(current)>\(section.name)</a></li>"
        }
        return "<nav class=\"sections\" aria-label=\"Main\"><ul>\(links)</ul></nav>"
    }

    private func address(of section: Section) -> Address? {
        switch section {
        case .home: frame.unit.map { .unit($0.unit) } ?? .root
        case .measures: frame.unit.map { .measures($0.unit) }
        case .signals: frame.unit.map { .signals($0.unit) }
        case .reviews: frame.unit.map { .reviews(.list($0.unit)) }
        case .programmes: frame.unit.map { .programmes($0.unit) }
        case .units: .units
        case .imports: frame.unit.map { .imports($0.unit) }
        case .people: frame.unit.map { .people($0.unit) }
        case .coaching: .coaching
        }
    }

    private var notice: HTML? {
        frame.notice.map { "<p class=\"notice\" role=\"status\">\($0.sentence)</p>" }
    }

    private var footer: HTML {
        """
        <footer class="site-footer"><div class="frame">
        <span>\(Product.name) \(Product.version)</span>
        <span>Signals by the rules of \(Product.rules)</span>
        \(printed)
        <ul>
        <li><a href="\(Address.about.path)">About and data licences</a></li>
        <li><a href="\(Address.accessibility.path)">Accessibility</a></li>
        </ul>
        </div></footer>
        """
    }

    private var printed: HTML? {
        frame.printed.map { "<span class=\"print-only\">Printed from \($0)</span>" }
    }

    /// A point above its line.
    private static let mark: HTML = """
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">\
        <path d="M2 15.5h18" stroke="currentColor" stroke-opacity=".5" stroke-width="1.5" \
        stroke-dasharray="2.5 2"/>\
        <path d="m2 18 4.5-2.5 4 1.5 4-6L19 5" fill="none" stroke="currentColor" stroke-width="2" \
        stroke-linecap="round" stroke-linejoin="round"/><circle cx="18.5" cy="5" r="2.5" \
        fill="currentColor"/></svg>
        """
}

extension Section {
    fileprivate var name: String {
        switch self {
        case .home: "Home"
        case .measures: "Measures"
        case .signals: "Signals"
        case .reviews: "Reviews"
        case .programmes: "Improvement"
        case .units: "Units"
        case .imports: "Import"
        case .people: "People"
        case .coaching: "Coaching"
        }
    }
}
