import Markup
import Sightline

extension SeriesPage {
    /// The way to delete the series; nothing for who may not.
    func deletion(in frame: Frame) -> HTML? {
        guard mayDelete else { return nil }
        return """
            <details class="panel no-print"><summary>Delete this series</summary>
            <p>All numbers that \(unit.name) has of this measure, with their editions, phases and notes, go into the \
            bin. They can be taken out again for 30 days.</p>
            \(frame.form(to: .deletedSeries(unit.id, reading.series.id), content: """
                \(FormState().text("delete-reason", "Why (optional)", options: .init(longest: 1_000)))
                <button class="quiet">Delete it</button>
                """))</details>
            """
    }
}
