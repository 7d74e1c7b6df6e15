/// A form as it is shown: what was typed into it, and what is wrong with it.
package struct FormState: Sendable {
    package var typed: Form
    package var problems: [Problem]
    /// What someone else changed since the form was opened; nil where nobody did.
    var conflict: Conflict?

    /// What is wrong with one field, and what would be right.
    package struct Problem: Equatable, Sendable {
        package let field: String
        package let sentence: String

        package init(_ field: String, _ sentence: String) {
            self.field = field
            self.sentence = sentence
        }
    }

    package init(typed: Form = Form(), problems: [Problem] = []) {
        self.typed = typed
        self.problems = problems
    }

    /// A form that is filled in with what holds now.
    package init(_ values: KeyValuePairs<String, String>) {
        self.init()
        for (name, value) in values { typed.append(value, to: name) }
    }

    func problem(with field: String) -> String? { problems.first { $0.field == field }?.sentence }
}
