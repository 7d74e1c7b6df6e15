import Markup

extension SecondStepPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Now your code</h1>
        <p class="lede">The password was right. Open the app on your phone that shows codes for \(Product.name).</p>
        <section class="panel narrow">\(frame.form(to: .secondStep, content: fields))</section>
        <section class="panel narrow">
        <h2>The phone isn’t at hand?</h2>
        <p>Give one of your recovery codes instead; each works once. If you have neither, an administrator of your \
        unit can turn the codes off for you.</p>
        <p><a href="\(Address.signIn.path)">Start again</a></p>
        </section>
        </div>
        """
    }

    private var fields: HTML {
        let code = FormState.TextOptions(isRequired: true, longest: 40, autocomplete: "one-time-code")
        return """
            \(form.summary)
            \(form.text("one-time-code", "Code", hint: "Six digits, or a recovery code.", options: code))
            <button>Sign in</button>
            """
    }
}
