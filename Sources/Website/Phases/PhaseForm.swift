import Sightline
import Statistics

/// What a form says of a phase, be it a new one or one that is changed.
enum PhaseForm {
    /// Hands the day and the reason to `keep` where nothing is wrong with them, and gives back what is wrong.
    static func read(
        _ form: Form,
        _ keep: (_ start: Day, _ reason: String) throws -> Void
    ) throws -> [FormState.Problem] {
        var problems: [FormState.Problem] = []
        let reason = form["phase-reason"]
        if reason.isEmpty { problems.append(.init("phase-reason", "Enter the reason.")) }
        let day = Day(form["phase-start"])
        if day == nil { problems.append(.init("phase-start", "Enter a day, like 2026-03-01.")) }
        guard let day, problems.isEmpty else { return problems }
        do {
            try keep(day, reason)
        } catch let error as PhaseError {
            problems.append(.init("phase-start", error.sentence))
        }
        return problems
    }
}
