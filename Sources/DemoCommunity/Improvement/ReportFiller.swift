import Sightline
import Statistics
import Storage

/// Writes the pages with which the fictional community tells others how things go: one for a board, one for patients
/// and carers, with a public link, and what was frozen of the first for the board's papers.
struct ReportFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        try writeForBoard()
        try writeForPatients()
    }

    private func writeForBoard() throws {
        let place = try UnitStore.made("APPLEWICK", on: connection)
        let context = Context(daysAgo: 6, from: now)
        var report = Report(
            id: context.makeID(),
            unit: place.id,
            visibility: .community,
            title: "Applewick: how the winter went, for the board",
            summary: """
                More people go home from hospital with help, and fewer days are lost waiting for it. Harm from \
                medicines at handovers has not moved, and that is where we need the board.
                """,
            author: context.author,
            instant: context.now
        )
        report.add(.heading, "Going home")
        report.add(
            .words,
            """
            Two winters ago most people who needed help at home waited for it in a hospital bed. Home First turned \
            that round: people are assessed at home, on the day on which they leave.
            """
        )
        report.add(.chart, try series("home-first", "APPLEWICK"))
        report.add(.chart, try series("delayed-discharge-days", "APP-GEN"))
        report.add(.words, "What we believe brings that about, and how sure we are of each step:")
        let programme = try ProgrammeStore.made("Home First", in: "APPLEWICK", on: connection)
        report.add(.drawing, Report.Block.value(of: programme.id, .driverDiagram))
        let reader = try Readership.ofOperator(on: connection)
        let stories = try StoryStore.all(within: place.id, for: reader, on: connection).stories
        if let story = stories.first(where: { $0.reach == .community && $0.kind == .story }) {
            report.add(.story, story.id.description)
        }
        report.add(.heading, "Medicines")
        report.add(.chart, try series("medicine-incidents", "APPLEWICK"))
        report.add(
            .words,
            """
            Nothing that we tried has shifted it yet. What we ask of the board:
            - time for pharmacists of the three organisations to see one list
            - patience: at this rate a change by a third takes most of a year to show
            """
        )
        try ReportStore.insert(report, context, on: connection)
        try correct(&report)
        _ = try SnapshotStore.freeze(
            report,
            note: "For the board’s papers",
            Context(at: now),
            on: connection
        )
    }

    /// Somebody else sharpened its title a day later.
    private func correct(_ report: inout Report) throws {
        let context = Context(by: .deputy, daysAgo: 5, from: now)
        report.title = "Applewick: how the winter went"
        try ReportStore.update(report, context, on: connection)
    }

    private func writeForPatients() throws {
        let hospital = try UnitStore.made("APP-GEN", on: connection)
        guard let administrator = try AccountStore.administrators(of: hospital.id, on: connection).first
        else {
            throw DemoError.unknownUnit("APP-GEN")
        }
        let author = Author(name: administrator.person.name, person: administrator.person.id)
        let context = Context(author: author, now: now.advanced(bySeconds: -4 * 86_400))
        var report = Report(
            id: context.makeID(),
            unit: hospital.id,
            visibility: .community,
            title: "Waiting at Applewick General: for patients and carers",
            summary: "How long people wait in our emergency department, and what we are doing about it.",
            author: author,
            instant: context.now
        )
        report.add(
            .words,
            """
            Nobody should wait for more than four hours. This is how many people didn’t have to, month by month. The \
            grey lines are what the ordinary ups and downs look like: only what leaves them, or stays on one side for \
            long, is a change.
            """
        )
        report.add(.chart, try series("four-hour-wait", "APP-GEN"))
        report.add(.heading, "What you can do")
        report.add(
            .words,
            """
            - Not an emergency? The neighbourhood team answers until ten at night.
            - Tell us what it was like: the family council meets on the first Monday of the month.
            """
        )
        try ReportStore.insert(report, context, on: connection)
        _ = try PublicLinkStore.make(to: report, expires: nil, context, on: connection)
    }

    // MARK: What pages show

    /// The series of a measure in a unit, as a block names it.
    private func series(_ key: String, _ code: String) throws -> String {
        let unit = try UnitStore.made(code, on: connection)
        guard let measure = try MeasureStore.find(key: key, on: connection),
            let series = try SeriesStore.all(of: measure.id, on: connection).first(where: {
                $0.key.unit == unit.id && $0.key.group.isEmpty
            })
        else { throw DemoError.unknownMeasure(key) }
        return series.id.description
    }
}
