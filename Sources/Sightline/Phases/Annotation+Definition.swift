package import Statistics
import Storage

extension Annotation {
    /// A note on the first period of a new definition, which is told and not stored.
    package init?(startOf version: DefinitionVersion, in series: Series.ID, on day: Day) {
        // The series lends it its number: it has one such note at most.
        guard let id = ID(series.description) else { return nil }
        self.init(
            id: id,
            series: series,
            day: day,
            kind: .definition,
            text: "Definition \(version.definition.version) starts: \(version.reason)",
            author: version.author,
            instant: version.instant
        )
    }
}
