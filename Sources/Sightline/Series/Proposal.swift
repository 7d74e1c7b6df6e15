/// Observations that someone wants recorded for a measure in a unit (and group), in its newest definition.
package struct Proposal: Sendable {
    package var measure: Measure.ID
    package var unit: Unit.ID
    /// Empty where the measure isn't split.
    package var group: String
    package var observations: Observations

    package init(measure: Measure.ID, unit: Unit.ID, group: String = "", observations: Observations) {
        self.measure = measure
        self.unit = unit
        self.group = group
        self.observations = observations
    }

    /// What becomes of observations that a proposal doesn't mention.
    package enum Mode: String, CaseIterable, Sendable {
        /// They stay.
        case merge
        /// They are removed: the proposal is all there is.
        case replace
    }
}
