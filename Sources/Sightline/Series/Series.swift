package import Storage

/// One measure, in one version of its definition, in one unit (and, where split, one group).
package struct Series: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Series>

    package let id: ID
    package var key: Key
    /// The number of its newest edition.
    package var edition: Int

    /// What a series is a series of.
    package struct Key: Hashable, Sendable {
        package var measure: Measure.ID
        package var version: Int
        package var unit: Unit.ID
        /// Empty where the measure isn't split.
        package var group: String

        package init(measure: Measure.ID, version: Int, unit: Unit.ID, group: String = "") {
            self.measure = measure
            self.version = version
            self.unit = unit
            self.group = group
        }
    }
}
