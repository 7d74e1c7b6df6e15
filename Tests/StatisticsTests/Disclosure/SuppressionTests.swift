import Statistics
import Testing

/// Small numbers against someone who subtracts, over tables and over editions.
struct SuppressionTests {
    /// What attackers find out that could have been kept from them, over communities of a range of seeds.
    private func findings(
        _ seeds: Range<UInt64>,
        editions: Int,
        isComplementary: Bool = true
    ) -> [String] {
        var findings: [String] = []
        for seed in seeds {
            var random = SeededGenerator(seed)
            var world = RandomCommunity(using: &random)
            let rule = SuppressionRule(
                threshold: Int.random(in: 2...8, using: &random),
                withholdsZeros: Int.random(in: 0..<4, using: &random) == 0,
                isComplementary: isComplementary
            )
            var tables = PublishedTables(world, rule)
            for edition in 1...editions {
                tables.publish(world.values)
                let holders: [Int?] = [nil] + Set(world.holders).sorted().map { $0 }
                for holder in holders {
                    let found = Attacker(tables, knowing: holder).findings()
                    guard !found.isEmpty else { continue }
                    let unavoidable = Attacker(tables, knowing: holder, isBlindNow: true).findings()
                    let isPromised = Set(found.map(Self.subject)).subtracting(unavoidable.map(Self.subject))
                    findings += found.filter { isPromised.contains(Self.subject($0)) }
                        .map { "seed \(seed), edition \(edition): \($0)" }
                }
                world.revise(using: &random)
                guard findings.isEmpty || isComplementary else { return findings }
            }
        }
        return findings
    }

    /// `unit 3, which has 2`.
    private static func subject(_ finding: String) -> String {
        finding.split(separator: ", lies").first.map(String.init) ?? finding
    }

    @Test(arguments: 0..<8)
    func `no sum and no difference gives a small number away`(block: UInt64) {
        let found = findings(block * 20..<block * 20 + 20, editions: 1)
        #expect(found == [], "\(found.count) found")
    }

    @Test(arguments: 0..<8)
    func `nor does a table beside an earlier edition of itself`(block: UInt64) {
        let found = findings(1_000 + block * 10..<1_000 + block * 10 + 10, editions: 4)
        #expect(found == [], "\(found.count) found")
    }

    @Test func `the attacker finds small numbers out where only they are withheld`() {
        #expect(!findings(0..<25, editions: 1, isComplementary: false).isEmpty)
    }
}

/// SplitMix64, so that a seed tells everything.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
