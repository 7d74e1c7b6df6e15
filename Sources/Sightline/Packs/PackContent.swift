/// What a pack of measures holds.
package struct PackContent: Equatable, Sendable {
    package var header: PackHeader
    package var measures: [PackedMeasure]

    package init(_ header: PackHeader, _ measures: [PackedMeasure]) {
        self.header = header
        self.measures = measures
    }

    /// More is a register, and no set that somebody read through.
    package static let mostMeasures = 200
}

extension PackContent {
    /// Everything that is wrong with it, in the order of a file; empty when it can be kept.
    package var problems: [PackProblem] {
        var problems = header.problems
        if measures.isEmpty { problems.append(.header(FieldProblem("measures", .missing))) }
        if measures.count > Self.mostMeasures {
            problems.append(.header(FieldProblem("measures", .tooMany(most: Self.mostMeasures))))
        }
        var keys: [String: Int] = [:]
        var titles: [String: Int] = [:]
        for (index, packed) in measures.enumerated() {
            let measure = packed.measure
            problems += measure.problems.map { .measure(index, $0) }
            if let first = keys[measure.key] { problems.append(.repeated(index, .key, of: first)) }
            keys[measure.key] = keys[measure.key] ?? index
            let title = measure.title.lowercased()
            if let first = titles[title] { problems.append(.repeated(index, .title, of: first)) }
            titles[title] = titles[title] ?? index
        }
        return problems
    }
}
