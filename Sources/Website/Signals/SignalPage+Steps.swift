import Markup
import Sightline
import Statistics
import Storage

extension SignalPage {
    /// A form for each step that can be taken now.
    func stepsSection(in frame: Frame) -> HTML? {
        guard !steps.isEmpty else { return nil }
        return """
            <section aria-labelledby="next"><h2 id="next">What next?</h2>
            <div class="stack">\(steps.map { panel($0, in: frame) })</div></section>
            """
    }

    private func panel(_ kind: SignalStep.Kind, in frame: Frame) -> HTML {
        let isWrong = wrong?.kind == kind
        let state = isWrong ? wrong?.form ?? FormState() : filledIn(kind)
        let content: HTML = """
            <input type="hidden" name="step" value="\(kind.rawValue)">
            <input type="hidden" name="seen" value="\(entry.state.rawValue)">
            \(isWrong ? state.summary : nil)\(fields(kind, state))<button>\(kind.button)</button>
            """
        return """
            <details class="panel"\(isWrong ? " open" as HTML : "")><summary>\(kind.title)</summary>
            \(frame.form(to: .signalSteps(unit.id, entry.id), content: content))</details>
            """
    }

    private func filledIn(_ kind: SignalStep.Kind) -> FormState {
        let handling = entry.handling
        switch kind {
        case .explain:
            var state = FormState([
                "certainty": handling.cause?.certainty.rawValue ?? "", "cause": handling.cause?.text ?? "",
            ])
            for cause in causes { state.typed.append(CauseField.value(of: cause.link), to: CauseField.name) }
            return state
        case .act:
            return FormState([
                "response": handling.response, "owner": handling.owner?.person?.pathText ?? "",
                "check-back": handling.checkBack?.description ?? "",
            ])
        case .settle, .dismiss, .reopen: return FormState()
        }
    }

    private func fields(_ kind: SignalStep.Kind, _ state: FormState) -> HTML {
        switch kind {
        case .explain:
            let choices = SignalHandling.Certainty.allCases.map { (value: $0.rawValue, label: $0.word) }
            return """
                \(state.choice("certainty", "Cause", of: choices))
                \(state.paragraph("cause", "What it is, or where you looked",
                    hint: "An address that starts with https:// becomes a link.", isRequired: true))
                \(CauseField.fields(self.choices, state))
                """
        case .act:
            let people = [(value: "", label: "Choose")] + owners.map { ($0.id.pathText, $0.name) }
            return """
                \(state.paragraph("response", "What is done about it", isRequired: true))
                \(state.choice("owner", "Owner", of: people))
                \(state.text("check-back", "Look again on",
                    hint: "When the owner looks whether it has helped.",
                    options: .init(type: .date, isRequired: true)))
                """
        case .settle: return state.paragraph("outcome", "What came of it", isRequired: true)
        case .dismiss: return state.paragraph("dismissal", "Why it is no signal to you", isRequired: true)
        case .reopen: return state.paragraph("reopening", "Why it is opened again", isRequired: true)
        }
    }
}

extension SignalStep.Kind {
    fileprivate var title: String {
        switch self {
        case .explain: "Explain it"
        case .act: "Act on it"
        case .settle: "Settle it"
        case .dismiss: "Dismiss it"
        case .reopen: "Open it again"
        }
    }

    fileprivate var button: String {
        switch self {
        case .explain: "Save the explanation"
        case .act: "Save the response"
        case .settle: "Settle it"
        case .dismiss: "Dismiss it"
        case .reopen: "Open it again"
        }
    }

    /// The field that holds its words.
    var textField: String {
        switch self {
        case .explain: "cause"
        case .act: "response"
        case .settle: "outcome"
        case .dismiss: "dismissal"
        case .reopen: "reopening"
        }
    }
}
