/// Measures by every name that a file may use.
package struct MeasureDirectory: Sendable {
    package let measures: [Measure]
    private let ids: [Measure.ID: Int]
    private let names: [String: [Int]]

    package init(_ measures: [Measure]) {
        self.measures = measures
        var ids: [Measure.ID: Int] = [:]
        var names: [String: [Int]] = [:]
        for (index, measure) in measures.enumerated() {
            ids[measure.id] = index
            names[Self.fold(measure.key), default: []].append(index)
            let title = Self.fold(measure.title)
            if title != Self.fold(measure.key) { names[title, default: []].append(index) }
        }
        self.ids = ids
        self.names = names
    }

    package subscript(id: Measure.ID) -> Measure? { ids[id].map { measures[$0] } }

    /// The measures with a key or a title, whatever its case; several where titles repeat.
    package func measures(named name: String) -> [Measure] {
        names[Self.fold(name), default: []].map { measures[$0] }
    }

    private static func fold(_ text: String) -> String { text.lowercased() }
}
