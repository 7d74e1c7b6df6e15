import Sightline
import Statistics

/// How many of some series were checked, how many signal, and how many would by chance alone.
struct ChanceCount: Equatable, Sendable {
    var checked = 0
    var signals = 0
    var expected = 0.0
    /// The checked series that the expectation is known for.
    var known = 0

    init(of rows: [MeasureTable.Row]) {
        for row in rows where row.status.variation != .tooFew {
            checked += 1
            signals += row.status.variation == .commonCause ? 0 : 1
            expected += row.status.chanceOfLatest ?? 0
            known += row.status.chanceOfLatest == nil ? 0 : 1
        }
    }

    var sentence: String {
        ListSentences.chance(checked: checked, signals: signals, expected: expected, known: known)
    }
}
