import Sightline
import Storage

/// A block of a page as whoever reads it may see it.
struct ShownBlock: Sendable {
    let number: Int
    let kind: Report.Block.Kind
    let content: Content

    enum Content: Sendable {
        case heading(String)
        case words(String)
        /// With the page of what it is of; nil for who has no way into the rest of the site.
        case chart(SeriesSummary, Address?)
        case drawing(DrawnTheory, Address?)
        case story(Story, unitName: String, Address?)
        /// Something that isn't for the reader, whatever it is.
        case hidden
    }

    var isHidden: Bool { if case .hidden = content { true } else { false } }
}

/// Who reads a page.
enum ReportReader: Sendable {
    case someone(Readership)
    /// Whoever has a public link: the series that public links show, and when they look.
    case anyone(open: Set<Series.ID>, now: Timestamp)

    /// - Throws: `SQLError`.
    static func anyone(at now: Timestamp, on connection: any SQLConnection) throws -> ReportReader {
        .anyone(open: try PublicLinkStore.openSeries(at: now, on: connection), now: now)
    }

    var isAnyone: Bool { if case .anyone = self { true } else { false } }

    /// The blocks of a page as they stand now, each as far as it may be seen.
    func blocks(of report: Report, on connection: any SQLConnection) throws -> [ShownBlock] {
        try report.blocks.map { block in
            let content: ShownBlock.Content? =
                switch block.kind {
                case .heading: .heading(block.value)
                case .words: .words(block.value)
                case .chart: try block.series.flatMap { try chart($0, on: connection) }
                case .drawing:
                    try block.drawing.flatMap { try drawing($0.programme, $0.drawing, on: connection) }
                case .story: try block.story.flatMap { try story($0, on: connection) }
                }
            return ShownBlock(number: block.number, kind: block.kind, content: content ?? .hidden)
        }
    }

    // MARK: What may be seen

    /// A series that may be read, with whether small numbers of it are withheld; nil for any other.
    ///
    /// On a public link a series is shown only while a public link of its own shows it.
    private func chart(_ id: Series.ID, on connection: any SQLConnection) throws -> ShownBlock.Content? {
        guard let series = try SeriesStore.find(id, on: connection),
            let measure = try MeasureStore.find(series.key.measure, on: connection)
        else { return nil }
        let unit = series.key.unit
        switch self {
        case .anyone(let open, _):
            guard open.contains(id) else { return nil }
            let reading = try SeriesReading(fromOutside: (unit, id), on: connection)
            return .chart(SeriesSummary(of: reading.withoutNotes), nil)
        case .someone(let reader):
            guard reader.may(.read, measure, in: unit) else { return nil }
            reader.log?.note([measure])
            let reading = try SeriesReading((unit, id), as: reader, on: connection)
            return .chart(SeriesSummary(of: reading.withoutNotes), .series(unit, id))
        }
    }

    /// The programme, if its theory may be read.
    ///
    /// On a public link a theory is shown only while a public link of its own shows it.
    private func drawing(
        _ id: Programme.ID,
        _ drawing: TheoryDrawing,
        on connection: any SQLConnection
    ) throws -> ShownBlock.Content? {
        guard let programme = try ProgrammeStore.find(id, on: connection),
            try mayShow(programme, on: connection)
        else { return nil }
        let theory = try TheoryStore.theory(of: id, on: connection)
        let cycles = try CycleStore.all(of: id, on: connection)
        let states = theory.links.map { ($0.id, theory.state(of: $0, by: cycles)) }
        let drawn = DrawnTheory(
            title: programme.title,
            drawing: drawing,
            theory: theory,
            states: Dictionary(states) { first, _ in first },
            measures: try measures(of: theory, in: programme.unit, on: connection),
            hiddenName: hiddenMeasureName
        )
        return .drawing(drawn, isAnyone ? nil : programme.address)
    }

    func mayShow(_ programme: Programme, on connection: any SQLConnection) throws -> Bool {
        switch self {
        case .anyone(_, let now):
            return !(try PublicLinkStore.open(to: programme.id, at: now, on: connection).isEmpty)
        case .someone(let reader):
            guard reader.may(.read, programme) else { return false }
            if programme.visibility == .unit { reader.log?.note(AuditEntry.subject(programme)) }
            return true
        }
    }

    var hiddenMeasureName: String? { isAnyone ? nil : "a measure that isn’t shared with you" }

    /// The measures of a theory that are named to the reader.
    private func measures(
        of theory: Theory,
        in unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: FrozenDrawing.Named] {
        let found: [Measure.ID: Measure] =
            switch self {
            case .anyone(let open, _): try theory.publicMeasures(in: unit, shownBy: open, on: connection)
            case .someone(let reader):
                Dictionary(
                    theory.namedMeasures.compactMap { id in reader.measures[id].map { (id, $0) } }
                        .filter { reader.may(.read, $0.1, in: unit) }
                ) { first, _ in first }
            }
        return found.mapValues { FrozenDrawing.Named(title: $0.title, format: $0.format) }
    }

    /// A story that all have agreed to whom it tells of, and that the reader may read; for anyone there is none, as
    /// nobody can agree to more than the community.
    private func story(_ id: Story.ID, on connection: any SQLConnection) throws -> ShownBlock.Content? {
        guard let story = try StoryStore.find(id, on: connection), mayShow(story),
            case .someone(let reader) = self
        else { return nil }
        return .story(story, unitName: reader.tree[story.unit]?.name ?? "", story.address)
    }

    func mayShow(_ story: Story) -> Bool {
        guard case .someone(let reader) = self, let reach = story.reach, reader.may(.read, story) else {
            return false
        }
        if reach == .unit { reader.log?.note(AuditEntry.subject(story)) }
        return true
    }
}
