import Hummingbird
import Sightline
import Storage

/// Choosing a coach, and seeing those who chose one.
enum CoachingRoutes {
    static func register(on routes: Routes) {
        routes.at(.coaches)
            .get { _, visit, connection in .page(try CoachesPage(for: visit, on: connection)) }
            .post(choose)
        routes.at(.endedCoaches).post { _, form, visit, connection in
            guard let account = visit.account else { throw Failure.signInNeeded }
            guard
                let id = CoachChoice.ID(form["choice"]),
                try CoachStore.end(id, by: account.person.id, visit.context, on: connection)
            else { throw Failure.badRequest("That coach isn’t in the list any more.") }
            return .redirect(to: .coaches, notice: .coachEnded)
        }
        routes.at(.coaching).get { _, visit, connection in
            .page(try CoachingPage(for: visit, on: connection))
        }
        routes.at(Address.coachedPerson).get(running: { choice, visit, database in
            // In one transaction with the page: nothing is shown that isn't noted.
            try await database.write { connection in
                let page = try CoachedPersonPage(of: choice, for: visit, on: connection)
                try CoachStore.see(choice, visit.context, on: connection)
                return .page(page)
            }
        })
    }

    /// Chooses someone from the list, or changes what a coach sees.
    @Sendable private static func choose(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        guard let account = visit.account else { throw Failure.signInNeeded }
        var page = try CoachesPage(for: visit, on: connection)
        let coach = Account.ID(form["coach"])
        let present = page.coaches.first { $0.choice.coach == coach }
        guard let coach, present != nil || page.candidates.contains(where: { $0.id == coach }) else {
            page.form = FormState(typed: form, problems: [.init("coach", "Choose a coach from the list.")])
            return .unsaved(page)
        }
        let field = present.map { "view-\($0.choice.id.pathText)" } ?? "view"
        try CoachStore.choose(
            coach,
            by: account.person.id,
            views: Set(form.all(field).compactMap(CoachView.init(rawValue:))),
            visit.context,
            on: connection
        )
        return .redirect(to: .coaches, notice: .coachChosen)
    }
}
