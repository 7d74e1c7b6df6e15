import Statistics
import Testing

/// Expected values: SciPy 1.17.1 (stats.poisson.ppf, stats.binom.ppf).
struct CountDistributionTests {
    @Test(
        arguments: [
            (0.001, [0, 0, 0, 0, 0]), (0.5, [0, 0, 0, 2, 4]), (1, [0, 0, 1, 3, 5]), (4.2, [0, 1, 4, 9, 12]),
            (10, [2, 4, 10, 17, 21]), (100, [71, 81, 100, 120, 132]),
            (12_345.6, [12_004, 12_128, 12_345, 12_564, 12_690]),
        ] as [(Double, [Double])]
    )
    func `Poisson quantiles are exact`(mean: Double, expected: [Double]) {
        let distribution = CountDistribution.poisson(mean: mean)
        #expect([0.001, 0.025, 0.5, 0.975, 0.999].map(distribution.quantile) == expected)
    }

    @Test(
        arguments: [
            (1, 0.5, [0, 0, 0, 0, 1, 1]), (10, 0.01, [0, 0, 0, 0, 1, 2]), (20, 0.3, [1, 2, 3, 6, 10, 13]),
            (24, 0.5, [5, 7, 8, 12, 17, 19]),
            // By symmetry 49 or fewer have a probability of exactly a half; SciPy rounds it to less.
            (99, 0.5, [34, 40, 41, 49, 59, 65]),
            (1_000, 0.9, [870, 881, 884, 900, 918, 928]),
            (100_000, 0.185, [18_121, 18_260, 18_298, 18_500, 18_741, 18_880]),
        ] as [(Double, Double, [Double])]
    )
    func `binomial quantiles are exact`(trials: Double, probability: Double, expected: [Double]) {
        let distribution = CountDistribution.binomial(trials: trials, probability: probability)
        #expect([0.001, 0.025, 0.05, 0.5, 0.975, 0.999].map(distribution.quantile) == expected)
    }

    @Test(arguments: [
        CountDistribution.poisson(mean: 7.3),
        .poisson(mean: 250),
        .binomial(trials: 60, probability: 0.2),
        .binomial(trials: 500, probability: 0.97),
    ])
    func `cumulative probabilities are sums of probabilities`(distribution: CountDistribution) {
        var sum = 0.0
        for count in 0...400 {
            sum += distribution.probability(of: Double(count))
            #expect(abs(distribution.cumulative(Double(count)) - sum) < 1e-12)
        }
    }

    @Test
    func `a distribution without spread has one quantile`() {
        #expect(CountDistribution.poisson(mean: 0).quantile(0.999) == 0)
        #expect(CountDistribution.binomial(trials: 9, probability: 0).quantile(0.999) == 0)
        #expect(CountDistribution.binomial(trials: 9, probability: 1).quantile(0.001) == 9)
        #expect(CountDistribution.binomial(trials: 9, probability: 1).interpolatedQuantile(0.001) < 9)
    }

    @Test
    func `astronomical counts take no astronomical time`() {
        let quantile = CountDistribution.poisson(mean: 1e15).interpolatedQuantile(0.975)
        #expect(abs(quantile - (1e15 + 1.959964 * 1e15.squareRoot())) < 1e3)
        #expect(abs(GammaDistribution.tails(shape: 1e20, 1e20 + 1e10).lower - Normal.cumulative(1)) < 1e-6)
        #expect(GammaDistribution.quantile(shape: 1e100, 0.999) == 1e100)
        // One success expected of 10^20 trials is a Poisson count of mean 1.
        let rare = CountDistribution.binomial(trials: 1e20, probability: 1e-20)
        #expect([0.025, 0.5, 0.975, 0.999].map(rare.quantile) == [0, 1, 3, 5])
    }
}
