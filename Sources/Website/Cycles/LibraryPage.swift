import Markup
import Sightline
import Storage

/// What was tried, in this unit and wherever the visitor may look: cycles and change ideas, abandoned ones as well.
struct LibraryPage: Page {
    let unit: Unit
    let search: String
    /// Whether only this unit and those below it are searched.
    let isNear: Bool
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
        isNear = visit.query["where"] == "here"
        library = try CycleLibrary(search: search, within: isNear ? id : nil, for: reader, on: connection)
    }

    func content(in frame: Frame) -> HTML {
        let state = FormState(["search": search, "where": isNear ? "here" : "everywhere"])
        let places = [
            (value: "everywhere", label: "All that I may read"),
            (value: "here", label: "\(unit.name) and below"),
        ]
        return """
            <div class="stack">
            <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
            <p class="lede">Look here before a new cycle starts. What was abandoned is here like what was adopted.</p>
            <form class="filters" method="get" action="\(Address.cycleLibrary(unit.id).path)" role="search">
            \(state.text("search", "Find"))
            \(state.choice("where", "Where", of: places))
            <button>Find</button></form>
            <p role="status">\(found)</p>
            <ul class="signals">\(library.items.prefix(Self.most).map(item))</ul>
            </div>
            """
    }

    private var found: String {
        let cycles = library.items.count { $0.cycle != nil }
        let ideas = library.items.count - cycles
        let places = library.triedIn.count
        let rest = library.items.count > Self.most ? " The first \(Self.most) are shown." : ""
        let tried = cycles == 1 ? "1 cycle" : "\(cycles) cycles"
        return "\(tried) in \(places == 1 ? "1 unit" : "\(places) units"), and "
            + "\(ideas == 1 ? "1 change idea" : "\(ideas) change ideas") that nobody has tested.\(rest)"
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
            ("What was learned", cycle.learned), ("Why", cycle.decisionReason),
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
            \(rows.isEmpty ? nil : "<dl class=\"facts\">\(rows)</dl>" as HTML)</li>
            """
    }
}
