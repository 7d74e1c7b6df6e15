import Sightline
import Statistics

/// What a form says of a note on a chart, be it a new one or one that is changed.
enum NoteForm {
    /// Hands the day and the text to `keep` where nothing is wrong with them, and gives back what is wrong.
    static func read(
        _ form: Form,
        on reading: SeriesReading,
        _ keep: (_ day: Day, _ text: String) throws -> Void
    ) throws -> [FormState.Problem] {
        var problems: [FormState.Problem] = []
        let text = form["note-text"]
        let day = Day(form["note-day"])
        if day == nil { problems.append(.init("note-day", "Enter a day, like 2026-03-01.")) }
        if let day, let problem = reading.problem(ofNoteOn: day) {
            problems.append(.init("note-day", problem))
        }
        if text.isEmpty { problems.append(.init("note-text", "Enter what happened.")) }
        if let day, problems.isEmpty { try keep(day, text) }
        return problems
    }
}
