import Statistics

/// What others have seen of a series, period by period: what is withheld from them, and the numbers that were shown.
///
/// It isn't derived: what was once shown can't be taken back, and what was once withheld stays so.
struct OutsideRecord: Equatable, Sendable {
    /// The counts of one period.
    struct Pair: Equatable, Sendable {
        var numerator: Double
        /// Nil where the measure has none.
        var denominator: Double?
    }

    struct Entry: Equatable, Sendable {
        var fate: SuppressionTable.Fate
        /// The newest numbers; nil where they have been removed.
        var last: Pair?
        /// Every state of them that was shown.
        var shown: [Pair]
    }

    var entries: [Day: Entry] = [:]

    /// What a table needs to know of a period with the numbers that it has now.
    func past(_ day: Day, _ pair: Pair) -> SuppressionTable.Past {
        guard let entry = entries[day] else { return .none }
        return SuppressionTable.Past(
            isThere: true,
            isWithheld: entry.fate != .shown,
            isRevised: entry.last != pair,
            isKnown: entry.shown.contains(pair)
        )
    }

    mutating func settle(_ day: Day, _ pair: Pair, _ fate: SuppressionTable.Fate) {
        var entry = entries[day] ?? Entry(fate: fate, last: pair, shown: [])
        entry.fate = fate
        entry.last = pair
        if fate == .shown, !entry.shown.contains(pair) { entry.shown.append(pair) }
        entries[day] = entry
    }

    /// How many periods are withheld for their own sake, and how many for others'.
    var withheld: (primary: Int, secondary: Int) {
        (
            entries.values.count { $0.fate == .primary && $0.last != nil },
            entries.values.count { $0.fate == .secondary && $0.last != nil }
        )
    }
}

extension OutsideRecord {
    private static let version: UInt8 = 1

    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 2 + entries.count * 8)
        writer.byte(Self.version)
        writer.unsigned(UInt64(entries.count))
        for (day, entry) in entries.sorted(by: { $0.key < $1.key }) {
            writer.signed(Int64(day.number))
            writer.byte(entry.fate.rawValue)
            let pairs = (entry.last.map { [$0] } ?? []) + entry.shown
            writer.byte(entry.last == nil ? 0 : 1)
            writer.unsigned(UInt64(pairs.count))
            for pair in pairs {
                writer.byte(pair.denominator == nil ? 0 : 1)
                writer.column([pair.numerator] + (pair.denominator.map { [$0] } ?? []))
            }
        }
        return writer.bytes
    }

    /// - Throws: ``CodecError``.
    init(_ bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        for _ in 0..<(try reader.unsigned()) {
            guard
                let day = Int32(exactly: try reader.signed()).flatMap(Day.init(number:)),
                let fate = SuppressionTable.Fate(rawValue: try reader.byte())
            else { throw .malformed }
            let hasLast = try reader.byte() == 1
            var pairs: [Pair] = []
            for _ in 0..<(try reader.unsigned()) {
                let numbers = try reader.column(try reader.byte() == 1 ? 2 : 1)
                pairs.append(Pair(numerator: numbers[0], denominator: numbers.count == 2 ? numbers[1] : nil))
            }
            guard !hasLast || !pairs.isEmpty else { throw .malformed }
            entries[day] = Entry(
                fate: fate,
                last: hasLast ? pairs[0] : nil,
                shown: Array(pairs.dropFirst(hasLast ? 1 : 0))
            )
        }
        guard reader.isAtEnd else { throw .malformed }
    }
}

extension Observations {
    /// The counts of a period, where it has any.
    func pair(at index: Int) -> OutsideRecord.Pair? {
        guard !isMissing(at: index) else { return nil }
        return OutsideRecord.Pair(
            numerator: numerators[index],
            denominator: denominators.isEmpty ? nil : denominators[index]
        )
    }

    /// The same as others see them: with what is withheld taken out, and the rest rounded.
    ///
    /// A period that nobody has decided about is withheld, and so are numbers that were never shown: an older edition
    /// has some that were there before anyone outside could see them.
    func fromOutside(_ record: OutsideRecord, _ rule: DisclosureRule) -> Observations {
        var seen = Observations()
        for index in indices {
            let day = days[index]
            guard let pair = pair(at: index), let entry = record.entries[day], entry.fate == .shown,
                entry.shown.contains(pair)
            else {
                seen.append(Observation(day: day, numerator: nil, flags: flags[index].union(.suppressed)))
                continue
            }
            let provisional = flags[index].intersection(.provisional)
            seen.append(
                Observation(
                    day: day,
                    numerator: SuppressionRule.rounded(pair.numerator, to: rule.rounding),
                    denominator: pair.denominator.map { SuppressionRule.rounded($0, to: rule.rounding) },
                    flags: provisional
                )
            )
        }
        return seen
    }
}
