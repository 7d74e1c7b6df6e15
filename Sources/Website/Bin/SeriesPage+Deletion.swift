import Markup
import Sightline

extension SeriesPage {
    /// The way to delete the series; nothing for who may not.
    func deletion(in frame: Frame) -> HTML? {
        guard mayDelete else { return nil }
        return DeletionForm.folded(
            "Delete this series",
            """
            All numbers that \(unit.name) has of this measure, with their editions, phases and notes, go into the \
            bin. They can be taken out again for 30 days.
            """,
            to: .deletedSeries(unit.id, reading.series.id),
            in: frame
        )
    }
}
