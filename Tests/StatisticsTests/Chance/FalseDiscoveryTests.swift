import Statistics
import TestSupport
import Testing

struct FalseDiscoveryTests {
    /// Benjamini and Hochberg (1995), section 4.1: fifteen comparisons of two treatments of myocardial infarction.
    private static let published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528,
        0.7590, 1.0000,
    ]

    @Test func `the published example picks out the four smallest, where Bonferroni would pick three`() {
        let found = Self.published.shuffled()
        #expect(FalseDiscovery.threshold(found, among: 15, share: 0.05) == 0.0095)
        #expect(Self.published.count { $0 <= 0.05 / 15 } == 3)
    }

    @Test func `tests that found nothing count, and needn't be listed`() {
        let found = Array(Self.published.prefix(9))
        #expect(FalseDiscovery.threshold(found, among: 15, share: 0.05) == 0.0095)
        #expect(FalseDiscovery.threshold(found, among: 150, share: 0.05) == 0.0004)
        #expect(FalseDiscovery.threshold([0.04], among: 2, share: 0.05) == nil)
        #expect(FalseDiscovery.threshold([], among: 0, share: 0.05) == nil)
    }

    @Test func `what statsmodels rejects stands out, and its adjusted figures are ours`() throws {
        let table = try OracleRows("other/statsmodels_fdr_bh.csv")
        var compared = 0
        for (key, rows) in table.groups(by: ["case", "share"]) {
            let share = try #require(Double(key[1]))
            let found = try rows.map { try #require($0.number("probability")) }
            let limit = FalseDiscovery.threshold(found, among: found.count, share: share)
            let adjusted = FalseDiscovery.adjusted(found)
            for (index, row) in rows.enumerated() {
                let standsOut = limit.map { found[index] <= $0 } ?? false
                #expect(standsOut == (row.number("rejected") == 1), "\(key) \(index)")
                let theirs = try #require(row.number("adjusted"))
                #expect(abs(adjusted[index] - theirs) <= 1e-9 * max(theirs, 1e-9), "\(key) \(index)")
                compared += 1
            }
        }
        #expect(compared == 606)
    }
}
