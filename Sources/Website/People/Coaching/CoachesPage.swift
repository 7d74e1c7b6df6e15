import Sightline
import Storage

/// Someone's own coaches: whom they chose, what each may see, and whom they could choose.
struct CoachesPage: Page {
    struct Entry: Sendable {
        let choice: CoachChoice
        let name: String
        /// Whether the coach sees anything now: not when they no longer coach here.
        let isInForce: Bool
        let audience: CoachAudience
    }

    let coaches: [Entry]
    /// Those who coach where the person has a role, and aren't chosen yet.
    let candidates: [Account]
    var form = FormState(["view": CoachView.roles.rawValue])

    var title: String { "Your coaches" }
    var section: Section? { nil }

    init(for visit: Visit, on connection: any SQLConnection) throws {
        guard let account = visit.account else { throw Failure.signInNeeded }
        let tree = try UnitStore.tree(on: connection)
        let choices = try CoachStore.choices(by: account.person.id, on: connection)
        coaches = try choices.compactMap { choice in
            guard let coach = try AccountStore.find(choice.coach, on: connection) else { return nil }
            return Entry(
                choice: choice,
                name: coach.person.name,
                isInForce: Access.maySee(coach, nil, of: choice, by: account, in: tree),
                audience: try CoachAudience(of: choice, by: account, in: tree, on: connection)
            )
        }
        let chosen = choices.map(\.coach)
        candidates = try AccountStore.all(on: connection).filter {
            Access.mayCoach($0, account, in: tree) && !chosen.contains($0.id)
        }
    }
}
