/// What the link of a reset opens: the form for a new password.
struct ResetPage: Page {
    let code: SignInCode
    var form = FormState()

    var title: String { "Choose a new password" }
    var section: Section? { nil }
}
