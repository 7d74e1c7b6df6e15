import Sightline
import Storage

/// The people who chose the visitor as their coach.
struct CoachingPage: Page {
    let people: [(choice: CoachChoice, name: String)]

    var title: String { "People who chose me" }
    var section: Section? { .coaching }

    init(for visit: Visit, on connection: any SQLConnection) throws {
        guard let account = visit.account else { throw Failure.signInNeeded }
        let tree = try UnitStore.tree(on: connection)
        people = try CoachStore.choices(of: account.id, on: connection).compactMap { choice in
            guard
                let person = try AccountStore.find(of: choice.person, on: connection),
                Access.maySee(account, nil, of: choice, by: person, in: tree)
            else { return nil }
            return (choice, person.person.name)
        }
    }
}
