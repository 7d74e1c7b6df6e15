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

    func make(_ reading: ImportReading, _ context: Context, on connection: any SQLConnection) throws {
        if !reading.unknownUnits.isEmpty { try makeUnits(reading.unknownUnits, context, on: connection) }
        for name in reading.unknownMeasures { try makeMeasure(name, context, on: connection) }
    }

    private func makeUnits(_ names: [String], _ context: Context, on connection: any SQLConnection) throws {
        let parent = try parent ?? community(context, on: connection)
        for name in names {
            let unit = Unit(id: context.makeID(), parent: parent, kind: .organisation, name: name, code: name)
            do {
                try UnitStore.insert(unit, on: connection)
            } catch let error as UnitError {
                throw Failure.unsoundUnit(name: name, error)
            }
        }
    }

    private func community(_ context: Context, on connection: any SQLConnection) throws -> Unit.ID {
        let roots = try UnitStore.tree(on: connection).roots
        guard roots.count <= 1 else { throw Failure.severalCommunities(roots.map { $0.code ?? $0.name }) }
        if let only = roots.first { return only.id }
        let community = Unit(id: context.makeID(), parent: nil, kind: .community, name: "Our community")
        try UnitStore.insert(community, on: connection)
        return community.id
    }

    private func makeMeasure(_ name: String, _ context: Context, on connection: any SQLConnection) throws {
        let measure = Measure(
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
        do {
            try MeasureStore.insert(measure, context, on: connection)
        } catch let error as MeasureProblems {
            throw Failure.unsoundMeasure(name: name, error)
        }
    }

    /// Lower-case letters and digits, with a hyphen for anything between them.
    private static func key(for name: String) -> String {
        let words = name.lowercased().utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
        }
        return words.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    }
}
