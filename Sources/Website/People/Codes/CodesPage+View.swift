import Markup
import Sightline

extension CodesPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker"><a href="\(Address.account.path)">Your account</a></p><h1>\(title)</h1></div>
        \(isNeeded ? Self.need : nil)
        \(stateHTML(in: frame))
        </div>
        """
    }

    private static let need: HTML = """
        <p class="notice">A role of yours needs a one-time code at sign-in. Until codes are set up, nothing else \
        opens.</p>
        """

    private func stateHTML(in frame: Frame) -> HTML {
        switch state {
        case .off: turningOn(in: frame)
        case .waiting(let secret): confirming(secret, in: frame)
        case .on(let state): on(state, in: frame)
        }
    }

    // MARK: Turning them on

    private func turningOn(in frame: Frame) -> HTML {
        let options = FormState.TextOptions(
            type: .password,
            isRequired: true,
            autocomplete: "current-password"
        )
        let password: HTML? =
            asksForPassword ? form.text("password", "Your password", options: options) : nil
        return """
            <p class="lede">With one-time codes a password alone opens nothing: each sign-in also asks for six digits \
            that only your phone shows.</p>
            <p>You need an app that shows codes, such as those that come with most password managers and phones. It \
            works without a network, and tells nobody anything.</p>
            <section class="panel narrow">
            \(frame.form(to: .codes, content: "\(form.summary)\(password)<button>Set codes up</button>"))</section>
            """
    }

    private func confirming(_ secret: CodeSecret, in frame: Frame) -> HTML {
        let link = Self.link(secret, of: account)
        let label = "QR code for the app on your phone; the same as text is beside it"
        let options = FormState.TextOptions(isRequired: true, longest: 20, autocomplete: "one-time-code")
        let fields: HTML = """
            \(form.summary)
            \(form.text("one-time-code", "The code that the app shows", hint: "Six digits.", options: options))
            <button>Turn codes on</button>
            """
        let again: HTML? =
            asksForPassword
            ? nil : frame.form(to: .codes, content: "<button class=\"link\">Take another secret</button>")
        return """
            <div class="panels">
            <section class="panel"><h2>1. Show this to the app</h2>
            <p>Choose “add an account” in the app, and point the camera here.</p>
            <figure>\(QRCode.picture(of: link, label: label) ?? SVG())</figure>
            <details><summary>The camera can’t see it</summary>
            <p>Type this into the app:</p>
            <p><code class="secret">\(Self.grouped(secret.base32))</code></p>
            <p>Or, on the phone itself, <a href="\(link)">open the app with this link</a>:</p>
            <p><code class="secret">\(link)</code></p></details>
            </section>
            <section class="panel"><h2>2. Show that it works</h2>
            \(frame.form(to: .confirmedCodes, content: fields))
            \(again)</section>
            </div>
            """
    }

    /// In groups of four, as people type it.
    private static func grouped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }

    // MARK: On

    private static let again = " You will be asked to set codes up again."

    private func on(_ state: CodeStore.State, in frame: Frame) -> HTML {
        """
        <p class="lede">\(AccountSentences.codes(since: state.since, left: state.recoveryCodesLeft))</p>
        \(form.summary)
        <div class="panels">
        <section class="panel"><h2>New recovery codes</h2>
        <p>You get \(RecoveryCode.count) new ones, and the old ones are worth nothing from then on.</p>
        \(frame.form(to: .recoveryCodes, content: "\(proof("renew"))<button>Make new ones</button>"))</section>
        <section class="panel"><h2>Turn codes off</h2>
        <p>From then on the password alone signs in.\(isNeeded ? Self.again : "")</p>
        \(frame.form(to: .endedCodes, content: "\(proof("end"))<button class=\"quiet\">Turn them off</button>"))
        </section>
        </div>
        """
    }

    /// Proof that it is the person, and not whoever found their browser open.
    private func proof(_ name: String) -> HTML {
        let options = FormState.TextOptions(type: .password, isRequired: true)
        return form.text("\(name)-proof", "Your password, or a code", options: options)
    }
}
