import Sightline
import Statistics

/// A cycle of the fictional community as it is told.
struct ToldCycle: Sendable {
    var question: String
    var prediction: String
    /// The measure's key.
    var measure: String?
    var direction: Direction?
    var size: Double?
    var plan: Cycle.Plan
    var scale: Cycle.Scale
    var needed = ""
    var happened = ""
    var outcome: Cycle.Outcome?
    var learned = ""
    var decision: Cycle.Decision?
    var reason = ""
}
