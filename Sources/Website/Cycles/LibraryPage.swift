import Markup
import Sightline
import Storage

/// What was tried, in this unit and wherever the visitor may look: cycles and change ideas, abandoned ones as well.
struct LibraryPage: Page {
    let unit: Unit
    let search: String
    let filter: LibraryFilter
    let library: CycleLibrary
    let tree: UnitTree

    var title: String { "Library of what was tried" }
    var section: Section? { .programmes }

    private static let most = 50

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        tree = reader.tree
        search = visit.query["search"]
        var filter = LibraryFilter(within: visit.query["where"] == "here" ? id : nil)
        filter.level = Cycle.Level(rawValue: visit.query["level"])
        filter.population = visit.query["population"]
        filter.needed = visit.query["needed"]
        filter.standing = LibraryFilter.Standing(rawValue: visit.query["standing"])
        self.filter = filter
        let wanted = LibrarySearch(typed: search)
        library = try CycleLibrary(wanted, filter, for: reader, on: connection)
    }

    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
        <p class="lede">Look here before a new cycle starts. What was abandoned is here like what was adopted.</p>
        \(form)
        <p role="status">\(found)</p>
        <ul class="signals">\(library.items.prefix(Self.most).map(item))</ul>
        </div>
        """
    }

    private var form: HTML {
        let state = FormState([
            "search": search, "where": filter.within == nil ? "everywhere" : "here",
            "level": filter.level?.rawValue ?? "", "population": filter.population, "needed": filter.needed,
            "standing": filter.standing?.rawValue ?? "",
        ])
        let places = [
            (value: "everywhere", label: "All that I may read"),
            (value: "here", label: "\(unit.name) and below"),
        ]
        let levels = [(value: "", label: "Any")] + Cycle.Level.allCases.map { ($0.rawValue, $0.words) }
        let standings =
            [(value: "", label: "Any")] + LibraryFilter.Standing.allCases.map { ($0.rawValue, $0.word) }
        let isOpen = filter != LibraryFilter(within: filter.within)
        return """
            <form method="get" action="\(Address.cycleLibrary(unit.id).path)" role="search">
            <div class="filters">\(state.text("search", "Find"))
            \(state.choice("where", "Where", of: places))
            \(state.choice("standing", "What became of it", of: standings))
            <p class="actions"><button>Find</button></p></div>
            <details\(isOpen ? " open" as HTML : "")><summary>In which conditions</summary><div class="filters">
            \(state.choice("level", "Level", of: levels))
            \(state.text("population", "Who was part of it"))
            \(state.text("needed", "What had to be in place"))</div></details></form>
            <details><summary>How the search works</summary><p>\(LibrarySentences.method)</p></details>
            """
    }

    private var found: String {
        let isSearch = !search.isEmpty || filter != LibraryFilter()
        return LibrarySentences.found(library, isSearch: isSearch, most: Self.most)
    }

    private func item(_ item: CycleLibrary.Item) -> HTML {
        let place = tree.path(of: item.programme.unit).dropFirst().joined(separator: " / ")
        guard let cycle = item.cycle else {
            let address = Address.theoryNode(item.programme.unit, item.programme.id, item.idea.id).path
            return """
                <li><a href="\(address)">\(item.idea.title)</a> <span class="tag">Change idea, not tested</span>
                <p class="muted">\(place)</p></li>
                """
        }
        let facts: [(String, String)] = [
            ("What it found", LibrarySentences.finding(of: cycle)), ("Why", cycle.decisionReason),
            ("How small", cycle.scaleWords),
            ("Level", cycle.context.level?.words ?? ""), ("Who was part of it", cycle.context.population),
            ("What had to be in place", cycle.context.needed),
        ]
        let rows = facts.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML }
        return """
            <li><a href="\(Address.cycle(item.programme.unit, item.programme.id, cycle.id).path)">\
            \(cycle.question)</a> \
            <span class="tag">\(cycle.standing)</span>
            <p class="muted">\(item.idea.title); \(place)</p>
            <dl class="facts">\(rows)</dl></li>
            """
    }
}

extension LibraryFilter.Standing {
    var word: String {
        switch self {
        case .adopt: "Adopted"
        case .adapt: "Adapted"
        case .abandon: "Abandoned"
        case .extend: "Extended"
        case .open: "Still open"
        case .untested: "A change idea that nobody has tested"
        }
    }
}
