import Exchange
import Sightline
import Statistics
import Storage

/// A small tree and three measures, for files to name.
struct ImportSamples {
    let community = Unit(id: Identifier(1), parent: nil, kind: .community, name: "Valley")
    let north: Unit
    let south: Unit
    let falls = Self.measure(1, "falls", "Falls", .c, nil)
    let seen = Self.measure(2, "seen-in-time", "Seen in time", .p, "Everybody")
    let wards = Self.measure(3, "ward-visits", "Visits", .individuals, nil)

    init() {
        north = Unit(id: Identifier(2), parent: community.id, kind: .organisation, name: "North", code: "RN1")
        south = Unit(id: Identifier(3), parent: community.id, kind: .organisation, name: "South", code: "RS1")
    }

    var directory: ImportDirectory { directory(with: []) }

    func directory(with more: [Unit], measures: [Measure] = []) -> ImportDirectory {
        ImportDirectory(
            measures: MeasureDirectory([falls, seen, wards] + measures),
            units: UnitTree([community, north, south] + more)
        )
    }

    func read(_ text: String, _ request: ImportRequest = ImportRequest()) -> ImportReading {
        var reader = ImportReader(directory, request)
        return reader.read(Array(text.utf8))
    }

    static func measure(
        _ number: UInt64,
        _ key: String,
        _ title: String,
        _ kind: ChartKind,
        _ denominator: String?
    ) -> Measure {
        Measure(
            id: Identifier(number),
            key: key,
            title: title,
            stakeholder: .patient,
            role: .outcome,
            better: .down,
            definition: Definition(numerator: "Counted", denominator: denominator, period: .month),
            chart: ChartSettings(kind: kind)
        )
    }
}

extension Identifier {
    /// The same id for the same number.
    init(_ number: UInt64) {
        var generator = SplitMix(seed: number)
        self.init(microseconds: 1, using: &generator)
    }
}
