package import Statistics

/// Something that happened just before a signal: a question to ask, and not its cause.
package struct Prompt: Equatable, Sendable {
    package var day: Day
    package var kind: Kind
    package var text: String
    package var unit: Unit
    /// Nil for what a unit did as a whole.
    package var measure: Measure?
    /// Nil for what a unit did as a whole.
    package var series: Series.ID?
    /// What tells of it, where that has a page of its own.
    package var source: Source?

    package enum Source: Equatable, Sendable {
        case annotation(Annotation.ID)
        case cycle(Cycle.ID, Programme.ID)
    }

    package enum Kind: Equatable, Sendable {
        case note(Annotation.Kind)
        case phase, definition, numbers
        case membership(Unit.Membership)
        /// What was done with a test of change.
        case cycle(CycleMoment)
        case decision(Decision.ID)
        case activity(Activity.ID)
    }

    package enum CycleMoment: Equatable, Sendable {
        case planned, begun
        case closed(Cycle.Decision?)
    }
}
