/// How to get in, for someone who isn't signed in.
struct SignInPage: Page {
    var form = FormState()
    /// Whom people may sign in through.
    var providers: [IdentityProvider] = []
    /// The provider that was chosen and doesn't answer.
    var silentProvider: String?
    /// Whether what was typed into a form waits for its sender to sign in again.
    var isFormKept = false

    var title: String { "Sign in" }
    var section: Section? { nil }
}
