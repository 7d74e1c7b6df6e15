import Statistics
import Testing

struct IntervalTests {
    func expect(_ interval: Interval?, equals lower: Double, _ upper: Double, within: Double) throws {
        let interval = try #require(interval)
        #expect(abs(interval.lower - lower) <= within)
        #expect(abs(interval.upper - upper) <= within)
    }

    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998.
    @Test(arguments: [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
    func `Wilson intervals are Newcombe's`(k: Double, n: Double, lower: Double, upper: Double) throws {
        try expect(.wilson(successes: k, trials: n), equals: lower, upper, within: 5e-5)
    }

    // SciPy 1.17.1, stats.binomtest(k, n).proportion_ci(method="wilson")
    @Test(arguments: [
        (0, 10, 0.95, 0, 0.27753279986288926), (10, 10, 0.998, 0.5115210995465378, 1),
        (81, 263, 0.998, 0.22803574024200476, 0.40138942190936955),
        (4_994, 33_433, 0.95, 0.14559275593067883, 0.1532345561862924),
    ])
    func `Wilson intervals are SciPy's`(
        k: Double,
        n: Double,
        confidence: Double,
        lower: Double,
        upper: Double
    ) throws {
        let interval = Interval.wilson(successes: k, trials: n, confidence: confidence)
        try expect(interval, equals: lower, upper, within: 1e-14)
    }

    // SciPy 1.17.1, stats.binomtest(k, n).proportion_ci(method="exact")
    @Test(arguments: [
        (0, 10, 0.95, 0, 0.30849710781876294), (10, 10, 0.95, 0.6915028921812371, 1),
        (1, 29, 0.95, 0.0008726468835971072, 0.17764429548841465),
        (15, 148, 0.998, 0.040284445034105366, 0.1996570373429326),
        (4_994, 33_433, 0.95, 0.14556808881309244, 0.1532396782168869),
    ])
    func `exact binomial intervals are SciPy's`(
        k: Double,
        n: Double,
        confidence: Double,
        lower: Double,
        upper: Double
    ) throws {
        let interval = Interval.clopperPearson(successes: k, trials: n, confidence: confidence)
        try expect(interval, equals: lower, upper, within: 1e-11)
    }

    // SciPy 1.17.1, stats.chi2.ppf(0.025, 2k) / 2 and stats.chi2.ppf(0.975, 2k + 2) / 2
    @Test(arguments: [
        (0, 0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
        (3, 0.6186721228956014, 8.767273069742323), (10, 4.7953886961324335, 18.39035604201778),
        (100, 81.36399125092314, 121.62679379242638), (10_384, 10_185.224753216185, 10_585.679156312452),
    ])
    func `exact Poisson intervals are Garwood's`(events: Double, lower: Double, upper: Double) throws {
        try expect(.garwood(events: events), equals: lower, upper, within: 1e-12 * upper)
        try expect(.garwood(events: events, exposure: 4), equals: lower / 4, upper / 4, within: 1e-12 * upper)
    }

    @Test
    func `nothing is said of what can't be`() {
        #expect(Interval.wilson(successes: 0, trials: 0) == nil)
        #expect(Interval.wilson(successes: 3, trials: 2) == nil)
        #expect(Interval.wilson(successes: .nan, trials: 2) == nil)
        #expect(Interval.clopperPearson(successes: -1, trials: 2) == nil)
        #expect(Interval.garwood(events: -1) == nil)
        #expect(Interval.garwood(events: 1, exposure: 0) == nil)
        #expect(Interval.garwood(events: .infinity) == nil)
    }
}
