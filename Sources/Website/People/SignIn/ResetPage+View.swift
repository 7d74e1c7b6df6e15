import Markup

extension ResetPage {
    func content(in frame: Frame) -> HTML {
        let fields: HTML = "\(form.summary)\(PasswordFields.html(form))<button>Change it and sign in</button>"
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p>Every session of your account is ended, and one is started here.</p>
            <section class="panel narrow">\(frame.form(to: .passwordReset(code), content: fields))</section>
            </div>
            """
    }
}
