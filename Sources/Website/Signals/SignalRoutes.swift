import Sightline
import Statistics
import Storage

/// The ledger of signals: seeing it, taking steps with a signal, and raising one by hand.
enum SignalRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.signals).get { unit, visit, connection in
            .page(try SignalsPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.raisedSignals).post(raise)
        routes.at(Address.signal).get { address, visit, connection in
            .page(try SignalPage(of: (address.0, address.1), for: visit, on: connection))
        }
        routes.at(Address.signalSteps).post(take)
    }

    @Sendable private static func take(
        _ address: (Unit.ID, Signal.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try SignalPage(of: (address.0, address.1), for: visit, on: connection)
        guard let kind = SignalStep.Kind(rawValue: form["step"]),
            let seen = Signal.State(rawValue: form["seen"])
        else { throw Failure.badRequest("Choose one of the steps that the page of the signal offers.") }
        var problems: [FormState.Problem] = []
        if let step = step(kind, form, page, &problems) {
            do {
                try LedgerStore.take(step, with: page.entry, seenIn: seen, visit.context, on: connection)
                return .redirect(to: .signal(address.0, address.1), notice: .signalMoved)
            } catch let error as SignalStepError {
                let field =
                    switch error {
                    case .checkBackPast: "check-back"
                    case .documentIncomplete: "document-title"
                    default: kind.textField
                    }
                problems.append(.init(field, error.sentence))
            }
        }
        page.wrong = (kind, FormState(typed: form, problems: problems))
        return .unsaved(page)
    }

    /// The step that a form asks for; nil, with problems, where a field is wrong.
    private static func step(
        _ kind: SignalStep.Kind,
        _ form: Form,
        _ page: SignalPage,
        _ problems: inout [FormState.Problem]
    ) -> SignalStep? {
        let text = form[kind.textField]
        if text.isEmpty { problems.append(.init(kind.textField, SignalStepError.textMissing.sentence)) }
        switch kind {
        case .explain:
            guard let certainty = SignalHandling.Certainty(rawValue: form["certainty"]) else {
                problems.append(.init("certainty", "Choose how sure you are."))
                return nil
            }
            return problems.isEmpty
                ? .explain(SignalHandling.Cause(certainty, text, links: page.links(chosenIn: form))) : nil
        case .act:
            let owner = page.owners.first { $0.id.pathText == form["owner"] }
            if owner == nil { problems.append(.init("owner", "Choose who answers for it.")) }
            let day = Day(form["check-back"])
            if day == nil { problems.append(.init("check-back", "Enter a day, like 2026-03-31.")) }
            guard let owner, let day, problems.isEmpty else { return nil }
            let author = Author(name: owner.name, person: owner.id)
            return .act(response: text, owner: author, checkBack: day)
        case .settle: return problems.isEmpty ? .settle(outcome: text) : nil
        case .dismiss: return problems.isEmpty ? .dismiss(reason: text) : nil
        case .reopen: return problems.isEmpty ? .reopen(reason: text) : nil
        }
    }

    @Sendable private static func raise(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try SignalsPage(of: unit, for: visit, on: connection)
        guard let strand = Strand(rawValue: form["strand"]),
            let meaning = Signal.Meaning(rawValue: form["meaning"])
        else {
            throw Failure.badRequest("Choose what it is about, and whether it is wanted, from the lists.")
        }
        var problems: [FormState.Problem] = []
        if form["words"].isEmpty { problems.append(.init("words", "Enter what you saw.")) }
        let day = Day(form["day"])
        if day == nil { problems.append(.init("day", "Enter a day, like 2026-03-31.")) }
        if let day, day > visit.now.day { problems.append(.init("day", "Choose a day up to today.")) }
        // Only series that the visitor may annotate are in the list.
        let place = page.series.first { $0.series.id.pathText == form["place"] }
        if place == nil, !form["place"].isEmpty { problems.append(.init("place", "Choose one of the list.")) }
        guard let day, problems.isEmpty else {
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        let context = visit.context
        let raised = RaisedSignal(
            id: context.makeID(),
            unit: unit,
            series: place?.series.id,
            strand: strand,
            meaning: meaning,
            day: day,
            words: form["words"],
            author: context.author,
            instant: context.now
        )
        try LedgerStore.raise(raised, context, on: connection)
        return .redirect(to: .signal(unit, raised.id), notice: .signalRaised)
    }
}
