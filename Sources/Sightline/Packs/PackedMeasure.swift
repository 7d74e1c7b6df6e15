import Storage

/// A measure as a pack defines it: of no unit, and without numbers.
package struct PackedMeasure: Equatable, Sendable {
    /// Its definition; the id says nothing.
    package let measure: Measure

    /// Takes what a measure defines, and leaves out whose it is.
    package init(_ measure: Measure) {
        self.measure = measure.copy(id: Self.noID, of: nil)
    }

    /// The id of a measure that isn't kept anywhere.
    package static var noID: Measure.ID {
        var zeros = Zeros()
        return Identifier(microseconds: 0, using: &zeros)
    }

    /// A measure of a unit that is defined so; nil: one that all share.
    package func measure(_ id: Measure.ID, of unit: Unit.ID?) -> Measure { measure.copy(id: id, of: unit) }

    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}

extension Measure {
    /// Another measure that is defined in the same way, in version 1, and that its unit keeps.
    fileprivate func copy(id: ID, of unit: Unit.ID?) -> Measure {
        var copy = Measure(
            id: id,
            unit: unit,
            key: key,
            title: title,
            why: why,
            domain: domain,
            stakeholder: stakeholder,
            role: role,
            better: better,
            definition: definition,
            chart: chart,
            targets: targets,
            format: format,
            provenance: provenance,
            owner: owner,
            nextReview: nextReview,
            reportingDays: reportingDays
        )
        copy.definition.version = 1
        copy.disclosure = disclosure
        return copy
    }
}
