/// How to get in, for someone who isn't signed in.
struct SignInPage: Page {
    var form = FormState()

    var title: String { "Sign in" }
    var section: Section? { nil }
}
