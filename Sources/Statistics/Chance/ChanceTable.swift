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
        guard words.popFirst() == "seed", words.popFirst() != nil, words.popFirst() == "runs",
            let runs = words.popFirst().flatMap({ Int($0) }), runs > 0
        else { return nil }
        /// For each kind its name and, of so many rows of some numbers, what each row means.
        func section<Value>(
            _ kinds: [ChartKind],
            rows: (ChartKind) -> Int,
            of width: Int,
            _ value: ([Int]) -> Value
        ) -> [ChartKind: [Value]]? {
            var section: [ChartKind: [Value]] = [:]
            for kind in kinds {
                let count = rows(kind) * width
                guard words.popFirst() == kind.rawValue[...] else { return nil }
                let numbers = words.prefix(count).compactMap { Int($0) }
                guard numbers.count == count else { return nil }
                words = words.dropFirst(count)
                section[kind] = (0..<rows(kind)).map { value(Array(numbers[$0 * width..<($0 + 1) * width])) }
            }
            return section
        }
        func tally(_ row: [Int]) -> ChanceTally {
            ChanceTally(withAny: row[0], withLatest: row[1], signals: row[2], squares: row[3])
        }
        func time(_ row: [Int]) -> TimeToDetect {
            TimeToDetect(median: (row[0], row[1]), eightyPercent: (row[2], row[3]), runs: runs)
        }
        let cells = ChanceGrid.cells.count
        guard let tallies = section(StableProcess.kinds, rows: { _ in cells }, of: 4, tally)
        else { return nil }
        let detections = section(StableProcess.kinds, rows: { ChanceGrid.searches($0).count }, of: 4, time)
        guard let detections, words.isEmpty else { return nil }
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
        for kind in StableProcess.kinds {
            words.append(kind.rawValue)
            for time in detections[kind] ?? [] {
                let quantiles = [time.median, time.eightyPercent]
                words += quantiles.flatMap { [$0?.points ?? 0, $0?.found ?? 0] }.map { "\($0)" }
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
