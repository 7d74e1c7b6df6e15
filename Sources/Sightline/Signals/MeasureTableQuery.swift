package import Statistics

/// Which rows of the table of measures, and in what order.
package struct MeasureTableQuery: Equatable, Sendable {
    package var unit: Unit.ID
    package var stakeholder: Stakeholder?
    package var domain: String?
    package var variation: VariationFilter?
    package var assurance: Assurance?
    /// In the names of measures, units and groups.
    package var search = ""
    package var sort = Column.measure
    package var isDescending = false
    /// Rows with the same heading lie together, headings in order, each sorted by itself.
    package var group: Grouping?
    /// Whether someone chose the grouping, or none; else it is the table's own.
    package var isGroupChosen = false

    package init(unit: Unit.ID) { self.unit = unit }

    package enum Column: String, CaseIterable, Sendable {
        case measure, unit, value, latest, target, variation, assurance
        case lastSignal = "last-signal"
    }

    package enum Grouping: String, CaseIterable, Sendable {
        case domain, stakeholder, unit, measure
    }

    func sorted(_ rows: [MeasureTable.Row]) -> [MeasureTable.Row] {
        let headings = rows.map(heading(of:))
        // Rows are large: their places are sorted, and each row is moved once.
        let places = rows.indices.sorted { left, right in
            if headings[left] != headings[right] { return headings[left] < headings[right] }
            switch order(rows[left], rows[right]) {
            case 0: return names(rows[left]) < names(rows[right])
            case let order: return order < 0
            }
        }
        return places.map { rows[$0] }
    }

    /// What a row stands under; the same for all where nothing groups them.
    package func heading(of row: MeasureTable.Row) -> String {
        switch group {
        case nil: ""
        case .domain: row.measure.domain
        case .stakeholder: row.measure.stakeholder.rawValue
        case .unit: row.unit.name
        case .measure: row.measure.title
        }
    }

    /// Below 0 where the left one comes first.
    private func order(_ left: MeasureTable.Row, _ right: MeasureTable.Row) -> Int {
        switch sort {
        case .measure: compare(left.measure.title, right.measure.title)
        case .unit: compare(left.unit.name, right.unit.name)
        case .value: compare(left.status.latestValue, right.status.latestValue)
        case .latest: compare(left.status.latestDay, right.status.latestDay)
        case .target: compare(left.status.target, right.status.target)
        case .variation: compare(left.status.variation.rank, right.status.variation.rank)
        case .assurance: compare(left.status.assurance.rank, right.status.assurance.rank)
        case .lastSignal: compare(left.status.lastSignalDay, right.status.lastSignalDay)
        }
    }

    /// What isn't there comes last, whichever way the others go.
    private func compare<Value: Comparable>(_ left: Value?, _ right: Value?) -> Int {
        switch (left, right) {
        case (nil, nil): 0
        case (nil, _?): 1
        case (_?, nil): -1
        case (let left?, let right?): left == right ? 0 : (left < right) == isDescending ? 1 : -1
        }
    }

    /// Settles what is equal otherwise.
    private func names(_ row: MeasureTable.Row) -> (String, String, String) {
        (row.measure.title, row.unit.name, row.series.key.group)
    }
}

extension Variation {
    /// What deserves a look comes first.
    fileprivate var rank: Int {
        switch self {
        case .concern: 0
        case .improvement: 1
        case .high: 2
        case .low: 3
        case .commonCause: 4
        case .tooFew: 5
        }
    }
}

extension Assurance {
    /// What deserves a look comes first.
    fileprivate var rank: Int {
        switch self {
        case .failing: 0
        case .hitOrMiss: 1
        case .passing: 2
        case .noTarget: 3
        case .tooFew: 4
        }
    }
}
