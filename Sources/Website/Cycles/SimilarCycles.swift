import Markup
import Sightline

/// One unit's tries of what is looked for, as they are shown before a new one starts.
struct SimilarCycles: Sendable {
    let unitName: String
    let items: [CycleLibrary.Item]

    /// By unit, those that hold most first; without the idea itself.
    static func all(in library: CycleLibrary, but idea: TheoryNode.ID, _ tree: UnitTree) -> [SimilarCycles] {
        var groups: [SimilarCycles] = []
        var places: [Unit.ID: Int] = [:]
        for item in library.items where item.cycle != nil && item.idea.id != idea {
            if let place = places[item.programme.unit] {
                groups[place] = SimilarCycles(
                    unitName: groups[place].unitName,
                    items: groups[place].items + [item]
                )
            } else {
                places[item.programme.unit] = groups.count
                groups.append(SimilarCycles(unitName: tree[item.programme.unit]?.name ?? "", items: [item]))
            }
        }
        return groups
    }

    /// "3 places tried something like this", and what they found; nothing where nobody did.
    static func panel(_ groups: [SimilarCycles]) -> HTML? {
        guard !groups.isEmpty else { return nil }
        let items = groups.prefix(5).map { group -> HTML in
            "<li><strong>\(group.unitName)</strong>: \(group.items.prefix(2).map(found))</li>"
        }
        return """
            <section class="panel"><h2>\(LibrarySentences.tried(places: groups.count))</h2>
            <p>\(CycleListSentences.similar(items.count, of: groups.count))</p><ul>\(items)</ul></section>
            """
    }

    private static func found(_ item: CycleLibrary.Item) -> HTML {
        guard let cycle = item.cycle else { return "" }
        let address = Address.cycle(item.programme.unit, item.programme.id, cycle.id).path
        return """
            <a href="\(address)">\(cycle.question)</a> <span class="tag">\(cycle.standing)</span> \
            \(LibrarySentences.finding(of: cycle))
            """
    }
}
