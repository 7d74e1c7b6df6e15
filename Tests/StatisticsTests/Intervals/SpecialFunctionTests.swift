import Statistics
import Testing

/// Expected values: SciPy 1.17.1 (stats.norm.ppf; special.gammainc, gammaincc, betainc and their inverses).
struct SpecialFunctionTests {
    func expect(_ value: Double, equals expected: Double, within relative: Double = 1e-13) {
        #expect(abs(value - expected) <= relative * abs(expected), "\(value), expected \(expected)")
    }

    @Test(arguments: [
        (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825),
        (0.001, -3.090232306167813), (0.025, -1.9599639845400545), (0.0749, -1.4402382675279635),
        (0.2, -0.8416212335729142), (0.5, 0), (0.8, 0.8416212335729143), (0.975, 1.959963984540054),
        (0.999, 3.090232306167813), (1 - 1e-10, 6.361340889697422),
    ])
    func `normal quantiles are SciPy's and undo the cumulative`(p: Double, z: Double) {
        expect(Normal.quantile(p), equals: z)
        expect(Normal.cumulative(z), equals: p, within: 1e-12)
    }

    @Test(arguments: [
        (0.1, 0.05, 0.7755386354510307, 0.22446136454896942),
        (0.5, 2, 0.9544997361036415, 0.04550026389635857),
        (1, 1, 0.6321205588285577, 0.36787944117144245),
        (3.5, 0.2, 0.00026343889240879596, 0.9997365611075912),
        (10, 25, 0.9997785233617512, 0.0002214766382487835),
        (100, 90, 0.15822098918643007, 0.84177901081357),
        (1_000, 1_100, 0.9989406767460701, 0.0010593232539299773),
        (75_686.53, 75_000, 0.006177651847709059, 0.993822348152291),
        (1e6, 1_001_000, 0.8413447863683402, 0.15865521363165971),
    ])
    func `incomplete gamma functions are SciPy's`(shape: Double, x: Double, lower: Double, upper: Double) {
        let tails = GammaDistribution.tails(shape: shape, x)
        expect(tails.lower, equals: lower, within: 1e-11)
        expect(tails.upper, equals: upper, within: 1e-11)
    }

    @Test(arguments: [
        (0.1, 0.025, 5.791710245521471e-17), (0.5, 0.95, 1.920729410347062), (1, 0.5, 0.6931471805599455),
        (3, 0.001, 0.1905333775684032), (10, 0.025, 4.7953886961324335), (11, 0.975, 18.39035604201778),
        (250, 0.999, 301.7230028975888), (75_686.53, 0.001, 74_839.2195178111),
        (1e6, 0.975, 1_001_960.9109654503),
    ])
    func `gamma quantiles are SciPy's`(shape: Double, p: Double, x: Double) {
        expect(GammaDistribution.quantile(shape: shape, p), equals: x, within: 1e-12)
    }

    @Test(arguments: [
        (0.5, 0.5, 0.3, 0.36901011956554536), (1, 1, 0.25, 0.25), (2, 5, 0.1, 0.11426500000000002),
        (10, 3, 0.9, 0.889130022255), (100, 900, 0.11, 0.8536706312207899),
        (46_850, 206_486, 0.186, 0.9167065756930557), (5_000, 1, 0.9999, 0.6065154956247782),
    ])
    func `the incomplete beta function is SciPy's`(a: Double, b: Double, x: Double, p: Double) {
        expect(BetaDistribution.cumulative(a, b, x), equals: p, within: 1e-11)
    }

    @Test(arguments: [
        (0.5, 0.5, 0.3, 0.2061073738537634), (1, 9, 0.025, 0.002809136746599214),
        (2, 5, 0.975, 0.6412345789976748), (30, 3, 0.001, 0.6957947400177527),
        (100, 901, 0.975, 0.11920848268620651), (46_850, 206_487, 0.025, 0.18342207113796058),
    ])
    func `beta quantiles are SciPy's`(a: Double, b: Double, p: Double, x: Double) {
        expect(BetaDistribution.quantile(a, b, p), equals: x, within: 1e-12)
    }

    @Test
    func `the ends of a distribution are its ends`() {
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(GammaDistribution.quantile(shape: 2, 0) == 0)
        #expect(GammaDistribution.quantile(shape: 2, 1) == .infinity)
        #expect(GammaDistribution.tails(shape: 2, .infinity) == (1, 0))
        // So far from the mean that SciPy's are 0 and 1 too, and at once.
        #expect(GammaDistribution.tails(shape: 20, 1e200) == (1, 0))
        #expect(GammaDistribution.tails(shape: 1e6, 1) == (0, 1))
        #expect(BetaDistribution.quantile(2, 3, 0) == 0)
        #expect(BetaDistribution.quantile(2, 3, 1) == 1)
    }
}
