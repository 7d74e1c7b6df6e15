import Markup
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

    init(checked: Int, signals: Int, expected: Double, known: Int) {
        (self.checked, self.signals, self.expected, self.known) = (checked, signals, expected, known)
    }

    /// What they say together: "12 series checked, 1 signal; chance alone would give less than one.".
    var sentence: String {
        let number = NumberText.fixed(Double(checked), decimals: 0, grouped: true)
        return "\(number) series checked, \(signals) \(signals == 1 ? "signal" : "signals"); \(chance)"
    }

    /// How many signals are to be expected of nothing but chance.
    private var chance: String {
        guard known > 0 else { return "how many chance alone would give is not known." }
        let rounded = Int(expected.rounded())
        let some = known < checked ? " (known for \(known) of them)" : ""
        return rounded == 0
            ? "chance alone would give less than one\(some)."
            : "chance alone would give about \(rounded)\(some)."
    }
}
