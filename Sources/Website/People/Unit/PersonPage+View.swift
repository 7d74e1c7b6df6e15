import Markup
import Sightline

extension PersonPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.people(unit.id).path)">People of \(unit.name)</a></p>
        <h1>\(account.person.name)</h1></div>
        \(form.summary)
        \(account.isActive ? nil : Self.deactivated)
        <div class="panels">\(roleList(in: frame))\(giving(in: frame))
        \(mayManage ? managing(in: frame) : elsewhere)\(hasCodes ? codes(in: frame) : nil)</div>
        \(mayManage ? history.section(in: frame, [.init(address: .personDetails(unit.id, account.id))]) : nil)
        </div>
        """
    }

    private static let deactivated: HTML = """
        <p class="panel">This account is deactivated: nobody can sign in with it. What it did stays on the record.</p>
        """

    private func codes(in frame: Frame) -> HTML {
        let end: HTML = """
            <p>Is the phone lost, and the recovery codes too? Make sure that it is they who ask.</p>
            <button class="quiet">Turn their codes off</button>
            """
        let form = frame.form(to: .personEndedCodes(unit.id, account.id), content: end)
        return """
            <section class="panel"><h2>One-time codes</h2><p>They sign in with a password and a code.</p>
            \(mayEndCodes ? form : nil)</section>
            """
    }

    private func roleList(in frame: Frame) -> HTML {
        let rows = roles.map { role -> HTML in
            let end: HTML = """
                <input type="hidden" name="role" value="\(role.grant.role.rawValue)">
                <input type="hidden" name="unit" value="\(role.grant.unit.pathText)">
                <button class="link">Take it away</button>
                """
            let form = frame.form(to: .personEndedRoles(unit.id, account.id), content: end)
            return
                "<li><strong>\(role.grant.role.word)</strong> of \(role.unitName) \(role.mayEnd ? form : nil)</li>"
        }
        let told = PeopleSentences.roles(roles.count)
        return
            "<section class=\"panel\"><h2>Roles</h2><p>\(told)</p><ul class=\"signals\">\(rows)</ul></section>"
    }

    private func giving(in frame: Frame) -> HTML? {
        guard !givable.isEmpty else { return nil }
        let choices = givable.map { (value: $0.rawValue, label: "\($0.word): \($0.explanation)") }
        let state = FormState(["role": choices.first?.value ?? ""])
        let fields: HTML =
            "\(state.choice("role", "Role of \(unit.name)", of: choices))<button>Give it</button>"
        return """
            <section class="panel"><h2>Give a role</h2>
            \(frame.form(to: .personRoles(unit.id, account.id), content: fields))</section>
            """
    }

    private var elsewhere: HTML {
        """
        <section class="panel"><h2>Account</h2><p>They have roles that others look after, so their name, address and \
        account are for those to change.</p></section>
        """
    }

    private func managing(in frame: Frame) -> HTML {
        let name = FormState.TextOptions(isRequired: true)
        let fields: HTML = """
            \(details.origin)\(details.summary)
            \(details.text("name", "Name", options: name))
            \(details.text("email", "E-mail address", options: .init(type: .email)))
            <button>Save</button>
            """
        return """
            <section class="panel"><h2>Name and address</h2>
            \(frame.form(to: .personDetails(unit.id, account.id), content: fields))</section>
            <section class="panel"><h2>Account</h2>\(state(in: frame))</section>
            """
    }

    private func state(in frame: Frame) -> HTML {
        let address = Address.personState(unit.id, account.id)
        guard account.isActive else {
            let back: HTML = """
                <input type="hidden" name="state" value="active"><button class="quiet">Let them in again</button>
                """
            return frame.form(to: address, content: back)
        }
        let successors = [(value: "", label: "Nobody")] + others.map { ($0.id.pathText, $0.person.name) }
        let leave: HTML = """
            <input type="hidden" name="state" value="inactive">
            \(FormState().choice("successor", "Who answers for their measures from now on", of: successors))
            <button class="quiet">Deactivate</button>
            """
        let twins = others.map {
            (value: $0.id.pathText, label: "\($0.person.name), \($0.person.email ?? "")")
        }
        let merge: HTML = """
            <input type="hidden" name="state" value="merged">
            \(FormState().choice("twin", "The account that stays", of: twins))
            <button class="quiet">They are the same person</button>
            """
        return
            """
            \(frame.form(to: address, content: leave))
            \(others.isEmpty ? nil : frame.form(to: address, content: merge))
            """
    }
}
