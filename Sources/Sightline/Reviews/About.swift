import Statistics
package import Storage

/// What a meaning, a decision or a line of minutes is about; who may not see that may not see them.
package struct About: Equatable, Sendable {
    package var signal: Signal.ID?
    package var series: Series.ID?
    package var measure: Measure.ID?
    /// The unit that the signal or the series is in.
    package var place: Unit.ID?
    package var programme: Programme.ID?
    package var cycle: Cycle.ID?

    /// Nothing in particular.
    package init() {}

    package init(_ entry: LedgerEntry) {
        signal = entry.id
        series = entry.place?.series.id
        measure = entry.place?.measure.id
        place = entry.unit.id
    }

    package init(_ cycle: Cycle, of programme: Programme) {
        self.programme = programme.id
        self.cycle = cycle.id
    }

    package init(_ row: MeasureTable.Row) {
        series = row.series.id
        measure = row.measure.id
        place = row.unit.id
    }
}

extension Readership {
    /// Whether the reader may see what something is about.
    ///
    /// What rules find in all numbers could tell of small ones that are withheld.
    package func sees(_ about: About, on connection: any SQLConnection) throws -> Bool {
        if let id = about.measure {
            guard let measure = measures[id], let place = about.place, may(.read, measure, in: place),
                hidesNothing || !isOutside(measure, in: place)
            else { return false }
            log?.note([measure])
        } else if let place = about.place {
            guard may(.read, on: place) else { return false }
        }
        guard let id = about.programme else { return true }
        guard let programme = try ProgrammeStore.find(id, on: connection) else { return false }
        return may(.read, programme)
    }
}

extension SQLRow {
    /// Signal, series, measure, place, programme and cycle, in this order.
    func about(_ first: Int) throws -> About {
        var about = About()
        about.signal = try optionalIdentifier(first)
        about.series = try optionalIdentifier(first + 1)
        about.measure = try optionalIdentifier(first + 2)
        about.place = try optionalIdentifier(first + 3)
        about.programme = try optionalIdentifier(first + 4)
        about.cycle = try optionalIdentifier(first + 5)
        return about
    }
}

extension About {
    /// Signal, series, measure, place, programme and cycle, in this order.
    var values: [SQLValue] {
        [.id(signal), .id(series), .id(measure), .id(place), .id(programme), .id(cycle)]
    }
}
