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

    package enum Kind: Equatable, Sendable {
        case note(Annotation.Kind)
        case phase, definition, numbers
        case membership(Unit.Membership)
        case decision(Decision.ID)
    }
}
