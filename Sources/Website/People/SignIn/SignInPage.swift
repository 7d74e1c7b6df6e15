/// How to get in, for someone who isn't signed in.
struct SignInPage: Page {
    var form = FormState()
    /// Whether what was typed into a form waits for its sender to sign in again.
    var isFormKept = false

    var title: String { "Sign in" }
    var section: Section? { nil }
}
