import Sightline
import Statistics
import Testing

/// What funnels and charts side by side say: by example, and by what they may never say.
struct ComparisonSentencesTests {
    @Test func `a funnel names who lies outside, and what chance alone would do`() throws {
        let names = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel"]
        let plot = try FunnelPlot(
            numerators: [50, 52, 48, 51, 49, 95],
            denominators: [500, 500, 500, 500, 500, 500],
            FunnelOptions(.proportion)
        )
        #expect(
            ComparisonSentences.funnel(plot, names: names, own: 0, when: "in March 2026") == """
                In March 2026 these lie outside the 99.8% limits: Hazel. 1 lies outside the 95% limits, where chance \
                alone would put less than one. The limits are what chance alone would give. There can be good reasons; \
                it is a place to ask, not a ranking.
                """
        )
        let calm = try FunnelPlot(
            numerators: [50, 52, 48, 51, 49, 50],
            denominators: [500, 500, 500, 500, 500, 500],
            FunnelOptions(.proportion)
        )
        #expect(
            ComparisonSentences.funnel(calm, names: names, own: nil, when: "on 4 March 2026") == """
                On 4 March 2026 no unit lies outside the 99.8% limits. None lies outside the 95% limits, where chance \
                alone would put less than one. The limits are what chance alone would give.
                """
        )
    }

    @Test func `why there is no funnel is told with what it would take`() {
        #expect(
            ComparisonSentences.noFunnel(1, fewest: 5, when: "in March 2026", hasTotal: true) == """
                There is no funnel: only 1 unit has a number in March 2026, and it takes 5 to tell how much units \
                differ. A total does not count as one of its parts.
                """
        )
    }

    @Test func `charts side by side are counted by their newest point`() {
        #expect(
            ComparisonSentences.sideBySide([.concern, .commonCause, .commonCause], of: 3, sharesValues: true)
                == """
                3 units, by the newest point of each: 1 concern, 2 no signal. All on one time axis and one scale of \
                values.
                """
        )
        #expect(
            ComparisonSentences.sideBySide([.high], of: 40, sharesValues: false)
                .hasPrefix("1 of 40 units are shown, by the newest point of each: 1 high or low.")
        )
    }

    @Test(arguments: 0..<100)
    func `a funnel names exactly those outside, promises nothing and ranks nobody`(seed: Int) throws {
        var bits = SeededBits(UInt64(seed))
        let count = Int.random(in: 5...40, using: &bits)
        let names = (0..<count).map { "Unit\($0)x" }
        let denominators = (0..<count).map { _ in Double(Int.random(in: 20...900, using: &bits)) }
        let numerators = denominators.map { (Double.random(in: 0.05...0.3, using: &bits) * $0).rounded() }
        var options = FunnelOptions(.proportion)
        options.limits = Bool.random(using: &bits) ? .exact : .overdispersed(.winsorised)
        let plot = try FunnelPlot(numerators: numerators, denominators: denominators, options)
        let own = Int.random(in: 0..<count, using: &bits)
        let text = ComparisonSentences.funnel(plot, names: names, own: own, when: "in March 2026")
        let outside = plot.points.filter { $0.outside998 != nil }.map(\.index)
        let named = names.indices.filter { text.contains(names[$0]) }
        #expect(named == (outside.count <= 8 ? outside : []), "\(text)")
        #expect(text.contains("no unit lies outside") == outside.isEmpty)
        #expect(text.contains("place to ask, not a ranking") == !outside.isEmpty)
        #expect(text.contains("this one too") == (outside.count > 8 && outside.contains(own)))
        #expect(text.contains("widened") == ((plot.overdispersion?.tauSquared ?? 0) > 0))
        for word in ["best", "worst", "because of", "caused"] { #expect(!text.contains(word)) }
        #expect(text.hasPrefix("In March 2026 ") && text.hasSuffix("."))
    }
}
