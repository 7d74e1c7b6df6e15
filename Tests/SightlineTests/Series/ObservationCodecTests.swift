import Sightline
import Statistics
import Testing

struct ObservationCodecTests {
    @Test(arguments: 0..<200)
    func `what is encoded decodes to the same, whole or in two parts`(seed: Int) throws {
        let observations = Self.observations(SeededBits(UInt64(seed)))
        let bytes = ObservationCodec.encode(observations)
        #expect(try ObservationCodec.decode(bytes) == observations)
        let kept = observations.count / 2
        let rest = ObservationCodec.encode(observations, from: kept)
        #expect(try ObservationCodec.decode(rest, onto: observations.prefix(kept)) == observations)
    }

    @Test func `negative zero, tiny and huge numbers survive to the bit`() throws {
        let values = [-0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1, 9_007_199_254_740_992, 0.1]
        let observations = Samples.months(values)
        let decoded = try ObservationCodec.decode(ObservationCodec.encode(observations))
        #expect(decoded.numerators.map(\.bitPattern) == values.map(\.bitPattern))
    }

    @Test func `whole numbers by the month take few bytes`() {
        let observations = Samples.months((0..<60).map { Double(1_000 + $0) })
        #expect(ObservationCodec.encode(observations).count < 60 * 4)
    }

    @Test(arguments: 0..<200)
    func `damaged bytes throw and never crash`(seed: Int) {
        let bits = SeededBits(UInt64(seed))
        var bytes = ObservationCodec.encode(Self.observations(bits))
        for _ in 0..<3 {
            bytes[Int(bits.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: bits.next())
        }
        bytes.removeLast(Int(bits.next() % 3))
        let decoded = try? ObservationCodec.decode(bytes)
        if let decoded { #expect(zip(decoded.days, decoded.days.dropFirst()).allSatisfy { $0 < $1 }) }
    }

    @Test func `an unknown version is named`() {
        #expect(throws: CodecError.unknownVersion(9)) { try ObservationCodec.decode([9, 0, 0]) }
    }

    @Test func `a count that the bytes can't hold is refused`() {
        #expect(throws: CodecError.malformed) {
            try ObservationCodec.decode([1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F])
        }
    }

    /// Up to sixty observations of any shape: gaps, fractions, missing, withheld, with denominators or not.
    private static func observations(_ bits: SeededBits) -> Observations {
        var bits = bits
        var observations = Observations()
        var day = Day.first.number
        let isWhole = Bool.random(using: &bits)
        let hasDenominators = Bool.random(using: &bits)
        for _ in 0..<Int.random(in: 0...60, using: &bits) {
            day += Int32.random(in: 1...40_000, using: &bits)
            guard let next = Day(number: day) else { break }
            let value = Double.random(in: -1_000...1_000, using: &bits)
            var flags: Observation.Flags = []
            if Int.random(in: 0..<10, using: &bits) == 0 { flags.insert(.provisional) }
            if Int.random(in: 0..<10, using: &bits) == 0 { flags.insert(.suppressed) }
            observations.append(
                Observation(
                    day: next,
                    numerator: Int.random(in: 0..<10, using: &bits) == 0
                        ? nil : isWhole ? value.rounded() + 0 : value,
                    denominator: hasDenominators ? Double.random(in: 0...1e6, using: &bits) : nil,
                    flags: flags
                )
            )
        }
        return observations
    }
}
