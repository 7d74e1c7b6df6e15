import Exchange
import Sightline
import Statistics
import Storage

/// Something in a file that can be recorded, and is more likely a mistake.
enum ImportWarning: Equatable, Sendable {
    case future(periods: Int, first: String)
    case old(periods: Int, first: String)
    case left(unit: String, on: Day, periods: Int)

    private static let oldYears = 50

    /// What deserves a second look, over all series of a file.
    static func all(
        in reading: PendingImportReading,
        today: Day,
        on connection: any SQLConnection
    ) throws -> [ImportWarning] {
        let oldest = Day(year: today.year - oldYears, month: today.month, day: 1) ?? .first
        var future = Tally()
        var old = Tally()
        var periodsByUnit: [Unit.ID: [Day]] = [:]
        for proposal in reading.file.proposals {
            guard let period = reading.directory.measures[proposal.measure]?.definition.period else {
                continue
            }
            for day in proposal.observations.days {
                if day > today { future.add(day, period) }
                if day < oldest { old.add(day, period) }
            }
            if reading.directory.units[proposal.unit]?.membership == .left {
                periodsByUnit[proposal.unit, default: []] += proposal.observations.days
            }
        }
        var warnings: [ImportWarning] = []
        if let first = future.first { warnings.append(.future(periods: future.count, first: first)) }
        if let first = old.first { warnings.append(.old(periods: old.count, first: first)) }
        for (unit, days) in periodsByUnit.sorted(by: { $0.key < $1.key }) {
            guard
                let name = reading.directory.units[unit]?.name,
                let left = try UnitStore.events(of: unit, on: connection).last(where: {
                    $0.membership == .left
                })
            else { continue }
            let late = days.count { $0 >= left.day }
            if late > 0 { warnings.append(.left(unit: name, on: left.day, periods: late)) }
        }
        return warnings
    }

    private struct Tally {
        var count = 0
        var first: String?

        mutating func add(_ day: Day, _ period: Period) {
            count += 1
            if first == nil { first = period.label(for: day) }
        }
    }

    var sentence: String {
        switch self {
        case .future(let periods, let first):
            ImportSentences.future(periods, first: first)
        case .old(let periods, let first):
            ImportSentences.old(periods, years: Self.oldYears, first: first)
        case .left(let unit, let day, let periods):
            ImportSentences.left(unit, on: day, periods)
        }
    }
}
