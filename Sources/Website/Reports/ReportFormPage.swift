import Markup
import Sightline
import Storage

/// The form of a written page's title, summary and readers: of a new one, or of one that there is.
struct ReportFormPage: Page {
    let unit: Unit
    /// Nil for a new one.
    let report: Report?
    var form: FormState

    var title: String { report.map { "Title and readers of “\($0.title)”" } ?? "Write a page" }
    var section: Section? { .home }

    /// The fields that the form asks for.
    static let names = ["title", "summary", "visibility"]

    init(newIn id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        guard let unit = try UnitStore.find(id, on: connection) else { throw Failure.notFound }
        self.unit = unit
        report = nil
        form = FormState(["visibility": Visibility.unit.rawValue])
    }

    init(
        of address: (unit: Unit.ID, report: Report.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let (unit, report) = try visit.readership(on: connection).report(at: address, on: connection)
        self.unit = unit
        self.report = report
        let revision = try RevisionStore.newest(.report, report.id, on: connection)
        form = FormState(report.fields, asking: Self.names, revision: revision)
    }

    func content(in frame: Frame) -> HTML {
        let address = report.map { Address.reports(.details(unit.id, $0.id)) } ?? .reports(.new(unit.id))
        let visibilities = Visibility.allCases.map { (value: $0.rawValue, label: $0.programmeWords) }
        return """
            <div class="stack narrow">
            <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
            \(frame.form(to: address, content: """
                \(report == nil ? nil : form.origin)\(form.summary)
                \(form.text("title", "Title", options: .init(isRequired: true)))
                \(form.paragraph("summary", "Summary", hint: Self.summaryHint, isRequired: true))
                \(form.choice("visibility", "Who may read it", hint: Self.visibilityHint, of: visibilities))
                <button>\(report == nil ? "Make it" : "Save")</button>
                """))
            </div>
            """
    }

    private static let summaryHint = "What it says, in a sentence or two: some read no further."
    private static let visibilityHint = """
        It holds for the page and its words. What it shows of other things is seen by those only who may see them \
        anyway.
        """
}
