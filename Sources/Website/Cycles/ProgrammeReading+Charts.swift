import Sightline
import Statistics
import Storage

extension ProgrammeReading {
    /// The series that measures have in the programme's unit, analysed, as far as the visitor may see every number.
    func pictures(
        of measures: some Sequence<Measure.ID>,
        on connection: any SQLConnection
    ) throws -> [Measure.ID: SeriesPicture] {
        var pictures: [Measure.ID: SeriesPicture] = [:]
        for id in Set(measures) {
            guard let measure = reader.measures[id], reader.may(.read, measure, in: programme.unit),
                !reader.isOutside(measure, in: programme.unit)
            else { continue }
            let version = measure.definition.version
            let series = try SeriesStore.all(of: id, version: version, on: connection)
                .first { $0.key.unit == programme.unit }
            guard let series, let found = try SeriesPictureStore.picture(of: series.id, on: connection) else {
                continue
            }
            pictures[id] = found.picture
            reader.log?.note([measure])
        }
        return pictures
    }

    /// How long what an aim asks for would take to show; nil where it has no target, or nothing to tell it by.
    func timeToKnow(_ node: TheoryNode, in pictures: [Measure.ID: SeriesPicture]) -> String? {
        guard let measure = node.measure, let target = node.target, let picture = pictures[measure] else {
            return nil
        }
        return TimeToKnowSentences.answer(toReach: target, in: picture)
    }

    /// The same for what a cycle's newest prediction says.
    func timeToKnow(_ own: CycleReading, in pictures: [Measure.ID: SeriesPicture]) -> String? {
        guard let measure = own.cycle.measure, let size = own.predictions.last?.size,
            let picture = pictures[measure]
        else { return nil }
        return TimeToKnowSentences.answer(size, in: picture)
    }
}
