import Exchange
import Sightline
import Statistics

/// The decisions of a unit, one a row.
struct DecisionTable: DataTable {
    let unit: Unit
    let decisions: [Decision]

    var title: String { "Decisions" }
    var columns: [String] {
        [
            "decided", "kind", "decision", "about", "owner", "due", "expected", "outcome", "happened",
            "followed_up", "minutes",
        ]
    }

    func write(to writer: inout some TableWriter) throws {
        for decision in decisions {
            try writer.field(decision.instant.day)
            try writer.field(decision.kind.rawValue)
            try writer.field(decision.text)
            try writer.field(decision.name)
            try writer.field(decision.owner.name)
            try writer.field(decision.due)
            try writer.field(decision.expected)
            try writer.field(decision.followUp?.outcome.rawValue ?? "")
            try writer.field(decision.followUp?.happened ?? "")
            try writer.field(decision.followUp?.instant.day)
            try writer.field(decision.followUp?.minutes)
            try writer.endRow()
        }
    }

    func notes(made instant: Timestamp) -> [any DataTable] {
        [
            FactTable(
                [
                    Fact("What it is", "What was decided in reviews, one row a decision."),
                    Fact("Unit", unit.name),
                ],
                made: instant
            )
        ]
    }
}
