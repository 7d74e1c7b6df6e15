import Sightline
import Storage

/// What a person reads of the fields of a written page: of what blocks show the names, as far as they may be known.
struct BlockWords {
    private let reader: Readership
    private let connection: any SQLConnection

    init(for reader: Readership, on connection: any SQLConnection) throws {
        self.reader = reader
        self.connection = connection
    }

    func words(_ field: Revision.Field) -> String {
        switch field.name {
        case "visibility": return Visibility(rawValue: field.value)?.programmeWords ?? field.value
        case "order": return field.value.replacing(" ", with: ", ")
        default:
            guard !field.value.isEmpty, let kind = kind(of: field), !kind.isText else { return field.value }
            let name = try? name(of: Report.Block(number: 0, kind: kind, value: field.value))
            return name ?? Self.unknown(kind)
        }
    }

    private func kind(of field: Revision.Field) -> Report.Block.Kind? {
        Report.Block.Kind.allCases.first { field.name.hasPrefix("\($0.rawValue)-") }
    }

    /// What can be said of something that the reader may not see.
    static func unknown(_ kind: Report.Block.Kind) -> String {
        "a \(kind.word.lowercased()) that isn’t shared with you"
    }

    /// What a block shows, by name; nil where the reader may not see it.
    func name(of block: Report.Block) throws -> String? {
        if let id = block.series { return try series(id) }
        if let story = try block.story.flatMap({ try StoryStore.find($0, on: connection) }) {
            return story.reach != nil && reader.may(.read, story) ? story.title : nil
        }
        guard let (id, drawing) = block.drawing,
            let programme = try ProgrammeStore.find(id, on: connection), reader.may(.read, programme)
        else { return nil }
        return Self.name(of: programme, drawing)
    }

    static func name(of programme: Programme, _ drawing: TheoryDrawing) -> String {
        "\(programme.title): \(drawing.word.lowercased())"
    }

    private func series(_ id: Series.ID) throws -> String? {
        guard let series = try SeriesStore.find(id, on: connection),
            let measure = try MeasureStore.find(series.key.measure, on: connection),
            reader.may(.read, measure, in: series.key.unit)
        else { return nil }
        let unit = reader.tree[series.key.unit]?.name ?? ""
        return [measure.title, unit, series.key.group].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
