import Storage

/// What a recording needs to know beforehand, fetched in a few queries whatever its size.
struct RecordLookup {
    /// One a proposal, in their order.
    private(set) var targets: [EditionDraft.Target] = []

    init(_ proposals: [Proposal], _ context: Context, on connection: any SQLConnection) throws {
        let measures = MeasureDirectory(try MeasureStore.all(on: connection))
        let units = try UnitStore.tree(on: connection)
        var keys: [Series.Key: Int] = [:]
        keys.reserveCapacity(proposals.count)
        for (index, proposal) in proposals.enumerated() {
            guard let measure = measures[proposal.measure] else {
                throw RecordError.unknownMeasure(proposal.measure)
            }
            guard units[proposal.unit] != nil else { throw RecordError.unknownUnit(proposal.unit) }
            guard measure.unit.map({ units.contains(proposal.unit, within: $0) }) ?? true else {
                throw RecordError.measureElsewhere(proposal: index)
            }
            guard measure.retirement == nil else { throw RecordError.retired(proposal: index) }
            let key = Series.Key(
                measure: measure.id,
                version: measure.definition.version,
                unit: proposal.unit,
                group: proposal.group
            )
            guard keys.updateValue(index, forKey: key) == nil else {
                throw RecordError.repeatedSeries(proposal: index)
            }
            targets.append(
                EditionDraft.Target(
                    proposal: index,
                    series: context.makeID(),
                    key: key,
                    isNew: true,
                    current: .none,
                    measure: measure
                )
            )
        }
        try findExisting(keys, on: connection)
    }

    /// Takes the ids and contents of the series that exist.
    private mutating func findExisting(
        _ keys: [Series.Key: Int],
        on connection: any SQLConnection
    ) throws {
        var existing: [Series.ID: Int] = [:]
        let measures = Dictionary(targets.map { ($0.measure.id, $0.key.version) }) { first, _ in first }
        for (measure, version) in measures {
            for key in try SeriesStore.binned(of: measure, version: version, on: connection) {
                if let index = keys[key] { throw RecordError.inBin(proposal: targets[index].proposal) }
            }
            for series in try SeriesStore.all(of: measure, version: version, on: connection) {
                guard let index = keys[series.key] else { continue }
                targets[index].series = series.id
                targets[index].isNew = false
                existing[series.id] = index
            }
        }
        for (id, content) in try SeriesStore.contents(of: Array(existing.keys), on: connection) {
            if let index = existing[id] { targets[index].current = content }
        }
    }
}
