import Markup
import Sightline
import Statistics
import Storage

/// What the form of a decision asks for, and the decision that it makes.
struct DecisionForm: Sendable {
    /// Those who may answer for it: whoever may say what came of it.
    let owners: [Person]

    init(of unit: Unit.ID, for visit: Visit, in tree: UnitTree, on connection: any SQLConnection) throws {
        owners = try AccountStore.all(on: connection)
            .filter { Access.decide($0, .annotate, on: unit, in: tree).isAllowed }.map(\.person)
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// - Parameter known: who answers for it now, who may have no account.
    func fields(_ state: FormState, known: Author? = nil) -> HTML {
        let kinds =
            [(value: "", label: "Choose")] + Decision.Kind.allCases.map { ($0.rawValue, $0.explanation) }
        var people = [(value: "", label: "Choose")] + owners.map { ($0.id.pathText, $0.name) }
        if let known, !owners.contains(where: { $0.id == known.person }) {
            people.append((known.formText, known.name))
        }
        return """
            \(state.choice("decision-kind", "What kind of decision", of: kinds))
            \(state.paragraph("decided", "What is decided", isRequired: true))
            \(state.choice("owner", "Owner", hint: "Gets a letter before the day, and on it.", of: people))
            \(state.text("due-day", "Follow up by", options: .init(type: .date, isRequired: true)))
            \(state.paragraph("expected", "What is expected by then",
                hint: "So that everybody can tell whether it came.", isRequired: true))
            """
    }

    /// Reads the form into a decision; problems say what can't be read.
    func read(
        _ form: Form,
        into decision: Decision,
        _ problems: inout [FormState.Problem]
    ) -> Decision {
        var decision = decision
        if let kind = Decision.Kind(rawValue: form["decision-kind"]) {
            decision.kind = kind
        } else {
            problems.append(.init("decision-kind", "Choose one of the list."))
        }
        decision.text = form["decided"]
        decision.expected = form["expected"]
        if let owner = owners.first(where: { $0.id.pathText == form["owner"] }) {
            decision.owner = Author(name: owner.name, person: owner.id)
        } else if form["owner"].isEmpty || form["owner"] != decision.owner.formText {
            problems.append(.init("owner", "Choose who answers for it."))
        }
        if let day = Day(form["due-day"]) {
            decision.due = day
        } else {
            problems.append(.init("due-day", "Enter a day, like 2026-03-31."))
        }
        return decision
    }
}

extension Author {
    /// How a form calls someone.
    var formText: String { person?.pathText ?? name }
}
