import Markup

extension SignInLinkPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Sign in</h1>
        <p class="lede">This link signs you in to \(Product.name) in this browser. It works once.</p>
        \(frame.form(to: .signInLink(code), content: "<button>Sign in</button>"))
        </div>
        """
    }
}
