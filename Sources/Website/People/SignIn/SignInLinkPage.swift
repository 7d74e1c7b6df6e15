/// What a one-time link opens: a button, so that previews of the link don't use it up.
struct SignInLinkPage: Page {
    let code: SignInCode

    var title: String { "Sign in with this link" }
    var section: Section? { nil }
}
