/// Simulated chances, as shipped in ``text``: written by ``generate(seed:runs:progress:)``, read once.
package struct ChanceTable: Equatable, Sendable {
    /// Simulated charts a cell.
    package let runs: Int
    private let tallies: [ChartKind: [ChanceTally]]
    private let detections: [ChartKind: [TimeToDetect]]

    /// The table that the build ships.
    package static let shipped = ChanceTable(text)

    /// The tally of a cell of ``ChanceGrid``; nil where it isn't simulated.
    func tally(_ kind: ChartKind, _ cell: ChanceGrid.Cell) -> ChanceTally? {
        guard let tallies = tallies[kind], let index = ChanceGrid.cells.firstIndex(of: cell) else {
            return nil
        }
        return tallies[index]
    }

    /// The time that a search of ``ChanceGrid`` takes; nil where it isn't simulated.
    func timeToDetect(_ kind: ChartKind, _ rules: RuleSet.Name, shift: Double) -> TimeToDetect? {
        let searches = ChanceGrid.searches(kind)
        guard let detections = detections[kind],
            let index = searches.firstIndex(where: { $0.rules.name == rules && $0.shift == shift })
        else { return nil }
        return detections[index]
    }

    init(runs: Int, tallies: [ChartKind: [ChanceTally]], detections: [ChartKind: [TimeToDetect]]) {
        self.runs = runs
        self.tallies = tallies
        self.detections = detections
    }
}

extension ChanceTable {
    /// Reads the text that ``text(seed:)`` writes; nil for any other.
    init?(_ text: String) {
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        func number() -> Int? { words.popFirst().flatMap { Int($0) } }
        guard words.popFirst() == "seed", words.popFirst() != nil, words.popFirst() == "runs",
            let runs = number(), runs > 0
        else { return nil }
        var tallies: [ChartKind: [ChanceTally]] = [:]
        for kind in StableProcess.kinds {
            guard words.popFirst() == kind.rawValue[...] else { return nil }
            for _ in ChanceGrid.cells {
                guard let any = number(), let latest = number(), let signals = number(),
                    let squares = number()
                else { return nil }
                tallies[kind, default: []].append(
                    ChanceTally(withAny: any, withLatest: latest, signals: signals, squares: squares)
                )
            }
        }
        var detections: [ChartKind: [TimeToDetect]] = [:]
        for kind in StableProcess.shiftingKinds {
            guard words.popFirst() == kind.rawValue[...] else { return nil }
            for _ in ChanceGrid.searches(kind) {
                guard let median = number(), let eightyPercent = number() else { return nil }
                detections[kind, default: []].append(
                    TimeToDetect(
                        median: median == 0 ? nil : median,
                        eightyPercent: eightyPercent == 0 ? nil : eightyPercent
                    )
                )
            }
        }
        guard words.isEmpty else { return nil }
        self.init(runs: runs, tallies: tallies, detections: detections)
    }

    /// The table as words in the order of ``ChanceGrid``, in lines of at most 100 columns.
    func text(seed: UInt64) -> String {
        var words = ["seed", "\(seed)", "runs", "\(runs)"]
        for kind in StableProcess.kinds {
            words.append(kind.rawValue)
            for tally in tallies[kind] ?? [] {
                words += [tally.withAny, tally.withLatest, tally.signals, tally.squares].map { "\($0)" }
            }
        }
        for kind in StableProcess.shiftingKinds {
            words.append(kind.rawValue)
            for time in detections[kind] ?? [] {
                words += [time.median ?? 0, time.eightyPercent ?? 0].map { "\($0)" }
            }
        }
        var lines: [String] = []
        var line = ""
        for word in words {
            if line.utf8.count + word.utf8.count >= 100 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
