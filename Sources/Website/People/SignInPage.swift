/// How to get in, for someone who isn't signed in.
struct SignInPage: Page {
    var title: String { "Sign in" }
    var section: Section? { nil }
}
