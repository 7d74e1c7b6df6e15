import Markup
import Sightline

extension InvitationPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>You are invited to \(unitName)</h1>
        <p class="lede">\(invitation.author.name) invites \(invitation.email) as \(invitation.role.article) \
        \(invitation.role.word.lowercased()): \(invitation.role.explanation).</p>
        <section class="panel narrow">\(frame.form(to: .invitation(code), content: fields))</section>
        </div>
        """
    }

    private var fields: HTML {
        guard !hasAccount else {
            return """
                <p>This address has an account already: it gets the role, and you sign in as before.</p>
                <button>Accept</button>
                """
        }
        let name = FormState.TextOptions(isRequired: true, autocomplete: "name")
        return """
            \(form.summary)
            \(form.text("name", "Your name", hint: "As colleagues know you.", options: name))
            \(PasswordFields.html(form))
            <button>Accept and sign in</button>
            """
    }
}
