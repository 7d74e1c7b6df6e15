import Hummingbird
import Sightline
import Storage

/// One person's roles, name and account.
enum PersonRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.person).get { address, visit, connection in
            .page(try PersonPage(of: address, for: visit, on: connection))
        }
        routes.at(Address.personRoles).post(give)
        routes.at(Address.personEndedRoles).post(end)
        let site = routes.site
        routes.at(Address.personDetails).post { address, form, visit, connection in
            try change(address, form, visit, site.configuration, connection)
        }
        routes.at(Address.personState).post(setState)
        routes.at(Address.personEndedCodes).post { address, _, visit, connection in
            let page = try PersonPage(of: address, for: visit, on: connection)
            guard page.mayManage, page.account.id != visit.account?.id else { throw Failure.forbidden }
            try CodeStore.end(page.account, visit.context, on: connection)
            try SignInStore.endSessions(of: page.account.id, at: visit.now, on: connection)
            try SignInStore.endSecondSteps(of: page.account.id, on: connection)
            if page.hasCodes {
                let letters = Letters(
                    site: site.configuration,
                    context: visit.context,
                    connection: connection
                )
                try letters.tellOfCodes(.takenAway(by: visit.context.author.name), to: page.account)
            }
            return .redirect(to: .person(address.0, address.1), notice: .codesEnded)
        }
    }

    @Sendable private static func give(
        _ address: (Unit.ID, Account.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let page = try PersonPage(of: address, for: visit, on: connection)
        guard let role = Role(rawValue: form["role"]) else {
            throw Failure.badRequest("Choose a role from the list.")
        }
        guard page.givable.contains(role) else { throw Failure.forbidden }
        let grant = RoleGrant(role: role, unit: address.0)
        try AccountStore.grant(grant, to: address.1, visit.context, on: connection)
        return .redirect(to: .person(address.0, address.1), notice: .roleGiven)
    }

    @Sendable private static func end(
        _ address: (Unit.ID, Account.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PersonPage(of: address, for: visit, on: connection)
        guard let role = Role(rawValue: form["role"]), let unit = Unit.ID(form["unit"]) else {
            throw Failure.badRequest("Choose a role of the list.")
        }
        guard page.roles.contains(where: { $0.grant == RoleGrant(role: role, unit: unit) && $0.mayEnd })
        else {
            throw Failure.forbidden
        }
        do {
            try AccountStore.revoke(
                RoleGrant(role: role, unit: unit),
                from: page.account,
                visit.context,
                on: connection
            )
        } catch AccountError.lastAdministrator {
            page.form = FormState(problems: [.init("main", lastAdministrator)])
            return .unsaved(page)
        }
        let isLeft = page.roles.count > 1
        return .redirect(to: isLeft ? .person(address.0, address.1) : .people(address.0), notice: .roleEnded)
    }

    private static let lastAdministrator = """
        They are the last administrator here: make someone else administrator first.
        """

    private static func change(
        _ address: (Unit.ID, Account.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: SiteConfiguration,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PersonPage(of: address, for: visit, on: connection)
        guard page.mayManage else { throw Failure.forbidden }
        let person = page.account.person
        let edit = try Edit(form, of: .person, person.id, now: person.fields, on: connection)
        if let state = edit.conflict {
            page.details = state
            return .conflict(page)
        }
        let form = edit.form
        var problems: [FormState.Problem] = []
        if form["name"].isEmpty { problems.append(.init("name", "Enter the name.")) }
        if let email = form.optional("email"), !InvitationList.isAddress(email) {
            problems.append(.init("email", "That is no e-mail address."))
        }
        if problems.isEmpty {
            let changed = Person(id: person.id, name: form["name"], email: form.optional("email"))
            do {
                try AccountStore.update(changed, of: page.account, visit.context, on: connection)
                if let old = person.email, changed.email != old {
                    // A letter on its way to the old address opens nothing any more, and the person hears of it there.
                    try SignInStore.endLinks(of: page.account.id, .reset, at: visit.now, on: connection)
                    try Letters(site: site, context: visit.context, connection: connection)
                        .tellOfNewAddress(changed.email, by: visit.context.author.name, to: old)
                }
                return .redirect(to: .person(address.0, address.1), notice: .personChanged)
            } catch AccountError.emailTaken {
                problems.append(.init("email", "Another account has this address."))
            }
        }
        page.details = FormState(typed: form, problems: problems)
        return .unsaved(page)
    }

    /// Deactivates, lets in again, or merges into another account.
    @Sendable private static func setState(
        _ address: (Unit.ID, Account.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PersonPage(of: address, for: visit, on: connection)
        guard page.mayManage else { throw Failure.forbidden }
        func other(_ field: String) -> Account? { page.others.first { $0.id.pathText == form[field] } }
        do {
            switch form["state"] {
            case "active":
                try AccountStore.setActive(true, page.account, visit.context, on: connection)
            case "inactive":
                try AccountStore.deactivate(
                    page.account,
                    successor: other("successor"),
                    visit.context,
                    on: connection
                )
            case "merged":
                guard let twin = other("twin") else {
                    throw Failure.badRequest("Choose the account that stays.")
                }
                try AccountStore.merge(page.account, into: twin, visit.context, on: connection)
                return .redirect(to: .person(address.0, twin.id), notice: .personChanged)
            default: throw Failure.badRequest("Choose what is to become of the account.")
            }
        } catch AccountError.lastAdministrator {
            page.form = FormState(problems: [.init("main", lastAdministrator)])
            return .unsaved(page)
        }
        return .redirect(to: .person(address.0, address.1), notice: .personChanged)
    }
}
