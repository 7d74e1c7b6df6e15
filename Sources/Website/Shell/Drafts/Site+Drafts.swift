import Sightline
import Storage

extension Site {
    /// Reads a form and answers it; where it can't be taken, what was typed is kept for an hour, for the person of the
    /// session and nobody else.
    ///
    /// - Throws: ``KeptForm``, or the error itself where nothing was kept.
    func keepingForm(
        of arrival: Arrival,
        reading: () async throws -> Form,
        _ answer: (Form) async throws -> FramedAnswer
    ) async throws -> FramedAnswer {
        let form: Form
        do {
            form = try await reading()
        } catch let stale as StaleForm {
            throw await keep(stale.form, hadFile: stale.hadFile, after: Failure.formNotOurs, of: arrival)
        }
        do {
            return try await answer(form)
        } catch {
            throw await keep(form, hadFile: false, after: error, of: arrival)
        }
    }

    /// The error to throw once a form has been kept that an error stood against.
    func keep(
        _ form: Form,
        hadFile: Bool,
        after error: any Error,
        of arrival: Arrival
    ) async -> any Error {
        let fields = form.fields.filter { !Self.isSecret($0.name) && !$0.value.isEmpty }
        let size = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard
            Self.losesForm(error), !fields.isEmpty, size <= Limits.draftBytes,
            let page = arrival.address.formPage, let secret = arrival.secret
        else { return error }
        let action = arrival.address.path
        let context = Context(author: Author(name: ""), now: arrival.now, origin: arrival.client.address)
        let kept = try? await database.write { connection -> KeptForm? in
            guard
                let account = try SignInStore.holder(of: secret, on: connection),
                try AccountStore.find(account, on: connection)?.isActive == true
            else { return nil }
            let draft = Draft(
                account: account,
                action: action,
                page: page.path,
                fields: fields.map { .init($0.name, $0.value) },
                hadFile: hadFile
            )
            let secret = try DraftStore.insert(draft, context, on: connection)
            return KeptForm(underlying: error, secret: secret, place: draft.place)
        }
        return kept.flatMap(\.self) ?? error
    }

    /// Whether a request comes with a session of ours that has ended: a stranger's form is neither read nor kept.
    func mayKeep(after error: any Error, of arrival: Arrival) async -> Bool {
        let failure = Failure((error as? FramedError)?.underlying ?? error)
        guard failure == .signInNeeded, let secret = arrival.secret else { return false }
        let holder = try? await database.read { try SignInStore.holder(of: secret, on: $0) }
        return holder.flatMap(\.self) != nil
    }

    /// Whether an error takes someone away from the page with what they typed, and they may come back to it.
    private static func losesForm(_ error: any Error) -> Bool {
        switch Failure((error as? FramedError)?.underlying ?? error) {
        case .signInNeeded, .formNotOurs, .unexpected, .badRequest, .timedOut: true
        default: false
        }
    }

    /// Fields of which nothing is kept.
    private static func isSecret(_ name: String) -> Bool {
        name == FormToken.field
            || ["password", "proof", "one-time", "recovery", "secret"].contains { name.contains($0) }
    }
}
