import Markup
import Sightline

extension KnownPersonPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.people(unit.id).path)">People of \(unit.name)</a></p>
        <h1>\(known.person.name)</h1></div>
        <p class="lede">\(summary)</p>
        <div class="panels">\(editing(in: frame))\(known.isActive ? invite(in: frame) : nil)\(state(in: frame))</div>
        </div>
        """
    }

    private var summary: String {
        PeopleSentences.known(to: home.name, isHere: known.isActive, invited: invitation?.expires)
    }

    private func editing(in frame: Frame) -> HTML {
        let fields: HTML = "\(details.summary)\(KnownPersonFields.html(details))<button>Save</button>"
        return """
            <section class="panel"><h2>Name and address</h2>
            \(frame.form(to: .knownPerson(unit.id, known.id), content: fields))</section>
            """
    }

    private func invite(in frame: Frame) -> HTML {
        let email = FormState.TextOptions(type: .email, isRequired: true)
        let choices = roles.map { (value: $0.rawValue, label: "\($0.word): \($0.explanation)") }
        let fields: HTML = """
            \(inviting.summary)
            \(inviting.text("invite-email", "Send the invitation to", options: email))
            \(inviting.choice("invited-role", "Role of \(home.name)", of: choices))
            <button>Invite</button>
            """
        return """
            <section class="panel"><h2>Invite them</h2>
            <p>The account that they make is theirs: what is on record of them stays with them.</p>
            \(frame.form(to: .knownPersonInvitation(unit.id, known.id), content: fields))</section>
            """
    }

    private func state(in frame: Frame) -> HTML {
        let address = Address.knownPersonState(unit.id, known.id)
        guard known.isActive else {
            let back: HTML = """
                <input type="hidden" name="state" value="active"><button class="quiet">They are here again</button>
                """
            return
                "<section class=\"panel\"><h2>Here?</h2>\(frame.form(to: address, content: back))</section>"
        }
        let leave: HTML = """
            <input type="hidden" name="state" value="inactive"><button class="quiet">They are no longer here</button>
            """
        let twins = others.map { other in
            (
                value: other.id,
                label: [other.person.name, other.person.email].compactMap { $0 }.joined(separator: ", ")
            )
        }
        let merge: HTML = """
            <input type="hidden" name="state" value="merged">
            \(FormState().choice("twin", "The person who stays", of: twins))
            <button class="quiet">They are the same person</button>
            """
        return """
            <section class="panel"><h2>Here?</h2>\(frame.form(to: address, content: leave))
            \(others.isEmpty ? nil : frame.form(to: address, content: merge))</section>
            """
    }
}
