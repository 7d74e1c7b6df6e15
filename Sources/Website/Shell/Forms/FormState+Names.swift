extension FormState {
    /// What a form calls a field.
    static func label(of field: String) -> String { Problem.names[field] ?? Problem.name(from: field) }
}

extension FormState.Problem {
    /// The sentence with the name of its field before it.
    var named: String {
        "\(FormState.label(of: field)): \(sentence.prefix(1).lowercased())\(sentence.dropFirst())"
    }

    /// The labels of fields whose own names would say too little.
    fileprivate static let names = [
        "key": "Key in files",
        "why": "Why it matters",
        "domain": "What it is about",
        "role": "Kind",
        "better": "Better is",
        "numerator": "What is counted",
        "denominator": "Out of what",
        "period": "How often",
        "multiplier": "Multiply by",
        "target": "Targets",
        "owner": "Who answers for it",
        "reporting-days": "Days after a period until its data is expected",
        "change-reason": "Why the definition changes",
        "retirement-reason": "Why",
        "file": "CSV file",
        "disclosure": "Withhold counts below",
        "disclosure-zeros": "A count of none",
        "disclosure-rounding": "Other counts are shown",
        "one-time-code": "Code",
        "renew-proof": "Your password, or a code",
        "end-proof": "Your password, or a code",
        "invite-email": "Send the invitation to",
        "invited-role": "Role",
        "measure": "Which measure",
        "reason": "Why",
        "note-kind": "What it is",
        "in-force": "In force",
        "delete-reason": "Why",
        "phase-start": "From which day",
        "phase-reason": "Why",
        "note-day": "Day",
        "note-text": "What happened",
        "words": "What you saw",
        "place": "Where",
        "cause": "What it is, or where you looked",
        "certainty": "Cause",
        "response": "What is done about it",
        "check-back": "Look again on",
        "outcome": "What came of it",
        "dismissal": "Why it is no signal to you",
        "reopening": "Why it is opened again",
        "membership": "What happened",
        "day": "On which day",
        "child-name": "Name",
        "child-kind": "Kind",
        "child-code": "Code in files",
        "code": "Code in files",
        "parent": "Move it into",
        "purpose": "What it is for",
        "detail": "In more words",
        "because": "We believe so because",
        "assumptions": "What has to hold besides",
        "to": "It brings about",
        "unbalanced": "Why not all of these measures",
        "judgement-reason": "Why you judge so",
        "plan-what": "What will be done",
        "plan-who": "Who",
        "plan-when": "When",
        "plan-where": "Where",
        "began": "On which day it began",
        "prediction-reason": "Why you predict something else now",
        "happened": "What happened",
        "prediction-outcome": "Was the prediction right",
        "learned": "What we learned",
        "decision-reason": "Why this decision",
        "size": "By how much",
        "by": "By when",
        "needed": "What had to be in place",
        "population": "Who was part of it",
        "due": "By when",
        "story-kind": "What it is",
        "story-title": "Title",
        "changed": "What changed",
        "matters": "Why it matters",
        "chosen-by": "Who chose it",
        "chosen-because": "Why they chose it",
        "told-on": "On which day it was told",
        "about": "What it tells of",
        "visibility": "Who may read it",
        "consent-who": "Who agrees",
        "consent-audience": "It may be told to",
        "consent-day": "On which day they agreed",
        "withdrawal-reason": "Consent",
    ]

    /// `next-review` as `Next review`.
    fileprivate static func name(from field: String) -> String {
        let words = field.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
