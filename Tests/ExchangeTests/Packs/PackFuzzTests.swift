import Exchange
import Sightline
import Statistics
import TestSupport
import Testing

/// Packs that nobody would write: what is written reads the same, and what can't be read is refused.
struct PackFuzzTests {
    @Test func `a pack that is written is read as the same pack`() throws {
        var random = FuzzRandom(seed: 21)
        for _ in 0..<400 {
            let content = Self.content(&random)
            let text = try PackWriter.text(of: content)
            let reading = PackReader.read(text)
            #expect(reading.problems.map(\.description) == [], "\(text)")
            #expect(reading.content == content, "\(text)")
        }
    }

    @Test func `broken bytes are read or refused, and what is read is written as it was read`() throws {
        let examples = [PackSamples.sound, PackSamples.full, ShippedPack.joinedUpCare.reading.text]
        var sound = 0
        for input in FuzzInputs(examples, seed: 22, count: max(1_000, FuzzInputs.count / 10)) {
            let reading = PackReader.read(input)
            #expect((reading.content == nil) == (reading.problemCount > 0))
            guard let content = reading.content else { continue }
            sound += 1
            let again = PackReader.read(try PackWriter.text(of: content))
            #expect(again.content == content, "\(String(decoding: input, as: UTF8.self))")
        }
        #expect(sound > 50)
    }

    // MARK: Packs made by chance

    private static let pieces = [
        "a", "Ward", "é", "日本", "😀", " ", "  ", ": ", " #", "#", "'", "\"", "\\", "- ", "&x", "*", "!", "|",
        ">", "[",
        "{", "%", "@", "`", "?", ",", "0", "1e3", "true", "null", "~", "=", "\u{2028}", "\u{85}", "e\u{FEFF}",
        "\t", "…",
        "<<", "2026-01-01", "---",
    ]

    /// Something that isn't white space alone.
    private static func line(_ random: inout FuzzRandom, most: Int = 60) -> String {
        let count = 1 + random.below(8)
        let text = (0..<count).map { _ in pieces[random.below(pieces.count)] }.joined()
        let kept = String(text.prefix(most))
        return kept.allSatisfy(\.isWhitespace)
            ? "x" + kept.filter { !$0.isNewline } : kept.filter { !$0.isNewline }
    }

    private static func lines(_ random: inout FuzzRandom) -> String {
        let count = 1 + random.below(4)
        let all = (0..<count).map { _ in random.below(6) == 0 ? "" : line(&random) }
        let text = all.joined(separator: "\n")
        let end = text.lastIndex { !$0.isNewline }
        return end.map { String(text[...$0]) } ?? "y"
    }

    private static func maybe<Value>(
        _ random: inout FuzzRandom,
        _ value: (inout FuzzRandom) -> Value
    ) -> Value? {
        random.below(2) == 0 ? value(&random) : nil
    }

    private static func one<Value>(of all: [Value], _ random: inout FuzzRandom) -> Value {
        all[random.below(all.count)]
    }

    private static func day(_ random: inout FuzzRandom) -> Day {
        Day(number: Int32(random.below(30_000))) ?? .first
    }

    private static func content(_ random: inout FuzzRandom) -> PackContent {
        let reviewed = maybe(&random, day)
        let header = PackHeader(
            name: "pack-\(random.below(100))",
            title: line(&random),
            purpose: lines(&random),
            author: line(&random),
            reviewer: reviewed == nil ? "" : line(&random),
            reviewed: reviewed,
            nextReview: maybe(&random, day),
            licence: line(&random),
            source: maybe(&random, lines) ?? ""
        )
        let count = 1 + random.below(4)
        return PackContent(header, (0..<count).map { PackedMeasure(measure($0, &random)) })
    }

    private static func measure(_ index: Int, _ random: inout FuzzRandom) -> Measure {
        let kind: ChartKind = one(of: [.run, .individuals, .p, .pPrime, .u, .c, .g], &random)
        let hasDenominator = kind.denominator == .needed
        var measure = Measure(
            id: PackedMeasure.noID,
            key: "m-\(index)",
            title: "\(index)" + line(&random),
            why: maybe(&random, lines) ?? "",
            domain: maybe(&random) { line(&$0) } ?? "",
            stakeholder: one(of: Stakeholder.allCases, &random),
            role: one(of: Measure.Role.allCases, &random),
            better: one(of: Direction.allCases, &random),
            definition: Definition(
                numerator: lines(&random),
                denominator: hasDenominator ? lines(&random) : nil,
                period: one(of: Period.allCases, &random)
            ),
            chart: chart(kind, &random),
            targets: targets(&random),
            format: ValueFormat(
                unit: maybe(&random) { line(&$0, most: 20) } ?? "",
                decimals: random.below(9)
            ),
            provenance: Measure.Provenance(
                source: maybe(&random) { line(&$0) } ?? "",
                licence: maybe(&random) { line(&$0) } ?? "",
                attribution: maybe(&random) { line(&$0) } ?? ""
            ),
            owner: maybe(&random) { line(&$0) } ?? "",
            nextReview: maybe(&random, day),
            reportingDays: maybe(&random) { $0.below(900) }
        )
        if hasDenominator {
            measure.disclosure = maybe(&random) { random in
                DisclosureRule(
                    threshold: 2 + random.below(90),
                    withholdsZeros: random.below(2) == 0,
                    rounding: maybe(&random) { one(of: DisclosureRule.roundings, &$0) }
                )
            }
        }
        return measure
    }

    private static func chart(_ kind: ChartKind, _ random: inout FuzzRandom) -> ChartSettings {
        var rules = RuleSet(one(of: RuleSet.Name.allCases, &random))
        if random.below(3) == 0, let other = try? rules.with(shiftLength: 3 + random.below(9)) {
            rules = other
        }
        if random.below(3) == 0, let other = try? rules.with(trendLength: 3 + random.below(9)) {
            rules = other
        }
        return ChartSettings(
            kind: kind,
            rules: rules,
            baseline: maybe(&random) { 2 + $0.below(90) },
            minimumPoints: 2 + random.below(40),
            screensMovingRanges: random.below(2) == 0,
            multiplier: one(of: [1, 100, 1_000, 0.1, 1e-7, 123_456.789], &random)
        )
    }

    private static func targets(_ random: inout FuzzRandom) -> [TargetStep] {
        var steps: [Day: Double] = [:]
        for _ in 0..<random.below(4) {
            let start = random.below(3) == 0 ? Day.first : day(&random)
            steps[start] = one(of: [0, 95, -2.5, 1e21, 1e-9], &random)
        }
        return steps.sorted { $0.key < $1.key }.map { TargetStep(start: $0.key, value: $0.value) }
    }
}
