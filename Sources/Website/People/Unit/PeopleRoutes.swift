import Hummingbird
import Sightline
import Storage

/// The people of a unit: inviting them, and what they may do.
enum PeopleRoutes {
    static func register(on routes: Routes) {
        let site = routes.site.configuration
        routes.at(Address.people).get { unit, visit, connection in
            var page = try PeoplePage(of: unit, for: visit, on: connection)
            page.showsLetters = site.mail != nil && page.unit.parent == nil
            return .page(page)
        }
        routes.at(Address.invitations).post { unit, form, visit, connection in
            try invite(unit, form, visit, site, connection)
        }
        routes.at(Address.invitationFiles).post(uploading: readFile)
        routes.at(Address.withdrawnInvitations).post { unit, form, visit, connection in
            guard let id = Invitation.ID(form["invitation"]) else {
                throw Failure.badRequest("That invitation isn’t in the list any more.")
            }
            try InvitationStore.withdraw(id, of: unit, visit.context, on: connection)
            return .redirect(to: .people(unit), notice: .invitationWithdrawn)
        }
        PersonRoutes.register(on: routes)
    }

    /// Shows what a CSV file means, as a pasted list is shown; sending it is the same form from there.
    @Sendable private static func readFile(
        _ unit: Unit.ID,
        _ upload: Upload,
        _ visit: Visit,
        _ database: any SQLDatabase
    ) async throws -> Answer {
        try await database.read { connection in
            var page = try PeoplePage(of: unit, for: visit, on: connection)
            guard let text = String(validating: upload.bytes, as: UTF8.self), !upload.bytes.isEmpty,
                upload.bytes.count <= InvitationList.longest
            else {
                page.form = FormState(problems: [.init("file", fileProblem(upload))])
                return .unsaved(page)
            }
            let list = InvitationList(text, roles: page.roles)
            let preview = InvitationListPage(unit: page.unit, list: list, text: text)
            return list.hasProblems ? .unsaved(preview) : .page(preview)
        }
    }

    private static func fileProblem(_ upload: Upload) -> String {
        if upload.bytes.isEmpty { return "Choose a CSV file with the columns name, email and role." }
        if upload.bytes.count > InvitationList.longest {
            return "The file is too long: send at most \(InvitationList.longest / 1_000) kB at once."
        }
        return "The file isn’t UTF-8 text: in a spreadsheet, save it as “CSV UTF-8”."
    }

    private static func invite(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ site: SiteConfiguration,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PeoplePage(of: unit, for: visit, on: connection)
        let isList = !form["list"].isEmpty
        let text = isList ? form["list"] : "\(form["name"])\t\(form["email"])\t\(form["role"])"
        let list = InvitationList(text, roles: page.roles)
        if isList, list.hasProblems || form["confirmed"] != "yes" {
            let preview = InvitationListPage(unit: page.unit, list: list, text: form["list"])
            return list.hasProblems ? .unsaved(preview) : .page(preview)
        }
        guard !list.hasProblems else {
            let sentence = list.rows.first?.problem ?? "Enter a name and an address."
            page.form = FormState(typed: form, problems: [.init("email", sentence)])
            return .unsaved(page)
        }
        let letters = Letters(site: site, context: visit.context, connection: connection)
        for row in list.rows {
            try letters.invite(row.email, row.name, as: row.role ?? .viewer, on: page.unit)
        }
        return .redirect(to: .people(unit), notice: .invited)
    }
}
