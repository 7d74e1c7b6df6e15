package import Statistics
package import Storage

/// What happened just before a signal, in its unit and in those beside it.
package struct Prompts: Equatable, Sendable {
    /// The days that were looked at.
    package var days: ClosedRange<Day>
    /// In the signal's own unit first, then in the others; each by day, the newest first.
    package var prompts: [Prompt]

    /// How many periods before a signal count as just before.
    package static let periods = 3

    /// Reads what the reader may see of it.
    package init(
        before entry: LedgerEntry,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        days = Self.days(before: entry)
        let top = entry.unit.parent ?? entry.unit.id
        let units = [entry.unit] + reader.tree.children(of: top).filter { $0.id != entry.unit.id }
        let scope = Scope(
            units: entry.unit.parent == nil ? [entry.unit] : units,
            top: top,
            days: days,
            reader: reader
        )
        let (tested, flagged) = try scope.tested(on: connection)
        var found = try tested + scope.written(but: flagged, on: connection) + scope.defined(on: connection)
        found += try scope.memberships(on: connection)
        found += try scope.decided(on: connection)
        found += try scope.attended(on: connection)
        if let place = entry.place { found += try scope.numbers(of: place, in: entry.unit, on: connection) }
        let here = found.filter { $0.unit.id == entry.unit.id }
        let beside = found.filter { $0.unit.id != entry.unit.id }
        prompts = [here, beside].flatMap { part in
            part.sorted { ($1.day, $0.unit.name, $0.text) < ($0.day, $1.unit.name, $1.text) }
        }
    }

    /// Some periods before a signal and the first of its own; for what a person saw, a quarter of a year.
    package static func days(before entry: LedgerEntry) -> ClosedRange<Day> {
        guard case .rule = entry.origin, let period = entry.place?.measure.definition.period else {
            return (entry.firstDay.advanced(by: -91) ?? .first)...entry.firstDay
        }
        var start = entry.firstDay
        for _ in 0..<periods {
            start = start.advanced(by: -1).map(period.start(of:)) ?? start
        }
        let end = period.next(after: entry.firstDay)?.advanced(by: -1) ?? entry.firstDay
        return start...max(start, end)
    }
}

/// Where and when to look, for whom.
private struct Scope {
    let units: [Unit]
    /// The unit that holds them all.
    let top: Unit.ID
    let days: ClosedRange<Day>
    let reader: Readership

    /// Notes, and phases that people began.
    ///
    /// - Parameter flagged: the cycles whose own flags would say what is told already.
    func written(but flagged: Set<Cycle.ID>, on connection: any SQLConnection) throws -> [Prompt] {
        var flags: Set<Annotation.ID> = []
        let notes = try prompts(
            """
            SELECT a.day, s.measure_id, s.unit_id, s.id, a.kind, a.text, a.id, a.cycle_id
            FROM annotation a JOIN series s ON s.id = a.series_id
            WHERE a.withdrawn IS NULL AND a.bin_id IS NULL AND a.day BETWEEN ? AND ?
            """,
            [.day(days.lowerBound), .day(days.upperBound)],
            on: connection
        ) { row in
            let id = try row.identifier(6, of: Annotation.self)
            if let cycle = try row.optionalIdentifier(7, of: Cycle.self), flagged.contains(cycle) {
                flags.insert(id)
            }
            return (try row.day(0), .note(try row.word(4)), try row.text(5), .annotation(id))
        }
        let phases = try prompts(
            """
            SELECT p.start_day, s.measure_id, s.unit_id, s.id, '', p.reason
            FROM phase p JOIN series s ON s.id = p.series_id
            WHERE p.withdrawn IS NULL AND p.bin_id IS NULL AND p.start_day BETWEEN ? AND ?
            """,
            [.day(days.lowerBound), .day(days.upperBound)],
            on: connection
        ) { (try $0.day(0), .phase, try $0.text(5), nil) }
        let told = notes.filter { note in
            if case .annotation(let id) = note.source { !flags.contains(id) } else { true }
        }
        return told + phases
    }

    /// Cycles that were planned, began or were closed, and those of them that began.
    func tested(on connection: any SQLConnection) throws -> ([Prompt], begun: Set<Cycle.ID>) {
        var prompts: [Prompt] = []
        var begun: Set<Cycle.ID> = []
        for unit in units {
            for programme in try ProgrammeStore.all(of: unit.id, on: connection)
            where reader.may(.read, programme) {
                for cycle in try CycleStore.all(of: programme.id, on: connection) {
                    let moments: [(Day?, Prompt.CycleMoment)] = [
                        (cycle.instant.day, .planned), (cycle.began, .begun),
                        (cycle.closed?.day, .closed(cycle.decision)),
                    ]
                    for case (let day?, let moment) in moments where days.contains(day) {
                        if moment == .begun { begun.insert(cycle.id) }
                        prompts.append(
                            Prompt(
                                day: day,
                                kind: .cycle(moment),
                                text: cycle.question,
                                unit: unit,
                                source: .cycle(cycle.id, programme.id)
                            )
                        )
                    }
                }
            }
        }
        return (prompts, begun)
    }

    /// Changed definitions of measures that the units have.
    func defined(on connection: any SQLConnection) throws -> [Prompt] {
        try prompts(
            """
            SELECT v.instant, s.measure_id, s.unit_id, s.id, '', v.reason
            FROM measure_version v
            JOIN series s ON s.measure_id = v.measure_id AND s.version = v.version
            WHERE v.version > 1 AND v.instant >= ? AND v.instant < ?
            """,
            instants,
            on: connection
        ) { (try $0.instant(0).day, .definition, try $0.text(5), nil) }
    }

    /// Numbers of the signal's own series that were recorded or taken back.
    func numbers(
        of place: LedgerEntry.Place,
        in unit: Unit,
        on connection: any SQLConnection
    ) throws -> [Prompt] {
        try connection.all(
            """
            SELECT r.instant, r.reason FROM edition e JOIN recording r ON r.id = e.recording_id
            WHERE e.series_id = ? AND r.instant >= ? AND r.instant < ? ORDER BY e.number
            """,
            [.id(place.series.id)] + instants
        ) { row in
            Prompt(
                day: try row.instant(0).day,
                kind: .numbers,
                text: try row.text(1),
                unit: unit,
                measure: place.measure,
                series: place.series.id
            )
        }
    }

    /// Units that joined, paused or left.
    func memberships(on connection: any SQLConnection) throws -> [Prompt] {
        try units.filter { reader.may(.read, on: $0.id) }.flatMap { unit in
            try UnitStore.events(of: unit.id, on: connection).filter { days.contains($0.day) }.map { event in
                Prompt(day: event.day, kind: .membership(event.membership), text: event.reason, unit: unit)
            }
        }
    }

    /// What reviews decided, as far as the reader may see what it was about.
    func decided(on connection: any SQLConnection) throws -> [Prompt] {
        try units.filter { reader.may(.read, on: $0.id) }.flatMap { unit in
            try DecisionStore.all(of: unit.id, for: reader, on: connection)
                .filter { days.contains($0.instant.day) }
                .map { decision in
                    Prompt(
                        day: decision.instant.day,
                        kind: .decision(decision.id),
                        text: decision.text,
                        unit: unit
                    )
                }
        }
    }

    /// What leaders did together to grow, told by the day on which it began.
    func attended(on connection: any SQLConnection) throws -> [Prompt] {
        try units.filter { reader.may(.read, on: $0.id) }.flatMap { unit in
            try ActivityStore.all(of: unit.id, during: days, on: connection).map { activity in
                Prompt(
                    day: activity.firstDay,
                    kind: .activity(activity.id),
                    text: activity.title,
                    unit: unit
                )
            }
        }
    }

    private var instants: [SQLValue] {
        let day: Int64 = 86_400_000_000
        return [
            .integer(Int64(days.lowerBound.number) * day),
            .integer((Int64(days.upperBound.number) + 1) * day),
        ]
    }

    /// Rows with measure, unit and series in their second to fourth columns, as far as the reader may see them.
    private func prompts(
        _ sql: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection,
        _ read: (any SQLRow) throws -> (Day, Prompt.Kind, String, Prompt.Source?)
    ) throws -> [Prompt] {
        let readable = reader.condition(within: top)
        let places = Array(repeating: "?", count: units.count).joined(separator: ", ")
        let all = "\(sql) AND s.bin_id IS NULL AND s.unit_id IN (\(places))\(readable.sql)"
        var prompts: [Prompt] = []
        try connection.each(all, arguments + units.map { .id($0.id) } + readable.arguments) { row in
            let unit: Unit.ID = try row.identifier(2)
            guard let unit = units.first(where: { $0.id == unit }),
                let measure = reader.measures[try row.identifier(1)]
            else { return }
            let (day, kind, text, source) = try read(row)
            prompts.append(
                Prompt(
                    day: day,
                    kind: kind,
                    text: text,
                    unit: unit,
                    measure: measure,
                    series: try row.identifier(3),
                    source: source
                )
            )
        }
        reader.log?.note(prompts.compactMap(\.measure))
        return prompts
    }
}
