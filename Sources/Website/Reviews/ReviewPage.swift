import Sightline
import Statistics
import Storage

/// One review: what lies before it, what it agrees and decides, and closing it.
struct ReviewPage: Page {
    let reading: ReviewReading
    let history: History
    let decision: DecisionForm?
    /// What a decision may be about: its value in a form, and its words.
    var subjects: [(value: String, label: String)]
    var forms = Forms()

    var title: String { reading.review.title }
    var section: Section? { .reviews }

    /// The forms of the page, each as it was typed or as things stand.
    struct Forms: Sendable {
        var details = FormState()
        var note = FormState()
        var decision = FormState()
        var closure = FormState()
    }

    init(
        of address: (Unit.ID, Review.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        reading = try ReviewReading((address.0, address.1), for: visit, on: connection)
        let review = reading.review
        history = try History(of: .review, review.id, on: connection)
        let isRun = reading.mayRun && review.isOpen
        decision =
            isRun
            ? try DecisionForm(of: reading.unit.id, for: visit, in: reader.tree, on: connection) : nil
        subjects = isRun ? try Self.subjects(of: reading, for: reader, on: connection) : []
        forms.details = FormState(review.fields, revision: history.newest)
        forms.closure = FormState([
            "present": review.present.map(String.init) ?? "",
            "minutes": review.minutes.map(String.init) ?? "",
        ])
        if let about = visit.query.optional("about") { forms.decision = FormState(["about": about]) }
    }

    private static func subjects(
        of reading: ReviewReading,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws -> [(value: String, label: String)] {
        let signals = reading.preparation.signals.prefix(2 * ReviewPreparation.mostSignals).map { entry in
            (value: "signal-\(entry.id.pathText)", label: "Signal: \(entry.name)")
        }
        let cycles = try ReviewReading.cycles(
            within: reading.unit.id,
            for: reader,
            today: reading.today,
            on: connection
        ).map { cycle, programme in
            (value: "cycle-\(cycle.id.pathText)", label: "Cycle: \(cycle.question) (\(programme.title))")
        }
        return [(value: "", label: "Nothing in particular")] + signals + cycles
    }
}
