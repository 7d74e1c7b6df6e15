import Sightline

/// What the names in a file stand for.
struct ImportNames {
    private let directory: ImportDirectory
    private let request: ImportRequest
    private var unknownMeasures: [String: String?] = [:]
    private var unknownUnits: [String: String?] = [:]

    init(_ directory: ImportDirectory, _ request: ImportRequest) {
        self.directory = directory
        self.request = request
    }

    /// - Parameter reading: notes a name that no measure has.
    mutating func measure(
        of row: CSVRow,
        _ columns: ImportColumns,
        _ reading: inout ImportReading
    ) throws(ImportProblem) -> Measure {
        if let id = request.measure, let measure = directory.measures[id] { return measure }
        guard let column = columns.measure else {
            throw ImportProblem(.columnMissing(expected: [request.columns.measure]), line: row.line)
        }
        let name = row.text(column)
        let found = directory.measures.measures(named: name)
        guard found.count <= 1 else {
            throw columns.problem(.ambiguousMeasure(keys: found.map(\.key)), row, column)
        }
        if let measure = found.first { return measure }
        if request.makesNames, NewNames.key(for: name).isEmpty { throw columns.problem(.noKey, row, column) }
        // As look-up does it: two spellings of one name are one measure.
        let folded = name.lowercased()
        if unknownMeasures[folded] == nil {
            unknownMeasures[folded] = .some(nearest(to: name, in: directory.measures.measures.map(\.key)))
            reading.unknownMeasures.append(name)
        }
        throw columns.problem(.unknownMeasure(nearest: unknownMeasures[folded] ?? nil), row, column)
    }

    /// - Parameter reading: notes a name that no unit has.
    mutating func unit(
        of row: CSVRow,
        _ columns: ImportColumns,
        _ reading: inout ImportReading
    ) throws(ImportProblem) -> Unit.ID {
        if let unit = request.unit { return unit }
        guard let column = columns.unit else {
            throw ImportProblem(.columnMissing(expected: [request.columns.unit]), line: row.line)
        }
        let name = FormulaGuard.removed(from: row.text(column))
        let found = directory.units.unit(code: name).map { [$0] } ?? directory.units.units(named: name)
        guard found.count <= 1 else { throw columns.problem(.ambiguousUnit, row, column) }
        if let unit = found.first {
            if let within = request.within, !directory.units.contains(unit.id, within: within) {
                throw columns.problem(.unitElsewhere, row, column)
            }
            return unit.id
        }
        if request.makesNames, name.allSatisfy(\.isWhitespace) {
            throw columns.problem(.nameMissing, row, column)
        }
        let folded = name.lowercased()
        if unknownUnits[folded] == nil {
            unknownUnits[folded] = .some(
                nearest(to: name, in: directory.units.units.map { $0.code ?? $0.name })
            )
            reading.unknownUnits.append(name)
        }
        throw columns.problem(.unknownUnit(nearest: unknownUnits[folded] ?? nil), row, column)
    }
}

/// The name that differs least from a mistyped one, where one is near.
private func nearest(to name: String, in names: [String]) -> String? {
    let typed = Array(name.lowercased().utf8)
    let most = max(1, typed.count / 4)
    // A mistyped name is worth a moment, not more.
    let distances = names.prefix(2_000).map { name in
        (name: name, distance: editDistance(typed, Array(name.lowercased().utf8), most: most))
    }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= most else {
        return nil
    }
    return best.name
}

/// How many letters must be put in, taken out or changed (Levenshtein); more than `most` where it is far.
private func editDistance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int {
    guard abs(left.count - right.count) <= most else { return most + 1 }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let change = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(change, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
