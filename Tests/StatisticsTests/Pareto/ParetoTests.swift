import Statistics
import Testing

struct ParetoTests {
    @Test
    func `bars, shares and their sums are those of qicharts2`() throws {
        let rows = try OracleTable("qic/pareto_letters.csv").rows
        // Events in turn, so that the rarest category comes first.
        let events = rows.reversed().flatMap { row in
            Array(repeating: row["x"], count: row["y"].flatMap { Int($0) } ?? 0)
        }
        let bars = Pareto(categories: events).bars
        #expect(bars.map(\.name) == rows.compactMap { $0["x"] })
        let counts = try rows.numbers("y")
        let cumulative = try rows.numbers("y.cum")
        let shares = try rows.numbers("p")
        let cumulativeShares = try rows.numbers("p.cum")
        for (index, bar) in bars.enumerated() {
            #expect(Double(bar.count) == counts[index])
            #expect(bar.cumulativeCount == cumulative[index])
            #expect(abs(bar.share - (shares[index] ?? -1)) < 1e-14)
            #expect(abs(bar.cumulativeShare - (cumulativeShares[index] ?? -1)) < 1e-14)
        }
    }

    @Test
    func `equally frequent categories keep the order of their first event`() {
        let bars = Pareto(categories: ["wait", "fall", nil, "wait", "fall", "drug", "drug", "drug"]).bars
        #expect(bars.map(\.name) == ["drug", "wait", "fall"])
        #expect(bars.map(\.count) == [3, 2, 2])
        #expect(bars.last?.cumulativeShare == 1)
    }

    @Test
    func `counts that don't fit a number together have their shares all the same`() {
        let bars = Pareto(counts: [("drug", 1), ("fall", .max), ("wait", .max)]).bars
        #expect(bars.map(\.share) == [0.5, 0.5, 1 / 0x1p64])
        #expect(bars.map(\.cumulativeShare) == [0.5, 1, 1])
    }

    @Test
    func `nothing counted gives no bars`() {
        #expect(Pareto(categories: [nil, nil]).bars.isEmpty)
        #expect(Pareto(counts: [("fall", 0), ("drug", -2)]).bars.isEmpty)
    }
}
