package import Sightline
package import Statistics
import Storage

/// What is made of names in a file that nothing has yet: organisations, and measures on XmR charts.
package struct NewNames: Sendable {
    package var stakeholder: Stakeholder
    package var period: Period
    /// The unit that new organisations lie in; nil: the only community, which is made where there is none.
    package var parent: Unit.ID?
    /// Whether the file gives numerators and denominators.
    package var haveDenominator: Bool

    package init(
        stakeholder: Stakeholder,
        period: Period,
        parent: Unit.ID? = nil,
        haveDenominator: Bool = false
    ) {
        self.stakeholder = stakeholder
        self.period = period
        self.parent = parent
        self.haveDenominator = haveDenominator
    }

    package enum Failure: Error, Equatable, Sendable {
        /// There are several communities; one has to be chosen.
        case severalCommunities([String])
        /// A measure that can't be made so.
        case unsoundMeasure(name: String, MeasureProblems)
        case unsoundUnit(name: String, UnitError)
    }

    /// Units and measures that a file would need; nothing is written until it is known which rows are good.
    struct Made {
        /// A community that there was none of.
        var community: Unit?
        var units: [Unit] = []
        var measures: [Measure] = []

        /// Writes those that proposals are for, and says how many they are.
        func insert(
            usedBy proposals: [Proposal],
            _ context: Context,
            on connection: any SQLConnection
        ) throws -> (units: Int, measures: Int) {
            let usedUnits = Set(proposals.map(\.unit))
            let usedMeasures = Set(proposals.map(\.measure))
            let units = units.filter { usedUnits.contains($0.id) }
            let measures = measures.filter { usedMeasures.contains($0.id) }
            if let community, !units.isEmpty { try UnitStore.insert(community, context, on: connection) }
            for unit in units {
                do {
                    try UnitStore.insert(unit, context, on: connection)
                } catch let error as UnitError {
                    throw Failure.unsoundUnit(name: unit.name, error)
                }
            }
            for measure in measures {
                do {
                    try MeasureStore.insert(measure, context, on: connection)
                } catch let error as MeasureProblems {
                    throw Failure.unsoundMeasure(name: measure.title, error)
                }
            }
            return (units.count, measures.count)
        }
    }

    /// Makes what is missing of the names that a reading doesn't know.
    func make(_ reading: ImportReading, in tree: UnitTree, _ context: Context, _ made: inout Made) throws {
        if !reading.unknownUnits.isEmpty {
            let parent = try parent ?? community(in: tree, context, &made)
            made.units += reading.unknownUnits.map { name in
                Unit(id: context.makeID(), parent: parent, kind: .organisation, name: name, code: name)
            }
        }
        made.measures += reading.unknownMeasures.map { measure($0, context) }
    }

    private func community(in tree: UnitTree, _ context: Context, _ made: inout Made) throws -> Unit.ID {
        if let community = made.community { return community.id }
        let roots = tree.roots
        guard roots.count <= 1 else { throw Failure.severalCommunities(roots.map { $0.code ?? $0.name }) }
        if let only = roots.first { return only.id }
        let community = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Our community")
        made.community = community
        return community.id
    }

    private func measure(_ name: String, _ context: Context) -> Measure {
        Measure(
            id: context.makeID(),
            key: Self.key(for: name),
            title: name,
            stakeholder: stakeholder,
            role: .process,
            better: .none,
            definition: Definition(
                numerator: haveDenominator ? "Numerator of the imported file" : "Value of the imported file",
                denominator: haveDenominator ? "Denominator of the imported file" : nil,
                period: period
            ),
            chart: ChartSettings(kind: .individuals),
            format: ValueFormat(decimals: 1)
        )
    }

    /// Lower-case letters and digits, with a hyphen for anything between them; empty where a name has none of them.
    static func key(for name: String) -> String {
        let words = name.lowercased().utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
        }
        return words.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    }
}
