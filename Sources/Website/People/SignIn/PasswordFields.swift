import Markup
import Sightline

/// Choosing a password: the two fields, and what may be wrong with them.
enum PasswordFields {
    /// The fields of a form in which a password is chosen.
    static func html(_ form: FormState) -> HTML {
        let options = FormState.TextOptions(type: .password, isRequired: true, autocomplete: "new-password")
        return """
            \(form.text("new-password", "New password", hint: hint, options: options))
            \(form.text("new-password-again", "The same again", options: options))
            """
    }

    /// The password that was chosen, or what is wrong with it.
    static func read(
        _ form: Form,
        of person: Person?,
        _ rules: PasswordRules
    ) -> (password: String, problems: [FormState.Problem]) {
        let password = form.untrimmed("new-password")
        var problems: [FormState.Problem] = []
        if let problem = rules.problem(with: password, of: person) {
            problems.append(.init("new-password", problem.sentence))
        } else if password != form.untrimmed("new-password-again") {
            problems.append(.init("new-password-again", "The two differ: type the same twice."))
        }
        return (password, problems)
    }

    private static let hint = """
        At least \(PasswordRules.shortest) characters. Three or four words that don’t belong together make a good one.
        """
}

extension PasswordRules.Problem {
    fileprivate var sentence: String {
        switch self {
        case .tooShort: "Use at least \(PasswordRules.shortest) characters."
        case .tooLong: "Use at most \(PasswordRules.longest) characters."
        case .common: "That is among the first passwords that anybody would try: choose another."
        case .ofPerson: "That is made of your own name or address: choose another."
        }
    }
}
