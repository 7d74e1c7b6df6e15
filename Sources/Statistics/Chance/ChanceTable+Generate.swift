extension ChanceTable {
    /// The seed of the shipped table.
    package static let shippedSeed: UInt64 = 20_261_123
    /// The simulated charts a cell of the shipped table.
    package static let shippedRuns = 100_000

    /// Simulates the whole table on two threads and writes it as a Swift file.
    ///
    /// - Parameters:
    ///   - seed: the same seed and runs give the same file.
    ///   - runs: simulated charts a cell, at least 1.
    ///   - progress: is told how many parts are done, of how many.
    /// - Throws: what ``analyse(_:_:)`` throws; never for the kinds that are simulated.
    /// - Returns: the source of `ChanceTable+Text.swift`.
    package static func generate(
        seed: UInt64,
        runs: Int,
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void
    ) async throws -> String {
        let table = try await simulate(seed: seed, runs: max(1, runs), progress: progress)
        let text = table.text(seed: seed).split(separator: "\n").map { "        \($0)" }
        return """
            // Made by `sightline chance-table`; not to be edited.
            extension ChanceTable {
                /// For each kind the tallies of `ChanceGrid.cells`; then for each the times of its searches.
                static let text = \"""
            \(text.joined(separator: "\n"))
                    \"""
            }

            """
    }

    /// A part of the work, small enough to show progress and to keep two threads busy to the end.
    private enum Part: Sendable {
        case signals(ChanceSimulation, runs: Int)
        case search(DetectionSimulation, runs: Int)
    }

    private enum Outcome: Sendable {
        case signals(ChartKind, [ChanceTally])
        case search(ChartKind, TimeToDetect)
    }

    private static func simulate(
        seed: UInt64,
        runs: Int,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> ChanceTable {
        let slices = min(10, runs)
        let sizes = (0..<slices).map { runs * ($0 + 1) / slices - runs * $0 / slices }
        let signals = StableProcess.kinds.flatMap { kind in
            sizes.map { Part.signals(ChanceSimulation(kind: kind, cells: ChanceGrid.cells), runs: $0) }
        }
        let searches = StableProcess.kinds.flatMap { kind in
            ChanceGrid.searches(kind).map { Part.search($0, runs: runs) }
        }
        var tallies: [ChartKind: [ChanceTally]] = [:]
        var detections: [ChartKind: [TimeToDetect]] = [:]
        for outcome in try await outcomes(of: signals + searches, seed: seed, progress) {
            switch outcome {
            case .search(let kind, let time):
                detections[kind, default: []].append(time)
            case .signals(let kind, let parts):
                let sums = tallies[kind] ?? parts.map { _ in ChanceTally() }
                tallies[kind] = zip(sums, parts).map { sum, part in
                    var sum = sum
                    sum.add(part)
                    return sum
                }
            }
        }
        return ChanceTable(runs: runs, tallies: tallies, detections: detections)
    }

    /// The outcomes in the order of the parts, each part with random numbers of its own.
    private static func outcomes(
        of parts: [Part],
        seed: UInt64,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> [Outcome] {
        var seeds = RandomNumbers(seed: seed)
        var rest = parts.map { (part: $0, seed: seeds.next()) }.enumerated().makeIterator()
        return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            func addNext() {
                guard let (index, work) = rest.next() else { return }
                group.addTask {
                    var random = RandomNumbers(seed: work.seed)
                    return (index, try run(work.part, &random))
                }
            }
            addNext()
            addNext()
            var outcomes: [(index: Int, outcome: Outcome)] = []
            while let (index, outcome) = try await group.next() {
                outcomes.append((index, outcome))
                progress(outcomes.count, parts.count)
                addNext()
            }
            return outcomes.sorted { $0.index < $1.index }.map(\.outcome)
        }
    }

    private static func run(_ part: Part, _ random: inout RandomNumbers) throws(ChartError) -> Outcome {
        switch part {
        case .signals(let simulation, let runs):
            .signals(simulation.kind, try simulation.tallies(runs: runs, &random))
        case .search(let simulation, let runs):
            .search(
                simulation.kind,
                TimeToDetect(foundAt: try simulation.foundAt(runs: runs, &random), runs: runs)
            )
        }
    }
}
