package import Statistics
package import Storage

/// Strips that were asked for lately, each for one reader, unit and day, kept for as long as the database stays as it
/// was: a strip reads every signal and every cycle of its unit.
package final class StripMemory: Sendable {
    private struct Key: Hashable {
        let unit: Unit.ID
        let account: Account.ID?
        let standsOutside: Bool
        let day: Day
    }

    /// What a strip says, and which kept measures it was made of, which the trail must tell each reader's reading of.
    private struct Entry {
        let strip: Strip
        let measures: [Measure]
    }

    private let memory = Memory<Key, Entry>(limit: 1_000)

    package init() {}

    package func strip(
        of unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Strip {
        let key = Key(
            unit: unit,
            account: reader.account?.id,
            standsOutside: reader.standsOutside,
            day: today
        )
        let entry = try memory.value(for: key, on: connection) {
            try read(key, for: reader, on: connection)
        }
        reader.log?.note(entry.measures)
        return entry.strip
    }

    private func read(
        _ key: Key,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Entry {
        let log = ReadLog()
        let strip = try Strip(
            of: key.unit,
            today: key.day,
            for: reader.logging(to: log),
            on: connection
        )
        return Entry(strip: strip, measures: log.measures)
    }
}

extension Readership {
    /// The same reader, whose reading is noted elsewhere.
    fileprivate func logging(to log: ReadLog) -> Readership {
        guard let account else { return self }
        var reader = Readership(account, measures, tree, log: log)
        reader.standsOutside = standsOutside
        return reader
    }
}
