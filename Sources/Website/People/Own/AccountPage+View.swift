import Markup
import Sightline

extension AccountPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <div class="panel"><dl class="facts">
        <dt>Name</dt><dd>\(account.person.name)</dd>
        <dt>E-mail address</dt><dd>\(account.person.email ?? "None")</dd>
        <dt>Roles</dt><dd><ul>\(roles.map(role))</ul></dd>
        </dl></div>
        <div class="panels">\(password(in: frame))\(codePanel)\(sessionList(in: frame))\
        \(providerList(in: frame))</div>
        </div>
        """
    }

    private func role(_ role: Role, on unit: Unit) -> HTML {
        "<li>\(role.word) of \(unit.name): \(role.explanation)</li>"
    }

    private var codePanel: HTML {
        let words = AccountSentences.codes(since: codes?.since, left: codes?.recoveryCodesLeft ?? 0)
        return """
            <section class="panel"><h2>One-time codes</h2><p>\(words)</p>
            <p><a href="\(Address.codes.path)">\(codes == nil ? "Set them up" : "Change them")</a></p></section>
            <section class="panel"><h2>Coaches</h2>
            <p>A coach sees of you what you let them, and nobody else learns whom you chose.</p>
            <p><a href="\(Address.coaches.path)">Your coaches</a></p>
            <p><a href="\(Address.calendarFeeds.path)">Reviews and follow-ups in your calendar</a></p></section>
            """
    }

    private func password(in frame: Frame) -> HTML {
        let current = FormState.TextOptions(
            type: .password,
            isRequired: true,
            autocomplete: "current-password"
        )
        let now: HTML? = hasPassword ? form.text("password", "Password now", options: current) : nil
        let fields: HTML = "\(form.summary)\(now)\(PasswordFields.html(form))<button>Change it</button>"
        return """
            <section class="panel"><h2>\(hasPassword ? "Change your password" : "Choose a password")</h2>
            <p>Every other session of your account is then ended.</p>
            \(frame.form(to: .accountPassword, content: fields))</section>
            """
    }

    private func sessionList(in frame: Frame) -> HTML {
        let rows = sessions.map { session, isThis -> HTML in
            let end: HTML = """
                <input type="hidden" name="session" value="\(session.handle)"><button class="link">End it</button>
                """
            return """
                <li><strong>\(session.device.isEmpty ? "A browser" : session.device)</strong>
                <span class="muted">since \(session.created.words), last used \(session.seen.words)</span>
                \(isThis ? "This one" : frame.form(to: .endedSessions, content: end))</li>
                """
        }
        let all = frame.form(
            to: .endedSessions,
            content: "<button class=\"quiet\">End all the others</button>"
        )
        return """
            <section class="panel"><h2>Where you are signed in</h2>
            <p>\(AccountSentences.sessions(sessions.count))</p><ul class="signals">\(rows)</ul>
            \(sessions.count > 1 ? all : nil)</section>
            """
    }
}
