import Markup
import Sightline
import Statistics
import Storage

/// The fields of an activity, on the page of a new one and on that of one that there is.
enum ActivityForm {
    static func fields(_ form: FormState, button: String) -> HTML {
        let kinds = Activity.Kind.allCases.map { (value: $0.rawValue, label: $0.word) }
        let levels = Activity.Level.allCases.map { (value: $0.rawValue, label: $0.words) }
        let day = FormState.TextOptions(type: .date, isRequired: true)
        return """
            \(form.summary)
            \(form.choice("activity-kind", "What it is", of: kinds))
            \(form.text("activity-title", "Title", hint: titleHint, options: .init(isRequired: true)))
            \(form.choice("activity-level", "Level of those who take part", of: levels))
            \(form.text("first-day", "First day", options: day))
            \(form.text("last-day", "Last day (empty for one day)", options: .init(type: .date)))
            \(form.paragraph("activity-purpose", "What it is for (optional)"))
            \(form.text("participants", "About how many take part (optional)", options: .init(type: .number)))
            <button>\(button)</button>
            """
    }

    private static let titleHint = "Name nobody: who takes part is theirs to tell."

    /// An activity with what a form says; what can't be read is a problem.
    static func read(
        _ form: Form,
        into blank: Activity,
        _ problems: inout [FormState.Problem]
    ) -> Activity {
        var activity = blank
        activity.kind = Activity.Kind(rawValue: form["activity-kind"]) ?? activity.kind
        activity.level = Activity.Level(rawValue: form["activity-level"]) ?? activity.level
        activity.title = form["activity-title"]
        activity.purpose = form["activity-purpose"]
        if let first = Day(form["first-day"]) {
            activity.firstDay = first
        } else {
            problems.append(.init("first-day", "Enter a day, like 2026-03-01."))
        }
        if form["last-day"].isEmpty {
            activity.lastDay = activity.firstDay
        } else if let last = Day(form["last-day"]) {
            activity.lastDay = last
        } else {
            problems.append(.init("last-day", "Enter a day, like 2026-03-01, or nothing."))
        }
        let count = form["participants"]
        activity.participants = Int(count)
        if !count.isEmpty, activity.participants == nil {
            problems.append(.init("participants", "Enter a whole number, such as 12, or nothing."))
        }
        return activity
    }
}

extension Activity.Kind {
    var word: String {
        switch self {
        case .masterclass: "Masterclass"
        case .fellowship: "Fellowship"
        case .exchange: "Exchange"
        case .coaching: "Coaching"
        case .workshop: "Workshop"
        case .other: "Something else"
        }
    }
}

extension Activity.Level {
    var words: String {
        switch self {
        case .micro: "Micro: team and locality"
        case .meso: "Meso: service and pathway"
        case .macro: "Macro: the whole system"
        case .across: "Across levels"
        }
    }
}

extension Activity {
    /// When it is: "3 March 2026", "from 3 March 2026 to 5 May 2026".
    var days: String {
        firstDay == lastDay ? firstDay.words : "from \(firstDay.words) to \(lastDay.words)"
    }
}

extension ActivityProblem {
    var problem: FormState.Problem { .init(field, sentence) }

    private var sentence: String {
        switch reason {
        case .missing: "Enter this."
        case .tooLong(let most): "Use at most \(most) characters."
        case .endsBeforeItBegins: "Enter a last day that is not before the first one."
        case .noCount: "Enter a number of people from 1 to 100,000, or nothing."
        }
    }
}
