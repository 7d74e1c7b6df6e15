/// Where someone asks for a link to choose a password with.
struct ResetRequestPage: Page {
    /// Whether it has just been asked for.
    let isSent: Bool
    var form = FormState()

    var title: String { "Choose a new password" }
    var section: Section? { nil }
}
