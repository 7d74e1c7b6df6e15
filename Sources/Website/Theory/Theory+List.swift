import Markup
import Sightline

extension Theory {
    /// The outline as a list in lists.
    ///
    /// - Parameter row: what stands in a line of it.
    func list(row: (Line) -> HTML) -> HTML {
        var lines = outline[...]
        return "<ul class=\"tree\">\(Self.branches(at: 0, &lines, row))</ul>"
    }

    private static func branches(
        at depth: Int,
        _ lines: inout ArraySlice<Line>,
        _ row: (Line) -> HTML
    ) -> [HTML] {
        var items: [HTML] = []
        while let line = lines.first, line.depth >= depth {
            lines.removeFirst()
            let below = branches(at: depth + 1, &lines, row)
            let list: HTML? = below.isEmpty ? nil : "<ul>\(below)</ul>"
            items.append("<li>\(row(line))\(list)</li>")
        }
        return items
    }
}
