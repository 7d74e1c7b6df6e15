import Markup

extension SignInPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Sign in</h1>
        <p class="lede">\(Product.name) is open to the people of its community.</p>
        \(silence)\(isFormKept ? Self.kept : nil)
        <section class="panel narrow">\(frame.form(to: .signIn, content: fields))
        <p><a href="\(Address.passwordResets.path)">I have no password yet, or have forgotten it</a></p></section>
        \(providerList(in: frame))
        <section class="panel narrow">
        <h2>Were you sent a link?</h2>
        <p>Open it in this browser. If it has been used or has run out, ask the person who sent it for \
        another.</p>
        </section>
        <section class="panel narrow">
        <h2>Do you run this server?</h2>
        <p>Each start of <code>sightline serve</code> prints a fresh link for the first administrator. \
        Open it in this browser. It works once.</p>
        </section>
        </div>
        """
    }

    private var silence: HTML? {
        silentProvider.map { name -> HTML in
            """
            <div class="error-summary" role="alert"><p>\(name) can’t be reached from this server at the moment. \
            Try again in a minute, or sign in with your password.</p></div>
            """
        }
    }

    private func providerList(in frame: Frame) -> HTML? {
        guard !providers.isEmpty else { return nil }
        let buttons = providers.map { provider in
            frame.form(
                to: .providerSignIn(provider.key),
                content: "<button class=\"quiet\">Sign in through \(provider.name)</button>"
            )
        }
        return """
            <section class="panel narrow"><h2>With an account that you have elsewhere</h2>\(buttons)</section>
            """
    }

    private static let kept: HTML = """
        <div class="notice" role="status"><p>Your session had ended, so nothing has been saved. What you typed is kept \
        for an hour: sign in in this browser, by password or by a link, and it comes back filled in.</p></div>
        """

    private var fields: HTML {
        let email = FormState.TextOptions(type: .email, isRequired: true, autocomplete: "username")
        let password = FormState.TextOptions(
            type: .password,
            isRequired: true,
            autocomplete: "current-password"
        )
        return """
            \(form.summary)
            \(form.text("email", "E-mail address", options: email))
            \(form.text("password", "Password", options: password))
            <button>Sign in</button>
            """
    }
}
