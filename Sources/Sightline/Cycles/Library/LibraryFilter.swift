/// In which conditions something was tried: what the library shows is narrowed by it.
package struct LibraryFilter: Equatable, Sendable {
    /// A unit, with those below it; nil for everywhere.
    package var within: Unit.ID?
    package var level: Cycle.Level?
    /// Words of who was part of it.
    package var population = ""
    /// Words of what had to be in place.
    package var needed = ""
    package var standing: Standing?

    package init(within: Unit.ID? = nil) { self.within = within }

    /// How far something has got.
    package enum Standing: String, CaseIterable, Sendable {
        case adopt, adapt, abandon, extend
        case open
        case untested
    }

    /// Whether a cycle, or an idea without one, was tried in these conditions.
    func includes(_ cycle: Cycle?) -> Bool {
        guard let cycle else {
            return level == nil && population.isEmpty && needed.isEmpty
                && (standing == nil || standing == .untested)
        }
        return (level == nil || cycle.context.level == level)
            && Self.holds(cycle.context.population, population) && Self.holds(cycle.context.needed, needed)
            && (standing == nil || standing?.rawValue == cycle.decision?.rawValue ?? Standing.open.rawValue)
    }

    private static func holds(_ text: String, _ search: String) -> Bool {
        let words = FoldedText.words(of: text)
        return FoldedText.words(of: search).allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
    }
}
