package import Storage

/// What a cause is linked to, as a reader may see it.
package enum SeenCause: Equatable, Sendable {
    case cycle(Cycle, Programme)
    case annotation(Annotation, Series, Measure, Unit)
    case document(title: String, place: String)

    package var link: CauseLink {
        switch self {
        case .cycle(let cycle, _): .cycle(cycle.id)
        case .annotation(let note, _, _, _): .annotation(note.id)
        case .document(let title, let place): .document(title: title, place: place)
        }
    }

    /// Those that the reader may see, in their order; of the others nothing is told, not even that they are there.
    package static func all(
        _ links: [CauseLink],
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [SeenCause] {
        let seen = try links.compactMap { link in
            switch link {
            case .cycle(let id): try cycle(id, for: reader, on: connection)
            case .annotation(let id): try annotation(id, for: reader, on: connection)
            case .document(let title, let place): SeenCause.document(title: title, place: place)
            }
        }
        reader.log?.note(seen.compactMap(\.measure))
        return seen
    }

    private var measure: Measure? {
        if case .annotation(_, _, let measure, _) = self { measure } else { nil }
    }

    private static func cycle(
        _ id: Cycle.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> SeenCause? {
        guard let cycle = try CycleStore.find(id, on: connection),
            let programme = try ProgrammeStore.find(cycle.programme, on: connection),
            reader.may(.read, programme)
        else { return nil }
        return .cycle(cycle, programme)
    }

    private static func annotation(
        _ id: Annotation.ID,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> SeenCause? {
        let series = try connection.one("SELECT series_id FROM annotation WHERE id = ?", [.id(id)]) { row in
            try row.identifier(0, of: Series.self)
        }
        guard let series, let note = try AnnotationStore.find(id, of: series, on: connection) else {
            return nil
        }
        return try of(note, for: reader, on: connection)
    }

    /// A note on a series that the reader may see.
    private static func of(
        _ note: Annotation,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> SeenCause? {
        guard let series = try SeriesStore.find(note.series, on: connection),
            let measure = reader.measures[series.key.measure], let unit = reader.tree[series.key.unit],
            reader.may(.read, measure, in: unit.id)
        else { return nil }
        return .annotation(note, series, measure, unit)
    }
}
