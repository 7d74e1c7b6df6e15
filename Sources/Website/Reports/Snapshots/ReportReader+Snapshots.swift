import Sightline
import Storage

extension ReportReader {
    /// The parts of a snapshot as they stood, each as far as it may be seen now.
    func blocks(of snapshot: Snapshot, on connection: any SQLConnection) throws -> [ShownBlock] {
        try snapshot.parts.map { part in
            let content: ShownBlock.Content? =
                switch part.kind {
                case .heading: .heading(part.words)
                case .words: .words(part.words)
                case .chart: try part.chart.flatMap { try chart($0, on: connection) }
                case .drawing: try part.drawing.flatMap { try drawing($0, on: connection) }
                case .story: try part.story.flatMap { try story($0, on: connection) }
                }
            return ShownBlock(number: part.number, kind: part.kind, content: content ?? .hidden)
        }
    }

    /// Drawn again from the edition that it was drawn from, without what is withheld from the reader now.
    private func chart(_ frozen: FrozenChart, on connection: any SQLConnection) throws -> ShownBlock.Content?
    {
        guard case .someone(let reader) = self,
            let series = try SeriesStore.find(frozen.series, on: connection),
            let measure = try MeasureStore.find(series.key.measure, on: connection),
            reader.may(.read, measure, in: series.key.unit), var unit = reader.tree[series.key.unit]
        else { return nil }
        let isOutside = reader.isOutside(measure, in: unit.id)
        guard let picture = try frozen.picture(isOutside: isOutside, on: connection)?.picture else {
            return nil
        }
        reader.log?.note([measure])
        unit.name = frozen.unitName
        let reading = SeriesReading(frozen: series, in: unit, picture, isOutside: isOutside)
        // What it said then was told from every number: to others it says what can be told from those that they see.
        let summary = SeriesSummary(of: reading, saying: isOutside ? nil : frozen.statement)
        return .chart(summary, .series(unit.id, series.id))
    }

    private func drawing(
        _ frozen: FrozenDrawing,
        on connection: any SQLConnection
    ) throws -> ShownBlock.Content? {
        guard case .someone(let reader) = self,
            let programme = try ProgrammeStore.find(frozen.programme, on: connection),
            try mayShow(programme, on: connection), let theory = try frozen.theory(on: connection)
        else { return nil }
        let measures = frozen.measures.filter { id, _ in
            reader.measures[id].map { reader.may(.read, $0, in: programme.unit) } ?? false
        }
        let drawn = DrawnTheory(
            title: frozen.title,
            drawing: frozen.drawing,
            theory: theory,
            states: frozen.states,
            measures: measures,
            hiddenName: hiddenMeasureName
        )
        return .drawing(drawn, programme.address)
    }

    /// Whoever takes their consent back takes the story out of every snapshot.
    private func story(_ frozen: FrozenStory, on connection: any SQLConnection) throws -> ShownBlock.Content?
    {
        guard case .someone(let reader) = self,
            let now = try StoryStore.find(frozen.story, on: connection), mayShow(now),
            let story = try frozen.story(on: connection)
        else { return nil }
        return .story(story, unitName: reader.tree[story.unit]?.name ?? "", story.address)
    }
}
