import Sightline
import Statistics
import Storage

/// What people of the fictional community made of its signals: explained, acted on, settled, dismissed, and one that
/// they raised by hand.
struct SignalFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    /// What was done with the newest signal of a series, in this order, each so many days before now.
    private struct Story {
        let measure: String
        let unit: String
        let steps: [(daysAgo: Int64, step: SignalStep)]
        /// Papers that tell of its cause; the newest note on its chart tells of it too.
        var papers: [CauseLink] = []
    }

    private var stories: [Story] {
        let owner = Author(name: "Ines Brook")
        func day(_ offset: Int) -> Day { now.day.advanced(by: offset) ?? .last }
        return [
            Story(
                measure: "care-package-wait",
                unit: "CLO-COU",
                steps: [
                    (
                        20,
                        .explain(
                            .init(.suspected, "Brokers sit with the discharge team since the test began.")
                        )
                    ),
                    (
                        18,
                        .act(
                            response: "Keep the brokers there, and ask Brindlesea to try the same.",
                            owner: owner,
                            checkBack: day(25)
                        )
                    ),
                ],
                papers: [
                    .document(
                        title: "What the brokers wrote down in their first month",
                        place: "Shared folder of the discharge team"
                    )
                ]
            ),
            Story(
                measure: "ambulance-handover",
                unit: "BRI-INF",
                steps: [
                    (40, .explain(.init(.known, "Work on the ambulance bays: two of six are closed."))),
                    (
                        40,
                        .act(
                            response: "Ambulances queue at the south door until the bays are back.",
                            owner: owner,
                            checkBack: day(-6)
                        )
                    ),
                ]
            ),
            Story(
                measure: "joint-huddles",
                unit: "BRI-TEA",
                steps: [
                    (
                        30,
                        .explain(.init(.suspected, "The huddle moved online, and fewer can join from wards."))
                    )
                ]
            ),
            Story(
                measure: "know-who-to-call",
                unit: "APP-GPF",
                steps: [
                    (
                        60,
                        .explain(.init(.suspected, "The joint learning set of Applewick leaders met first."))
                    ),
                    (10, .settle(outcome: "It has held for a year; the learning set goes on.")),
                ]
            ),
            Story(
                measure: "agency-shifts",
                unit: "BRI-INF",
                steps: [
                    (25, .dismiss(reason: "It says what agency spend says, which has a signal of its own."))
                ]
            ),
        ]
    }

    func fill() throws {
        let reader = try Readership.ofOperator(on: connection)
        for story in stories { try tell(story, for: reader) }
        guard let unit = reader.tree.unit(code: "BRI-TEA") else { throw DemoError.unknownUnit("BRI-TEA") }
        let context = Context(daysAgo: 12, from: now)
        let raised = RaisedSignal(
            id: context.makeID(),
            unit: unit.id,
            series: nil,
            strand: .relationships,
            meaning: .wanted,
            day: context.now.day,
            words:
                "The council’s brokers and the ward sisters now ring each other without going through managers.",
            author: context.author,
            instant: context.now
        )
        try LedgerStore.raise(raised, context, on: connection)
    }

    private func tell(_ story: Story, for reader: Readership) throws {
        guard let unit = reader.tree.unit(code: story.unit) else { throw DemoError.unknownUnit(story.unit) }
        guard let measure = reader.measures.measures(named: story.measure).first else {
            throw DemoError.unknownMeasure(story.measure)
        }
        func newest() throws -> LedgerEntry? {
            try LedgerStore.reading(of: unit.id, for: reader, on: connection).entries
                .filter { $0.place?.measure.id == measure.id && !$0.isWithdrawn }
                .max { ($0.lastDay, $0.firstDay, $0.id) < ($1.lastDay, $1.firstDay, $1.id) }
        }
        for (daysAgo, step) in story.steps {
            // Where chance has made no signal of the story, there is nothing to tell.
            guard let entry = try newest() else { return }
            try LedgerStore.take(
                try linked(step, story, entry),
                with: entry,
                seenIn: entry.state,
                Context(daysAgo: daysAgo, from: now),
                on: connection
            )
        }
    }

    /// An explanation with what tells of it.
    private func linked(_ step: SignalStep, _ story: Story, _ entry: LedgerEntry) throws -> SignalStep {
        guard case .explain(var cause) = step, !story.papers.isEmpty, let series = entry.place?.series else {
            return step
        }
        let note = try AnnotationStore.all(of: series.id, on: connection).last
        cause.links = [note.map { .annotation($0.id) }].compactMap { $0 } + story.papers
        return .explain(cause)
    }
}
