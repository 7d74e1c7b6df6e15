package import Storage

/// What becomes of the measures of a pack in a unit: which are made, and which are there already.
package struct PackPlan: Sendable {
    /// Whose they will be; nil: all share them.
    package let keeper: Unit.ID?
    package let rows: [Row]

    package struct Row: Sendable {
        package let packed: PackedMeasure
        package let outcome: Outcome
    }

    package enum Outcome: Equatable, Sendable {
        case new
        /// A measure with this title is there.
        case there(Measure.ID)
        /// Another measure has its key, perhaps in the bin.
        case keyTaken
    }

    /// - Parameter unit: where they are wanted; what the whole community measures belongs to nobody in particular.
    package init(_ content: PackContent, in unit: Unit, on connection: any SQLConnection) throws {
        let keeper = unit.parent == nil ? nil : unit.id
        self.keeper = keeper
        let there = MeasureDirectory(
            try MeasureStore.all(on: connection).filter { $0.unit == nil || $0.unit == keeper }
        )
        rows = try content.measures.map { packed in
            let measure = packed.measure
            let namesake = there.measures(named: measure.title).first {
                $0.title.lowercased() == measure.title.lowercased()
            }
            if let namesake { return Row(packed: packed, outcome: .there(namesake.id)) }
            let holders = [
                try MeasureStore.find(key: measure.key, withBinned: true, on: connection),
                try MeasureStore.find(key: measure.key, of: keeper, withBinned: true, on: connection),
            ]
            let isTaken = holders.contains { $0 != nil }
            return Row(packed: packed, outcome: isTaken ? .keyTaken : .new)
        }
    }

    /// Those that will be made.
    package var new: [PackedMeasure] { rows.filter { $0.outcome == .new }.map(\.packed) }
}
