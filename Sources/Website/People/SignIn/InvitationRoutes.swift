import Hummingbird
import Sightline
import Storage

/// What letters lead to: accepting an invitation, and choosing a new password.
enum InvitationRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.invitation)
            .get(running: { code, visit, database in
                guard let page = try await open(code, visit, database) else { return spent }
                return .page(page)
            })
            .post(running: accept)
        routes.at(.passwordResets)
            .get { _, _, _ in .page(ResetRequestPage(isSent: false)) }
            .post(running: askForReset)
        routes.at(Address.passwordReset)
            .get { code, _, _ in .page(ResetPage(code: code)) }
            .post(running: reset)
    }

    private static var spent: Answer { .page(SpentLinkPage(), status: .gone) }

    /// What a link opens, or nil for one that opens nothing.
    ///
    /// What opens nothing counts: each further try of the same link waits longer, and after many from one host that
    /// host waits. Nobody else does.
    private static func open(
        _ code: SignInCode,
        _ visit: Visit,
        _ database: any SQLDatabase
    ) async throws -> InvitationPage? {
        let address = AttemptStore.Subject.address(visit.client.address)
        let link = AttemptStore.Subject.link(code.pathText)
        let (page, fromAddress, ofLink) = try await database.read { connection in
            (
                try InvitationPage(of: code, at: visit.now, on: connection),
                try AttemptStore.count(address, at: visit.now, on: connection),
                try AttemptStore.count(link, at: visit.now, on: connection)
            )
        }
        guard fromAddress < AttemptStore.mostFromAddress else { throw Failure.tooManyAttempts }
        try await Task.sleep(for: .seconds(AttemptStore.delay(after: ofLink)))
        if page == nil {
            try await database.write { try AttemptStore.note([address, link], at: visit.now, on: $0) }
        }
        return page
    }

    @Sendable private static func accept(
        _ code: SignInCode,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let found = try await open(code, visit, site.database)
        guard var page = found, let secret = code.secret else { return spent }
        var hash: PasswordHash?
        if !page.hasAccount {
            let person = Person(id: visit.context.makeID(), name: form["name"], email: page.invitation.email)
            var (password, problems) = PasswordFields.read(form, of: person, site.passwordRules)
            if form["name"].isEmpty { problems.insert(.init("name", "Enter your name."), at: 0) }
            guard problems.isEmpty else {
                page.form = FormState(typed: form, problems: problems)
                return .unsaved(page)
            }
            let cost = site.configuration.passwordCost
            hash = try await site.aside { [password] in
                try PasswordHash(of: password, cost: cost, visit.context)
            }
        }
        let chosen = hash
        return try await site.database.write { connection in
            guard let invitation = try InvitationStore.use(secret, at: visit.now, on: connection) else {
                return spent
            }
            return try admit(invitation, named: form["name"], chosen, visit, site, connection)
        }
    }

    /// Gives whoever accepted an account, or the account that they have the role.
    private static func admit(
        _ invitation: Invitation,
        named name: String,
        _ hash: PasswordHash?,
        _ visit: Visit,
        _ site: Site,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let context = Context(author: invitation.author, now: visit.now, origin: visit.client.address)
        let grant = RoleGrant(role: invitation.role, unit: invitation.unit)
        let known = try invitation.invitee.flatMap { try KnownPersonStore.find($0, on: connection) }
        if let account = try AccountStore.find(email: invitation.email, on: connection) {
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            if let known { try KnownPersonStore.merge(known, into: account.person, context, on: connection) }
            return .redirect(to: .signIn)
        }
        guard let hash else { return spent }
        let account =
            if let known {
                try AccountStore.insert(
                    for: known,
                    name: name,
                    email: invitation.email,
                    context,
                    on: connection
                )
            } else {
                try AccountStore.insert(name: name, email: invitation.email, context, on: connection)
            }
        try AccountStore.grant(grant, to: account.id, context, on: connection)
        try CredentialStore.change(hash, of: account.id, visit.context, on: connection)
        let session = try SignInStore.startSession(
            of: account.id,
            device: visit.client.device,
            visit.context,
            on: connection
        )
        return try SignInRoutes.begin(
            session,
            visit,
            connection,
            isSecure: site.configuration.isBehindHTTPS
        )
    }
}

// MARK: - A new password

extension InvitationRoutes {
    /// Answers alike, after the same work, whether or not an account has the address.
    @Sendable private static func askForReset(
        _: Void,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let email = form["email"]
        try await site.database.write { connection in
            let address = AttemptStore.Subject.address(visit.client.address)
            guard
                try AttemptStore.count(address, at: visit.now, on: connection) < AttemptStore.mostFromAddress
            else { throw Failure.tooManyAttempts }
            // Asking counts, found or not: nobody can send letter after letter or try a list of addresses.
            try AttemptStore.note([address], at: visit.now, on: connection)
            guard
                let account = try AccountStore.find(email: email, on: connection), account.isActive,
                let known = account.person.email
            else { return }
            let letters = Letters(site: site.configuration, context: visit.context, connection: connection)
            try letters.offerReset(to: account, at: known)
        }
        return .page(ResetRequestPage(isSent: true))
    }

    @Sendable private static func reset(
        _ code: SignInCode,
        _ form: Form,
        _ visit: Visit,
        _ site: Site
    ) async throws -> Answer {
        let (password, problems) = PasswordFields.read(form, of: nil, site.passwordRules)
        guard problems.isEmpty, let secret = code.secret else {
            return .unsaved(ResetPage(code: code, form: FormState(typed: form, problems: problems)))
        }
        let cost = site.configuration.passwordCost
        let hash = try await site.aside { try PasswordHash(of: password, cost: cost, visit.context) }
        return try await site.database.write { connection in
            guard
                let id = try SignInStore.useLink(secret, .reset, at: visit.now, on: connection),
                let account = try AccountStore.find(id, on: connection)
            else { return spent }
            try CredentialStore.change(hash, of: id, visit.context, on: connection)
            try SignInStore.endSessions(of: id, at: visit.now, on: connection)
            try SignInStore.endSecondSteps(of: id, on: connection)
            try SignInStore.endLinks(of: id, .reset, at: visit.now, on: connection)
            if let email = account.person.email {
                let letters = Letters(
                    site: site.configuration,
                    context: visit.context,
                    connection: connection
                )
                try letters.tellOfNewPassword(email)
            }
            // A letter is no second factor: where there are codes, one is asked for.
            return try SignInRoutes.proceed(
                id,
                visit,
                connection,
                isSecure: site.configuration.isBehindHTTPS
            )
        }
    }
}
