import Hummingbird
import Sightline
import Storage

/// People without accounts.
enum KnownPersonRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.newPerson)
            .get { unit, _, connection in .page(try NewPersonPage(in: unit, on: connection)) }
            .post(add)
        routes.at(Address.knownPerson)
            .get { address, visit, connection in
                .page(try KnownPersonPage(of: address, for: visit, on: connection))
            }
            .post(change)
        routes.at(Address.knownPersonState).post(setState)
        let site = routes.site.configuration
        routes.at(Address.knownPersonInvitation).post { address, form, visit, connection in
            try invite(address, form, visit, site, connection)
        }
    }

    @Sendable private static func add(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let problems = try KnownPersonFields.problems(with: form, in: unit, on: connection)
        guard problems.isEmpty else {
            var page = try NewPersonPage(in: unit, on: connection)
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        let known = try KnownPersonStore.insert(
            name: form["name"],
            email: form.optional("email"),
            in: unit,
            visit.context,
            on: connection
        )
        return .redirect(to: .knownPerson(unit, known.id), notice: .personAdded)
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Person.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try KnownPersonPage(of: address, for: visit, on: connection)
        let problems = try KnownPersonFields.problems(
            with: form,
            of: page.known.id,
            in: page.home.id,
            on: connection
        )
        guard problems.isEmpty else {
            page.details = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        let person = Person(id: page.known.id, name: form["name"], email: form.optional("email"))
        try KnownPersonStore.update(person, of: page.known, visit.context, on: connection)
        return .redirect(to: .knownPerson(address.0, address.1), notice: .personChanged)
    }

    private static func invite(
        _ address: (Unit.ID, Person.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: SiteConfiguration,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try KnownPersonPage(of: address, for: visit, on: connection)
        var problems: [FormState.Problem] = []
        let email = form["invite-email"]
        if !InvitationList.isAddress(email) {
            problems.append(.init("invite-email", "That is no e-mail address."))
        }
        let role = Role(rawValue: form["invited-role"])
        if role.map(page.roles.contains) != true {
            problems.append(.init("invited-role", "Choose a role from the list."))
        }
        if !page.known.isActive { problems.append(.init("invite-email", "They are no longer here.")) }
        guard problems.isEmpty, let role else {
            page.inviting = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        let letters = Letters(site: site, context: visit.context, connection: connection)
        try letters.invite(email, page.known.person.name, as: role, for: page.known, on: page.home)
        return .redirect(to: .knownPerson(address.0, address.1), notice: .invited)
    }

    /// Says that someone is here or no longer here, or the same as another person.
    @Sendable private static func setState(
        _ address: (Unit.ID, Person.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let page = try KnownPersonPage(of: address, for: visit, on: connection)
        switch form["state"] {
        case "active", "inactive":
            let isActive = form["state"] == "active"
            try KnownPersonStore.setActive(isActive, page.known, visit.context, on: connection)
            return .redirect(to: .knownPerson(address.0, address.1), notice: .personChanged)
        case "merged":
            guard let twin = page.others.first(where: { $0.id == form["twin"] }) else {
                throw Failure.badRequest("Choose the person who stays.")
            }
            try KnownPersonStore.merge(page.known, into: twin.person, visit.context, on: connection)
            return .redirect(to: .people(address.0), notice: .personChanged)
        default: throw Failure.badRequest("Choose what is to become of them.")
        }
    }
}
