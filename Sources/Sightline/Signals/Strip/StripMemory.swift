package import Statistics
package import Storage
import Synchronization

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

    private let held = Mutex<(mark: String, entries: [Key: Entry])>(("", [:]))

    package init() {}

    package func strip(
        of unit: Unit.ID,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> Strip {
        guard let mark = try connection.dataMark() else {
            return try Strip(of: unit, today: today, for: reader, on: connection)
        }
        let key = Key(
            unit: unit,
            account: reader.account?.id,
            standsOutside: reader.standsOutside,
            day: today
        )
        let known = held.withLock { $0.mark == mark ? $0.entries[key] : nil }
        let entry = try known ?? read(key, for: reader, on: connection)
        reader.log?.note(entry.measures)
        if known == nil {
            held.withLock { held in
                if held.mark != mark { held = (mark, [:]) }
                held.entries[key] = entry
            }
        }
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
