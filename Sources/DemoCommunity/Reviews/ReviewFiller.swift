import Sightline
import Statistics
import Storage

/// Reviews that the people of the fictional community held: what they agreed and decided, what came of it, what is
/// overdue and what lies ahead; and one that is prepared for today.
struct ReviewFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    /// Something that was done so many days ago.
    private struct Happening {
        let daysAgo: Int
        let run: () throws -> Void
    }

    /// Tells all of it in the order in which it happened.
    func fill() throws {
        let reader = try Readership.ofOperator(on: connection)
        var happenings: [Happening] = []
        for told in ToldReview.all {
            guard let unit = reader.tree.unit(code: told.unit) else { throw DemoError.unknownUnit(told.unit) }
            let context = context(daysAgo: told.daysAgo)
            let id: Review.ID = context.makeID()
            happenings.append(
                Happening(daysAgo: told.daysAgo) { try hold(told, id, in: unit, reader, context) }
            )
            for decision in told.decisions {
                guard let came = decision.came else { continue }
                let daysAgo = told.daysAgo - came.daysAfter
                happenings.append(
                    Happening(daysAgo: daysAgo) {
                        try follow(decision, came, of: id, reader, self.context(daysAgo: daysAgo))
                    }
                )
            }
            if let addition = told.addition {
                let later = self.context(daysAgo: told.daysAgo - 3)
                happenings.append(
                    Happening(daysAgo: told.daysAgo - 3) {
                        guard let review = try ReviewStore.find(id, on: connection) else { return }
                        try ReviewStore.note(
                            addition,
                            isAddition: true,
                            on: review,
                            later,
                            on: connection
                        )
                    }
                )
            }
        }
        for happening in happenings.sorted(by: { $0.daysAgo > $1.daysAgo }) { try happening.run() }
    }

    private func hold(
        _ told: ToldReview,
        _ id: Review.ID,
        in unit: Unit,
        _ reader: Readership,
        _ context: Context
    ) throws {
        var review = Review(
            id: id,
            unit: unit.id,
            kind: told.kind,
            day: context.now.day,
            author: context.author,
            instant: context.now
        )
        try ReviewStore.open(review, context, on: connection)
        for note in told.notes {
            try ReviewStore.note(note, isAddition: false, on: review, context, on: connection)
        }
        for meaning in told.meanings {
            guard let entry = try signal(meaning.signal, reader, by: context.now) else { continue }
            try MeaningStore.agree(
                meaning.text,
                meaning.certainty,
                on: entry,
                in: review,
                context,
                on: connection
            )
        }
        let new = try newSignals(of: unit, told.newSignals, reader, by: context.now)
        for (index, entry) in new.enumerated() {
            let isFound = index % 2 == 0
            try MeaningStore.agree(
                isFound ? "It began when two wards changed places." : "We asked, and nobody knows.",
                isFound ? .suspected : .notFound,
                on: entry,
                in: review,
                context,
                on: connection
            )
        }
        let first = try new.first.flatMap { entry in
            try LedgerStore.find(entry.id, of: entry.unit.id, for: reader, on: connection)
        }
        for decision in told.decisions { try decide(decision, in: review, about: first, reader, context) }
        guard !told.isOpen else { return }
        (review.present, review.minutes) = (told.present, told.minutes)
        try MinutesStore.close(
            review,
            saying: { try minutes(of: $0, in: unit, reader, context) },
            context,
            on: connection
        )
    }

    private func decide(
        _ told: ToldReview.Told,
        in review: Review,
        about new: LedgerEntry?,
        _ reader: Readership,
        _ context: Context
    ) throws {
        let entry = try told.signal.map { try signal($0, reader, by: context.now) } ?? new
        // Where chance has made no signal of the story, nobody decides about it.
        guard told.signal == nil || entry != nil else { return }
        let found = try told.cycle.flatMap { try cycle($0, in: review.unit) }
        var about = About()
        if let entry { about = About(entry) }
        if let found { about = About(found.cycle, of: found.programme) }
        guard let due = context.now.day.advanced(by: told.dueAfter) else {
            throw DemoError.today(now.day)
        }
        let decision = Decision(
            id: context.makeID(),
            review: review.id,
            unit: review.unit,
            kind: told.kind,
            text: told.text,
            expected: told.expected,
            owner: try owner(told.owner),
            due: due,
            about: about,
            name: entry?.name ?? found?.cycle.question ?? "",
            author: context.author,
            instant: context.now
        )
        try DecisionStore.decide(decision, in: review, about: entry, context, on: connection)
    }

    private func follow(
        _ told: ToldReview.Told,
        _ came: ToldReview.Came,
        of review: Review.ID,
        _ reader: Readership,
        _ context: Context
    ) throws {
        let all = try DecisionStore.all(of: review, for: reader, on: connection)
        guard let decision = all.first(where: { $0.text == told.text }) else { return }
        var entry: LedgerEntry?
        if came.settles, let signal = decision.about.signal, let place = decision.about.place {
            entry = try LedgerStore.find(signal, of: place, for: reader, on: connection)
        }
        let followUp = FollowUp(
            came.outcome,
            happened: came.text,
            minutes: came.minutes,
            author: context.author,
            instant: context.now
        )
        try DecisionStore.follow(up: decision, with: followUp, settling: entry, context, on: connection)
    }

    /// What was on the table on that day, and nothing that came later.
    private func minutes(
        of review: Review,
        in unit: Unit,
        _ reader: Readership,
        _ context: Context
    ) throws -> Minutes {
        let today = context.now.day
        let since = try ReviewStore.last(before: review, on: connection)?.closed
        var preparation = try ReviewPreparation(
            of: unit.id,
            since: since,
            today: today,
            for: reader,
            on: connection
        )
        preparation.changes.removeAll { $0.instant > context.now }
        preparation.signals.removeAll { $0.found > context.now || $0.state != .acting }
        preparation.stuck = []
        preparation.late = []
        return Minutes(
            of: review,
            preparation,
            try MeaningStore.all(of: review.id, for: reader, on: connection),
            try DecisionStore.all(of: review.id, for: reader, on: connection),
            try ReviewStore.notes(of: review.id, on: connection),
            in: unit,
            today: today
        )
    }

    // MARK: Who and what

    /// The signal of a measure in a unit that people act on already, or the newest that was there at a time; nil where
    /// chance has made none.
    private func signal(
        _ place: ToldReview.Place,
        _ reader: Readership,
        by instant: Timestamp
    ) throws -> LedgerEntry? {
        guard let unit = reader.tree.unit(code: place.unit) else { throw DemoError.unknownUnit(place.unit) }
        guard let measure = reader.measures.measures(named: place.measure).first else {
            throw DemoError.unknownMeasure(place.measure)
        }
        let entries = try LedgerStore.reading(of: unit.id, for: reader, on: connection).entries.filter {
            $0.place?.measure.id == measure.id && $0.unit.id == unit.id && !$0.isWithdrawn
        }
        let acting = entries.filter { $0.state == .acting }
        return (acting.isEmpty ? entries.filter { $0.found <= instant } : acting)
            .max { ($0.lastDay, $0.firstDay, $0.id) < ($1.lastDay, $1.firstDay, $1.id) }
    }

    /// Signals of a unit and of those below it that came within the two months before, and of which nobody has spoken.
    private func newSignals(
        of unit: Unit,
        _ count: Int,
        _ reader: Readership,
        by instant: Timestamp
    ) throws -> [LedgerEntry] {
        guard count > 0 else { return [] }
        let earliest = instant.advanced(bySeconds: -61 * 86_400)
        let entries = try LedgerStore.reading(of: unit.id, for: reader, on: connection).entries
        return Array(
            entries.filter { entry in
                entry.state == .new && !entry.isWithdrawn && entry.found <= instant && entry.found > earliest
                    && entry.place?.measure.key != "emergency-bed-days"
            }
            .sorted { ($0.found, $0.id) > ($1.found, $1.id) }.prefix(count)
        )
    }

    private func cycle(
        _ question: String,
        in unit: Unit.ID
    ) throws -> (cycle: Cycle, programme: Programme)? {
        for programme in try ProgrammeStore.all(of: unit, on: connection) {
            let cycles = try CycleStore.all(of: programme.id, on: connection)
            if let cycle = cycles.first(where: { $0.question.hasPrefix(question) }) {
                return (cycle, programme)
            }
        }
        return nil
    }

    private func owner(_ name: String) throws -> Author {
        let address = "\(name.lowercased().replacing(" ", with: "."))@fourways.example"
        let account = try AccountStore.find(email: address, on: connection)
        return Author(name: name, person: account?.person.id)
    }

    private func context(daysAgo: Int) -> Context {
        Context(daysAgo: Int64(daysAgo), from: now)
    }
}
