import Sightline
import Storage

/// Looking at a code that someone gives, with what slows guessing down.
struct CodeCheck {
    let account: Account
    let visit: Visit
    let site: Site

    /// Waits the longer the more codes of the account were wrong lately.
    ///
    /// - Throws: `Failure.tooManyAttempts` after too much from one host.
    func wait() async throws {
        let failures = try await site.database.read { connection in
            (
                fromAddress: try AttemptStore.count(
                    .address(visit.client.address),
                    at: visit.now,
                    on: connection
                ),
                ofAccount: try AttemptStore.count(.code(account.id), at: visit.now, on: connection)
            )
        }
        guard failures.fromAddress < AttemptStore.mostFromAddress else { throw Failure.tooManyAttempts }
        try await Task.sleep(for: .seconds(AttemptStore.delay(after: failures.ofAccount)))
    }

    /// Uses a code up, and tells the person of a recovery code; notes what was wrong.
    ///
    /// After many wrong ones only recovery codes are looked at, so that nobody is locked out by whoever knows their
    /// password.
    func accepts(_ text: String, on connection: any SQLConnection) throws -> Bool {
        let failures = try AttemptStore.count(.code(account.id), at: visit.now, on: connection)
        let source = try CodeStore.accept(
            text,
            of: account,
            takesDevice: failures < AttemptStore.mostCodes,
            ownContext,
            on: connection
        )
        switch source {
        case .device: return true
        case .recovery:
            let left = try CodeStore.state(of: account.id, on: connection)?.recoveryCodesLeft ?? 0
            try letters(on: connection).tellOfCodes(.recovered(left: left), to: account)
            return true
        case nil:
            try noteFailure(on: connection)
            if failures + 1 == AttemptStore.mostCodes {
                try letters(on: connection).tellOfCodes(.guessed, to: account)
            }
            return false
        }
    }

    func noteFailure(on connection: any SQLConnection) throws {
        try AttemptStore.note(
            [.address(visit.client.address), .code(account.id)],
            at: visit.now,
            on: connection
        )
    }

    func letters(on connection: any SQLConnection) -> Letters {
        Letters(site: site.configuration, context: ownContext, connection: connection)
    }

    /// What the person does themselves, though they aren't signed in yet.
    private var ownContext: Context {
        let author = Author(name: account.person.name, person: account.person.id)
        return Context(author: author, now: visit.now, origin: visit.client.address)
    }
}
