package import Statistics

/// A signal in the ledger with all that is known of it.
package struct LedgerEntry: Identifiable, Equatable, Sendable {
    package var origin: Origin
    package var unit: Unit
    /// Nil for what was seen in the unit at large.
    package var place: Place?
    package var state: Signal.State
    package var handling: SignalHandling
    /// How often a stable process of as many points would show as much somewhere; nil where not known.
    package var chance: Double?
    /// Whether it is more than chance would give among all that was checked.
    package var standsOut = false

    package init(
        origin: Origin,
        unit: Unit,
        place: Place?,
        state: Signal.State,
        handling: SignalHandling,
        chance: Double? = nil
    ) {
        self.origin = origin
        self.unit = unit
        self.place = place
        self.state = state
        self.handling = handling
        self.chance = chance
    }

    /// Who found it.
    package enum Origin: Equatable, Sendable {
        case rule(Signal)
        case person(RaisedSignal)
    }

    /// The series that it is in.
    package struct Place: Equatable, Sendable {
        package var series: Series
        package var measure: Measure
        package var latestDay: Day?
        package var points: Int
    }

    package var id: Signal.ID {
        switch origin {
        case .rule(let signal): signal.id
        case .person(let raised): raised.id
        }
    }

    package var meaning: Signal.Meaning {
        switch origin {
        case .rule(let signal): signal.meaning
        case .person(let raised): raised.meaning
        }
    }

    package var strand: Strand {
        switch origin {
        case .rule: .results
        case .person(let raised): raised.strand
        }
    }

    package var firstDay: Day {
        switch origin {
        case .rule(let signal): signal.window.firstDay
        case .person(let raised): raised.day
        }
    }

    package var lastDay: Day {
        switch origin {
        case .rule(let signal): signal.window.lastDay
        case .person(let raised): raised.day
        }
    }

    /// When it came into the ledger.
    package var found: Timestamp {
        switch origin {
        case .rule(let signal): signal.found
        case .person(let raised): raised.instant
        }
    }

    /// Whether later numbers, or a later phase or rule, took it away.
    package var isWithdrawn: Bool {
        if case .rule(let signal) = origin { signal.isWithdrawn } else { false }
    }

    /// When it came into the ledger, or when it was withdrawn, where that is known.
    var turned: Timestamp {
        if case .rule(let signal) = origin, let withdrawn = signal.withdrawn { withdrawn } else { found }
    }

    /// Whether nobody has done anything with it yet.
    var isUntouched: Bool { state == .new && handling == SignalHandling() }

    /// Whether the newest point of its series belongs to it.
    package var isGoingOn: Bool {
        guard case .rule(let signal) = origin, let latest = place?.latestDay else { return false }
        return !isWithdrawn && signal.window.lastDay >= latest
    }

    /// Whether people still have something to do with it.
    package var isOpen: Bool { !isWithdrawn && state != .settled && state != .dismissed }

    /// Whether the day to look again has passed, and nobody has settled it.
    package func isOverdue(on today: Day) -> Bool {
        guard isOpen, let day = handling.checkBack else { return false }
        return day < today
    }

    /// What it is called in lists and in the audit trail.
    package var name: String {
        guard let place else { return unit.name }
        let group = place.series.key.group
        return [place.measure.title, group, unit.name].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
