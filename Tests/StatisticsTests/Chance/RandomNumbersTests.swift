import Statistics
import Testing

struct RandomNumbersTests {
    @Test
    func `the same seed gives the same numbers and another seed others`() {
        var one = RandomNumbers(seed: 7)
        var same = RandomNumbers(seed: 7)
        var other = RandomNumbers(seed: 8)
        let numbers = (0..<8).map { _ in one.next() }
        #expect(numbers == (0..<8).map { _ in same.next() })
        #expect(numbers != (0..<8).map { _ in other.next() })
    }

    @Test
    func `words are those of xoshiro256++ seeded by SplitMix64`() {
        // By the authors' algorithms, written again in Python.
        var random = RandomNumbers(seed: 42)
        #expect(
            (0..<3).map { _ in random.next() } == [
                15_021_278_609_987_233_951, 5_881_210_131_331_364_753, 18_149_643_915_985_481_100,
            ]
        )
    }

    @Test
    func `Normal numbers have the moments and tails of the Normal distribution`() {
        var random = RandomNumbers(seed: 1)
        let numbers = (0..<200_000).map { _ in random.normal() }
        let count = Double(numbers.count)
        #expect(abs(numbers.reduce(0, +) / count) < 0.01)
        #expect(abs(numbers.reduce(0) { $0 + $1 * $1 } / count - 1) < 0.015)
        for z in [-2.0, -1, 0, 0.5, 1.5, 3] {
            let share = Double(numbers.count { $0 <= z }) / count
            let expected = Normal.cumulative(z)
            #expect(abs(share - expected) < 4 * (expected * (1 - expected) / count).squareRoot())
        }
    }

    @Test
    func `exponential numbers have a mean of one`() {
        var random = RandomNumbers(seed: 2)
        let numbers = (0..<100_000).map { _ in random.exponential() }
        #expect(numbers.allSatisfy { $0 > 0 && $0.isFinite })
        #expect(abs(numbers.reduce(0, +) / 100_000 - 1) < 0.013)
    }
}
