package import Statistics
package import Storage

/// What the system lays before a review: all that the reader may see of it.
package struct ReviewPreparation: Sendable {
    /// Since when is looked at what changed: when the unit's last review was closed; nil before its first.
    package var since: Timestamp?
    /// Decisions of the unit whose day has passed, and of which nobody has said what came, the longest overdue first.
    package var overdue: [Decision]
    /// The others that nobody has followed up, the next first.
    package var coming: [Decision]
    /// The ledger's open signals, in its printed order.
    package var signals: [LedgerEntry]
    /// What the ledger says as a whole.
    package var ledger: LedgerReading
    package var stuck: [StuckCycle]
    /// The longest overdue first.
    package var late: [MeasureTable.Row]
    package var lateCount: Int
    /// The newest first.
    package var changes: [Change]
    /// How many signals were withdrawn since the last review before anybody did anything with them: of these nothing is
    /// left to talk about.
    package var gone: Int

    /// A cycle that has been open for too long.
    package struct StuckCycle: Sendable {
        package var cycle: Cycle
        package var programme: Programme
        package var days: Int
    }

    /// Something that happened since the last review.
    package struct Change: Sendable {
        package var instant: Timestamp
        package var kind: Kind
        package var about: About
        package var decision: Decision.ID?

        package enum Kind: Sendable {
            case signalFound(LedgerEntry)
            case signalWithdrawn(LedgerEntry)
            case cycleBegun(Cycle, Programme)
            case cycleClosed(Cycle, Programme)
            case followedUp(Decision)
            case membership(UnitEvent, Unit)
        }
    }

    /// As many signals as one meeting can talk about; the ledger has the rest.
    package static let mostSignals = 12
    package static let mostChanges = 15

    package init(
        of unit: Unit.ID,
        since: Timestamp?,
        today: Day,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        self.since = since
        let decisions = try DecisionStore.all(of: unit, for: reader, on: connection)
        let open = decisions.filter { $0.followUp == nil }
        overdue = open.filter { $0.isOverdue(on: today) }
        coming = open.filter { !$0.isOverdue(on: today) }
        ledger = try LedgerStore.reading(of: unit, for: reader, on: connection)
        signals = LedgerQuery().select(ledger.entries, on: today)
        let home = try UnitHome(of: unit, today: today, for: reader, on: connection)
        (late, lateCount) = (home.due, home.dueCount)
        let programmes = try ProgrammeStore.all(for: reader, on: connection)
            .filter { reader.tree.contains($0.unit, within: unit) }
        var stuck: [StuckCycle] = []
        var changes: [Change] = []
        for programme in programmes {
            for cycle in try CycleStore.all(of: programme.id, on: connection) {
                if cycle.isStuck(on: today) {
                    let days = today.number - (cycle.began ?? cycle.instant.day).number
                    stuck.append(StuckCycle(cycle: cycle, programme: programme, days: Int(days)))
                }
                changes += Self.changes(of: cycle, programme)
            }
        }
        self.stuck = stuck.sorted { $0.days > $1.days }
        let earliest = since ?? Timestamp(microseconds: .min)
        let decided = Set(decisions.compactMap(\.about.signal))
        func isGone(_ entry: LedgerEntry) -> Bool {
            entry.isWithdrawn && entry.isUntouched && !decided.contains(entry.id)
        }
        gone = since == nil ? 0 : ledger.entries.count { isGone($0) && $0.turned > earliest }
        changes += ledger.entries.filter { !isGone($0) }.map { Self.change(of: $0) }
        changes += decisions.compactMap(Self.change)
        changes += try Self.memberships(within: unit, reader, on: connection)
        self.changes =
            since == nil
            ? [] : changes.filter { $0.instant > earliest }.sorted { $0.instant > $1.instant }
    }

    private static func change(of entry: LedgerEntry) -> Change {
        Change(
            instant: entry.turned,
            kind: entry.isWithdrawn ? .signalWithdrawn(entry) : .signalFound(entry),
            about: About(entry)
        )
    }

    private static func changes(of cycle: Cycle, _ programme: Programme) -> [Change] {
        let about = About(cycle, of: programme)
        let begun = cycle.locked.map {
            Change(instant: $0, kind: .cycleBegun(cycle, programme), about: about)
        }
        let closed = cycle.closed.map {
            Change(instant: $0, kind: .cycleClosed(cycle, programme), about: about)
        }
        return [begun, closed].compactMap(\.self)
    }

    private static func change(of decision: Decision) -> Change? {
        decision.followUp.map {
            Change(
                instant: $0.instant,
                kind: .followedUp(decision),
                about: decision.about,
                decision: decision.id
            )
        }
    }

    private static func memberships(
        within unit: Unit.ID,
        _ reader: Readership,
        on connection: any SQLConnection
    ) throws -> [Change] {
        try reader.tree.subtree(of: unit).flatMap { unit in
            try UnitStore.events(of: unit.id, on: connection).map { event in
                var about = About()
                about.place = unit.id
                return Change(instant: event.instant, kind: .membership(event, unit), about: about)
            }
        }
    }
}
