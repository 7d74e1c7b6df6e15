import Hummingbird
import Sightline
import Statistics
import Storage
import Testing
import Website

/// One organisation that looks after itself, with one of everything that an address or a form can name.
///
/// Everything of it that a page could show has the organisation's own word in its name.
struct ForeignWorld: Sendable {
    let word: String
    let unit: Unit.ID
    let administrator: Account.ID
    /// The ids by the names that addresses have for them, and of what only forms name.
    let ids: [String: String]

    init(_ word: String, inside parent: Unit.ID, of site: TestSite) async throws {
        self.word = word
        let unit = try await site.add("\(word) Clinic", .organisation, inside: parent)
        let child = try await site.add("\(word) Ward", .team, inside: unit)
        let administrator = try await site.member("\(word) Chief", .administrator, on: unit)
        let coach = try await site.member("\(word) Coach", .coach, on: unit)
        let viewer = try await site.member("\(word) Viewer", .viewer, on: unit)
        let measure = try await site.addMeasure("\(word.lowercased())-falls") { measure in
            measure.unit = unit
            measure.title = "\(word) falls"
            measure.why = "\(word) reason"
        }
        let series = try await site.record(Values.shifted, of: measure, in: unit)
        let recording = try #require(try await site.recordings().first).id
        let found = try await site.database.read { try SignalStore.all(of: series, on: $0) }
        let signal = try #require(found.first).id
        let programme = try await SampleProgramme("\(word) plan", .unit, in: unit, of: site)
        site.clock.advance(bySeconds: 60)
        let now = site.clock.now
        let made = try await site.database.write { connection in
            let chief = try #require(try AccountStore.find(administrator.account, on: connection))
            let author = Author(name: "\(word) Chief", person: chief.person.id)
            let maker = Maker(word: word, unit: unit, context: Context(author: author, now: now))
            return try maker.make(coach.account, viewer.account, series, on: connection)
        }
        self.unit = unit
        self.administrator = administrator.account
        ids = made.merging([
            "unit": unit.description, "person": viewer.account.description, "measure": measure.id.description,
            "series": series.description, "recording": recording.description, "file": "chart.svg",
            "drawing": "driver-diagram.svg", "shipped": "joined-up-care", "block": "1",
            "provider": "riverside",
            "programme": programme.programme.id.description, "node": programme.idea.id.description,
            "arrow": programme.arrow.id.description, "cycle": programme.cycle.id.description,
            "evidence": programme.evidence.id.description, "evidence-kind": "document",
            "child": child.description, "signal": signal.description,
        ]) { first, _ in first }
    }

    /// Makes what is written in one transaction.
    private struct Maker: Sendable {
        let word: String
        let unit: Unit.ID
        let context: Context

        func make(
            _ coach: Account.ID,
            _ viewer: Account.ID,
            _ series: Series.ID,
            on connection: any SQLConnection
        ) throws -> [String: String] {
            let known = try KnownPersonStore.insert(
                name: "\(word) Kim",
                email: nil,
                in: unit,
                context,
                on: connection
            )
            let choice = try CoachStore.choose(
                coach,
                by: try #require(context.author.person),
                views: Set(CoachView.allCases),
                context,
                on: connection
            )
            let day = try #require(Day("2024-02-01"))
            let note = try AnnotationStore.add(
                "\(word) note",
                .event,
                on: day,
                to: series,
                context,
                on: connection
            )
            let days = try SeriesStore.observations(of: series, on: connection).days
            let phase = try PhaseStore.start(
                days[12],
                of: series,
                reason: "\(word) ward",
                context,
                on: connection
            )
            let slip = "\(word) slip"
            let other = try AnnotationStore.add(slip, .note, on: day, to: series, context, on: connection)
            let (review, decision) = try reviewed(series, on: connection)
            let item = try BinStore.delete(other.id, of: series, context, on: connection)
            _ = try SignInStore.startSession(of: viewer, device: word, context, on: connection)
            let story = try story(on: connection)
            let (page, snapshot) = try report(about: series, on: connection)
            let session = try SignInStore.sessions(of: viewer, at: context.now, on: connection).first
            return [
                "story": story.description, "activity": try activity(on: connection).description,
                "pack": try pack(on: connection).description,
                "page": page.description, "snapshot": snapshot.description,
                "known-person": known.id.description, "choice": choice.description,
                "review": review.description, "decision": decision.description,
                "annotation": note.id.description, "phase": phase.id.description,
                "session": try #require(session).handle, "import": try pending(on: connection).description,
                "item": item.id.description, "invitation": try invitation(on: connection).description,
            ]
        }

        private func activity(on connection: any SQLConnection) throws -> Activity.ID {
            let activity = Activity(
                id: context.makeID(),
                unit: unit,
                kind: .exchange,
                title: "\(word) exchange",
                level: .meso,
                firstDay: context.now.day,
                lastDay: context.now.day,
                purpose: "\(word) purpose",
                participants: 12
            )
            try ActivityStore.insert(activity, context, on: connection)
            return activity.id
        }

        private func pack(on connection: any SQLConnection) throws -> Pack.ID {
            try SamplePack.make("\(word) pack", .unit, in: unit, context, on: connection).id
        }

        private func report(
            about series: Series.ID,
            on connection: any SQLConnection
        ) throws -> (Report.ID, Snapshot.ID) {
            var report = Report(
                id: context.makeID(),
                unit: unit,
                title: "\(word) page",
                summary: "\(word) summary",
                author: context.author,
                instant: context.now
            )
            report.add(.words, "\(word) words")
            report.add(.chart, series.description)
            try ReportStore.insert(report, context, on: connection)
            return (report.id, try SnapshotStore.freeze(report, note: word, context, on: connection).id)
        }

        private func story(on connection: any SQLConnection) throws -> Story.ID {
            let story = Story(
                id: context.makeID(),
                unit: unit,
                kind: .story,
                visibility: .community,
                title: "\(word) story",
                day: context.now.day,
                changed: "\(word) change",
                matters: "\(word) matter",
                author: context.author,
                instant: context.now
            )
            try StoryStore.insert(story, context, on: connection)
            return story.id
        }

        private func reviewed(
            _ series: Series.ID,
            on connection: any SQLConnection
        ) throws -> (Review.ID, Decision.ID) {
            let signal = try #require(try SignalStore.all(of: series, on: connection).first).id
            return try SampleReview.make("\(word) huddle", about: signal, in: unit, context, on: connection)
        }

        private func invitation(on connection: any SQLConnection) throws -> Invitation.ID {
            let secret = try InvitationStore.insert(
                email: "\(word.lowercased())@example.org",
                name: "\(word) Guest",
                role: .viewer,
                on: unit,
                context,
                on: connection
            )
            return try #require(try InvitationStore.find(secret, on: connection)).id
        }

        private func pending(on connection: any SQLConnection) throws -> PendingImport.ID {
            let pending = PendingImport(
                id: context.makeID(),
                unit: unit,
                measure: nil,
                isForWholeUnit: true,
                mode: .merge,
                reason: "\(word) return",
                fileName: "\(word).csv",
                bytes: Array("measure,date,value\n\(word.lowercased())-falls,2024-01-01,3\n".utf8),
                author: context.author,
                instant: context.now
            )
            try PendingImportStore.insert(pending, context, on: connection)
            return pending.id
        }
    }
}
