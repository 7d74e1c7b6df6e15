/// Charts of a stable process, counted by what they signal.
struct ChanceSimulation: Sendable {
    var kind: ChartKind
    var cells: [ChanceGrid.Cell]

    /// Draws series as long as the longest cell and analyses each as every cell says.
    ///
    /// - Throws: what ``analyse(_:_:)`` throws; never for the kinds that are simulated.
    /// - Returns: a tally for each cell, in their order; the same for the same random numbers.
    func tallies(runs: Int, _ random: inout RandomNumbers) throws(ChartError) -> [ChanceTally] {
        let process = StableProcess(kind)
        let lengths = Set(cells.map(\.points)).sorted()
        var tallies = [ChanceTally](repeating: ChanceTally(), count: cells.count)
        for _ in 0..<runs {
            let numbers = process.draw(points: lengths.last ?? 0, &random)
            for points in lengths {
                let series = process.series(numbers, points: points)
                for (index, cell) in cells.enumerated() where cell.points == points {
                    var options = ChartOptions(kind: kind, rules: RuleSet(cell.rules))
                    options.baseline = cell.baseline
                    tallies[index].add(try analyse(series, options).marks)
                }
            }
        }
        return tallies
    }
}
