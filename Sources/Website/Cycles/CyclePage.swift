import Sightline
import Statistics
import Storage

/// One cycle: all that is on record of it, how well it was done, and the form for what comes next.
struct CyclePage: Page {
    let reading: ProgrammeReading
    let own: CycleReading
    let idea: TheoryNode
    /// The series that its measure has here, where the visitor may read it.
    let series: Series.ID?
    /// Of the measures of its ramp.
    let pictures: [Measure.ID: SeriesPicture]
    let today: String
    let history: History
    let charts: CycleCharts
    /// What reviews decided about it.
    let reviewed: Reviewed
    let stories: [Story]
    let forms: Forms

    var title: String { cycle.question }
    var section: Section? { .programmes }
    var cycle: Cycle { own.cycle }
    var programme: Programme { reading.programme }

    /// The forms of the page, each as it was typed or as things stand.
    struct Forms: Sendable {
        var start: FormState
        var prediction = FormState()
        var study = FormState()
        var closure = FormState()
        /// Shown only where someone else changed what was to be put back.
        var restored = FormState()
    }

    /// The fields that its forms ask for.
    static let startNames = ["began"]
    static let studyNames = ["happened", "prediction-outcome"]
    static let closureNames = ["learned", "decision", "decision-reason"]

    /// What it says now.
    var fields: [Revision.Field] { own.cycle.fields(predicting: own.prediction) }

    init(
        of reading: ProgrammeReading,
        _ id: Cycle.ID,
        for visit: Visit,
        on connection: any SQLConnection,
        change: (inout Forms) -> Void = { _ in }
    ) throws {
        self.reading = reading
        own = try reading.reading(id)
        guard
            let idea = try TheoryStore.node(own.cycle.idea, of: reading.programme.id, on: connection)
        else { throw Failure.notFound }
        self.idea = idea
        series = try Self.series(of: own.cycle, reading, on: connection)
        let ramp = own.ramp
        pictures = try reading.pictures(
            of: reading.readings.filter { $0.ramp == ramp }.compactMap(\.cycle.measure),
            on: connection
        )
        today = visit.now.day.description
        stories = try StoryStore.all(of: reading.programme.id, for: reading.reader, on: connection)
            .filter { $0.cycle == id }
        charts = try CycleCharts(of: reading, on: connection)
        reviewed = try Reviewed(cycle: id, for: reading.reader, on: connection)
        let history = try History(of: .cycle, id, words: reading.words, on: connection)
        self.history = history
        let fields = own.cycle.fields(predicting: own.prediction)
        func form(_ names: [String]) -> FormState {
            FormState(fields, asking: names, revision: history.newest)
        }
        var forms = Forms(
            start: form(Self.startNames),
            study: form(Self.studyNames),
            closure: form(Self.closureNames)
        )
        if own.cycle.began == nil { forms.start.typed.set(today, for: "began") }
        change(&forms)
        self.forms = forms
    }

    private static func series(
        of cycle: Cycle,
        _ reading: ProgrammeReading,
        on connection: any SQLConnection
    ) throws -> Series.ID? {
        guard let measure = cycle.measure.flatMap({ reading.reader.measures[$0] }),
            reading.reader.may(.read, measure, in: reading.programme.unit)
        else { return nil }
        let version = measure.definition.version
        return try SeriesStore.all(of: measure.id, version: version, on: connection)
            .first { $0.key.unit == reading.programme.unit }?.id
    }
}
