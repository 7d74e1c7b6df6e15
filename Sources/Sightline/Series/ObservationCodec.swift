import Statistics

/// Observations as bytes, for the database and for hashes; the same observations always give the same bytes.
///
/// Layout: version (1), flags of the blob, the count, day numbers as differences, then the columns
/// of numerators, denominators (where any) and flags (where any). A column of whole numbers is written
/// as variable-length integers, any other as little-endian doubles. Integers are LEB128, signed ones zigzag.
package enum ObservationCodec {
    private static let version: UInt8 = 1
    private static let hasDenominators: UInt8 = 1
    private static let hasFlags: UInt8 = 2

    package static func encode(_ observations: Observations) -> [UInt8] {
        encode(observations, from: 0)
    }

    /// The observations from an index on.
    package static func encode(_ observations: Observations, from start: Int) -> [UInt8] {
        let range = start..<observations.count
        var writer = ByteWriter(capacity: 8 + range.count * 8)
        var contents: UInt8 = 0
        if !observations.denominators.isEmpty { contents |= hasDenominators }
        if observations.flags[range].contains(where: { !$0.isEmpty }) { contents |= hasFlags }
        writer.byte(version)
        writer.byte(contents)
        writer.unsigned(UInt64(range.count))
        var previous: Int64 = 0
        for day in observations.days[range] {
            writer.signed(Int64(day.number) - previous)
            previous = Int64(day.number)
        }
        writer.column(observations.numerators[range])
        if contents & hasDenominators != 0 { writer.column(observations.denominators[range]) }
        if contents & hasFlags != 0 {
            for flags in observations.flags[range] { writer.byte(flags.rawValue) }
        }
        return writer.bytes
    }

    /// Adds what `encode` wrote to observations of earlier days.
    ///
    /// - Throws: ``CodecError`` where the bytes aren't what `encode` writes.
    package static func decode(
        _ bytes: [UInt8],
        onto start: Observations = Observations()
    ) throws(CodecError) -> Observations {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        let contents = try reader.byte()
        guard contents <= hasDenominators | hasFlags else { throw .malformed }
        // Every observation takes two bytes at least, so a count beyond that is not believed.
        guard let count = Int(exactly: try reader.unsigned()), count <= bytes.count / 2 else {
            throw .malformed
        }
        let days = try days(count, from: &reader)
        let numerators = try reader.column(count)
        let denominators = contents & hasDenominators == 0 ? nil : try reader.column(count)
        var flags = [Observation.Flags](repeating: [], count: count)
        if contents & hasFlags != 0 {
            for index in flags.indices { flags[index] = Observation.Flags(rawValue: try reader.byte()) }
        }
        guard reader.isAtEnd, isAscending(days, after: start.days.last) else { throw .malformed }
        var observations = start
        observations.append(days: days, numerators: numerators, denominators: denominators, flags: flags)
        return observations
    }

    private static func days(_ count: Int, from reader: inout ByteReader) throws(CodecError) -> [Day] {
        var days: [Day] = []
        days.reserveCapacity(count)
        var number: Int64 = 0
        for _ in 0..<count {
            let (sum, overflow) = number.addingReportingOverflow(try reader.signed())
            guard !overflow, let day = Int32(exactly: sum).flatMap(Day.init(number:)) else {
                throw .malformed
            }
            number = sum
            days.append(day)
        }
        return days
    }

    private static func isAscending(_ days: [Day], after previous: Day?) -> Bool {
        var previous = previous
        for day in days {
            if let previous, previous >= day { return false }
            previous = day
        }
        return true
    }
}

package enum CodecError: Error, Equatable, Sendable {
    case unknownVersion(UInt8)
    case malformed
}
