import Markup
import Sightline

extension CyclePage {
    /// The step that comes next.
    func next(in frame: Frame) -> HTML {
        switch cycle.phase {
        case .plan: panel("Begin", startForm(in: frame))
        case .do: panel("What happened?", studyForm(in: frame))
        case .study: panel("Decide", closureForm(in: frame))
        case .closed: goingOn
        }
    }

    /// The forms of the steps that are over, to correct what is on record; those with something that isn't saved yet
    /// stand open, whatever the phase.
    func corrections(in frame: Frame) -> [HTML] {
        let steps: [(phase: Cycle.Phase, heading: String, state: FormState, form: HTML)] = [
            (.plan, "Correct the day on which it began", forms.start, startForm(in: frame)),
            (.do, "Correct what happened", forms.study, studyForm(in: frame)),
            (.study, "Correct what was learned and decided", forms.closure, closureForm(in: frame)),
        ]
        let order = Cycle.Phase.allCases
        return steps.compactMap { step in
            let isOver = (order.firstIndex(of: step.phase) ?? 0) < (order.firstIndex(of: cycle.phase) ?? 0)
            let isUnsaved = step.phase != cycle.phase && step.state.isUnsaved
            guard isOver || isUnsaved else { return nil }
            let open: HTML = step.state.isUnsaved ? " open" : ""
            return
                "<details class=\"panel no-print\"\(open)><summary>\(step.heading)</summary>\(step.form)</details>"
        }
    }

    private func panel(_ heading: String, _ content: HTML) -> HTML {
        "<section class=\"panel\"><h2>\(heading)</h2>\(content)</section>"
    }

    private var goingOn: HTML {
        let path = Address.newCycle(programme.unit, programme.id, idea.id).path(["from": cycle.id.pathText])
        return "<p><a class=\"button\" href=\"\(path)\">Go on with a next cycle</a></p>"
    }

    // MARK: Steps

    private func startForm(in frame: Frame) -> HTML {
        let form = forms.start
        let isFirst = cycle.phase == .plan
        let plan: HTML? =
            !isFirst
            ? nil
            : """
            <p><a href="\(Address.cyclePlan(programme.unit, programme.id, cycle.id).path)">Change the plan</a></p>
            """
        let lock: HTML? =
            isFirst && cycle.locked == nil ? "<p>The prediction is locked from then on.</p>" : nil
        return """
            \(lock)
            \(frame.form(to: .cycleStart(programme.unit, programme.id, cycle.id), content: """
                \(form.origin)\(form.summary)
                \(form.text("began", "On which day it began", options: .init(type: .date, isRequired: true)))
                <button>\(isFirst ? "Begin" : "Save the day")</button>
                """))
            \(plan)
            """
    }

    private func studyForm(in frame: Frame) -> HTML {
        let form = forms.study
        let outcomes = [(value: "", label: "Choose")] + Cycle.Outcome.allCases.map { ($0.rawValue, $0.words) }
        return frame.form(
            to: .cycleStudy(programme.unit, programme.id, cycle.id),
            content: """
                \(form.origin)\(form.summary)
                \(form.paragraph("happened", "What happened", hint: "Surprises too.", isRequired: true))
                \(form.choice("prediction-outcome", "Was the prediction right?", of: outcomes))
                <button>Record it</button>
                """
        )
    }

    private func closureForm(in frame: Frame) -> HTML {
        let form = forms.closure
        let decisions =
            [(value: "", label: "Choose")] + Cycle.Decision.allCases.map { ($0.rawValue, $0.words) }
        return frame.form(
            to: .cycleClosure(programme.unit, programme.id, cycle.id),
            content: """
                \(form.origin)\(form.summary)
                \(form.paragraph("learned", "What we learned", isRequired: true))
                \(form.choice("decision", "Decision", of: decisions))
                \(form.paragraph("decision-reason", "Why", isRequired: true))
                <button>\(cycle.phase == .closed ? "Save what was decided" : "Close the cycle")</button>
                """
        )
    }

    /// Another prediction, beside the one that is locked.
    func predictingAgain(in frame: Frame) -> HTML? {
        let form = forms.prediction
        guard cycle.locked != nil && cycle.phase != .closed || form.isUnsaved else { return nil }
        return """
            <details class="panel no-print"\(form.isUnsaved ? " open" as HTML : "")><summary>Predict something \
            else now</summary>
            <p>The locked prediction stays, and the new one stands beside it.</p>
            \(frame.form(to: .cyclePredictions(programme.unit, programme.id, cycle.id), content: """
                \(form.summary)
                \(form.paragraph("prediction", "Prediction", isRequired: true))
                \(form.paragraph("prediction-reason", "Why you predict something else now", isRequired: true))
                <button>Put it beside</button>
                """))</details>
            """
    }

    // MARK: Ways back

    /// What it said before, with a way back; the prediction, once locked, stays what it is.
    func historySection(in frame: Frame) -> HTML {
        let address = Address.restoredCycle(programme.unit, programme.id, cycle.id)
        let way = History.Way(address: address, sendsFields: false) { ["restored": "\($0.number)"] }
        let state = forms.restored
        let conflict: HTML? =
            state.conflict == nil
            ? nil
            : frame.form(
                to: address,
                content: """
                    \(state.origin)\(state.carrying(["restored"]))<button>Put it back as chosen</button>
                    """
            )
        return "\(conflict)\(history.section(in: frame, reading.mayRecord ? [way] : []))"
    }

    func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete this cycle",
            """
            A test that failed is worth keeping: close it, and others learn from it. Delete what should never have \
            been here. It goes into the bin with its predictions and its flags on charts, and can be taken out again \
            for 30 days.
            """,
            to: .deletedCycle(programme.unit, programme.id, cycle.id),
            in: frame
        )
    }
}

extension FormState {
    /// Whether what was sent waits for something: a correction, or a choice between two versions.
    fileprivate var isUnsaved: Bool { !problems.isEmpty || conflict != nil }
}
