import Markup
import Sightline

extension PeoplePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>People</h1></div>
        \(mayReadAudit ? auditLink : nil)
        \(showsLetters ? Self.lettersLink : nil)
        \(form.problem(with: "file") == nil ? nil : form.summary)
        <p>\(summary)</p>
        \(table)
        <p><a href="\(Address.newPerson(unit.id).path)">Add a person without an account</a></p>
        \(invited(in: frame))
        <div class="panels">\(inviteOne(in: frame))\(inviteMany(in: frame))\(codes(in: frame))</div>
        </div>
        """
    }

    private static let lettersLink: HTML = """
        <p><a href="\(Address.letters.path)">Letters of this server</a></p>
        """

    private var auditLink: HTML {
        "<p><a href=\"\(Address.audit(unit.id).path)\">What was done here, and by whom</a></p>"
    }

    private var summary: String {
        let roles = people.map { ($0.account.isActive, codeUsers.contains($0.account.id)) }
        return PeopleSentences.people(roles, known: known.count)
    }

    private var table: HTML? {
        guard !people.isEmpty || !known.isEmpty else { return nil }
        let rows = people.map { entry -> HTML in
            let account = entry.account
            let roles = entry.roles.map { "\($0.role.word) of \($0.unitName)" }.joined(separator: ", ")
            return """
                <tr><th scope="row"><a href="\(Address.person(unit.id, account.id).path)">\
                \(account.person.name)</a></th><td>\(account.person.email ?? "")</td>\
                <td>\(roles)</td>\
                <td>\(state(of: account))</td></tr>
                """
        }
        let others = known.map { entry -> HTML in
            """
            <tr><th scope="row"><a href="\(Address.knownPerson(unit.id, entry.person.id).path)">\
            \(entry.person.person.name)</a></th><td>\(entry.person.person.email ?? "")</td>\
            <td>None; known to \(entry.unitName)</td>\
            <td>\(entry.person.isActive ? "No account" : "No account; no longer here")</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="People" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">Name</th><th scope="col">E-mail address</th><th scope="col">Roles here</th>\
            <th scope="col">Account</th></tr></thead><tbody>\(rows)\(others)</tbody></table></div>
            """
    }

    private func state(of account: Account) -> String {
        guard account.isActive else { return "Deactivated" }
        return codeUsers.contains(account.id) ? "Active, with one-time codes" : "Active"
    }

    /// For which roles a code is needed.
    private func codes(in frame: Frame) -> HTML? {
        guard let codeRoles else { return nil }
        var chosen = Form()
        for role in codeRoles { chosen.append(role.rawValue, to: "required-role") }
        let fields: HTML = """
            \(FormState(typed: chosen).checks("required-role", "Roles that need a code", of: Role.choices))
            <button class="quiet">Save</button>
            """
        return """
            <section class="panel"><h2>One-time codes</h2>
            <p>Whoever holds one of these roles here or in a unit below gives a code from their phone at each sign-in. \
            Organisations that look after their own people decide for themselves.</p>
            \(frame.form(to: .requiredCodes(unit.id), content: fields))</section>
            """
    }

    private func invited(in frame: Frame) -> HTML? {
        guard !invitations.isEmpty else { return nil }
        let rows = invitations.map { invitation -> HTML in
            let isOpen = invitation.state(at: now) == .open
            let withdraw: HTML = """
                <input type="hidden" name="invitation" value="\(invitation.id.pathText)">
                <button class="link">Withdraw it</button>
                """
            let until = isOpen ? "until \(invitation.expires.day.words)" : "has run out"
            return """
                <li><strong>\(invitation.email)</strong> <span class="muted">\(invitation.role.word), invited by \
                \(invitation.author.name), \(until)</span>
                \(frame.form(to: .withdrawnInvitations(unit.id), content: withdraw))</li>
                """
        }
        return """
            <section class="panel" aria-labelledby="invited"><h2 id="invited">Invited</h2>
            <p>\(PeopleSentences.invitations(invitations.map(\.expires), at: now))</p>
            <ul class="signals">\(rows)</ul></section>
            """
    }

    private func inviteOne(in frame: Frame) -> HTML {
        let name = FormState.TextOptions(isRequired: true)
        let email = FormState.TextOptions(type: .email, isRequired: true)
        let fields: HTML = """
            \(form.problem(with: "file") == nil ? form.summary : nil)
            \(form.text("name", "Name", options: name))
            \(form.text("email", "E-mail address", options: email))
            \(form.choice("role", "Role", of: roles.map { ($0.rawValue, "\($0.word): \($0.explanation)") }))
            <button>Invite</button>
            """
        return """
            <section class="panel"><h2>Invite someone</h2>
            \(frame.form(to: .invitations(unit.id), content: fields))</section>
            """
    }

    private func inviteMany(in frame: Frame) -> HTML {
        let fields: HTML = """
            \(form.paragraph(
                "list",
                "A list",
                hint: InvitationList.hint,
                isRequired: true,
                longest: InvitationList.longest
            ))
            <button class="quiet">Check the list</button>
            """
        let file: HTML = """
            \(form.file("file", "CSV file", hint: "With the columns name, email and role, in UTF-8."))
            <button class="quiet">Check the file</button>
            """
        return """
            <section class="panel"><h2>Invite many</h2>
            <p>You see what it means before a letter is sent.</p>
            \(frame.form(to: .invitations(unit.id), content: fields))
            \(frame.uploadForm(to: .invitationFiles(unit.id), content: file))</section>
            """
    }
}
