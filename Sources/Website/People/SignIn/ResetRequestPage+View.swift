import Markup

extension ResetRequestPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        \(isSent ? sent : asking(in: frame))
        </div>
        """
    }

    /// The same whether or not an account has the address.
    private var sent: HTML {
        """
        <p class="lede">If an account has that address, a letter with a link is on its way. The link works once, \
        within an hour.</p>
        <p>Nothing came? Look among unwanted mail, or ask an administrator of your unit.</p>
        """
    }

    private func asking(in frame: Frame) -> HTML {
        let email = FormState.TextOptions(type: .email, isRequired: true, autocomplete: "username")
        let fields: HTML = """
            \(form.summary)\(form.text("email", "E-mail address", options: email))<button>Send me a link</button>
            """
        return "<section class=\"panel narrow\">\(frame.form(to: .passwordResets, content: fields))</section>"
    }
}
