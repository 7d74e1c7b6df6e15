package import Sightline
import Storage

/// A request that has passed the gate: who asks, when, from where in the tree.
package struct Visit: Sendable {
    /// Nil for someone who isn't signed in, at an address for everyone.
    package let account: Account?
    /// The secret that the browser holds, of a session or of none.
    let session: Secret?
    /// The secret with which this browser began a sign-in through a provider.
    let attempt: Secret?
    /// The same of a sign-in that waits for its second step.
    let secondStep: Secret?
    /// Whether the record of the session's use is so old that it must be renewed.
    let sessionNeedsTouch: Bool
    package let now: Timestamp
    let client: Client
    /// The secret of a form that waits for its sender.
    let draft: Secret?
    /// What was opened that a unit keeps to itself; nil for anything else.
    var keptSubject: AuditEntry.Subject?
    /// What the answer was made of that units keep to themselves.
    let reads = ReadLog()
    /// What was asked for, as the audit trail calls it.
    let way: String
    package let query: Form
    package let frame: Frame
    let directory: Directory

    /// What a change made by this visit needs.
    package var context: Context {
        let author = Author(name: account?.person.name ?? Product.name, person: account?.person.id)
        return Context(author: author, now: now, origin: client.address)
    }

    /// Whether the visitor may do something on a unit of the page.
    ///
    /// For showing or hiding a control: the gate decides again when it is used.
    package func may(_ action: Action, on unit: Unit.ID, in tree: UnitTree) -> Bool {
        Access.decide(account, action, on: unit, in: tree).isAllowed
    }

    /// What the visitor may read; nothing for someone who isn't signed in.
    func readership(on connection: any SQLConnection) throws -> Readership {
        guard let account else { throw Failure.signInNeeded }
        return try directory.readership(account, log: reads, on: connection)
    }
}
