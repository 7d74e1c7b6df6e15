import Foundation

/// Inputs for a parser: examples of what it reads, and what becomes of them when bytes are changed, dropped, doubled
/// and mixed with what breaks parsers.
///
/// The same inputs from the same seed. Each test takes ``count`` of them: a few thousand, unless the environment's
/// `SIGHTLINE_FUZZ_INPUTS` says how many (`make fuzz` does).
package struct FuzzInputs: Sequence {
    package static let count =
        ProcessInfo.processInfo.environment["SIGHTLINE_FUZZ_INPUTS"].flatMap { Int($0) } ?? 3_000

    private let examples: [[UInt8]]
    private let seed: UInt64
    private let count: Int

    /// - Parameters:
    ///   - examples: what the parser reads; at least one.
    ///   - count: how many inputs there are.
    package init(_ examples: [String], seed: UInt64, count: Int = Self.count) {
        precondition(!examples.isEmpty, "there must be something to change")
        self.examples = examples.map { Array($0.utf8) }
        self.seed = seed
        self.count = count
    }

    package func makeIterator() -> some IteratorProtocol<[UInt8]> {
        var random = FuzzRandom(seed: seed)
        var left = count
        return AnyIterator {
            guard left > 0 else { return nil }
            left -= 1
            return input(&random)
        }
    }

    private func input(_ random: inout FuzzRandom) -> [UInt8] {
        var bytes = examples[random.below(examples.count)]
        for _ in 0..<random.below(6) { change(&bytes, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout FuzzRandom) {
        let place = random.below(bytes.count + 1)
        let end = Swift.min(bytes.count, place + random.below(12))
        switch random.below(7) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.insert(contentsOf: Self.breakers[random.below(Self.breakers.count)], at: place)
        case 4: bytes.replaceSubrange(place..<end, with: (0..<random.below(9)).map { _ in random.byte() })
        case 5:
            let other = examples[random.below(examples.count)]
            bytes.replaceSubrange(place..., with: other[random.below(other.count + 1)...])
        default: bytes.insert(random.byte(), at: place)
        }
    }

    private static let breakers =
        [
            "\0", "\r\n", "\r\n\r\n", "\n", "\"", "\"\"", ",", ";", "=", "&", "%", "%0", "%00", "%zz", "+",
            "--",
            "../", "\u{FEFF}", "é", "\u{202E}", "日本", "-", ".", "1e999", "NaN", "-0", "9999999999999999999",
            "0000", "2024-02-30", "Infinity", "<script>", "' OR 1=1", "filename=\"", "; name=\"", "a\u{301}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]
}

/// Steele, Lea and Flood's SplitMix64, for choices that must be the same everywhere.
package struct FuzzRandom {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A number from 0 to one less than `limit`, which must be positive.
    package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    package mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next() >> 32) }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
