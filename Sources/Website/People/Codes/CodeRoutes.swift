import Hummingbird
import Sightline
import Storage

/// Someone's own one-time codes, and for whom a unit needs them.
enum CodeRoutes {
    static func register(on routes: Routes) {
        routes.at(.codes)
            .get { _, visit, connection in .page(try CodesPage(for: visit, on: connection)) }
            .post(running: begin)
        routes.at(.confirmedCodes).post(running: confirm)
        routes.at(.endedCodes).post(running: end)
        routes.at(.recoveryCodes).post(running: renew)
        routes.at(Address.requiredCodes).post { unit, form, visit, connection in
            guard let unit = try UnitStore.find(unit, on: connection) else { throw Failure.notFound }
            let chosen = form.all("required-role")
            let roles = Role.allCases.filter { chosen.contains($0.rawValue) }
            try RequiredCodeStore.set(roles, of: unit, visit.context, on: connection)
            return .redirect(to: .people(unit.id), notice: .requiredCodesSet)
        }
    }

    // MARK: Turning them on

    @Sendable private static func begin(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let page = try await site.database.read { try CodesPage(for: visit, on: $0) }
        if page.asksForPassword {
            let problem = FormState.Problem("password", "That isn’t your password.")
            guard try await isPassword(form.untrimmed("password"), of: page.account, visit, site) else {
                return try await unsaved(FormState(problems: [problem]), visit, site)
            }
        }
        return try await site.database.write { connection in
            try CodeStore.begin(page.account.id, visit.context, on: connection)
            return .redirect(to: .codes)
        }
    }

    @Sendable private static func confirm(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let codes = try await site.database.write { connection -> [RecoveryCode]? in
            guard let account = visit.account else { throw Failure.signInNeeded }
            let codes = try CodeStore.confirm(
                form["one-time-code"],
                of: account,
                visit.context,
                on: connection
            )
            guard let codes else { return nil }
            // Sessions that began without a code are worth no more than the password was.
            try SignInStore.endSessions(
                of: account.id,
                except: visit.session,
                at: visit.now,
                on: connection
            )
            let check = CodeCheck(account: account, visit: visit, site: site)
            try check.letters(on: connection).tellOfCodes(.begun, to: account)
            return codes
        }
        if let codes { return .page(RecoveryCodesPage(codes: codes)) }
        let problem = FormState.Problem("one-time-code", "That isn’t the code. Is the phone’s clock right?")
        return try await unsaved(FormState(typed: form, problems: [problem]), visit, site)
    }

    // MARK: With proof

    @Sendable private static func end(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        try await proven("end-proof", form, visit, site) { account, letters, connection in
            try CodeStore.end(account, visit.context, on: connection)
            try letters.tellOfCodes(.ended, to: account)
            return .redirect(to: .account, notice: .codesEnded)
        }
    }

    @Sendable private static func renew(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        try await proven("renew-proof", form, visit, site) { account, letters, connection in
            let codes = try CodeStore.renewRecoveryCodes(of: account, visit.context, on: connection)
            try letters.tellOfCodes(.renewed, to: account)
            return .page(RecoveryCodesPage(codes: codes))
        }
    }

    /// Does something with the codes of someone who gave a code of theirs, or their password.
    private static func proven(
        _ field: String,
        _ form: Form,
        _ visit: Visit,
        _ site: Site,
        _ body: @escaping @Sendable (Account, Letters, any SQLConnection) throws -> Answer
    ) async throws -> Answer {
        guard let account = visit.account else { throw Failure.signInNeeded }
        let check = CodeCheck(account: account, visit: visit, site: site)
        try await check.wait()
        let isPassword = try await isPassword(form.untrimmed(field), of: account, visit, site, isNoted: false)
        let answer = try await site.database.write { connection -> Answer? in
            guard try CodeStore.state(of: account.id, on: connection) != nil else {
                return .redirect(to: .codes)
            }
            let check = CodeCheck(account: account, visit: visit, site: site)
            guard try isPassword || check.accepts(form[field], on: connection) else { return nil }
            return try body(account, check.letters(on: connection), connection)
        }
        let problem = FormState.Problem(field, "That is neither your password nor a code of yours.")
        if let answer { return answer }
        return try await unsaved(FormState(problems: [problem]), visit, site)
    }

    /// Whether a text is the password of an account; what isn't is noted, and slows the next try down.
    private static func isPassword(
        _ text: String,
        of account: Account,
        _ visit: Visit,
        _ site: Site,
        isNoted: Bool = true
    ) async throws -> Bool {
        let check = CodeCheck(account: account, visit: visit, site: site)
        if isNoted { try await check.wait() }
        let hash = try await site.database.read { try CredentialStore.find(account.id, on: $0) }
        if let hash, try await site.aside({ try hash.matches(text) }) { return true }
        if isNoted { try await site.database.write { try check.noteFailure(on: $0) } }
        return false
    }

    private static func unsaved(_ form: FormState, _ visit: Visit, _ site: Site) async throws -> Answer {
        try await site.database.read { connection in
            var page = try CodesPage(for: visit, on: connection)
            page.form = form
            return .unsaved(page)
        }
    }
}
