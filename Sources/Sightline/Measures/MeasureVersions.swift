import Storage

/// Measures in the versions that series need, each fetched once.
struct MeasureVersions {
    private var found: [Measure.ID: [Int: Measure]] = [:]

    mutating func measure(of key: Series.Key, on connection: any SQLConnection) throws -> Measure {
        if let measure = found[key.measure]?[key.version] { return measure }
        guard let measure = try MeasureStore.find(key.measure, version: key.version, on: connection) else {
            throw RecordError.unknownMeasure(key.measure)
        }
        found[key.measure, default: [:]][key.version] = measure
        return measure
    }
}
