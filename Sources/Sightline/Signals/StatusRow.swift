package import Statistics

/// What the newest edition of a series says: one row a series, all that tables and home pages read.
///
/// Values are multiplied, as people see them.
package struct StatusRow: Equatable, Sendable {
    package var series: Series.ID
    package var edition: Int
    /// Points that have a value.
    package var points: Int
    package var firstDay: Day?
    /// The newest point that has a value.
    package var latestDay: Day?
    package var latestValue: Double?
    package var centreLine: Double?
    package var lowerLimit: Double?
    package var upperLimit: Double?
    package var target: Double?
    package var variation: Variation
    package var assurance: Assurance
    /// Points that belong to at least one rule.
    package var signallingPoints: Int
    package var lastSignalDay: Day?
    /// The first day of the signal that the newest point belongs to.
    package var signalSince: Day?
    /// The rule by which the newest point signals; of several, the one that has held longest.
    package var signalRule: Rule?
    /// When the next data is expected.
    package var dueDay: Day?
    /// How often a stable process of as many points shows at least one signal; nil where not known.
    package var chanceOfAny: Double?
    /// How often its newest point would signal.
    package var chanceOfLatest: Double?
    package var sentence: String
    package var spark: Spark
}
